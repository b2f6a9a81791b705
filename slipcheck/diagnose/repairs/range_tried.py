"""Whether another range is all that a loop needs."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Part

from .search import Attempt, part_is_right, trial_parameters


def with_its_range_tried(
    exercise: Exercise, source: str, diagnosis: Diagnosis, part: Part, attempt: Attempt
) -> Diagnosis:
    """Of a loop that runs through other numbers than it should: the diagnosis, with what the right ones leave wrong."""
    usual = [text for texts in exercise.loops.values() for text in texts if text.startswith("range")]
    texts = _with_each(source, diagnosis, usual)
    if not texts:
        return diagnosis
    others = _with_each(source, diagnosis, _near(usual), is_any=True)
    p = trial_parameters(exercise)
    trials = attempt([*texts, *others], p, False)
    is_right = [part_is_right(exercise, part, p, run) for run in trials]
    if any(is_right[: len(texts)]):
        return diagnosis
    if any(is_right):  # other indices than those of the text
        advice = "Check where the loop starts and where it ends."
        return replace(diagnosis, message=replace(diagnosis.message, means="", next=advice))
    failures = [run.failure for run in attempt(texts, exercise.parameters, True)]
    stops = {failure.get("line") for failure in failures if failure} if all(failures) else set()
    advice = "With the indices of the text the values are still wrong: look at the other lines too."
    if len(stops) == 1 and None not in stops:
        advice = f"With the right range line {stops.pop()} stops with an error: look at that line too."
    said = diagnosis.message
    means = re.sub(r"^It should run", "With the indices of the text it runs", said.means)
    return replace(diagnosis, message=replace(said, means=means, next=f"{said.next} {advice}"))


def _near(ranges: list[str]) -> list[str]:
    """The same that start at 0 or 1, and end one number sooner, as they do, or one later."""
    ends = dict.fromkeys(ast.unparse(ast.parse(text, mode="eval").body.args[-1]) for text in ranges)  # type: ignore[attr-defined]
    return [f"range({start}, {end}{by})" for end in ends for start in (0, 1) for by in (" - 1", "", " + 1")]


def _with_each(source: str, diagnosis: Diagnosis, ranges: list[str], is_any: bool = False) -> list[str]:
    """The cell with each of the ranges in the place of the marked one; none where something else is marked.

    Of an enumerate, the part that the diagnosis means, or all parts that may be meant.
    """
    spot = diagnosis.spot
    if diagnosis.cause != "loop range" or spot is None:
        return []
    before, piece, after = spot.pieces
    listed = re.fullmatch(r"enumerate\((\w+)\)", piece)
    if listed is not None:
        meant = ("[:-1])",) if "ends" in diagnosis.message.next else ("[1:], 1)",)
        parts = ("[:-1])", "[1:], 1)", "[1:-1], 1)", ", 1)") if is_any else meant
        ranges = [f"enumerate({listed[1]}{part}" for part in parts]
    elif not piece.startswith("range"):
        return []
    rows = source.split("\n")
    return ["\n".join([*rows[: spot.line - 1], f"{before}{text}{after}", *rows[spot.line :]]) for text in ranges]
