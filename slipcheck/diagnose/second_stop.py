"""A second line with which an answer stops, once the first one is repaired."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Part

from .crashes import explain_crash
from .repairs.search import Attempt, part_is_right


def second_stop(exercise: Exercise, source: str, first: Diagnosis, part: Part, attempt: Attempt) -> Diagnosis | None:
    """Why another line stops once the first is repaired, where the values of the part are right by then."""
    repaired = _repaired(source, first)
    if repaired is None or first.spot is None:
        return None
    run = attempt([repaired], exercise.parameters, True)[0]
    failure = run.failure or {}
    if failure.get("kind") != "error" or failure.get("line") in (None, first.spot.line):
        return None
    if not part_is_right(exercise, part, exercise.parameters, replace(run, failure=None)):
        return None
    second = explain_crash(exercise, run)
    said = second.message
    means = f"With line {first.spot.line} repaired, this line stops with an error. {said.means}".strip()
    return replace(second, message=replace(said, means=means))


def _repaired(source: str, first: Diagnosis) -> str | None:
    """The cell with the marked piece repaired, where the diagnosis says exactly how."""
    if first.spot is None:
        return None
    before, marked, after = first.spot.pieces
    meant = re.match(r"Did you mean `(\w+)`", first.message.next)
    other = meant[1] if meant is not None and marked.isidentifier() else None
    if first.cause == "row for column":
        other = _as_column(marked)
    if other is None:
        return None
    rows = source.split("\n")
    return "\n".join([*rows[: first.spot.line - 1], f"{before}{other}{after}", *rows[first.spot.line :]])


def _as_column(text: str) -> str | None:
    """The piece with its index as that of a column."""
    try:
        piece = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if not isinstance(piece, ast.Subscript):
        return None
    return f"{ast.unparse(piece.value)}[:, {ast.unparse(piece.slice)}]"
