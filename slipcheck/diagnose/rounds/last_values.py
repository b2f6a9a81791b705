"""A value of each step that one loop computes and another one uses: only the last is left by then."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from ..replay import Replay
from .loop_variables import overwritten_by_a_loop

Loop = ast.For | ast.While


def value_of_another_loop(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """A name that holds what another loop gave it: where that loop replaced a value, or where it left its last one."""
    return overwritten_by_a_loop(exercise, replay) or left_by_a_loop(exercise, replay)


def left_by_a_loop(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """The first use, in a loop that does not change it, of a name that another loop above gives all its values."""
    loops = [node for node in replay.tree.body if isinstance(node, (ast.For, ast.While))]
    of_a_step = {equation.target for equation in exercise.equations if equation.depth and not equation.is_entry}
    stored = _names(replay.tree, ast.Store)
    for k, loop in enumerate(loops):
        own = {name.id for name in _names(loop, ast.Store)}
        for use in _names(loop, ast.Load):
            makers = [name for name in stored if name.id == use.id]
            above = next((other for other in loops[:k] if makers and _holds_all(other, makers)), None)
            if use.id in of_a_step - own and above is not None:
                maker = f"Line {makers[-1].lineno} computes `{use.id}` in the loop of line {above.lineno}."
                message = Message(
                    f"Line {use.lineno}: `{use.id}` is the same in every round.",
                    f"{maker} After that loop only the last value is left.",
                    f"Compute `{use.id}` in the loop of line {loop.lineno}, or collect its values in a list.",
                )
                return Diagnosis("left by a loop", message, spot_of(replay.source, use))
    return None


def _names(tree: ast.AST, context: type[ast.expr_context]) -> list[ast.Name]:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, context)]
    return sorted(names, key=lambda name: (name.lineno, name.col_offset))


def _holds_all(loop: Loop, names: list[ast.Name]) -> bool:
    """Whether all of these names stand in a loop, below its first line."""
    inside = {id(node) for statement in loop.body for node in ast.walk(statement)}
    return all(id(name) in inside for name in names)
