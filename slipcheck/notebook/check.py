"""``check``: find the answer cell that was just run, observe it, judge it, show the verdict."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from slipcheck.answer_rule import FoundAnswer
from slipcheck.assessment import assess
from slipcheck.course import Course
from slipcheck.diagnosis import Diagnosis
from slipcheck.edition import OLDER, is_older_file
from slipcheck.exercise import Exercise
from slipcheck.figure_description import figure_sentences
from slipcheck.observe import Observation
from slipcheck.runs import rerun_of, runs
from slipcheck.verdict import PartVerdict, Verdict

from . import answer_cell
from .panel import NotYet, Panel
from .verdict_panel import in_points, part_panel, verdict_panel

FIGURES = 3  # that are described


@dataclass
class Checked:
    """An answer that was checked, and what was said of it."""

    text: str
    told: list[Diagnosis] = field(default_factory=list)
    is_right: bool = False  # as a whole


LAST: dict[int, Checked] = {}  # exercise to the answer last checked


def check(course: Course, number: int, part: str | None = None, describe: bool = False) -> None:
    """Run the answer of an exercise and show what is right and what is not yet.

    ``part`` names one graded part, which gets one line, and what no panel has said of this answer. With ``describe``,
    sentences say what the answer's figures show. Raises NotYet, shown as one line, unless all that was checked is
    right.
    """
    exercise, answer = _asked(course, number, part)
    if part is None and os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return  # the graded parts follow, each with its own panel
    surroundings = answer_cell.surroundings(course, answer)
    rerun = rerun_of(exercise, answer.text, surroundings)
    made = runs(exercise, answer.text, surroundings)
    if describe:
        _figures_panel(number, made[0].observation).show()
    verdict = assess(exercise, made, rerun=rerun)
    if part is None:
        _show_all(course, verdict, answer)
    else:
        _show_part(verdict, next(judged for judged in verdict.parts if judged.part.name == part), answer.text)


def _figures_panel(number: int, observation: Observation) -> Panel:
    """What the figures of an answer show, in words."""
    sentences = [figure_sentences(figure) for figure in observation.figures[:FIGURES]]
    left = len(observation.figures) - len(sentences)
    more = [f"And {left} more figures."] if left else []
    return Panel(
        f"Exercise {number}: your figure in words", "info", [*sentences, *more] or ["Your answer draws nothing."]
    )


def _show_all(course: Course, verdict: Verdict, answer: FoundAnswer) -> None:
    number = verdict.exercise.number
    panel = verdict_panel(verdict, verdict.parts, answer_cell.described(number, answer))
    if number not in LAST and is_older_file(course, number, Path.cwd()):  # once is enough
        panel.closing.append(f"Note: {OLDER}")
    panel.show()
    told = [judged.diagnosis for judged in verdict.parts if judged.diagnosis is not None]
    right = sum(judged.right for judged in verdict.parts)
    LAST[number] = Checked(answer.text, told, right == len(verdict.parts))
    if right < len(verdict.parts):
        raise NotYet(f"Exercise {number}: {right} of {len(verdict.parts)} checks right so far.")


def _show_part(verdict: Verdict, judged: PartVerdict, text: str) -> None:
    number = verdict.exercise.number
    if number not in LAST or LAST[number].text != text:
        LAST[number] = Checked(text)
    told, diagnosis = LAST[number].told, judged.diagnosis
    is_told = any(diagnosis is not None and (old.cause, old.spot) == (diagnosis.cause, diagnosis.spot) for old in told)
    if judged.right or not is_told:
        part_panel(verdict, judged, is_told).show()
    if judged.right:
        return
    if diagnosis is not None:
        told.append(diagnosis)
    why = " The panel above says why." if is_told else ""
    raise NotYet(f"Exercise {number}: not yet: {judged.part.title}, 0 of {in_points(judged.part.points)}.{why}")


def _asked(course: Course, number: int, part: str | None) -> tuple[Exercise, FoundAnswer]:
    try:
        exercise = course.exercise(number)
        if part is not None:
            exercise.part(part)
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    answer = answer_cell.find(course, number)
    if answer is None:
        raise NotYet(f"The answer cell of exercise {number} was not run yet. Run it first, then check again.")
    return exercise, answer
