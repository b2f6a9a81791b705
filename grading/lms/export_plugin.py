"""What the exports of marks have in common: an nbgrader export plugin, with nbgrader's own columns."""

from __future__ import annotations

from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Enum, Unicode

from grading.errors import CsvFileError, GradebookError, ManifestError, WriteError
from grading.files import write
from grading.gradebook.reader import ClassMarks, StudentMarks, read_class
from grading.paths import ASSIGNMENT
from grading.text import points

from . import csv_file, manifest
from .csv_file import Sheet, harmless

STOPS = (GradebookError, CsvFileError, WriteError, ManifestError)
NBGRADER = [  # the columns of nbgrader's own export
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
]


class MarksExportPlugin(ExportPlugin):
    """What the exports have in common; this one alone writes nbgrader's own columns, names with commas quoted."""

    template = Unicode("", help="CSV that the LMS gave, to be filled in").tag(config=True)
    column = Unicode("", help="header of the assignment's column, if it is not found by its name").tag(config=True)
    course = Unicode("", help="course folder, with collected/ in it; found by itself by nbgrader").tag(config=True)
    without_submission = Enum(
        ("blank", "zero"), "blank", help="what students get who handed in nothing: an empty cell, or 0"
    ).tag(config=True)
    lms, file = "", "grades.csv"

    def export(self, gradebook: Gradebook) -> None:
        """nbgrader calls this. It ends with a sentence, not a traceback, where nothing could be written."""
        try:
            for note in self.write(gradebook, Path(self.to or self.file)):
                self.log.warning(note)
        except STOPS as reason:
            raise SystemExit(str(reason)) from None

    def write(self, gradebook: Gradebook, target: Path) -> list[str]:
        """Write the file; sentences about what to look at. Raises one of STOPS."""
        self.notes: list[str] = []
        self.people = manifest.load(self._course()).students
        marks = read_class(gradebook, [str(each) for each in self.student])
        write(target, self.sheet(marks).bytes())
        if waiting := len([each for each in marks.students if each.waiting]):
            self.notes.append(f"{waiting} students have answers that are not graded by hand yet: their marks may rise.")
        return self.notes

    def _course(self) -> Path:
        directory = getattr(self.parent, "coursedir", None)
        return Path(self.course or (directory.root if directory else "."))

    def sheet(self, marks: ClassMarks) -> Sheet:
        rows = [list(NBGRADER)]
        for each in marks.students:
            late = each.penalty, each.score or 0.0, marks.highest
            values = [marks.due or "", each.timestamp or "", each.id, each.last_name, each.first_name, each.email]
            rows.append(
                [ASSIGNMENT, *(harmless(str(value)) for value in values), str(each.raw or 0.0), *map(str, late)]
            )
        return csv_file.new(rows)

    def mark(self, each: StudentMarks) -> str:
        if each.score is None:
            return "0" if self.without_submission == "zero" else ""
        return points(each.score)

    def number(self, each: StudentMarks) -> str:
        """The student's number in this LMS, if it is from this one."""
        known = self.people.get(each.id)
        return "" if known and known.kind in ("canvas", "moodle") and known.kind != self.lms else each.number

    def name(self, each: StudentMarks) -> str:
        known = self.people.get(each.id)
        return harmless(each.name or (known.name if known else "") or each.id)

    def fill(self, sheet: Sheet, column: int, rows: dict[int, StudentMarks], students: list[StudentMarks]) -> Sheet:
        """Put each student's mark in the student's row; say who has none."""
        for row, each in rows.items():
            if column < len(sheet.rows[row]) and (mark := self.mark(each)):
                sheet.rows[row][column].put(mark, sheet.delimiter)
        there = {each.id for each in rows.values()}
        if missing := sorted(each.id for each in students if each.id not in there):
            self.notes.append(f"Not in the template, so their marks are not in the file: {', '.join(missing)}.")
        return sheet

    def compare(self, there: str, highest: float, where: str) -> None:
        """Say so where the LMS counts to another number than the gradebook."""
        try:
            same = not there or abs(float(there.replace(",", ".")) - highest) < 0.005
        except ValueError:
            same = True
        if not same:
            sentence = f"{where} has {there} points at most, the gradebook {points(highest)}: change it there."
            self.notes += [] if sentence in self.notes else [sentence]


def which(template: str, wanted: str, names: list[str], plugin: str) -> str:
    """A sentence for a column that is not there, or there twice."""
    known = ", ".join(names) or "none"
    return f"{template} has not one column {wanted!r} (there are: {known}): name it with --{plugin}.column=..."
