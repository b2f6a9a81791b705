"""The one change of a plot command after which a figure shows what an exercise asks for."""

from __future__ import annotations

import ast
from itertools import islice

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Part
from slipcheck.judge.parse import parsed
from slipcheck.verdict import Rerun

from ..formulas.pieces import called
from ..repairs.search import edits_of, right_after
from ..repairs.sentences import repaired

MOST = 60  # changes that are tried
DRAWING = ("plot", "scatter")


def right_drawing(exercise: Exercise, source: str, part: Part, rerun: Rerun | None) -> Diagnosis | None:
    """What the change says after which the part has drawn all that it should; None where no change does that."""
    tree = parsed(source)
    if tree is None or rerun is None:
        return None
    lines = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in DRAWING}
    edits = (edit for edit in edits_of(exercise, source) if lines & set(edit.lines) and not hasattr(edit.node, "body"))
    tried = list(islice(edits, MOST))
    right = right_after(exercise, part, tried, rerun.attempt, exercise.parameters, True, (), [part])
    is_decided = len({edit.lines for edit in right}) == 1  # of two commands, either could be meant
    return repaired(exercise, source, right) if is_decided else None
