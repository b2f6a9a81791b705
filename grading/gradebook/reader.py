"""Read the gradebook for a whole class at once: each student's name, points, comments and penalties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import BaseCell, Comment, Grade, Gradebook, GradeCell, Notebook, Student, SubmittedNotebook, TaskCell
from nbgrader.api import SubmittedAssignment as Submission

from .connection import assignment, opened


@dataclass
class NotebookMarks:
    """One notebook of a student: ``cells`` maps a grade id to its points and the most that it can have.

    ``comments`` maps a grade id to the text, ``waiting`` lists the grade ids that wait for a grade by hand, ``by_hand``
    those whose points were given by hand, and ``to_review`` those of them whose answer has changed since.
    """

    max_score: float
    late_penalty: float = 0.0
    cells: dict[str, tuple[float, float]] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    to_review: list[str] = field(default_factory=list)

    @property
    def points(self) -> float:
        """The points before the late penalty."""
        return sum(points for points, _ in self.cells.values())

    @property
    def score(self) -> float:
        """The points after the late penalty."""
        return self.points - self.late_penalty


@dataclass
class StudentMarks:
    """One student: who it is, and the marks of each notebook by stem; ``timestamp`` is in UTC."""

    id: str
    number: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    handed_in: bool = False
    timestamp: datetime | None = None
    notebooks: dict[str, NotebookMarks] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """First and last name; empty where the gradebook has neither."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def points(self) -> dict[str, float]:
        """The points of each notebook by stem, before the late penalty."""
        return {stem: notebook.points for stem, notebook in self.notebooks.items()}

    @property
    def raw(self) -> float | None:
        """All points before the late penalty; None if nothing was handed in."""
        return sum(self.points.values(), 0.0) if self.handed_in else None

    @property
    def penalty(self) -> float:
        """The points that are deducted because the work was late."""
        return sum((notebook.late_penalty for notebook in self.notebooks.values()), 0.0)

    @property
    def score(self) -> float | None:
        """The mark: all points after the late penalty; None if nothing was handed in."""
        raw = self.raw
        return None if raw is None else max(0.0, raw - self.penalty)

    @property
    def highest(self) -> float:
        """The most points that the notebooks of this student can have."""
        return sum((notebook.max_score for notebook in self.notebooks.values()), 0.0)

    @property
    def waiting(self) -> list[str]:
        """The stems of the notebooks in which an answer waits for a grade by hand."""
        return [stem for stem, notebook in self.notebooks.items() if notebook.waiting]


@dataclass
class ClassMarks:
    """All students by last and first name, the highest mark there is, and the time when work was due (UTC)."""

    students: list[StudentMarks]
    highest: float
    due: datetime | None


def read_marks(database: str) -> ClassMarks:
    """The marks of the whole class, from a gradebook's address. Raises GradebookError."""
    with opened(database) as gradebook:
        return read_class(gradebook)


def read_class(gradebook: Gradebook, only: Collection[str] = ()) -> ClassMarks:
    """The marks of all students, or of ``only`` those. Raises GradebookError."""
    about = assignment(gradebook)
    chosen = [Student.id.in_(only)] if only else []
    students = _students(gradebook.db, chosen)
    chosen.append(Submission.assignment_id == about.id)
    by_number = _notebooks(gradebook.db, chosen, students)
    _fill_cells(gradebook.db, chosen, by_number)
    return ClassMarks(list(students.values()), about.max_score, about.duedate)


def student_marks(gradebook: Gradebook, student: str) -> StudentMarks:
    """The marks of one student whom the gradebook knows. Raises GradebookError."""
    return read_class(gradebook, [student]).students[0]


def _students(db, chosen: list) -> dict[str, StudentMarks]:
    columns = (Student.id, Student.lms_user_id, Student.first_name, Student.last_name, Student.email)
    query = db.query(*columns).filter(*chosen).order_by(Student.last_name, Student.first_name)
    return {
        student: StudentMarks(student, number or "", first_name or "", last_name or "", email or "")
        for student, number, first_name, last_name, email in query
    }


def _notebooks(db, chosen: list, students: dict[str, StudentMarks]) -> dict[str, NotebookMarks]:
    """Fill in submissions and notebooks; gives the notebooks by their number in the database."""
    query = db.query(Submission.student_id, Submission.timestamp).join(Student)
    for student, timestamp in query.filter(*chosen):
        students[student].handed_in = True
        students[student].timestamp = timestamp
    columns = (SubmittedNotebook.id, Notebook.name, Notebook.max_score, SubmittedNotebook.late_submission_penalty)
    query = db.query(Submission.student_id, *columns).select_from(SubmittedNotebook)
    query = query.join(Submission, SubmittedNotebook.assignment_id == Submission.id).join(Student)
    query = query.join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
    by_number = {}
    for student, number, stem, max_score, penalty in query.filter(*chosen):
        by_number[number] = NotebookMarks(max_score, penalty or 0.0)
        students[student].notebooks[stem] = by_number[number]
    return by_number


def _fill_cells(db, chosen: list, by_number: dict[str, NotebookMarks]) -> None:
    """Fill in points, comments and what waits."""
    most = dict(db.query(GradeCell.id, GradeCell.max_score).all()) | dict(db.query(TaskCell.id, TaskCell.max_score))
    columns = (Grade.score, Grade.needs_manual_grade, Grade.manual_score)
    for number, cell, name, score, waits, manual in _cells_of(db, chosen, Grade, *columns):
        notebook = by_number[number]
        notebook.cells[name] = (score, most.get(cell, 0.0))
        if manual is not None:
            notebook.by_hand.append(name)
        if waits:
            (notebook.waiting if manual is None else notebook.to_review).append(name)
    for number, _, name, comment in _cells_of(db, chosen, Comment, Comment.comment):
        by_number[number].comments[name] = comment


def _cells_of(db, chosen: list, table, *columns):
    """(number of the notebook, number of the cell, grade id, columns) of a table of grades or comments."""
    query = db.query(table.notebook_id, table.cell_id, BaseCell.name, *columns).select_from(table)
    query = query.join(BaseCell, table.cell_id == BaseCell.id)
    query = query.join(SubmittedNotebook, table.notebook_id == SubmittedNotebook.id)
    query = query.join(Submission, SubmittedNotebook.assignment_id == Submission.id).join(Student)
    return query.filter(*chosen).order_by(BaseCell.name)
