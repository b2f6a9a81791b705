"""A line that gave a wrong value before another one stopped, of which that stop says nothing."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, without_its_line
from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from .lines.formula_messages import formula_diagnosis
from .lines.wrong_line import WrongLine

OF_A_SHAPE = ("not transposed",)  # causes of a stop that any values would have in this shape


def with_a_wrong_line(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], exercise: Exercise, observation: Observation
) -> Diagnosis:
    """The diagnosis of a stop, with the first wrong line above it, where no value is what the stop comes of."""
    stop = (observation.failure or {}).get("line")
    spot = diagnosis.spot
    if spot is None or spot.line != stop or not (_is_text(spot.pieces[1]) or diagnosis.cause in OF_A_SHAPE):
        return diagnosis
    valued = [line for line in lines if line.is_specific and not line.is_misplaced and not line.is_vague]
    wrong = next((line for line in valued if line.statement.lineno != stop), None)
    if wrong is None:
        return diagnosis
    other = formula_diagnosis(exercise, observation.source, wrong)
    sentence = f"Then look at line {wrong.statement.lineno}: {without_its_line(other.message.observed)}"
    said = diagnosis.message
    return replace(diagnosis, message=replace(said, next=f"{said.next} {sentence}".strip()))


def _is_text(piece: str) -> bool:
    """Whether a piece of code is a text in quotes."""
    try:
        return isinstance(ast.literal_eval(piece), str)
    except (ValueError, SyntaxError):
        return False
