"""The one writer: marks into nbgrader's gradebook, so that formgrader, feedback and export see ordinary results."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy.exc import DatabaseError, OperationalError, SAWarning

from .course import ASSIGNMENT

TIMESTAMP = "timestamp.txt"


@dataclass
class Sheet:
    """The marks of one notebook: grade id to points (None: by hand), and the cells that were left as given."""

    points: dict[str, float | None] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)


warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")  # of its own making, and harmless


class NoGradebook(Exception):
    """The gradebook cannot be used; the text says why."""


def timestamp(folder: Path) -> datetime | None:
    """When a student handed in, as nbgrader keeps it beside the notebooks; None where it does not say."""
    try:
        return parse_utc((folder / TIMESTAMP).read_text(encoding="utf-8").strip())
    except (OSError, ValueError, OverflowError):
        return None


class Writer:
    """Writes into one gradebook. Use as a context manager. Raises NoGradebook."""

    def __init__(self, url: str, late: AssignLatePenalties | None = None):
        try:
            self.gradebook = Gradebook(url, "lif")
            self.known = {row.id for row in self.gradebook.students}
        except (DatabaseError, OperationalError) as problem:
            raise NoGradebook(why(problem)) from None
        self.late = late or AssignLatePenalties()
        self.late.init_plugin()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_exception) -> None:
        self.gradebook.close()

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


def why(problem: Exception) -> str:
    """A database's error in a sentence."""
    text = str(getattr(problem, "orig", problem)).strip().splitlines()[0]
    if "readonly" in text or "read-only" in text:
        return "The gradebook is read-only. Make the file and its folder writable, then run the same command again."
    if "locked" in text:
        return "The gradebook is locked by another program. Close that (formgrader, say), then run the command again."
    if "no such column" in text or "no such table" in text:
        return "The gradebook was made by an older nbgrader. Back it up, then run: nbgrader db upgrade"
    if "not a database" in text or "malformed" in text:
        return "The gradebook file is damaged, or no gradebook. Move it away, then run the same command again."
    if "disk is full" in text or "disk full" in text:
        return "The disk is full. Make room, then run the same command again."
    return f"The gradebook cannot be used: {text}"
