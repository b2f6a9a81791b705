"""Random numbers that are drawn, or seeded, anew in each round of a loop."""

from __future__ import annotations

import ast
from typing import TypeGuard

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..lines.answer_line import names_in
from ..numbers.number_patterns import Hit
from .loop_patterns import loops_in


def seed_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    for loop in loops_in(tree):
        for node in _seeds(loop):
            means = "So the same random numbers come again in each round."
            if any(isinstance(part, ast.Name) for value in node.args for part in ast.walk(value)):
                means = _of_its_counters(loop, node)
            if not node.args and not node.keywords:
                means = "So each round starts another sequence. The text asks for one sequence."
            before = [other.lineno for other in _seeds(tree) if other.lineno < loop.lineno]
            advice = "Set the seed once, before the loop begins."
            if before:
                advice = f"Line {before[0]} sets the seed already. Delete line {node.lineno}."
            return node, "the seed is set inside the loop.", means, advice
    return _seed_in_a_function(tree)


def _of_its_counters(loop: ast.For | ast.While, seed: ast.Call) -> str:
    """What a seed made of names does in the rounds of nested loops."""
    around = [node for node in ast.walk(loop) if isinstance(node, ast.For) and seed in ast.walk(node)]
    counters = [node.target.id for node in around if isinstance(node.target, ast.Name)]
    used = set().union(*(names_in(value) for value in seed.args))
    is_plain = len(around) == 2 and len(counters) == 2 and used & {*counters} == {counters[1]}
    stored = {part.id for node in ast.walk(loop) for part in ast.walk(node) if _is_stored_name(part)}
    if is_plain and used & stored == {counters[1]}:
        means = f"So each `{counters[1]}` gets the same numbers again in every round of the loop of line {loop.lineno}."
        return f"{means} The text asks for one sequence."
    return "The text asks for one sequence, which begins once."


def _is_stored_name(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _seed_in_a_function(tree: ast.Module) -> Hit:
    """A seed in a function that a loop calls, or a ``for`` in brackets."""
    in_brackets = [node.elt for node in ast.walk(tree) if isinstance(node, (ast.ListComp, ast.GeneratorExp))]
    rounds: list[ast.AST] = [*loops_in(tree), *in_brackets]
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        calls = [node for part in rounds for node in ast.walk(part) if isinstance(node, ast.Call)]
        lines = [call.lineno for call in calls if getattr(call.func, "id", "") == function.name]
        seeds = _seeds(function)
        if lines and seeds:
            observed = f"`{function.name}` sets the seed in each call."
            means = f"Line {lines[0]} calls it in every round. So the same numbers come again and again."
            return seeds[0], observed, means, "Set the seed once, before the loop and outside the function."
    return None


def _seeds(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "seed"]


def drawn_in_loop(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Random numbers that a loop draws for the steps, where they are not what is stored."""
    message = exercise.drawn_in_loop
    for loop in loops_in(tree) if message is not None else ():
        draws = [node for node in ast.walk(loop) if _is_draw(node)]
        if draws and _drives_the_steps(loop, exercise) and not _is_stored(loop, exercise):
            assert message is not None
            observed = message.observed[0].lower() + message.observed[1:]
            return draws[0], observed, message.means, message.next
    return None


def _is_draw(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and "np.random." in ast.unparse(node.func) and called(node) != "seed"


def _drives_the_steps(loop: ast.For | ast.While, exercise: Exercise) -> bool:
    """Whether a line of the loop makes a value of the state from what the loop draws."""
    states = exercise.state.names if exercise.state is not None else ()
    drawn: set[str] = set()
    lines = [node for node in ast.walk(loop) if isinstance(node, (ast.Assign, ast.AugAssign))]
    for line in sorted(lines, key=lambda node: node.lineno):
        target = line.targets[0] if isinstance(line, ast.Assign) else line.target
        base = target.value if isinstance(target, ast.Subscript) else target
        name = getattr(base, "id", "")
        if names_in(line.value) & drawn or any(_is_draw(node) for node in ast.walk(line.value)):
            if name in states:
                return True
            drawn.add(name)
    return False


def _is_stored(loop: ast.For | ast.While, exercise: Exercise) -> bool:
    """Whether the loop fills, by index or by append, an array that the exercise makes of random numbers."""
    drawn = {e.target for e in exercise.equations for text in e.texts if {"U", "XI"} & names_in(ast.parse(text))}
    places = [
        node.value for node in ast.walk(loop) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
    ]
    lists = [node.value for node in ast.walk(loop) if isinstance(node, ast.Attribute) and node.attr == "append"]
    return any(getattr(base, "id", "") in drawn for base in (*places, *lists))


def drawn_as_default(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A random number in the brackets of a def, where a loop calls the function without a value for it."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        arguments = function.args.args
        for k, value in enumerate(function.args.defaults, len(arguments) - len(function.args.defaults)):
            draws = [node for node in ast.walk(value) if _is_draw(node)]
            if draws and _is_called_without(tree, function.name, k, arguments[k].arg):
                observed = f"`{arguments[k].arg}` gets its random number in the line of the `def`."
                means = f"Python carries out this line once. So every call of `{function.name}` uses the same number."
                return value, observed, means, "Draw the number in the lines of the function, below this one."
    return None


def _is_called_without(tree: ast.Module, name: str, k: int, argument: str) -> bool:
    """Whether a loop calls the function, and gives no value for its argument ``k``."""
    calls = [node for loop in loops_in(tree) for node in ast.walk(loop) if isinstance(node, ast.Call)]
    own = [call for call in calls if getattr(call.func, "id", "") == name]
    return any(len(call.args) <= k and argument not in [word.arg for word in call.keywords] for call in own)
