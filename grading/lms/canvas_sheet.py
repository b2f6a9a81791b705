"""Canvas's gradebook CSV (Grades, Import): made, or filled in where Canvas gave one."""

from __future__ import annotations

import re
from pathlib import Path

from grading.errors import CsvFileError
from grading.gradebook.reader import ClassMarks, StudentMarks
from grading.paths import ASSIGNMENT
from grading.text import points

from . import csv_file
from .csv_file import Sheet, harmless
from .export_plugin import MarksExportPlugin, which
from .folder_names import plain_letters

NUMBER = re.compile(r"\s*\((\d+)\)$")  # Canvas's number of an assignment, after its name
KEYS = ("ID", "SIS Login ID", "SIS User ID")


class CanvasExportPlugin(MarksExportPlugin):
    """Marks into one assignment's column; students are found by Canvas's number, else by their login."""

    lms, file = "canvas", "canvas.csv"

    def sheet(self, marks: ClassMarks) -> Sheet:
        return self._filled(marks) if self.template else self._made(marks)

    def _made(self, marks: ClassMarks) -> Sheet:
        header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", self.column or ASSIGNMENT]
        rows = [header, ["    Points Possible", "", "", "", "", points(marks.highest)]]
        for each in marks.students:
            number = self.number(each)
            rows.append([self.name(each), number, "", "" if number else harmless(each.id), "", self.mark(each)])
        return csv_file.new(rows)

    def _filled(self, marks: ClassMarks) -> Sheet:
        sheet = csv_file.read(Path(self.template))
        column = self._column(sheet)
        keys = [k for k, name in enumerate(sheet.header) if name in KEYS]
        students = self._by_key(marks)
        rows = {}
        for k, row in enumerate(sheet.rows[1:], 1):
            texts = [cell.text for cell in row]
            each = next((students[texts[key]] for key in keys if key < len(texts) and texts[key] in students), None)
            if texts[0] == "Points Possible" and column < len(texts):
                self.compare(texts[column], marks.highest, "Canvas")
            elif each and texts[column : column + 1] in (["EX"], ["N/A"]):
                self.notes.append(f"{each.id} has {texts[column]} in Canvas (excused, or not assigned); it stays so.")
                marks.students.remove(each)
            elif each:
                rows[k] = each
        return self.fill(sheet, column, rows, marks.students)

    def _by_key(self, marks: ClassMarks) -> dict[str, StudentMarks]:
        logins = {each.id: each for each in marks.students}
        return logins | {number: each for each in marks.students if (number := self.number(each))}

    def _column(self, sheet: Sheet) -> int:
        """The assignment's column. Raises CsvFileError."""
        names = {k: name for k, name in enumerate(sheet.header) if NUMBER.search(name)}
        wanted = self.column or ASSIGNMENT
        found = [k for k, name in names.items() if name == wanted]
        found = found or [k for k, name in names.items() if _key(NUMBER.sub("", name)) == _key(wanted)]
        if len(found) != 1:
            raise CsvFileError(which(self.template, wanted, list(names.values()), "CanvasExportPlugin"))
        return found[0]


def _key(name: str) -> str:
    return plain_letters(name)
