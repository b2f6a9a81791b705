"""The list of written answers as a spreadsheet saved it: which line is about which answer.

The ids that the list was written with show how it is to be read. Answers are students' texts, so a line of one may look
like a header, or like a mark; but no student knows an id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass

from grading.errors import CsvFileError

from .csv_file import DELIMITERS, csv_rows

FILE = "written.csv"
HEADER = ["id", "answer", "pictures", "times", "points", "of", "comment"]
NEEDED = ("id", "points", "comment")  # columns that are read back


@dataclass(frozen=True)
class Line:
    """A line of the list: its number, and its cells by column.

    A missing cell is left out, so that no mark is taken back whose cell nobody emptied.
    """

    number: int
    cells: dict[str, str]
    is_too_long: bool  # it has cells beyond the header's, so that nobody knows which cell is which

    @property
    def id(self) -> str:
        """The answer's."""
        return self.cells.get("id", "").strip()


@dataclass(frozen=True)
class Reading:
    """What the file says with one of the delimiters; ``ids`` counts the known ones in their column."""

    rows: list[list[str]]
    header: list[str]
    ids: int

    @property
    def rank(self) -> tuple[int, int]:
        """The right reading has the ids; without any, most of the columns' names."""
        return self.ids, _columns_in(self.header)

    def lines(self) -> list[Line]:
        """All lines but empty ones and the header."""
        numbered = enumerate(self.rows, 1)
        return [self._line(k, row) for k, row in numbered if not _is_empty(row) and _names(row) != self.header]

    def _line(self, number: int, row: list[str]) -> Line:
        return Line(number, dict(zip(self.header, row, strict=False)), not _is_empty(row[len(self.header) :]))


def list_lines(data: bytes, known: Collection[str]) -> list[Line]:
    """The lines of a list with answers of these ids, wherever its header is.

    Raises CsvFileError where it cannot be read with certainty.
    """
    best = max(_readings(data, known), key=lambda reading: reading.rank, default=Reading([], [], 0))
    for name in NEEDED:
        if best.header.count(name) != 1:
            raise _refusal(f"its header does not name one column {name!r}")
    lines = best.lines()
    if lines and not any(line.id in known for line in lines):
        raise _refusal("none of its lines begins with the id of an answer")
    return lines


def _refusal(reason: str) -> CsvFileError:
    return CsvFileError(
        f"{FILE} was not read, because {reason}. Nothing was recorded. "
        f"Put it back (the columns are {', '.join(HEADER)}), or move the file away: then a new list is written."
    )


def _readings(data: bytes, known: Collection[str]) -> Iterator[Reading]:
    """One by each delimiter; where the header is not the first line, that does not say which it is."""
    for delimiter in DELIMITERS:
        with suppress(CsvFileError):
            rows = csv_rows(data, delimiter)
            places = Counter(k for row in rows for k, cell in enumerate(row) if cell.strip() in known)
            column, ids = max(places.items(), key=lambda place: place[1], default=(-1, 0))
            yield Reading(rows, _header(rows, column), ids)


def _header(rows: list[list[str]], column: int) -> list[str]:
    """The row that calls this column ``id`` and names most of the others: sorting a list moves it."""

    def fits(names: list[str]) -> tuple[bool, int]:
        return names[column : column + 1] == ["id"], _columns_in(names)

    return max(map(_names, rows), key=fits, default=[])


def _columns_in(names: list[str]) -> int:
    return len({*HEADER} & {*names})


def _names(row: list[str]) -> list[str]:
    return [cell.strip().casefold() for cell in row]


def _is_empty(row: list[str]) -> bool:
    return not any(cell.strip() for cell in row)
