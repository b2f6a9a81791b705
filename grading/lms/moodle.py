"""Moodle: how its downloads name files, its grading worksheet in and out, and how feedback goes back.

"Download all submissions" writes ``<full name>_<participant id>_assignsubmission_file[_]`` as a folder, or in front of
the file name. "Upload multiple feedback files in a zip" goes by the folder's name, or the beginning of the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from traitlets import Unicode

from grading.errors import CsvFileError, LayoutError
from grading.gradebook.reader import ClassMarks
from grading.text import points

from . import csv_file
from .csv_file import Cell, CsvFile, harmless
from .export_plugin import MarksExportPlugin, not_one_column
from .manifest import Student
from .upload import LearningSystem, Upload

NAME = re.compile(r"(?P<name>.*)_(?P<id>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?P<end>_?)(?P<file>.*)", re.DOTALL)
HEADER = [
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed"),
    *("Last modified (submission)", "Last modified (grade)", "Feedback comments"),
]


class MoodleExportPlugin(MarksExportPlugin):
    """Marks by participant number; Moodle skips empty cells, and marks above its own maximum."""

    lms = "moodle"
    file = "moodle.csv"
    identifier = Unicode("Identifier", help="header of the column with the participant").tag(config=True)

    def new_file(self, results: ClassMarks) -> CsvFile:
        """A grading worksheet with everybody who has a participant number."""
        rows = [HEADER]
        highest = points(results.highest)
        for result in results.students:
            if number := self.number(result):
                student = [f"Participant {number}", self.name(result), harmless(result.email), ""]
                rows.append([*student, self.mark(result), highest, "Yes", "-", "-", ""])
        if without := [result.id for result in results.students if not self.number(result)]:
            self.notes.append(f"Without a participant number, so not in the file: {', '.join(without)}.")
        return csv_file.new(rows)

    def filled(self, results: ClassMarks) -> CsvFile:
        """The grading worksheet that Moodle gave, with the marks in it."""
        file = csv_file.read(Path(self.template))
        column = self._column(file)
        students = {number: result for result in results.students if (number := self.number(result))}
        rows = {}
        for k, row in enumerate(file.rows[1:], 1):
            cells = _by_name(file.header, row)
            result = students.get(re.sub(r"^\D*", "", cells.get(self.identifier.lower(), "")))
            if result and cells.get("grade can be changed", "").lower() == "no":
                self.notes.append(f"Moodle does not let the mark of {result.id} be changed; it stays as it is.")
                results.students.remove(result)
            elif result:
                self.compare_highest(cells.get("maximum grade", ""), results.highest, "Moodle")
                rows[k] = result
        return self.fill(file, column, rows, results.students)

    def _column(self, file: CsvFile) -> int:
        """The column of marks, once it is clear that the participants' is there too. Raises CsvFileError."""
        marks = self.column or "Grade"
        for name in (self.identifier, marks):
            if file.header.count(name) != 1:
                raise CsvFileError(not_one_column(self.template, name, file.header, "MoodleExportPlugin"))
        return file.header.index(marks)


def _by_name(header: list[str], row: list[Cell]) -> dict[str, str]:
    """The texts of a row by the names of their columns in lower case."""
    return dict(zip(map(str.lower, header), [cell.text for cell in row], strict=False))


class Moodle(LearningSystem):
    """Moodle, which gives a folder or a beginning of the file's name to each student."""

    kind = "moodle"
    label = "Moodle's download"
    export_plugin = MoodleExportPlugin
    class_list_aliases: ClassVar = {
        "number": ("moodleid", "identifier", "participant"),
        "submitted": ("lastmodifiedsubmission",),
    }

    def recognises(self, paths: Sequence[str]) -> bool:
        """Whether there is a folder or file as Moodle names it."""
        return any(NAME.fullmatch(part) for path in paths for part in path.split("/"))

    def upload_of(self, path: str) -> Upload:
        """A file of "Download all submissions", in folders or flat. Raises LayoutError.

        >>> Moodle().upload_of("Jane Doe_123_assignsubmission_file_/04.ipynb").upload_prefix
        'Jane Doe_123_assignsubmission_file_/'
        """
        parts = path.split("/")
        match = next(filter(None, map(NAME.fullmatch, parts)), None)
        if match is None:
            raise LayoutError("its name is not one that Moodle gives, so it does not say whose it is")
        k = parts.index(match.string)
        if match["plugin"] != "file":
            raise LayoutError("it is a text that was handed in, not a notebook")
        if k < len(parts) - 1:
            file = "/".join(parts[k + 1 :])
            prefix = f"{parts[k]}/"
        else:
            file = match["file"]
            prefix = parts[k].removesuffix(file)
        return Upload(self.kind, match["id"], match["name"].strip(), file, prefix, entry=path)

    def feedback_entries(self, student: Student, pages: dict[str, bytes], html: bool) -> Iterator[tuple[str, bytes]]:
        """Every page as it is, in the folder or with the beginning that the student's first notebook had."""
        if not student.notebooks:
            return
        prefix = student.notebooks[min(student.notebooks)].upload_prefix
        if prefix:
            yield from ((f"{prefix}{name}", page) for name, page in pages.items())
