"""What the gradebook holds of each student, read at once: points of every cell, comments, what waits for a hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import BaseCell, Comment, Grade, GradeCell, Notebook, Student, TaskCell
from nbgrader.api import SubmittedAssignment as Submission
from nbgrader.api import SubmittedNotebook as Submitted

from .connection import assignment


@dataclass(frozen=True)
class Scores:
    """One student's: by stem, what a feedback page tells.

    A notebook has ``cells`` (grade id to (points, most)), ``comments`` (grade id to text), ``waiting`` (grade ids),
    ``score`` (after the penalty), ``max_score`` and ``late_penalty``.
    """

    student: str
    name: str = ""
    timestamp: datetime | None = None
    notebooks: dict[str, dict] = field(default_factory=dict)

    @property
    def raw(self) -> float:
        return sum(each["score"] + each["late_penalty"] for each in self.notebooks.values())

    @property
    def penalty(self) -> float:
        return sum(each["late_penalty"] for each in self.notebooks.values())

    @property
    def score(self) -> float:
        return max(0.0, self.raw - self.penalty)

    @property
    def highest(self) -> float:
        return sum(each["max_score"] for each in self.notebooks.values())


def read_scores(gradebook, student: str | None = None) -> dict[str, Scores]:
    """Of all students with a submission, or of one, by id. Raises GradebookError."""
    wanted = [Submission.assignment_id == assignment(gradebook).id]
    wanted += [Submission.student_id == student] if student is not None else []
    found, by_id = _notebooks(gradebook.db, wanted)
    _cells(gradebook.db, wanted, by_id)
    for each in by_id.values():
        each["score"] = sum(points for points, _ in each["cells"].values()) - each["late_penalty"]
    return found


def _notebooks(db, wanted: list) -> tuple[dict[str, Scores], dict[str, dict]]:
    """Everything but cells and comments; the notebooks a second time by their number in the database."""
    about = (Submission.student_id, Student.first_name, Student.last_name, Submission.timestamp)
    query = db.query(Submitted.id, Notebook.name, Notebook.max_score, Submitted.late_submission_penalty, *about)
    query = query.select_from(Submitted).join(Submission, Submitted.assignment_id == Submission.id)
    query = query.join(Notebook, Submitted.notebook_id == Notebook.id)
    found, by_id = {}, {}
    for number, stem, most, penalty, student, first, last, when in query.join(Student).filter(*wanted):
        by_id[number] = {"cells": {}, "comments": {}, "waiting": [], "max_score": most, "late_penalty": penalty or 0.0}
        name = f"{first or ''} {last or ''}".strip()
        found.setdefault(student, Scores(student, name, when)).notebooks[stem] = by_id[number]
    return found, by_id


def _cells(db, wanted: list, by_id: dict[str, dict]) -> None:
    """Fill in points, comments and what waits."""
    most = dict(db.query(GradeCell.id, GradeCell.max_score).all()) | dict(db.query(TaskCell.id, TaskCell.max_score))
    for number, cell, name, score, waits in _of(db, wanted, Grade, Grade.score, Grade.needs_manual_grade):
        by_id[number]["cells"][name] = (score, most.get(cell, 0.0))
        by_id[number]["waiting"] += [name] if waits else []
    for number, _, name, comment in _of(db, wanted, Comment, Comment.comment):
        by_id[number]["comments"][name] = comment


def _of(db, wanted: list, table, *columns):
    """(number of the notebook, number of the cell, grade id, columns) of a table of grades or comments."""
    query = db.query(table.notebook_id, table.cell_id, BaseCell.name, *columns).select_from(table)
    query = query.join(BaseCell, table.cell_id == BaseCell.id).join(Submitted, table.notebook_id == Submitted.id)
    return query.join(Submission, Submitted.assignment_id == Submission.id).filter(*wanted).order_by(BaseCell.name)
