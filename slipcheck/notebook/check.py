"""The student's front door: find the answer cell just run, observe it, judge it, show the verdict."""

from __future__ import annotations

import os

from slipcheck.assessment import assess
from slipcheck.course import Course
from slipcheck.exercise import Exercise
from slipcheck.runs import rerun_of, runs

from . import answer_cell
from .panel import NotYet
from .verdict_panel import verdict_panel


def check(course: Course, number: int, part: str | None = None) -> None:
    """Run the answer of an exercise and show what is right and what is not yet.

    ``part`` names one graded part. Raises NotYet, shown as one line, unless all that was checked is right.
    """
    exercise, source = _asked(course, number, part)
    if part is None and os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return  # the graded parts follow, each with its own panel
    surroundings = answer_cell.surroundings(source)
    rerun = rerun_of(exercise, source, surroundings)
    verdict = assess(exercise, runs(exercise, source, surroundings), rerun=rerun)
    chosen = [part_verdict for part_verdict in verdict.parts if part in (None, part_verdict.part.name)]
    verdict_panel(verdict, chosen, source).show()
    right = sum(part_verdict.right for part_verdict in chosen)
    if right < len(chosen):
        raise NotYet(f"Exercise {number}: {right} of {len(chosen)} checks right so far.")


def _asked(course: Course, number: int, part: str | None) -> tuple[Exercise, str]:
    try:
        exercise = course.exercise(number)
        if part is not None:
            exercise.part(part)
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    source = answer_cell.find(course, number)
    if source is None:
        raise NotYet(f"The answer cell of exercise {number} was not run yet. Run it first, then check again.")
    return exercise, source
