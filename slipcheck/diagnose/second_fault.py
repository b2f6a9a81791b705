"""A second fault, which has nothing to do with the first: what to look at when that one is mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.observe import Observation

from .answer_line import names_in
from .recorded_answer import OF_SIZE, lowered
from .repairs.search import Attempt, repairs
from .wrong_line import WrongLine


def with_another_objection(diagnosis: Diagnosis, others: Sequence[Diagnosis]) -> Diagnosis:
    """Of a figure: the diagnosis, with what else is wrong in the figure, where another line says it."""
    line = diagnosis.spot.line if diagnosis.spot is not None else None
    elsewhere = (other for other in others if other.spot is not None and other.spot.line != line)
    other = next((other for other in elsewhere if other.cause != diagnosis.cause), None)
    if other is None or other.spot is None:
        return diagnosis
    observed = other.message.observed.removeprefix(f"Line {other.spot.line}: ")
    why = re.match(r"[^.]*\.(?= |$)", other.message.means)
    return _ending(
        diagnosis, f"Then look at line {other.spot.line}: {lowered(observed)} {why[0] if why else ''}".strip()
    )


def with_another_line(
    diagnosis: Diagnosis,
    lines: Sequence[WrongLine],
    exercise: Exercise,
    observation: Observation,
    part: Part,
    attempt: Attempt,
) -> Diagnosis:
    """Of wrong values: the diagnosis, with the next line that gives wrong ones for a reason of its own.

    Two lines are two faults where no change of either of them alone makes the part right.
    """
    valued = [line for line in lines if not line.is_misplaced]
    first = next((line for line in valued if diagnosis.spot and line.statement.lineno == diagnosis.spot.line), None)
    if first is None or observation.failure:
        return diagnosis
    other = next((line for line in valued if line.is_specific and _is_independent(line, first, valued)), None)
    if other is None:
        return diagnosis
    suspects = [first.statement.lineno, other.statement.lineno]
    if repairs(exercise, observation.source, part, [], attempt, suspects, everywhere=False):
        return diagnosis
    return _ending(diagnosis, f"Then look at line {other.statement.lineno}: it gives a wrong value too.")


def _is_independent(line: WrongLine, first: WrongLine, valued: Sequence[WrongLine]) -> bool:
    """Whether the fault is not what another wrong line has made of its values, nor the same one elsewhere."""
    if line.statement is first.statement or line.equation.target == first.equation.target:
        return False
    made = {other.equation.target for other in valued if other is not line and not other.is_specific}
    if line.fault.kind in OF_SIZE:
        made |= {other.equation.target for other in valued if other is not line}
    return not made & set(names_in(line.fault.node))


def _ending(diagnosis: Diagnosis, sentence: str) -> Diagnosis:
    message = diagnosis.message
    return replace(diagnosis, message=Message(message.observed, message.means, f"{message.next} {sentence}".strip()))
