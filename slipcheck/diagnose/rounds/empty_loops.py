"""Loops that never run."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..formulas.pieces import called
from ..replay import Replay
from ..values import value_of

RECORDED = (ast.Assign, ast.AugAssign, ast.Expr)  # statements of which each execution is recorded


def never_runs(replay: Replay) -> Diagnosis | None:
    """The first loop whose lines were not carried out, though the loop was reached."""
    for loop in (node for node in ast.walk(replay.tree) if isinstance(node, (ast.For, ast.While))):
        reached = replay.of(loop)
        if not reached or not isinstance(loop.body[0], RECORDED) or replay.of(loop.body[0]):
            continue
        piece = loop.iter if isinstance(loop, ast.For) else loop.test
        means = f"Its condition `{_code(replay, piece)}` is false from the start."
        advice = "When should the loop run?"
        if isinstance(loop, ast.For):
            means = f"`{_code(replay, piece)}` gives no values.{_why(piece, reached[0].names)}"
            advice = "Which values should the loop run through?"
        message = Message(f"Line {loop.lineno}: this loop never runs.", means, advice)
        return Diagnosis("loop range", message, spot_of(replay.source, piece))
    return None


def _code(replay: Replay, piece: ast.expr) -> str:
    return " ".join((ast.get_source_segment(replay.source, piece) or "").split())


def _why(piece: ast.expr, names: dict[str, object]) -> str:
    """Of a range that starts at its end, or above it."""
    if not isinstance(piece, ast.Call) or called(piece) not in ("range", "arange") or len(piece.args) < 2:
        return ""
    start, end = (value_of(argument, names) for argument in piece.args[:2])
    if not isinstance(start, (int, float)) or not isinstance(end, (int, float)) or start < end:
        return ""
    return f" It starts at {start:g}, and ends before {end:g}."
