"""Where the class stands: ``python -m grading report COURSE`` writes report.html, to be read, and report.json.

Marks come from the gradebook, everything else from the stored verdicts.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from statistics import median

from grading.files import put
from grading.paths import ASSIGNMENT
from grading.templating import render

from .attention import Worth, worth
from .distribution import Distribution, bars, distribution
from .misconceptions import ExerciseSeen, exercises, to_go_over
from .students import STATES, Classroom, Learner, read

VERSION = 1  # of report.json


@dataclass
class Report:
    """Everything that both files tell."""

    title: str
    made: str
    room: Classroom
    marks: Distribution | None
    exercises: list[ExerciseSeen]
    worth: Worth

    @property
    def handed_in(self) -> list[Learner]:
        return [learner for learner in self.room.learners if learner.handed_in]

    @property
    def waiting(self) -> int:
        return sum(learner.result.by_hand for learner in self.room.learners)

    @property
    def again(self) -> list[ExerciseSeen]:
        return to_go_over(self.exercises)

    @property
    def answers_kept(self) -> bool:
        entries = [entry for learner in self.room.learners for entry in learner.entries.values()]
        return all(entry.answer is not None or entry.state == "failed" for entry in entries)


def report(course: Path, database: str, today: date) -> Report:
    """Raises GradebookError, NotGradedError, OSError, sqlite3.Error."""
    room = read(course, database)
    marks = [learner.result.score for learner in room.learners if learner.result.score is not None]
    spread = distribution(marks, room.highest)
    return Report(ASSIGNMENT, today.isoformat(), room, spread, exercises(room), worth(room))


def page(found: Report) -> str:
    """The report as HTML."""
    rows = sorted(found.room.learners, key=lambda each: (not each.handed_in, -(each.result.score or 0.0), each.id))
    drawn = bars(found.marks) if found.marks else []
    return render("report.html", report=found, states=STATES, rows=rows, bars=drawn, median=_median(found))


def _median(found: Report) -> float | None:
    marks = [each.result.score for each in found.room.learners if each.result.score is not None]
    return median(marks) if marks else None


def as_json(found: Report) -> str:
    """The report for people's own analysis. Names say what is what; shares are of 1."""
    content = {
        "version": VERSION,
        "assignment": found.title,
        "made": found.made,
        "highest": found.room.highest,
        "handed_in": len(found.handed_in),
        "waiting_for_a_hand": found.waiting,
        "distribution": asdict(found.marks) if found.marks else None,
        "exercises": [asdict(each) for each in found.exercises],
        "go_over_again": [each.stem for each in found.again],
        "worth_a_look": asdict(found.worth),
        "students": [_student(learner, found.room.stems) for learner in found.room.learners],
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _student(learner: Learner, stems: list[str]) -> dict:
    result = learner.result
    return {
        "id": result.id,
        "name": result.name,
        "score": result.score,
        "raw": result.raw,
        "late_penalty": result.penalty,
        "waiting_for_a_hand": result.by_hand,
        "exercises": {stem: _answer(learner, stem) for stem in stems},
    }


def _answer(learner: Learner, stem: str) -> dict:
    entry = learner.entry(stem)
    slips = [part["slip"] for part in entry.parts if not part["right"] and part["slip"]]
    return {
        "state": entry.state,
        "points": learner.scores.get(stem, 0.0),
        "slips": list(Counter(slips)),
        "flags": list(entry.flags),
        "seconds": entry.seconds,
    }


def write(course: Path, found: Report) -> list[Path]:
    """Both files. Raises WriteError."""
    paths = [course / "report.html", course / "report.json"]
    for path, text in zip(paths, (page(found), as_json(found)), strict=True):
        put(path, text.encode("utf-8", "replace"))
    return paths


def summary(found: Report) -> str:
    """The report in a line."""
    again = ", ".join(f"{each.number} ({each.lost:.0%} of the points lost)" for each in found.again[:3])
    said = f"{len(found.handed_in)} of {len(found.room.learners)} students handed in."
    return f"{said} Go over again first: {again}." if again else said
