"""Write marks into nbgrader's gradebook, so that formgrader, feedback and export see ordinary results."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from nbgrader.api import (
    Comment,
    Grade,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from sqlalchemy import insert, update

from grading.paths import ASSIGNMENT

from .assignment_layout import Cells, Layout
from .connection import opened
from .late import LatePenalties
from .points import NotebookPoints

NO_RESPONSE = "No response."  # nbgrader's own comment on what was left as given


class Writer:
    """Writes into one gradebook. Use as a context manager. Raises GradebookError, on everything done with it."""

    def __init__(self, url: str, penalties: LatePenalties | None = None):
        self.stack = contextlib.ExitStack()
        self.gradebook = self.stack.enter_context(opened(url))
        self.known = {row.id for row in self.gradebook.students}
        self.gradebook.db.rollback()  # what follows, nbgrader's release too, begins with nothing held
        self.penalties = penalties or LatePenalties()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *exception) -> bool | None:
        return self.stack.__exit__(*exception)

    def has_assignment(self) -> bool:
        """Whether the gradebook knows the assignment and its notebooks."""
        try:
            return len(self.gradebook.find_assignment(ASSIGNMENT).notebooks) > 0
        except MissingEntry:
            return False
        finally:
            self.gradebook.db.rollback()

    def has_submission(self, student: str) -> bool:
        """Whether the gradebook has a submission of this student."""
        try:
            self.gradebook.find_submission(ASSIGNMENT, student)
        except MissingEntry:
            return False
        return True

    def add_student(self, student: str) -> None:
        """Make a student known to the gradebook, who may have handed in nothing."""
        if student not in self.known:
            self.gradebook.db.add(Student(id=student))
            self.gradebook.db.commit()
            self.known.add(student)

    def write(self, student: str, when: datetime | None, by_stem: dict[str, NotebookPoints]) -> None:
        """Write the points of some notebooks, by stem, in one step. What is not named in ``by_stem`` earns nothing.

        A grade given by hand stays. It is to be looked at again, unless its answer and what was judged are as before.
        """
        assignment = self.layout.assignment  # before anything is written: it raises where there is none
        self.add_student(student)
        submission = self._submission(assignment, student)
        notebooks = self._notebooks(submission)
        self._write_grades(notebooks, by_stem)
        self._write_comments(notebooks, by_stem)
        self.gradebook.db.flush()
        self.penalties.settle(submission, when)
        self.gradebook.db.commit()

    @cached_property
    def layout(self) -> Layout:
        """The assignment as the gradebook knows it. Raises GradebookError."""
        return Layout.of(self.gradebook)

    def _submission(self, assignment: str, student: str) -> SubmittedAssignment:
        """The submission of a student; made where there is none."""
        db = self.gradebook.db
        about = {"assignment_id": assignment, "student_id": student}
        submission = db.query(SubmittedAssignment).filter_by(**about).one_or_none()
        if submission is None:
            submission = SubmittedAssignment(**about)
            db.add(submission)
            db.flush()
        return submission

    def _notebooks(self, submission: SubmittedAssignment) -> dict[str, str]:
        """The notebooks of one submission, by stem; those that are not there yet are made."""
        db = self.gradebook.db
        query = db.query(SubmittedNotebook.notebook_id, SubmittedNotebook.id)
        there = dict(query.filter_by(assignment_id=submission.id).all())
        missing = set(self.layout.notebooks.values()) - set(there)
        new = [{"id": new_uuid(), "assignment_id": submission.id, "notebook_id": number} for number in missing]
        if new:
            db.execute(insert(SubmittedNotebook), new)
        there |= {row["notebook_id"]: row["id"] for row in new}
        return {stem: there[number] for stem, number in self.layout.notebooks.items()}

    def _write_grades(self, notebooks: dict[str, str], by_stem: dict[str, NotebookPoints]) -> None:
        """All grades of a submission."""
        db = self.gradebook.db
        query = db.query(Grade).filter(Grade.notebook_id.in_(notebooks.values()))
        there = {(grade.notebook_id, grade.cell_id): grade for grade in query}
        rows = []
        for stem, name, notebook, cell in _places(notebooks, self.layout.graded):
            before = there.get((notebook, cell))
            content = _grade(by_stem[stem], name, before) if stem in by_stem else None
            rows.append(GradebookRow(notebook, cell, before.id if before else None, content))
        _write_rows(db, Grade, rows, empty={"auto_score": None, "needs_manual_grade": True})

    def _write_comments(self, notebooks: dict[str, str], by_stem: dict[str, NotebookPoints]) -> None:
        """All comments of a submission: nbgrader's own on what was left as given."""
        db = self.gradebook.db
        query = db.query(Comment.notebook_id, Comment.cell_id, Comment.id)
        there = {(row[0], row[1]): row[2] for row in query.filter(Comment.notebook_id.in_(notebooks.values()))}
        rows = []
        for stem, name, notebook, cell in _places(notebooks, self.layout.commented):
            content = _comment(by_stem[stem], name) if stem in by_stem else None
            rows.append(GradebookRow(notebook, cell, there.get((notebook, cell)), content))
        _write_rows(db, Comment, rows, empty={"auto_comment": None})


def _places(notebooks: dict[str, str], cells: Cells) -> Iterator[tuple[str, str, str, str]]:
    """(stem, grade id, number of the notebook, number of the cell) of the cells of one kind."""
    for stem, notebook in notebooks.items():
        for name, cell in cells.get(stem, {}).items():
            yield stem, name, notebook, cell


@dataclass(frozen=True)
class GradebookRow:
    """A grade or comment: its number if it is there already, and what is to be written, if anything."""

    notebook: str
    cell: str
    number: str | None
    content: dict | None


def _write_rows(db, table, rows: list[GradebookRow], empty: dict) -> None:
    """One statement for what is new, which is ``empty`` where nothing is known of it, one for what is changed."""
    new = [
        {"id": new_uuid(), "notebook_id": row.notebook, "cell_id": row.cell, **(row.content or empty)}
        for row in rows
        if row.number is None
    ]
    changed = [{"id": row.number, **row.content} for row in rows if row.number is not None and row.content]
    if new:
        db.execute(insert(table), new)
    if changed:
        db.execute(update(table), changed)


def _grade(points: NotebookPoints, name: str, before: Grade | None) -> dict:
    earned = points.points.get(name, 0.0)
    needs = earned is None
    if before is not None and before.manual_score is not None:
        is_as_before = name in points.unchanged and before.auto_score == earned
        needs = before.needs_manual_grade or not is_as_before
    return {"auto_score": earned, "needs_manual_grade": needs}


def _comment(points: NotebookPoints, name: str) -> dict:
    return {"auto_comment": NO_RESPONSE if name in points.unanswered else None}
