"""A number typed in where a name belongs: found in the answer's text, once its behaviour shows that there is one."""

from __future__ import annotations

import ast
from itertools import combinations
from typing import cast

from slipcheck.exercise import Exercise, Expression, Message, Part, Slip
from slipcheck.judge.judge import Case
from slipcheck.judge.parse import parsed
from slipcheck.observe.rewrite import given
from slipcheck.verdict import Run


def typed_number(exercise: Exercise, source: str) -> Slip | None:
    """The slip of the first number in ``source`` that is the shown value of a name, or of an expression of names.

    Only to be asked of an answer that is right as written and wrong at other parameters.
    """
    tree = parsed(source)
    if tree is None:
        return None
    allowed = _assigned(tree, exercise)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and id(node) not in allowed:
            for expression in exercise.expressions:
                if set(expression.varied_with) & set(exercise.varied_names) and _is_value(node, expression, exercise):
                    return Slip(f"typed {expression.text}", _message(node, expression))
    return None


def _assigned(tree: ast.Module, exercise: Exercise) -> set[int]:
    """The numbers that give one of the exercise's names its value: these may stand there."""
    shown = exercise.values(exercise.shown)
    return {id(part) for _, value, _ in given(tree, shown, shown) for part in ast.walk(value)}


def _is_value(node: ast.Constant, expression: Expression, exercise: Exercise) -> bool:
    value = expression.value(exercise.shown)
    return abs(_number(node) - value) <= expression.tolerance * abs(value)


def _number(node: ast.Constant) -> float:
    """Its value, which is known to be an int or a float."""
    return cast(float, node.value)


def _message(node: ast.Constant, expression: Expression) -> Message:
    belongs = f"`{expression.text}`" if expression.is_code else expression.text
    return Message(
        f"Line {node.lineno} of your cell holds the number {_number(node):g}.",
        f"It is the value that {belongs} has here; with other parameters it stays as it is.",
        "Write the name instead of the number, so that your code follows when the value changes.",
    )


def typed_in(case: Case, part: Part) -> Slip | None:
    """The slip of a number typed in where a name belongs: the answer follows the shown value of that name."""
    exercise = case.exercise
    runs = [run for run in case.runs[1:] if not run.observation.failure]
    if not part.unseen_parameters or not runs:
        return None
    names = [name for name in exercise.varied_names if name != "seed"]
    for group in [*((name,) for name in names), *combinations(names, 2), tuple(names)]:
        if all(_follows_shown(case, run, part, group) for run in runs):
            return Slip(f"typed {' and '.join(group)}", typed_message(exercise, group, runs[0]))
    return None


def _follows_shown(case: Case, run: Run, part: Part, group: tuple[str, ...]) -> bool:
    for reading in [{}, *(dict(reading.change) for reading in case.exercise.accepted_variants)]:
        p = run.p.but(**{name: getattr(case.exercise.shown, name) for name in group})
        expected = case.expected(run, reading, p)
        if all(case.matches(run, name, expected) for name in part.quantities):
            return True
    return False


def typed_message(exercise: Exercise, group: tuple[str, ...], run: Run) -> Message:
    """What is said of numbers that stand where the names of ``group`` belong."""
    names = " and ".join(f"`{name}`" for name in group)
    shown = " and ".join(f"{getattr(exercise.shown, name):g}" for name in group)
    return Message(
        f"With other parameters your code still computes as if {names} were {shown}.",
        "A number is typed in where a name belongs, so your code cannot follow when the value changes.",
        f"Find that number in your lines and write the name instead ({names}).",
    )
