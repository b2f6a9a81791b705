"""Loops in an answer's text that do too much, too little, or nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called, contains_name
from ..numbers.number_patterns import Hit
from .lost_values import lost_value


def loops_in(tree: ast.Module) -> Iterator[ast.For | ast.While]:
    """All loops of an answer."""
    yield from (node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While)))


def inner_loops(tree: ast.AST) -> list[ast.For]:
    """The loops inside other loops."""
    inside = [(loop, part) for loop in ast.walk(tree) if isinstance(loop, ast.For) for part in ast.walk(loop)]
    return [part for loop, part in inside if part is not loop and isinstance(part, ast.For)]


def emptied_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A figure that is emptied, or closed, in each round."""
    for loop in loops_in(tree):
        for node in ast.walk(loop):
            command = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if command in ("plt.clf", "plt.cla", "plt.close"):
                means = "What was drawn before, and the title and labels, are lost then."
                return node, f"`{command}` empties the figure in each round.", means, "Leave this command out."
    return None


def skipped_round(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for loop in loops_in(tree):
        for node in ast.walk(loop):
            if isinstance(node, ast.Break) or (isinstance(node, ast.Continue) and _has_lines_below(loop, node)):
                word = "continue" if isinstance(node, ast.Continue) else "break"
                rest = "skips the rest of this round" if word == "continue" else "ends the loop"
                missed = "the lines below it are" if word == "continue" else "the rounds that are left are"
                test = _condition_of(loop, node)
                means = f"So {missed} not carried out{f' where `{test}`' if test and word == 'continue' else ''}."
                more = " and its condition" if test else ""
                advice = f"Does the task ask for this? If not, delete this line{more}."
                return node, f"`{word}` {rest}.", means, advice
    return None


def _has_lines_below(loop: ast.For | ast.While, word: ast.stmt) -> bool:
    """Whether a continue leaves out anything: a line of its loop that stands below it."""
    block: list[ast.stmt] = loop.body
    while block:
        around = next((part for part in block if any(node is word for node in ast.walk(part))), None)
        if around is None or block[-1] is not around:
            return around is not None
        block = next((b for b in blocks_of(around) if any(n is word for s in b for n in ast.walk(s))), [])
    return False


def blocks_of(statement: ast.stmt) -> list[list[ast.stmt]]:
    """The blocks of a statement that it carries out, or leaves out."""
    return [getattr(statement, name) for name in ("body", "orelse") if getattr(statement, name, None)]


def _condition_of(loop: ast.AST, word: ast.stmt) -> str:
    """The condition of a word that stands in a loop; empty where it has none."""
    return next(
        (ast.unparse(part.test) for part in ast.walk(loop) if isinstance(part, ast.If) and word in part.body), ""
    )


def _states(node: ast.AST, exercise: Exercise) -> set[str]:
    """The names in ``node`` that hold what the exercise steps through time."""
    names = exercise.state.names if exercise.state else ()
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and part.id in names}


def _symbol(exercise: Exercise) -> str:
    return exercise.state.symbol if exercise.state else ""


def compares(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Compare):
            if "<-" in (ast.get_source_segment(observation.source, node) or ""):
                means = "`<-` is the arrow of the language R. Python reads it as two signs, smaller than and minus."
                return node, "this line compares, and stores nothing.", means, "Write one equals sign for the arrow."
            means = "Two equals signs ask whether both sides are equal. They store nothing."
            if _states(node.value.left, exercise):
                means = f"{means[:-1]}, so {_symbol(exercise)} never changes here."
            return (
                node,
                "this line compares, and stores nothing.",
                means,
                "One equals sign stores the right side under the name on the left.",
            )
    return None


def asks_for_membership(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A name that gets the answer to a question: ``x = y in range(3)``."""
    for node in ast.walk(tree):
        names = [getattr(target, "id", "") for target in node.targets] if isinstance(node, ast.Assign) else []
        value = node.value if isinstance(node, ast.Assign) and {*names} & _with_a_formula(exercise) else None
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], (ast.In, ast.NotIn)):
            means = f"The answer is True or False. It does not change `{ast.unparse(value.left)}`."
            observed = "the word `in` asks whether a value is among others."
            return value, observed, means, "Which calculation gives the number that is needed?"
    return None


def _with_a_formula(exercise: Exercise) -> set[str]:
    """The names of which the text says how they are computed."""
    return {equation.target for equation in exercise.equations}


def _assignments_in_loops(tree: ast.Module) -> list[ast.Assign | ast.AugAssign]:
    kinds = (ast.Assign, ast.AugAssign)
    return [node for loop in loops_in(tree) for node in ast.walk(loop) if isinstance(node, kinds)]


def _target(node: ast.Assign | ast.AugAssign) -> ast.expr:
    return node.targets[0] if isinstance(node, ast.Assign) else node.target


def other_name_gets_it(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The result of the step is stored under a name that nothing reads."""
    for step in reversed(_assignments_in_loops(tree)):
        target = _target(step)
        own = {
            id(part)
            for other in ast.walk(tree)
            if isinstance(other, ast.Assign) and ast.dump(other.targets[0]) == ast.dump(target)
            for part in ast.walk(other)
        }
        loaded = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
        read = {node.id for node in loaded if id(node) not in own}
        loop = _loop_of_its_target(tree, step)
        if loop is not None and isinstance(target, ast.Name):
            values = ast.unparse(loop.iter.args[0] if isinstance(loop.iter, ast.Call) else loop.iter)
            means = f"`{target.id}` takes each value of `{values}` in turn. A new value does not go back into the list."
            advice = f"Store the new value in a place of `{values}`: loop over the indices."
            if isinstance(loop.target, ast.Tuple):
                index = ast.unparse(loop.target.elts[0])
                advice = f"Store the new value in a place of `{values}`. The index of this place is `{index}`."
            return step, f"the new value is stored as `{target.id}`.", means, advice
        if _states(step.value, exercise) and isinstance(target, ast.Name) and target.id not in read:
            state = sorted(_states(step.value, exercise))[0]
            return lost_value(tree, step, target.id, state, next(iter(exercise.loops), ""))
    return None


def all_in_each_round(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """All values of a list are changed in each round of a loop that should change one of them."""
    entries = {equation.target for equation in exercise.equations if equation.is_entry}
    for loop in inner_loops(tree):
        counter = loop.target.id if isinstance(loop.target, ast.Name) else ""
        for step in loop.body:
            target = getattr(step.targets[0], "id", "") if isinstance(step, ast.Assign) else ""
            if target not in entries or not counter or not isinstance(step, ast.Assign) or contains_name(step, counter):
                continue
            if isinstance(step.value, ast.ListComp) and contains_name(step.value, target):
                means = f"The loop of line {loop.lineno} carries it out again and again in each time step."
                advice = f"Inside this loop one value should change: the one with the index `{counter}`."
                return step, f"this line changes all values of `{target}`.", means, advice
    return None


def _loop_of_its_target(tree: ast.Module, step: ast.Assign | ast.AugAssign) -> ast.For | None:
    """The loop over a list that gives its values, alone or by enumerate, to the name that the statement in it sets."""
    for loop in loops_in(tree):
        if isinstance(loop, ast.For) and step in loop.body and _counted(loop, _target(step)):
            return loop
        is_around = isinstance(loop, ast.For) and step in loop.body and isinstance(loop.iter, ast.Name)
        if is_around and isinstance(loop, ast.For) and ast.dump(loop.target) == ast.dump(_target(step)):
            return loop
    return None


def _counted(loop: ast.For, target: ast.expr) -> bool:
    """Whether the loop takes index and value by enumerate, and the target is the value."""
    pair = loop.target.elts if isinstance(loop.target, ast.Tuple) else []
    is_enumerate = isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate"
    return is_enumerate and len(pair) == 2 and ast.dump(pair[1]) == ast.dump(target)


def all_steps_at_once(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A slice of the state in time is computed from itself, without a loop."""
    inside = {id(node) for loop in loops_in(tree) for node in ast.walk(loop)}
    for step in ast.walk(tree):
        target = step.targets[0] if isinstance(step, ast.Assign) else None
        if not isinstance(step, ast.Assign) or not isinstance(target, ast.Subscript) or id(step) in inside:
            continue
        name = getattr(target.value, "id", "")
        is_slice = any(isinstance(part, ast.Slice) and part.lower for part in ast.walk(target.slice))
        if is_slice and name in _states(step.value, exercise) and not _is_stepped(tree, name):
            means = f"It takes the values that `{name}` has before this line: the start value, in each place."
            advice = "Each step needs the value that the step before has made. Which command repeats a line?"
            return step, "this line computes all steps at once.", means, advice
    return None


def _is_stepped(tree: ast.Module, name: str) -> bool:
    """Whether a loop stores values in places of the array."""
    nodes = [node for loop in loops_in(tree) for node in ast.walk(loop) if isinstance(node, ast.Subscript)]
    return any(isinstance(node.ctx, ast.Store) and getattr(node.value, "id", None) == name for node in nodes)


def no_step(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """No line of a loop changes the state."""
    names = exercise.state.names if exercise.state else ()
    loop = next(loops_in(tree), None)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    if loop is None or any(loop in ast.walk(function) for function in functions):  # with names of its own
        return None
    changed = {
        part.id
        for outer in loops_in(tree)
        for node in ast.walk(outer)
        if isinstance(node, (ast.Assign, ast.AugAssign))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for part in ast.walk(target)
        if isinstance(part, ast.Name)
    }
    lists = [node.value for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "append"]
    changed |= {getattr(made, "id", "") for made in lists}
    if changed & set(names):
        return None
    used = next((name for name in names if contains_name(tree, name)), names[0])
    means = f"The lines of a loop are carried out in each round; none of them gives `{used}` a new value."
    return (
        loop,
        f"nothing in this loop changes `{used}`.",
        means,
        "Which line makes one step? It belongs into the loop.",
    )
