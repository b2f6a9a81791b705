"""Canvas: how its downloads name files, its gradebook CSV in and out, and how feedback goes back.

"Download Submissions" writes ``<name>_[LATE_]<user id>_<attachment id>_<file name>`` (the name in lower case, without
spaces and punctuation; ``anon_<id>`` where names are hidden), and ``-1``, ``-2`` at the end of a file handed in again.
SpeedGrader's "Upload submissions feedback" goes by the student's and the attachment's number in a file's name, and
shows the file to the student under the name of what the student handed in. So a page goes back in the same kind of
file: for a notebook as a notebook that shows the page, for a zip in a zip.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

from grading.errors import CsvFileError, LayoutError
from grading.files import add_to_zip
from grading.gradebook.reader import ClassMarks, StudentMarks
from grading.paths import ASSIGNMENT
from grading.text import points

from . import csv_file
from .canvas_names import KIND, Numbers, readings
from .csv_file import CsvFile, escaped, whole_number
from .export_plugin import MarksExportPlugin, Rows, not_one_column
from .folder_names import plain_letters
from .interface import LearningSystem, Upload
from .manifest import Student
from .versions import stem_in_name

TEXT = re.compile(r".+_(text|link)\.html")
NUMBER = re.compile(r"\s*\((\d+)\)$")  # Canvas's number of an assignment, after its name
NUMBERS = "ID"  # the column of Canvas's own numbers; the others hold logins
KEYS = (NUMBERS, "SIS Login ID", "SIS User ID")
STAYS = ("EX", "N/A")  # in a student's cell: excused, or not assigned
POINTS_POSSIBLE = "Points Possible"


class CanvasExportPlugin(MarksExportPlugin):
    """Marks into one assignment's column; students are found by Canvas's number in ID, else by their login."""

    lms = "canvas"
    file = "canvas.csv"

    def new_file(self, results: ClassMarks) -> CsvFile:
        """Canvas's gradebook with this assignment alone."""
        header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", self.column or ASSIGNMENT]
        rows = [header, [f"    {POINTS_POSSIBLE}", "", "", "", "", points(results.highest)]]
        for result in results.students:
            number = self.number(result)
            login = "" if number else escaped(result.id)
            rows.append([self.name(result), number, "", login, "", self.mark(result)])
        return csv_file.new(rows)

    def filled(self, results: ClassMarks) -> CsvFile:
        """The gradebook that Canvas gave, with the marks in it."""
        file = csv_file.read_template(Path(self.template))
        column = self._column(file)
        rows: Rows = defaultdict(list)
        student_in = self._finder(file, results)
        for k, row in enumerate(file.rows[1:], 1):
            texts = [cell.text for cell in row]
            mark = texts[column] if column < len(texts) else None
            result = student_in(texts)
            if texts[0] == POINTS_POSSIBLE and mark is not None:
                self.compare_highest(mark, results.highest, "Canvas")
            elif result and mark in STAYS:
                self.notes.append(f"{result.id} has {mark} in Canvas (excused, or not assigned); this was not changed.")
                results.students.remove(result)
            elif result:
                rows[result.id].append((k, result))
        return self.fill(file, column, self.one_row_each(rows), results.students)

    def _finder(self, file: CsvFile, results: ClassMarks) -> Callable[[list[str]], StudentMarks | None]:
        """What says whose row it is: nobody's, where its cells name two students."""
        numbers = {number: result for result in results.students if (number := self.number(result))}
        logins = {result.id: result for result in results.students}
        places = [(k, numbers if name == NUMBERS else logins) for k, name in enumerate(file.header) if name in KEYS]

        def student_in(texts: list[str]) -> StudentMarks | None:
            found = {}
            for k, known in places:
                if k < len(texts) and (result := known.get(texts[k]) or known.get(whole_number(texts[k]))):
                    found[result.id] = result
            if len(found) > 1:
                self.notes.append(f"The row of {texts[0]} names {' and '.join(found)}, so no mark was filled in.")
            return next(iter(found.values())) if len(found) == 1 else None

        return student_in

    def _column(self, file: CsvFile) -> int:
        """The assignment's column. Raises CsvFileError."""
        names = {k: name for k, name in enumerate(file.header) if NUMBER.search(name)}
        expected = self.column or ASSIGNMENT
        columns = [k for k, name in names.items() if name == expected]
        if not columns:
            key = plain_letters(expected)
            columns = [k for k, name in names.items() if plain_letters(NUMBER.sub("", name)) == key]
        if len(columns) != 1:
            raise CsvFileError(not_one_column(self.template, expected, list(names.values()), "column"))
        return columns[0]


class Canvas(LearningSystem):
    """Canvas, which says who was late, but not by how much."""

    kind = KIND
    label = "Canvas's download"
    says_late = True
    late_note = (
        "Late according to Canvas, which does not say by how much ({count}): {students}. "
        "They count as at least one second late; a class list with a column submitted can give the time."
    )
    export_plugin = CanvasExportPlugin
    class_list_aliases: ClassVar = {"number": ("canvasid",)}
    class_list_headings = frozenset({POINTS_POSSIBLE, "Student, Test"})

    def named(self, paths: Sequence[str]) -> int:
        """How many are named as Canvas names them; none if they lie in several folders: Canvas makes none."""
        one_folder = len({path.rpartition("/")[0] for path in paths}) == 1
        return super().named(paths) if one_folder else 0

    def names(self, path: str) -> bool:
        """Whether the file is named as Canvas names them."""
        return bool(readings(path.rsplit("/", 1)[-1]))

    def reader(self, paths: Sequence[str], ids: Collection[str] = ()) -> Callable[[str], Upload]:
        """What tells whose file it is; the numbers in names that can be read in one way show those in others."""
        names = [possible for path in paths if (possible := readings(path.rsplit("/", 1)[-1]))]
        sure = [possible[0] for possible in names if len({one.id for one in possible}) == 1]
        likely = [possible[0] for possible in names]
        if len({one.id for one in likely}) == 1:
            likely = []
        return partial(self.upload_of, numbers=Numbers.of(sure or likely))

    def upload_of(self, path: str, numbers: Numbers | None = None) -> Upload:
        """A file of "Download Submissions", which has such ``numbers``. Raises LayoutError.

        >>> Canvas().upload_of("doejane_LATE_123_4567_04_membrane_potential-1.ipynb").id
        '123'
        """
        file_name = path.rsplit("/", 1)[-1]
        if TEXT.fullmatch(file_name):
            raise LayoutError("it is a text or a link that was handed in, not a notebook")
        possible = readings(file_name)
        if not possible:
            raise LayoutError("its name is not one that Canvas gives, so it does not say whose it is")
        first, *others = possible
        more = {one.id for one in others if numbers is None or numbers.may_be_of(one)} - {first.id}
        if more and stem_in_name(first.file) is None:
            who = " and ".join([first.id, *sorted(more)])
            raise LayoutError(f"its name can be read as of the students {who}")
        return replace(first, entry=path)

    def arrival(self, moment: datetime | None, late: bool, due: datetime | None) -> datetime | None:
        """The time to write down, where Canvas said whether the submission was late: it knows about extensions.

        Late without a known time is a second late, the least it can be; not late is at most at the due time.
        """
        if due is None:
            return moment
        if late:
            return moment if moment and moment > due else due + timedelta(seconds=1)
        return min(moment, due) if moment else None

    def class_list_columns(self, names: list[str], rows: list[list[str]]) -> dict[str, int | None]:
        """In Canvas's gradebook ``ID`` is Canvas's number of the student."""
        if not {"student", "id", "section"} <= set(names):
            return {}
        login = "sisloginid" if "sisloginid" in names else "id"
        return {"number": names.index("id"), "id": names.index(login)}

    def feedback_entries(self, student: Student, pages: dict[str, bytes], html: bool) -> Iterator[tuple[str, bytes]]:
        """One file for one page; nbgrader's pages each beside its notebook, or all in the zip that came."""
        first = student.notebooks[min(student.notebooks)]
        uploads: dict[tuple[str, str], dict[str, bytes]] = {}
        for name, page in pages.items():
            version = student.notebooks.get(name.removesuffix(".html"), first)
            uploads.setdefault((version.upload_prefix, version.entry), {})[name] = page
        for (prefix, entry), upload_pages in uploads.items():
            yield _html_entry(prefix, upload_pages) if html else _same_kind_of_file(entry, upload_pages)


def _html_entry(prefix: str, pages: dict[str, bytes]) -> tuple[str, bytes]:
    """A page as it is, or several in a zip."""
    if len(pages) > 1:
        return f"{prefix}_{ASSIGNMENT}.zip", zipped(pages)
    ((name, page),) = pages.items()
    return f"{prefix}_{name}", page


def _same_kind_of_file(entry: str, pages: dict[str, bytes]) -> tuple[str, bytes]:
    """Pages as the kind of file that the student handed in, under its name."""
    name = entry.rsplit("/", 1)[-1]
    ending = Path(name).suffix.lower()
    if len(pages) > 1 or ending == ".zip":
        return name, zipped(pages)
    (page,) = pages.values()
    return name, as_notebook(page) if ending == ".ipynb" else page


def as_notebook(page: bytes) -> bytes:
    """A notebook whose only output is the page."""
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": page.decode(errors="replace")}}
    cells = [
        {"cell_type": "markdown", "id": "about", "metadata": {}, "source": "# Feedback on your notebooks"},
        {"cell_type": "code", "id": "page", "metadata": {}, "execution_count": None, "source": "", "outputs": [output]},
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def zipped(pages: dict[str, bytes]) -> bytes:
    """A zip of these pages."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, page in pages.items():
            add_to_zip(archive, name, page)
    return buffer.getvalue()
