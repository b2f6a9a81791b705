"""Moodle's grading worksheet (assignment, Upload grading worksheet): made, or filled in where Moodle gave one."""

from __future__ import annotations

import re
from pathlib import Path

from traitlets import Unicode

from grading.errors import CsvFileError
from grading.gradebook.reader import ClassMarks
from grading.text import points

from . import csv_file
from .csv_file import Sheet, harmless
from .export_plugin import MarksExportPlugin, which

HEADER = [
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed"),
    *("Last modified (submission)", "Last modified (grade)", "Feedback comments"),
]


class MoodleExportPlugin(MarksExportPlugin):
    """Marks by participant number; Moodle skips empty cells, and marks above its own maximum."""

    lms, file = "moodle", "moodle.csv"
    identifier = Unicode("Identifier", help="header of the column with the participant").tag(config=True)

    def sheet(self, marks: ClassMarks) -> Sheet:
        return self._filled(marks) if self.template else self._made(marks)

    def _made(self, marks: ClassMarks) -> Sheet:
        rows, highest = [HEADER], points(marks.highest)
        for each in marks.students:
            if number := self.number(each):
                about = [f"Participant {number}", self.name(each), harmless(each.email), ""]
                rows.append([*about, self.mark(each), highest, "Yes", "-", "-", ""])
        if without := [each.id for each in marks.students if not self.number(each)]:
            self.notes.append(f"Without a participant number, so not in the file: {', '.join(without)}.")
        return csv_file.new(rows, bom=True)

    def _filled(self, marks: ClassMarks) -> Sheet:
        sheet = csv_file.read(Path(self.template))
        header, column = sheet.header, self._columns(sheet)
        students = {number: each for each in marks.students if (number := self.number(each))}
        rows = {}
        for k, row in enumerate(sheet.rows[1:], 1):
            cells = dict(zip(map(str.lower, header), [cell.text for cell in row], strict=False))
            each = students.get(re.sub(r"^\D*", "", cells.get(self.identifier.lower(), "")))
            if each and cells.get("grade can be changed", "").lower() == "no":
                self.notes.append(f"Moodle does not let the mark of {each.id} be changed; it stays as it is.")
                marks.students.remove(each)
            elif each:
                self.compare(cells.get("maximum grade", ""), marks.highest, "Moodle")
                rows[k] = each
        return self.fill(sheet, column, rows, marks.students)

    def _columns(self, sheet: Sheet) -> int:
        """The column of marks, once it is clear that the participants' is there too. Raises CsvFileError."""
        wanted = self.column or "Grade"
        for name in (self.identifier, wanted):
            if sheet.header.count(name) != 1:
                raise CsvFileError(which(self.template, name, sheet.header, "MoodleExportPlugin"))
        return sheet.header.index(wanted)
