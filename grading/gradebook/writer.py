"""The one writer: marks into nbgrader's gradebook, so that formgrader, feedback and export see ordinary results."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import (
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
    new_uuid,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import insert, update

from grading.paths import ASSIGNMENT

from .connection import assignment, opened

Cells = dict[str, dict[str, str]]  # stem and grade id to the number of a cell in the gradebook
EMPTY = {Grade: {"auto_score": None, "needs_manual_grade": True}, Comment: {"auto_comment": None}}  # as nbgrader does


@dataclass
class Sheet:
    """The marks of one notebook: grade id to points (None: by hand), and the cells that were left as given."""

    points: dict[str, float | None] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)


class Writer:
    """Writes into one gradebook. Use as a context manager. Raises GradebookError, on everything done with it."""

    def __init__(self, url: str, late: AssignLatePenalties | None = None):
        self.stack = contextlib.ExitStack()
        self.gradebook = self.stack.enter_context(opened(url))
        self.known = {row.id for row in self.gradebook.students}
        self.gradebook.db.rollback()  # what follows, nbgrader's release too, begins with nothing held
        self.late = late or AssignLatePenalties()
        self.late.init_plugin()
        self.layout: Layout | None = None

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *exception) -> bool | None:
        return self.stack.__exit__(*exception)

    def has_assignment(self) -> bool:
        try:
            return len(self.gradebook.find_assignment(ASSIGNMENT).notebooks) > 0
        except MissingEntry:
            return False
        finally:
            self.gradebook.db.rollback()

    def has_submission(self, student: str) -> bool:
        try:
            self.gradebook.find_submission(ASSIGNMENT, student)
        except MissingEntry:
            return False
        return True

    def add_student(self, student: str) -> None:
        """Known to the gradebook, even if nothing was handed in."""
        if student not in self.known:
            self.gradebook.db.add(Student(id=student))
            self.gradebook.db.commit()
            self.known.add(student)

    def write(self, student: str, when: datetime | None, sheets: dict[str, Sheet]) -> None:
        """The marks of some notebooks, by stem, in one step. What no sheet names earns nothing.

        As nbgrader's SaveAutoGrades does it: a grade given by hand stays, and is to be looked at again.
        """
        db = self.gradebook.db
        self.layout = self.layout or Layout.of(self.gradebook)
        self.add_student(student)
        submission = self._submission(student)
        submission.timestamp = when or submission.timestamp
        notebooks = self._notebooks(submission)
        for table, cells in ((Grade, self.layout.graded), (Comment, self.layout.commented)):
            self._rows(table, cells, notebooks, sheets)
        db.flush()
        self._write_penalties(submission, student)
        db.commit()

    def _submission(self, student: str) -> SubmittedAssignment:
        db, about = self.gradebook.db, {"assignment_id": self.layout.assignment, "student_id": student}
        found = db.query(SubmittedAssignment).filter_by(**about).one_or_none()
        if found is None:
            found = SubmittedAssignment(**about)
            db.add(found)
            db.flush()
        return found

    def _notebooks(self, submission: SubmittedAssignment) -> dict[str, str]:
        """Of one submission, by stem; those that are not there yet are made."""
        db = self.gradebook.db
        query = db.query(SubmittedNotebook.notebook_id, SubmittedNotebook.id)
        there = dict(query.filter_by(assignment_id=submission.id).all())
        missing = set(self.layout.notebooks.values()) - set(there)
        new = [{"id": new_uuid(), "assignment_id": submission.id, "notebook_id": each} for each in missing]
        if new:
            db.execute(insert(SubmittedNotebook), new)
        there |= {each["notebook_id"]: each["id"] for each in new}
        return {stem: there[number] for stem, number in self.layout.notebooks.items()}

    def _rows(
        self, table, cells: dict[str, dict[str, str]], notebooks: dict[str, str], sheets: dict[str, Sheet]
    ) -> None:
        """All grades or all comments of a submission: one statement for what is new, one for what is changed."""
        columns = [table.notebook_id, table.cell_id, table.id, *([Grade.manual_score] if table is Grade else [])]
        query = self.gradebook.db.query(*columns).filter(table.notebook_id.in_(notebooks.values()))
        there = {(notebook, cell): (number, *manual) for notebook, cell, number, *manual in query}
        new, changed = [], []
        for stem, notebook in notebooks.items():
            for name, cell in cells.get(stem, {}).items():
                number, *manual = there.get((notebook, cell), (None, None))
                row = {}
                if stem in sheets:
                    row = _graded(sheets[stem], name, *manual) if table is Grade else _commented(sheets[stem], name)
                if number is None:
                    new.append({"id": new_uuid(), "notebook_id": notebook, "cell_id": cell, **(row or EMPTY[table])})
                elif row:
                    changed.append({"id": number, **row})
        if new:
            self.gradebook.db.execute(insert(table), new)
        if changed:
            self.gradebook.db.execute(update(table), changed)

    def _write_penalties(self, submission: SubmittedAssignment, student: str) -> None:
        """nbgrader's own late policy, as it stands in the course's configuration."""
        seconds = submission.total_seconds_late
        notebooks = self.gradebook.db.query(SubmittedNotebook).filter_by(assignment_id=submission.id)
        if seconds <= 0:
            notebooks = notebooks.filter(SubmittedNotebook.late_submission_penalty.is_not(None))
        for notebook in notebooks:
            penalty = None
            if seconds > 0:
                penalty = self.late.plugin_inst.late_submission_penalty(student, notebook.score, seconds)
            if penalty is not None:
                penalty = self.late._check_late_penalty(notebook, penalty)
            notebook.late_submission_penalty = penalty


@dataclass(frozen=True)
class Layout:
    """The assignment as the gradebook knows it: its number, those of its notebooks by stem, those of their cells."""

    assignment: str
    notebooks: dict[str, str]
    graded: Cells
    commented: Cells

    @staticmethod
    def of(gradebook) -> Layout:
        there = assignment(gradebook)
        notebooks = dict(gradebook.db.query(Notebook.name, Notebook.id).filter_by(assignment_id=there.id).all())
        cells: list[dict] = [{}, {}]
        for kinds, found in zip(((GradeCell, TaskCell), (SolutionCell, TaskCell)), cells, strict=True):
            for kind in kinds:
                query = gradebook.db.query(Notebook.name, kind.name, kind.id).join(
                    Notebook, kind.notebook_id == Notebook.id
                )
                for stem, name, number in query.filter(Notebook.assignment_id == there.id):
                    found.setdefault(stem, {})[name] = number
        return Layout(there.id, notebooks, *cells)


def _graded(sheet: Sheet, name: str, manual: float | None) -> dict:
    earned = sheet.points.get(name, 0.0)
    return {"auto_score": earned, "needs_manual_grade": manual is not None or earned is None}


def _commented(sheet: Sheet, name: str) -> dict:
    return {"auto_comment": "No response." if name in sheet.silent else None}
