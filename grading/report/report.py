"""The class report: ``python -m grading report COURSE`` writes report.html for people and report.json for programs.

Marks come from the gradebook, everything else from the stored verdicts.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median

from grading.files import write
from grading.paths import ASSIGNMENT
from grading.states import REPORTED, ExerciseState
from grading.templating import render

from .attention import NeedsAttention, needs_attention
from .class_data import Classroom, Learner, read_classroom
from .distribution import Distribution, bars, distribution_of
from .expectations import Expectation, expectations
from .misconceptions import ExerciseSummary, summaries, to_go_over
from .student_orders import orders

VERSION = 2  # of report.json
SLIPS = "report_slips.html"


@dataclass
class Report:
    """Everything that both files tell."""

    title: str
    made: str
    class_: Classroom
    distribution: Distribution | None
    exercises: list[ExerciseSummary]
    attention: NeedsAttention
    expectations: list[Expectation]

    @property
    def handed_in(self) -> list[Learner]:
        """The students who handed in anything."""
        return [learner for learner in self.class_.learners if learner.handed_in]

    @property
    def waiting(self) -> int:
        """How many students have an answer that waits for a grade by hand."""
        return len([learner for learner in self.class_.learners if learner.marks.waiting])

    @property
    def to_go_over(self) -> list[ExerciseSummary]:
        """The exercises to go over again, first things first."""
        return to_go_over(self.exercises)

    @property
    def has_answers(self) -> bool:
        """Whether the store has the answers, which an older one did not keep."""
        entries = [entry for learner in self.class_.learners for entry in learner.entries.values()]
        return all(entry.answer is not None or entry.state is ExerciseState.FAILED for entry in entries)


def make_report(course: Path, database: str, today: date) -> Report:
    """The report of a graded course folder. Raises GradebookError, NotGradedError, OSError, sqlite3.Error."""
    return report_on(read_classroom(course, database), today)


def report_on(class_: Classroom, today: date) -> Report:
    """The report of a class that was read."""
    distribution = distribution_of(_marks(class_), class_.highest)
    attention = needs_attention(class_)
    exercises = summaries(class_)
    return Report(ASSIGNMENT, today.isoformat(), class_, distribution, exercises, attention, expectations(class_))


def _marks(class_: Classroom) -> list[float]:
    """The marks of all who handed in anything."""
    marks = [learner.marks.score for learner in class_.learners]
    return [mark for mark in marks if mark is not None]


def report_page(report: Report) -> str:
    """The report as HTML: what is needed next, the students with the highest mark first, and numbers."""
    drawn = bars(report.distribution) if report.distribution else []
    order = orders(report.class_)[0]
    return _render("report.html", report, order=order, bars=drawn, median=_median(report))


def details_page(report: Report) -> str:
    """What is too long for the report: slips with examples, predictions with reasons, all that is worth a look."""
    return _render(SLIPS, report)


def _render(template: str, report: Report, **more) -> str:
    links = [(order.file, order.name) for order in orders(report.class_)]
    return render(template, report=report, states=REPORTED, links=links, details=SLIPS, **more)


def _median(report: Report) -> float | None:
    marks = _marks(report.class_)
    return median(marks) if marks else None


def as_json(report: Report) -> str:
    """The report for people's own analysis. Names say what is what; shares are of 1."""
    content = {
        "version": VERSION,
        "assignment": report.title,
        "made": report.made,
        "highest": report.class_.highest,
        "handed_in": len(report.handed_in),
        "waiting_for_a_hand": report.waiting,
        "distribution": asdict(report.distribution) if report.distribution else None,
        "exercises": [asdict(exercise) for exercise in report.exercises],
        "go_over_again": [exercise.stem for exercise in report.to_go_over],
        "expected": [asdict(expectation) for expectation in report.expectations],
        "worth_a_look": asdict(report.attention),
        "students": [_student(learner, report.class_.stems) for learner in report.class_.learners],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _student(learner: Learner, stems: list[str]) -> dict:
    marks = learner.marks
    return {
        "id": marks.id,
        "name": marks.name,
        "score": marks.score,
        "raw": marks.raw,
        "late_penalty": marks.penalty,
        "waiting_for_a_hand": bool(marks.waiting),
        "exercises": {stem: _answer(learner, stem) for stem in stems},
    }


def _answer(learner: Learner, stem: str) -> dict:
    entry = learner.entry(stem)
    slips = [part["cause"] for part in entry.parts if not part["right"] and part["cause"]]
    return {
        "state": entry.state,
        "points": learner.points(stem),
        "slips": list(Counter(slips)),
        "flags": list(entry.flags),
        "seconds": entry.seconds,
    }


def write_report(course: Path, report: Report) -> list[Path]:
    """Write the report, the pages that it links to, and report.json; the first and the last. Raises WriteError."""
    texts = {"report.html": report_page(report), "report.json": as_json(report), SLIPS: details_page(report)}
    for order in orders(report.class_)[1:]:
        texts[order.file] = _render("report_students.html", report, order=order)
    for name, text in texts.items():
        write(course / name, text)
    return [course / "report.html", course / "report.json"]


def summary(report: Report) -> str:
    """The report in a line."""
    first = [f"{one.number} ({one.stuck} of {one.tried} who tried)" for one in report.to_go_over[:3]]
    handed_in = f"{len(report.handed_in)} of {len(report.class_.learners)} students handed in."
    return f"{handed_in} Go over again first: {', '.join(first)}." if first else handed_in
