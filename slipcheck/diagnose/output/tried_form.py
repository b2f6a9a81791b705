"""The one change of a format, a space or a separator that gives printed lines the form that an exercise asks for."""

from __future__ import annotations

from itertools import islice

from slipcheck.diagnosis import Diagnosis, spot_at
from slipcheck.exercise import Exercise, Part
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation
from slipcheck.verdict import Rerun

from .call_changes import FormChange
from .form_changes import form_changes

MOST = 48  # changes that are tried


def right_form(exercise: Exercise, source: str, part: Part, rerun: Rerun | None) -> Diagnosis | None:
    """What the change says after which all rules of the part are met; None where no change does that."""
    tree = parsed(source)
    if tree is None or rerun is None:
        return None
    changes = list(islice(form_changes(source, tree), MOST))
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
