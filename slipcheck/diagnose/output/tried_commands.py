"""The one change of a print or plot command after which it shows what an exercise asks for, in the form asked for."""

from __future__ import annotations

import ast
from itertools import islice

from slipcheck.diagnosis import Diagnosis, spot_at
from slipcheck.exercise import Exercise, Part
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation
from slipcheck.verdict import Rerun

from ..formulas.pieces import called
from ..repairs.search import edits_of, right_after
from ..repairs.sentences import repaired
from .call_changes import FormChange
from .form_changes import form_changes

MOST_FORMS = 48  # changes of a print that are tried
MOST_DRAWINGS = 60  # changes of a plot command that are tried
DRAWING = ("plot", "scatter")


def right_form(exercise: Exercise, source: str, part: Part, rerun: Rerun | None) -> Diagnosis | None:
    """What the change says after which all rules of the part are met; None where no change does that."""
    tree = parsed(source)
    if tree is None or rerun is None:
        return None
    changes = list(islice(form_changes(source, tree), MOST_FORMS))
    observations = rerun.attempt([_after(source, change) for change in changes], exercise.parameters, True)
    for change, observation in zip(changes, observations, strict=True):
        if not observation.failure and _is_met(exercise, part, observation):
            spot = spot_at(source, change.line, change.start, change.line, change.end, in_bytes=False)
            return Diagnosis(change.cause, change.message, spot)
    return None


def _after(source: str, change: FormChange) -> str:
    rows = source.splitlines()
    rows[change.line - 1] = change.text
    return "\n".join(rows)


def _is_met(exercise: Exercise, part: Part, observation: Observation) -> bool:
    return not any(rule(observation, exercise.parameters) for rule in part.rules)


def right_drawing(exercise: Exercise, source: str, part: Part, rerun: Rerun | None) -> Diagnosis | None:
    """What the change says after which the part has drawn all that it should; None where no change does that."""
    tree = parsed(source)
    if tree is None or rerun is None:
        return None
    lines = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in DRAWING}
    edits = (edit for edit in edits_of(exercise, source) if lines & set(edit.lines) and not hasattr(edit.node, "body"))
    tried = list(islice(edits, MOST_DRAWINGS))
    right = right_after(exercise, part, tried, rerun.attempt, exercise.parameters, True, (), [part])
    is_decided = len({edit.lines for edit in right}) == 1  # of two commands, either could be meant
    return repaired(exercise, source, right) if is_decided else None
