"""Moodle: how its downloads name files, its grading worksheet in and out, and how feedback goes back.

"Download all submissions" writes ``<full name>_<participant id>_assignsubmission_file[_]`` as a folder, or in front of
the file name. "Upload multiple feedback files in a zip" goes by the folder's name, or the beginning of the file's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from traitlets import Unicode

from grading.errors import CsvFileError, LayoutError
from grading.gradebook.reader import ClassMarks
from grading.text import points

from . import csv_file
from .csv_file import CsvFile, escaped
from .export_plugin import MarksExportPlugin, Rows, not_one_column
from .interface import LearningSystem, Upload
from .manifest import Student
from .worksheet import NO, recognised

NAME = re.compile(r"(?P<name>.*?)_(?P<id>\d+)_assignsubmission_(?P<plugin>[a-z]+)(?P<end>_?)(?P<file>.*)", re.DOTALL)
NUMBERS = re.compile(r"_(\d+)_assignsubmission(?=_)")  # of participants, wherever in a name
HEADER = [
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed"),
    *("Last modified (submission)", "Last modified (grade)", "Feedback comments"),
]


class MoodleExportPlugin(MarksExportPlugin):
    """Marks by participant number; Moodle skips empty cells, and marks above its own maximum."""

    lms = "moodle"
    file = "moodle.csv"
    identifier = Unicode("", help="header of the column with the participant").tag(config=True)

    def new_file(self, results: ClassMarks) -> CsvFile:
        """A grading worksheet with everybody who has a participant number."""
        rows = [HEADER]
        highest = points(results.highest)
        for result in results.students:
            if number := self.number(result):
                student = [f"Participant {number}", self.name(result), escaped(result.email), ""]
                rows.append([*student, self.mark(result), highest, "Yes", "-", "-", ""])
        if without := [result.id for result in results.students if not self.number(result)]:
            self.notes.append(f"Without a participant number, so not in the file: {', '.join(without)}.")
        return csv_file.new(rows)

    def filled(self, results: ClassMarks) -> CsvFile:
        """The grading worksheet that Moodle gave, with the marks in it."""
        file = csv_file.read_template(Path(self.template))
        texts = [[cell.text for cell in row] for row in file.rows]
        identifier, marks, highest, changeable = self._columns(file.header, texts[1:])
        students = {number: result for result in results.students if (number := self.number(result))}
        rows: Rows = defaultdict(list)
        for k, row in enumerate(texts[1:], 1):
            result = students.get(re.sub(r"^\D*", "", _cell(row, identifier)))
            if result and _cell(row, changeable).casefold() in NO:
                self.notes.append(f"Moodle does not allow a change to the mark of {result.id}; it was not changed.")
                results.students.remove(result)
            elif result:
                self.compare_highest(_cell(row, highest), results.highest, "Moodle")
                rows[result.id].append((k, result))
        return self.fill(file, marks, self.one_row_each(rows), results.students)

    def _columns(self, header: list[str], rows: list[list[str]]) -> tuple[int, int, int | None, int | None]:
        """Participant, mark, most points, and whether a mark can be changed: by what was asked for, by Moodle's English
        names, or by what stands in them. Raises CsvFileError.
        """
        found = recognised(rows)
        names = {"identifier": self.identifier or "Identifier", "column": self.column or "Grade"}
        places: dict[str, int] = {}
        for option, name in names.items():
            if header.count(name) == 1:
                places[option] = header.index(name)
            elif found is None or getattr(self, option):
                raise CsvFileError(not_one_column(self.template, name, header, option))
            else:
                places[option] = found.identifier if option == "identifier" else found.marks
        if found and found.marks == places["column"]:
            return places["identifier"], places["column"], found.highest, found.changeable
        lower = [name.lower() for name in header]
        highest = lower.index("maximum grade") if "maximum grade" in lower else None
        changeable = lower.index("grade can be changed") if "grade can be changed" in lower else None
        return places["identifier"], places["column"], highest, changeable


def _cell(row: list[str], k: int | None) -> str:
    return row[k] if k is not None and k < len(row) else ""


class Moodle(LearningSystem):
    """Moodle, which gives a folder or a beginning of the file's name to each student."""

    kind = "moodle"
    label = "Moodle's download"
    export_plugin = MoodleExportPlugin
    class_list_aliases: ClassVar = {
        "number": ("moodleid", "identifier", "participant"),
        "submitted": ("lastmodifiedsubmission",),
    }

    def class_list_columns(self, names: list[str], rows: list[list[str]]) -> dict[str, int | None]:
        """In Moodle's grading worksheet, whatever its language."""
        sheet = recognised([[cell.strip() for cell in row] for row in rows])
        if sheet is None:
            return {}
        columns = {"id": None, "number": sheet.identifier, "name": sheet.identifier + 1, "email": sheet.email}
        return columns | {"submitted": sheet.submitted if sheet.submitted < len(names) else None}

    def names(self, path: str) -> bool:
        """Whether the file, or a folder of it, is named as Moodle names them."""
        return any(map(NAME.fullmatch, path.split("/")))

    def upload_of(self, path: str) -> Upload:
        """A file of "Download all submissions", in folders or flat. Raises LayoutError.

        >>> Moodle().upload_of("Jane Doe_123_assignsubmission_file_/04.ipynb").upload_prefix
        'Jane Doe_123_assignsubmission_file_/'
        """
        parts = path.split("/")
        match = next(filter(None, map(NAME.fullmatch, parts)), None)
        if match is None:
            raise LayoutError("its name is not one that Moodle gives, so it does not say whose it is")
        if len(numbers := set(NUMBERS.findall(match.string))) > 1:
            raise LayoutError(f"its name can be read as of the participants {' and '.join(sorted(numbers))}")
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
