"""A second line with which an answer stops, once the first one is repaired."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, without_its_line
from slipcheck.exercise import Exercise, Part
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .crashes import explain_crash
from .lines.wrong_line import WrongLine
from .repaired_line import are_right, with_its_formula
from .repaired_place import repaired_piece
from .repairs.one_change import is_weak
from .repairs.search import Attempt, part_is_right, repairs
from .repairs.sentences import COUNTS, repaired

TRIED = {  # of a cause that names only a place: the changes that are tried
    "index out of range": COUNTS,
    "index of a number": ("index too much",),
}


def second_stop(
    exercise: Exercise,
    observation: Observation,
    first: Diagnosis,
    lines: Sequence[WrongLine],
    part: Part,
    attempt: Attempt,
) -> Diagnosis | None:
    """Why another line stops once the first is repaired, where the values of the part are right by then.

    Of ``lines``, the one with the fault is repaired by its formula where the diagnosis does not say how; then the stop
    must be the same as before, which has nothing to do with that line.
    """
    if first.spot is None:
        return None
    text = repaired_piece(observation.source, first)
    formulas = [] if text is not None else _with_right_formula(observation.source, first.spot.line, lines)
    if text is None and not formulas:
        return None
    run = attempt([text or formulas[0]], exercise.parameters, True)[0]
    failure = run.failure or {}
    if failure.get("kind") != "error" or failure.get("line") in (None, first.spot.line):
        return None
    before = (observation.failure or {}).get("message")
    if formulas and (failure.get("message") != before or not first.spot.line < failure["line"]):
        return None
    if not part_is_right(exercise, part, exercise.parameters, replace(run, failure=None)):
        return None
    second = explain_crash(exercise, run)
    said = second.message
    means = f"With line {first.spot.line} repaired, this line stops with an error. {said.means}".strip()
    return replace(second, message=replace(said, means=means))


def _with_right_formula(source: str, line: int, lines: Sequence[WrongLine]) -> list[str]:
    """The cell with the right formula in a line that is one of the wrong ones."""
    wrong = next((each for each in lines if each.is_at(line) and not each.is_misplaced), None)
    return with_its_formula(source, wrong) if wrong is not None else []


def with_the_next_stop(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], exercise: Exercise, source: str, part: Part, attempt: Attempt
) -> Diagnosis:
    """The diagnosis of an answer that stops, with the other line that stops it once the first is repaired."""
    spot = diagnosis.spot
    if spot is None:
        return diagnosis
    text = repaired_piece(source, diagnosis)
    first = next((line for line in lines if line.is_at(spot.line) and not line.is_misplaced), None)
    texts = [text] if text is not None else with_its_formula(source, first) if first is not None else []
    for run in attempt(texts, exercise.parameters, True) if texts else []:
        failure = run.failure or {"kind": "", "line": 0}
        if failure["kind"] not in ("", "error") or failure["line"] in (None, spot.line):
            continue
        is_through = not run.failure
        suspects = [line.statement.lineno for line in lines]
        second = _of_the_stop(exercise, run, part, attempt) if run.failure else None
        if is_through:  # where a formula stands in for the line, only the lines that are known to be wrong are tried
            second = _one_more(exercise, run, part, attempt, suspects, everywhere=text is not None)
        line = second.spot.line if second is not None and second.spot is not None else 0
        if second is None or not line or _is_said(diagnosis, line) or (line == spot.line and not is_through):
            continue
        where = "This line has a second fault" if line == spot.line else f"Then look at line {line}"
        sentence = f"{where}: {without_its_line(second.message.observed)}"
        said = diagnosis.message
        return replace(diagnosis, message=replace(said, next=f"{said.next} {sentence}".strip()))
    return diagnosis


def _one_more(
    exercise: Exercise, run: Observation, part: Part, attempt: Attempt, suspects: Sequence[int], everywhere: bool
) -> Diagnosis | None:
    """Of a cell that runs to its end by now, and is still wrong: the one change that makes the part right."""
    if are_right(exercise, part, attempt, [run.source]):
        return None
    edits = repairs(exercise, run.source, part, [], attempt, suspects, everywhere)
    return repaired(exercise, run.source, edits) if edits else None


def _of_the_stop(exercise: Exercise, run: Observation, part: Part, attempt: Attempt) -> Diagnosis | None:
    """Why a run stops, where that is known for certain, or a change that is tried makes the part right."""
    why = explain_crash(exercise, run)
    if not is_weak(why):
        return why
    kinds = TRIED.get(why.cause or "")
    if kinds is None:
        return None
    loops = [node.lineno for node in ast.walk(parsed(run.source) or ast.Module([], [])) if isinstance(node, ast.For)]
    suspects = [(run.failure or {}).get("line") or 0, *loops]
    edits = repairs(exercise, run.source, part, [], attempt, suspects, everywhere=False, kinds=kinds)
    return repaired(exercise, run.source, edits) if edits else None


def _is_said(diagnosis: Diagnosis, line: int) -> bool:
    """Whether the message says something of this line."""
    said = diagnosis.message
    return re.search(rf"\blines? .*\b{line}\b", f"{said.means} {said.next}") is not None
