"""The search for a second change, where one change of a piece that is at fault does not make an answer right."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from itertools import islice

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Part
from slipcheck.judge.parse import parsed

from .edit import Edit, text_of
from .search import BATCH, Attempt, edits_of, right_after, trial_parameters
from .sentences import numbers_of, repaired

MOST = 200  # trials


def second_change(
    exercise: Exercise, source: str, part: Part, attempt: Attempt, piece: ast.AST, kinds: Sequence[str], line: int
) -> Diagnosis | None:
    """What the change of a ``line`` says that makes ``part`` right together with one of the ``piece``.

    A change of the piece, or around it, is one of these ``kinds``; where none are named, one of any kind.
    """
    edits = [edit for edit in edits_of(exercise, source) if not kinds or edit.kind in kinds]
    firsts = [edit for edit in edits if _is_of(edit, piece, "sign" in kinds)]
    known = set(numbers_of(exercise))
    unchanged = ast.unparse(parsed(source) or ast.Module([], []))
    left = MOST
    for first in sorted(firsts, key=lambda edit: abs(len(text_of(edit.node)) - len(text_of(piece)))):
        place = _place(source, line, first.source)
        if not left or not place:
            continue
        further = (edit for edit in edits_of(exercise, first.source) if set(edit.lines) == {place})
        edits = list(islice((edit for edit in further if _is_further(edit, known, unchanged)), left))
        left -= len(edits)
        right = _right(exercise, part, attempt, edits)
        if right and _right(exercise, part, attempt, [first]):  # no second one is needed
            return None
        if right:
            change = repaired(exercise, first.source, right)
            return change if _is_of_the_answer(change, unchanged) else None
    return None


def _is_of_the_answer(change: Diagnosis, unchanged: str) -> bool:
    """Whether the piece that a change is about stands in the answer, and was not made by the first change."""
    piece = re.search(r"`([^`]*)`", change.message.observed)
    return piece is None or piece[1] in unchanged


def _is_of(edit: Edit, piece: ast.AST, in_front: bool) -> bool:
    """Whether a change is one of the piece, or of what it is a part of in its line; of a sign, of the one in front."""
    if in_front or edit.kind == "other operator":
        pieces = [*ast.iter_child_nodes(edit.node)] if in_front else [edit.node]
        return any(_same(node, piece) for node in pieces)
    is_inside = any(_same(node, edit.node) for node in ast.walk(piece))
    is_around = isinstance(edit.node, ast.expr) and any(_same(node, piece) for node in ast.walk(edit.node))
    return is_inside or is_around


def _same(node: ast.AST, other: ast.AST) -> bool:
    ends = ("lineno", "col_offset", "end_lineno", "end_col_offset")
    return type(node) is type(other) and all(getattr(node, end, 0) == getattr(other, end, 1) for end in ends)


def _is_further(edit: Edit, known: set[float], unchanged: str) -> bool:
    """Whether a change does not take the first one back, nor make up for something else by a ``known`` number."""
    if edit.kind in ("other number", "number for a name") and float(edit.words[0]) in known:
        return False
    return edit.source != unchanged


def _place(source: str, line: int, changed: str) -> int:
    """The line after a change that was ``line`` before; 0 where statements have come or gone."""
    before, after = (
        [node for node in ast.walk(parsed(text) or ast.Module([], [])) if isinstance(node, ast.stmt)]
        for text in (source, changed)
    )
    if len(before) != len(after):
        return 0
    return next((new.lineno for old, new in zip(before, after, strict=True) if old.lineno == line), 0)


def _right(exercise: Exercise, part: Part, attempt: Attempt, edits: Sequence[Edit]) -> list[Edit]:
    """The changes after which the part is right, at other parameters and at the exercise's own."""
    p = trial_parameters(exercise)
    for k in range(0, len(edits), BATCH):
        better = right_after(exercise, part, edits[k : k + BATCH], attempt, p, False, ())
        best = right_after(exercise, part, better, attempt, exercise.parameters, True, ())
        if best:
            return best
    return []
