"""Points given by hand to an answer that has been replaced since: they count until an instructor decides on them."""

from __future__ import annotations

from dataclasses import dataclass

from nbgrader.api import BaseCell, Grade, Notebook, SubmittedNotebook
from nbgrader.api import SubmittedAssignment as Submission

from grading.text import points

from .connection import assignment, opened


@dataclass(frozen=True)
class HandMark:
    """Points by hand for an earlier answer; ``judged`` are those of the answer that is there now, None of words."""

    student: str
    stem: str
    grade_id: str
    by_hand: float
    judged: float | None

    def sentence(self) -> str:
        """What an instructor should know of it."""
        now = "the answer has changed since" if self.judged is None else f"the answer now earns {points(self.judged)}"
        return f"{self.student}: {self.stem}: {self.grade_id}: {points(self.by_hand)} given by hand earlier; {now}."


def hand_marks(database: str, student: str | None = None, stem: str | None = None) -> list[HandMark]:
    """Those of a class, of one student, or of one notebook, by student. Raises GradebookError."""
    with opened(database) as gradebook:
        return [_mark(*row) for row in _rows(gradebook, student, stem)]


def settle(database: str, drop: bool, student: str | None = None, stem: str | None = None) -> list[HandMark]:
    """Keep these marks for good, or drop them: what was judged counts, and words wait for a grade again.

    Gives the marks that were settled. Raises GradebookError.
    """
    with opened(database) as gradebook:
        rows = _rows(gradebook, student, stem)
        marks = [_mark(*row) for row in rows]
        for grade, *_ in rows:
            if drop:
                grade.manual_score = None
            grade.needs_manual_grade = drop and grade.auto_score is None
        gradebook.db.commit()
        return marks


def _rows(gradebook, student: str | None, stem: str | None) -> list:
    """(grade, student, stem, grade id) of each grade by hand that is to be looked at again."""
    about = assignment(gradebook)
    query = gradebook.db.query(Grade, Submission.student_id, Notebook.name, BaseCell.name).select_from(Grade)
    query = query.join(BaseCell, Grade.cell_id == BaseCell.id)
    query = query.join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
    query = query.join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
    query = query.join(Submission, SubmittedNotebook.assignment_id == Submission.id)
    query = query.filter(
        Submission.assignment_id == about.id, Grade.needs_manual_grade, Grade.manual_score.is_not(None)
    )
    if student:
        query = query.filter(Submission.student_id == student)
    if stem:
        query = query.filter(Notebook.name == stem)
    return query.order_by(Submission.student_id, Notebook.name, BaseCell.name).all()


def _mark(grade: Grade, student: str, stem: str, grade_id: str) -> HandMark:
    return HandMark(student, stem, grade_id, grade.manual_score, grade.auto_score)
