"""Sliders over an answer, as if its cell had just been run."""

from __future__ import annotations

from helpers.course import COURSE
from slipcheck.notebook.explore import Explorer
from slipcheck.notebook.run_cells import RAN, RunCell


def sliders_over(number: int, source: str | None) -> Explorer:
    """The sliders of an exercise; without a source, no answer was run."""
    RAN.clear()
    if source is not None:
        RAN.append(RunCell(source, f"ex{number:02d}"))
    return Explorer(COURSE, COURSE.exercise(number))
