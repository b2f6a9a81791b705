"""CSV files of a learning system, changed cell by cell: every byte that is not changed stays as it was."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from grading.errors import CsvFileError

CELL = re.compile(r'("(?:[^"]|"")*"|[^"{0}\r\n][^{0}\r\n]*|)({0}|\r\n|\n|\r|\Z)'.replace("{0}", "\0"))
BOM = "\ufeff"
FORMULA = re.compile(r"\s*[=+\-@\t\r]")


@dataclass
class Cell:
    """A cell as it stands in the file, and what follows it: a delimiter or the end of the line."""

    raw: str
    end: str

    @property
    def text(self) -> str:
        return self.raw[1:-1].replace('""', '"').strip() if self.raw.startswith('"') else self.raw.strip()

    def put(self, text: str, delimiter: str) -> None:
        quoted = self.raw.startswith('"') or delimiter in text or '"' in text or "\n" in text
        self.raw = '"' + text.replace('"', '""') + '"' if quoted else text


@dataclass
class Sheet:
    """The rows of a file. The first is its header."""

    rows: list[list[Cell]]
    delimiter: str
    bom: bool

    @property
    def header(self) -> list[str]:
        return [cell.text for cell in self.rows[0]]

    def bytes(self) -> bytes:
        text = "".join(cell.raw + cell.end for row in self.rows for cell in row)
        return ((BOM if self.bom else "") + text).encode()


def read(path: Path) -> Sheet:
    """Raises CsvFileError."""
    try:
        text = path.read_bytes().decode()
    except OSError as problem:
        raise CsvFileError(f"The template {path} cannot be opened ({problem.strerror}).") from None
    except UnicodeDecodeError:
        raise CsvFileError(f"The template {path} is not a CSV file in UTF-8: take it as it was downloaded.") from None
    bom, text = text.startswith(BOM), text.removeprefix(BOM)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = _rows(text, delimiter)
    if not rows or "\0" in text:
        raise CsvFileError(f"The template {path} is empty, or not a CSV file.")
    return Sheet(rows, delimiter, bom)


def _rows(text: str, delimiter: str) -> list[list[Cell]]:
    pattern = re.compile(CELL.pattern.replace("\0", re.escape(delimiter)))
    rows: list[list[Cell]] = [[]]
    position = 0
    while position < len(text):
        found = pattern.match(text, position)
        if not found:
            raise CsvFileError(f"The template has a line that cannot be read: {text[position:][:40]!r}.")
        rows[-1].append(Cell(found[1], found[2]))
        position = found.end()
        if found[2] == delimiter and position == len(text):
            rows[-1].append(Cell("", ""))
        if found[2] != delimiter and position < len(text):
            rows.append([])
    return rows if rows[0] else []


def new(rows: list[list[str]], bom: bool = False) -> Sheet:
    """A sheet of one's own, with commas, and quotes where they are needed."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return Sheet(_rows(text.getvalue(), ","), ",", bom)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> harmless("=cmd|' /C calc'!A0"), harmless("Ada")
    ("'=cmd|' /C calc'!A0", 'Ada')
    """
    return f"'{text}" if FORMULA.match(text) else text
