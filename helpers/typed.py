"""A number typed in where a name belongs: found in the answer's text, once its behaviour shows that there is one."""

from __future__ import annotations

import ast

from .exercise import Exercise, Message, Slip
from .observe.magics import without_magics
from .observe.rewrite import given


def typed_number(exercise: Exercise, source: str) -> Slip | None:
    """The slip of the first number in ``source`` that is the shown value of a name, or of an expression of names.

    Only to be asked of an answer that is right as written and wrong at other parameters.
    """
    try:
        tree = ast.parse(without_magics(source))
    except SyntaxError:
        return None
    allowed = _assigned(tree, exercise)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and id(node) not in allowed:
            for name, value, tolerance in _values(exercise):
                if abs(node.value - value) <= tolerance * abs(value):
                    return Slip(f"typed {name}", _message(node, name))
    return None


def _assigned(tree: ast.Module, exercise: Exercise) -> set[int]:
    """The numbers that give one of the exercise's names its value: these may stand there."""
    shown = exercise.values(exercise.shown)
    return {id(part) for _, value, _ in given(tree, shown, shown) for part in ast.walk(value)}


def _values(exercise: Exercise):
    """(what belongs there, its shown value, relative tolerance)."""
    p = exercise.shown
    for name in ("n", "tau", "el", "r", "i_mean", "dt", "t_max"):
        if name in exercise.varied:
            yield name, abs(getattr(p, name)), 1e-9
    if "step_end" in exercise.varied or "t_max" in exercise.varied:
        yield "step_end", p.step_end, 1e-9
        yield "step_end - 1", p.step_end - 1, 1e-9
    if "n" in exercise.varied:
        yield "n - 1", p.n - 1, 1e-9
    if "tau" in exercise.varied:
        yield "dt / tau", p.dt / p.tau, 1e-9
        yield "r * i_mean", p.r * p.i_mean, 1e-9
    if "t_max" in exercise.varied:
        yield "the root of t_max / dt", (p.t_max / p.dt) ** 0.5, 0.005


def _message(node: ast.Constant, name: str) -> Message:
    belongs = name if name.startswith("the root") else f"`{name}`"
    return Message(
        f"Line {node.lineno} of your cell holds the number {node.value:g}.",
        f"It is the value that {belongs} has here; with other parameters it stays as it is.",
        "Write the name instead of the number, so that your code follows when the value changes.",
    )
