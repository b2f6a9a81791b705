"""Each student's marks as every export needs them, read from the gradebook at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import Gradebook, Student, SubmittedAssignment

from .connection import assignment


@dataclass(frozen=True)
class Result:
    """One student: who it is, the points (``raw``, None without a submission), and what was deducted for lateness."""

    id: str
    number: str
    first_name: str
    last_name: str
    email: str
    raw: float | None
    penalty: float
    by_hand: bool
    timestamp: datetime | None

    @property
    def score(self) -> float | None:
        return None if self.raw is None else max(0.0, self.raw - self.penalty)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Results:
    """The whole class, by id, with the highest score and the time when work was due (UTC)."""

    students: list[Result]
    highest: float
    due: datetime | None


def read(gradebook: Gradebook, only: list[str] | None = None) -> Results:
    """Raises GradebookError."""
    about = assignment(gradebook)
    columns = (
        SubmittedAssignment.score,
        SubmittedAssignment.late_submission_penalty,
        SubmittedAssignment.needs_manual_grade,
    )
    query = gradebook.db.query(Student.id, SubmittedAssignment.timestamp, *columns).select_from(SubmittedAssignment)
    query = query.join(Student, Student.id == SubmittedAssignment.student_id)
    graded = {row[0]: row for row in query.filter(SubmittedAssignment.assignment_id == about.id)}
    students = [_result(student, graded.get(student.id)) for student in gradebook.students]
    return Results([each for each in students if not only or each.id in only], about.max_score, about.duedate)


def _result(student: Student, row) -> Result:
    _, timestamp, raw, penalty, by_hand = row or (None, None, None, 0.0, False)
    names = (student.lms_user_id or "", student.first_name or "", student.last_name or "", student.email or "")
    return Result(student.id, *names, raw, penalty or 0.0, bool(by_hand), timestamp)


def points(value: float) -> str:
    """A mark as a learning system takes it: at most two places, without zeros at the end.

    >>> points(4.0), points(4.125), points(0)
    ('4', '4.13', '0')
    """
    return f"{value + 1e-9:.2f}".rstrip("0").rstrip(".")
