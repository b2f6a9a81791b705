"""The one writer: marks into nbgrader's gradebook, so that formgrader, feedback and export see ordinary results."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import MissingEntry
from nbgrader.preprocessors import AssignLatePenalties

from .course import ASSIGNMENT
from .gradebooks import opened


@dataclass
class Sheet:
    """The marks of one notebook: grade id to points (None: by hand), and the cells that were left as given."""

    points: dict[str, float | None] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)


class Writer:
    """Writes into one gradebook. Use as a context manager. Raises Closed, on everything done with it."""

    def __init__(self, url: str, late: AssignLatePenalties | None = None):
        self.stack = contextlib.ExitStack()
        self.gradebook = self.stack.enter_context(opened(url))
        self.known = {row.id for row in self.gradebook.students}
        self.late = late or AssignLatePenalties()
        self.late.init_plugin()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *exception) -> bool | None:
        return self.stack.__exit__(*exception)

    def has_assignment(self) -> bool:
        try:
            return len(self.gradebook.find_assignment(ASSIGNMENT).notebooks) > 0
        except MissingEntry:
            return False

    def has_submission(self, student: str) -> bool:
        try:
            self.gradebook.find_submission(ASSIGNMENT, student)
        except MissingEntry:
            return False
        return True

    def add_student(self, student: str) -> None:
        """Known to the gradebook, even if nothing was handed in."""
        if student not in self.known:
            self.gradebook.update_or_create_student(student)
            self.known.add(student)

    def write(self, student: str, when: datetime | None, sheets: dict[str, Sheet]) -> None:
        """The marks of some notebooks, by stem, in one step. What no sheet names earns nothing.

        As nbgrader's SaveAutoGrades does it: a grade given by hand stays, and is to be looked at again.
        """
        with self.gradebook.db.no_autoflush:
            self._write(student, when, sheets)

    def _write(self, student: str, when: datetime | None, sheets: dict[str, Sheet]) -> None:
        self.add_student(student)
        more = {"timestamp": when} if when else {}
        submission = self.gradebook.update_or_create_submission(ASSIGNMENT, student, **more)
        for notebook in submission.notebooks:
            if notebook.name in sheets:
                self._write_notebook(notebook, sheets[notebook.name])
        self.gradebook.db.flush()
        for notebook in submission.notebooks:
            self._write_penalty(submission, notebook, student)
        self.gradebook.db.commit()

    def _write_notebook(self, notebook, sheet: Sheet) -> None:
        for grade in notebook.grades:
            earned = sheet.points.get(grade.name, 0.0)
            grade.auto_score = earned
            grade.needs_manual_grade = grade.manual_score is not None or earned is None
        for comment in notebook.comments:
            comment.auto_comment = "No response." if comment.name in sheet.silent else None

    def _write_penalty(self, submission, notebook, student: str) -> None:
        """nbgrader's own late policy, as it stands in the course's configuration."""
        seconds, penalty = submission.total_seconds_late, None
        if seconds > 0:
            penalty = self.late.plugin_inst.late_submission_penalty(student, notebook.score, seconds)
        if penalty is not None:
            penalty = self.late._check_late_penalty(notebook, penalty)
        notebook.late_submission_penalty = penalty
