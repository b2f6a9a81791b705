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
from .csv_file import CsvFile, escaped

STOPS = (GradebookError, CsvFileError, WriteError, ManifestError)
SAME = 0.005  # points by which two highest scores may differ
Rows = dict[str, list[tuple[int, StudentMarks]]]  # student to the rows that name the student
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
    lms = ""
    file = "grades.csv"

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
        self.students = manifest.load(self._course()).students
        results = read_class(gradebook, [str(student) for student in self.student])
        file = self.filled(results) if self.template else self.new_file(results)
        write(target, file.bytes())
        if waiting := sum(bool(result.waiting) for result in results.students):
            self.notes.append(f"{waiting} students have answers that are not graded by hand yet: their marks may rise.")
        return self.notes

    def _course(self) -> Path:
        directory = getattr(self.parent, "coursedir", None)
        return Path(self.course or (directory.root if directory else "."))

    def new_file(self, results: ClassMarks) -> CsvFile:
        """A file with all students."""
        return marks_file(results)

    def filled(self, results: ClassMarks) -> CsvFile:
        """The template with the marks in it; for nbgrader's own columns there is none."""
        return self.new_file(results)

    def mark(self, result: StudentMarks) -> str:
        """A student's cell."""
        if result.score is None:
            return "0" if self.without_submission == "zero" else ""
        return points(result.score)

    def number(self, result: StudentMarks) -> str:
        """The student's number in this LMS, if it is from this one."""
        student = self.students.get(result.id)
        from_another = student is not None and student.lms_number and student.kind != self.lms
        return "" if from_another else result.number

    def name(self, result: StudentMarks) -> str:
        """The student's name: the gradebook's, else the LMS's, else the folder's."""
        student = self.students.get(result.id)
        collected_name = student.name if student else ""
        return escaped(result.name or collected_name or result.id)

    def one_row_each(self, rows: Rows) -> dict[int, StudentMarks]:
        """The row of each student; none where there are two, which are named."""
        for student, found in rows.items():
            if len(found) > 1:
                lines = " and ".join(str(row + 1) for row, _ in found)
                self.notes.append(f"{student} is in rows {lines}, so no mark was filled in there.")
        return dict(found[0] for found in rows.values() if len(found) == 1)

    def fill(self, file: CsvFile, column: int, rows: dict[int, StudentMarks], students: list[StudentMarks]) -> CsvFile:
        """Put each student's mark in the student's row; say who has none."""
        for row, result in rows.items():
            if column < len(file.rows[row]) and (mark := self.mark(result)):
                file.rows[row][column].put(mark, file.delimiter)
        in_file = {result.id for result in rows.values()}
        if missing := sorted(self._expected(students, in_file) - in_file):
            template = Path(self.template).name
            self.notes.append(f"Not in {template}, so their marks are not in {self.file}: {', '.join(missing)}.")
        return file

    def _expected(self, students: list[StudentMarks], in_file: set[str]) -> set[str]:
        """Who has a mark and may be in the template: not another system's students, if none of them is there."""
        systems = {self._system(student) for student in in_file} | {"", self.lms}
        return {result.id for result in students if self.mark(result) and self._system(result.id) in systems}

    def _system(self, student: str) -> str:
        """The learning system that a student's work came from, if any."""
        collected = self.students.get(student)
        return collected.kind if collected and collected.lms_number else ""

    def compare_highest(self, text: str, highest: float, where: str) -> None:
        """Say so where the LMS counts to another number than the gradebook."""
        try:
            same = not text or abs(float(text.replace(",", ".")) - highest) < SAME
        except ValueError:
            same = True
        sentence = f"{where} has {text} points at most, the gradebook {points(highest)}: change it there."
        if not same and sentence not in self.notes:
            self.notes.append(sentence)


def marks_file(results: ClassMarks) -> CsvFile:
    """All marks in nbgrader's own columns."""
    return csv_file.new([NBGRADER, *(_nbgrader_row(result, results) for result in results.students)])


def _nbgrader_row(result: StudentMarks, results: ClassMarks) -> list[str]:
    texts = [results.due or "", result.timestamp or "", result.id, result.last_name, result.first_name, result.email]
    numbers = [result.raw or 0.0, result.penalty, result.score or 0.0, results.highest]
    return [ASSIGNMENT, *(escaped(str(text)) for text in texts), *map(str, numbers)]


def not_one_column(template: str, expected: str, names: list[str], option: str) -> str:
    """A sentence for a column that is not there, or there twice; ``option`` is the one that names it."""
    known = ", ".join(names) or "none"
    return f"{template} has not one column {expected!r} (there are: {known}): name it with --{option} NAME."
