"""A number typed where a name belongs: the answer is right as written, and wrong when a parameter changes."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Expression, Message, Part
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.verdict import Rerun, Run

from ..as_typed import typed_text
from ..same_fault import same_in
from .typed_trials import is_set_here, that_are_right
from .typed_values import assigned, number_of

FEW = 4  # numbers: so many in one list are a table


def typed_number(case: Case, part: Part, rerun: Rerun | None = None) -> Diagnosis | None:
    """The first number in the answer that is the shown value of a name, or of an expression of names.

    Asked of an answer that is right as written and wrong at other parameters. Where it behaves there as if some names
    had their shown values, the number must be one of these. Where ``rerun`` can run the answer again, a number comes
    first in whose place its expression makes the part right.
    """
    exercise = case.exercise
    source = case.runs[0].observation.source
    group = _followed(case, part)
    tree = parsed(source)
    if tree is None:
        return None
    allowed = assigned(tree, exercise)
    hits: list[tuple[int, ast.expr, Expression]] = []
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Constant, ast.BinOp, ast.UnaryOp)) or id(node) in allowed:
            continue
        value = number_of(node)
        for expression in exercise.expressions if value is not None else ():
            if set(expression.varied_with) & set(exercise.varied_names) and _is_value(
                value or 0.0, expression, exercise
            ):
                fits = not group or bool(set(expression.varied_with) & set(group))
                hits.append((not fits, node, expression))
    if group:
        hits = [hit for hit in hits if not hit[0]]
    hits.sort(key=lambda hit: (hit[0], -len(ast.unparse(hit[1])), not _is_in_the_formula(exercise, tree, *hit[1:])))
    tried = [] if rerun is None else that_are_right(case, part, rerun, [hit[1:] for hit in hits])
    sure = hits
    if rerun is not None:
        named = [hit for hit in hits if not hit[2].is_code or _may_stand_there(exercise, tree, *hit[1:])]
        sure = hits if group else named
    if not (tried or sure):
        return None
    node, expression = (tried or [hit[1:] for hit in sure])[0]
    table = next((n for n in ast.walk(tree) if _is_table(n) and any(part is node for part in ast.walk(n))), None)
    if table is not None:
        return _typed_table(source, table)
    alike = {hit.lineno for hit, other in tried or [hit[1:] for hit in hits] if other.text == expression.text}
    message = _message(exercise, source, node, expression, sorted(alike - {node.lineno}))
    group_of_it = next((n for n in ast.walk(tree) if isinstance(n, (ast.List, ast.Tuple)) and node in n.elts), None)
    others = [hit for hit in hits if hit[1] is not node and group_of_it is not None and hit[1] in group_of_it.elts]
    if others:
        means = f"{message.means} The same holds for `{ast.unparse(others[0][1])}`, the value of `{others[0][2].text}`."
        message = Message(message.observed, means, "Write the names instead of the numbers.")
    other = next((hit[0] for hit in tried if hit[1].text != expression.text and hit[0].lineno != node.lineno), None)
    if other is not None:
        typed = typed_text(source, other)
        further = f"Then look at line {other.lineno}: the number `{typed}` is typed in, too."
        message = Message(message.observed, message.means, f"{message.next} {further}")
    end = (
        _end_of_a_range(tree, node, [hit[1] for hit in hits if hit[2].text.isidentifier()])
        if expression.is_code
        else ""
    )
    if end:
        message = Message(
            message.observed, message.means, f"{message.next} {end} `{expression.text}`: it must change too."
        )
    return Diagnosis(f"typed {expression.text}", message, spot_of(source, node))


def _end_of_a_range(tree: ast.Module, node: ast.expr, named: Sequence[ast.expr]) -> str:
    """The end of a range whose step is the number, as a sentence begins: a multiple of it, and of no name's value."""
    for call in (part for part in ast.walk(tree) if isinstance(part, ast.Call) and len(part.args) > 1):
        step, end = number_of(call.args[-1]), number_of(call.args[-2])
        if (
            ast.unparse(call.func) == "np.arange"
            and call.args[-1] is node
            and step
            and end
            and call.args[-2] not in named
        ):
            times = round(end / step)
            if times > 1 and math.isclose(times * step, end):
                return f"The end `{ast.unparse(call.args[-2])}` is {times} times"
    return ""


def _is_in_the_formula(exercise: Exercise, tree: ast.Module, node: ast.expr, expression: Expression) -> bool:
    """Whether the right formula of the line with the number has what it is the value of."""
    lines = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and any(part is node for part in ast.walk(n))]
    targets = [getattr(target, "id", "") for line in lines for target in line.targets]
    if expression.text in targets:
        return True
    texts = [text for e in exercise.equations if e.target in targets for text in (*e.texts, e.like or "")]
    return any(expression.text in text for text in texts)


def _may_stand_there(exercise: Exercise, tree: ast.Module, node: ast.expr, expression: Expression) -> bool:
    """Whether the number has the value of a name, and no formula of its line that has no such name."""
    targets = {
        getattr(target, "id", "")
        for line in ast.walk(tree)
        if isinstance(line, ast.Assign) and any(part is node for part in ast.walk(line))
        for target in line.targets
    }
    has_formula = any(equation.target in targets for equation in exercise.equations)
    is_unlike = has_formula and not _is_in_the_formula(exercise, tree, node, expression)
    return expression.text.isidentifier() and not is_unlike


def _is_table(node: ast.AST) -> bool:
    """Whether a list or tuple holds many numbers that were worked out elsewhere."""
    return isinstance(node, (ast.List, ast.Tuple)) and sum(number_of(part) is not None for part in node.elts) >= FEW


def _typed_table(source: str, table: Any) -> Diagnosis:
    message = Message(
        f"Line {table.lineno}: these numbers are typed in.",
        "They hold for the parameters of the text alone. With other parameters they do not change.",
        "Let the code compute each value, with the formula of the text.",
    )
    return Diagnosis("typed table", message, spot_of(source, table))


def _is_value(value: float, expression: Expression, exercise: Exercise) -> bool:
    expected = expression.value(exercise.parameters)
    return abs(abs(value) - expected) <= expression.tolerance * abs(expected)


def _message(exercise: Exercise, source: str, node: ast.expr, expression: Expression, others: Sequence[int]) -> Message:
    typed = typed_text(source, node)
    advice = "Write the name instead of the number."
    if expression.is_code and not expression.text.isidentifier():
        advice = f"Write a formula with {_names(expression.text)} in place of the number{_in_brackets(source, node)}."
    elif not expression.is_code:
        advice = "Write the formula instead of the number."
    if is_set_here(source, node, expression.text):
        advice = f"Compute `{expression.text}` from the names that it depends on."
    belongs = f"`{expression.text}`" if expression.is_code else expression.text
    means = f"Here it is the value of {belongs}. When {belongs} changes, the number does not."
    depends = _depends_on(exercise, expression.text)
    if is_set_here(source, node, expression.text) and depends:
        means = f"It fits the given {depends}. When one of them changes, the number does not."
    too = f" {same_in(sorted(set(others) - {node.lineno}))}".rstrip()
    return Message(
        f"Line {node.lineno}: the number `{typed}` is typed in.",
        f"{means}{too}",
        advice,
    )


def _in_brackets(source: str, node: ast.expr) -> str:
    """What is to be added where a formula needs brackets in the place of the number."""
    for around in ast.walk(parsed(source) or ast.Module([], [])):
        if not isinstance(around, ast.BinOp):
            continue
        if _is_at(around.right, node) and isinstance(around.op, (ast.Div, ast.FloorDiv, ast.Mod)):
            return ", in round brackets, because it comes after a division sign"
        if isinstance(around.op, ast.Pow) and (_is_at(around.left, node) or _is_at(around.right, node)):
            return ", in round brackets, because the power must apply to all of it"
    return ""


def _is_at(node: ast.expr, other: ast.expr) -> bool:
    return (node.lineno, node.col_offset, type(node)) == (other.lineno, other.col_offset, type(other))


def _depends_on(exercise: Exercise, name: str) -> str:
    """The names of which the exercise computes this one."""
    texts = [text for equation in exercise.equations if equation.target == name for text in equation.texts]
    used = {node.id for text in texts for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    return " and ".join(f"`{other}`" for other in exercise.given if other in used)


def _names(code: str) -> str:
    names = [node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    return " and ".join(f"`{name}`" for name in dict.fromkeys(names))


def _followed(case: Case, part: Part) -> tuple[str, ...]:
    """The names whose shown values the answer keeps at other parameters; none, if that does not explain it."""
    exercise = case.exercise
    runs = [run for run in case.runs[1:] if not run.observation.failure]
    if not part.unseen_parameters or not runs:
        return ()
    names = [name for name in exercise.varied_names if name != "seed"]
    for group in [*((name,) for name in names), *combinations(names, 2), tuple(names)]:
        if all(_follows_shown(case, run, part, group) for run in runs):
            return group
    return ()


def _follows_shown(case: Case, run: Run, part: Part, group: tuple[str, ...]) -> bool:
    for variant in [{}, *(dict(variant.change) for variant in case.exercise.accepted_variants)]:
        p = replace(run.p, **{name: getattr(case.exercise.parameters, name) for name in group})
        expected = case.expected(run, variant, p)
        if all(case.matches(run, name, expected) for name in part.quantities):
            return True
    return False


def typed_group(case: Case, part: Part) -> Diagnosis | None:
    """Where the answer behaves as if some names had their shown values, and no such number is found in it."""
    exercise = case.exercise
    group = _followed(case, part)
    if not group:
        return None
    names = " and ".join(f"`{name}`" for name in group)
    numbers = " and ".join(f"{getattr(exercise.parameters, name):g}" for name in group)
    message = Message(
        f"With other parameters your code still computes as if {names} were {numbers}.",
        f"So something in it does not follow when {names} {'changes' if len(group) == 1 else 'change'}.",
        f"Look at each number that you typed: should it come from {names}?",
    )
    return Diagnosis(f"typed {' and '.join(group)}", message)
