"""CSV files: read as rows of texts, or changed cell by cell, so that every byte that is not changed stays as it was."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from grading.errors import CsvFileError

CELL = re.compile(r'("(?:[^"]|"")*"|[^"{0}\r\n][^{0}\r\n]*|)({0}|\r\n|\n|\r|\Z)'.replace("{0}", "\0"))
BOM = "\ufeff"
DELIMITERS = ",;\t"
ABOVE = re.compile(r"(?:[ \t,;]*(?:\r\n|\r|\n)|sep=.[,;]*(?:\r\n|\r|\n))*", re.IGNORECASE)
SEPARATOR = re.compile(r"sep=(.)", re.IGNORECASE)
SIGNS = r"=+\-@\uff1d\uff0b\uff0d\uff20"  # begin a formula; the last four as wide signs
OPENING = re.compile(rf"'*\s*[{SIGNS}\t\r]")  # of a whole text
INNER = re.compile(rf"(^|[;\t\r\n])([\s\"';]*)([{SIGNS}]?)")  # where a cell may begin if the list separator is ``;``
CELL_ENDS = re.compile(r"[;\t\r\n]")
QUOTED = re.compile(r'[",;\t\r\n]')  # what needs quotes, whatever a spreadsheet takes for the end of a cell


@dataclass
class Cell:
    """A cell as it stands in the file, and what follows it: a delimiter or the end of the line."""

    raw: str
    end: str

    @property
    def text(self) -> str:
        """The cell's content without its quotes."""
        return self.raw[1:-1].replace('""', '"').strip() if self.raw.startswith('"') else self.raw.strip()

    def put(self, text: str, delimiter: str) -> None:
        """Replace the content; the quotes stay, or are added where they are needed."""
        quoted = self.raw.startswith('"') or delimiter in text or '"' in text or "\n" in text
        self.raw = '"' + text.replace('"', '""') + '"' if quoted else text


@dataclass
class CsvFile:
    """The rows of a file. The first is its header; ``before`` is what stands above it."""

    rows: list[list[Cell]]
    delimiter: str
    bom: bool
    before: str = ""

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [cell.text for cell in self.rows[0]]

    def bytes(self) -> bytes:
        """The file as it is written."""
        text = "".join(cell.raw + cell.end for row in self.rows for cell in row)
        return ((BOM if self.bom else "") + self.before + text).encode()


def read_template(path: Path) -> CsvFile:
    """A template that a learning system gave. Raises CsvFileError."""
    try:
        text = path.read_bytes().decode()
    except OSError as problem:
        raise CsvFileError(f"The template {path} cannot be opened ({problem.strerror}).") from None
    except UnicodeDecodeError:
        raise CsvFileError(f"The template {path} is not a CSV file in UTF-8: take it as it was downloaded.") from None
    bom = text.startswith(BOM)
    before, text, delimiter = _header_first(text.removeprefix(BOM))
    rows = cells_of(text, delimiter)
    if not rows or "\0" in text:
        raise CsvFileError(f"The template {path} is empty, or not a CSV file.")
    return CsvFile(rows, delimiter, bom, before)


def cells_of(text: str, delimiter: str) -> list[list[Cell]]:
    """The rows of a text, cell by cell; together the cells are the text. Raises CsvFileError."""
    pattern = re.compile(CELL.pattern.replace("\0", re.escape(delimiter)))
    rows: list[list[Cell]] = [[]]
    position = 0
    while position < len(text):
        match = pattern.match(text, position)
        if not match:
            raise CsvFileError(f"The template has a line that cannot be read: {text[position:][:40]!r}.")
        rows[-1].append(Cell(match[1], match[2]))
        position = match.end()
        if match[2] == delimiter and position == len(text):
            rows[-1].append(Cell("", ""))
        if match[2] != delimiter and position < len(text):
            rows.append([])
    return rows if rows[0] else []


def new(rows: list[list[str]]) -> CsvFile:
    """A file with these rows, with commas, and quotes where they are needed; its BOM tells Excel that it is UTF-8."""
    text = "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)
    return CsvFile(cells_of(text, ","), ",", bom=True)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def csv_rows(data: bytes, delimiter: str = "") -> list[list[str]]:
    """The rows of a file that people saved: UTF-8, UTF-16 or Windows's letters, with whatever delimiter its header has.

    Raises CsvFileError.

    >>> csv_rows("sep=;\\r\\rid;name\\rzoe;Zoë\\r".encode("cp1252"))
    [['id', 'name'], ['zoe', 'Zoë']]
    """
    _, text, of_header = _header_first(_decoded(data))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=delimiter or of_header))
    except csv.Error as problem:
        raise CsvFileError(f"It cannot be read as CSV ({problem}): save it anew as CSV (UTF-8).") from None
    return [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows]  # a cell: U+037E becomes a ;


def is_utf_16(data: bytes) -> bool:
    """Whether it is what Excel calls Unicode text."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _decoded(data: bytes) -> str:
    if is_utf_16(data):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _header_first(text: str) -> tuple[str, str, str]:
    """What stands above the header (empty lines, Excel's ``sep=;``), the rest, and its delimiter."""
    match = ABOVE.match(text)
    above = match[0] if match else ""
    rest = text[len(above) :]
    named = SEPARATOR.search(above)
    return above, rest, named[1] if named else delimiter_of(rest)


def delimiter_of(text: str) -> str:
    """The delimiter that the header has most often."""
    return max(DELIMITERS, key=re.split("[\r\n]", text, maxsplit=1)[0].count)


def escaped(text: str) -> str:
    """A text that no spreadsheet takes for a formula, nor what follows a ``;`` in it.

    >>> escaped("=cmd|' /C calc'!A0"), escaped("A;=1+1;"), escaped("Ada")
    ("'=cmd|' /C calc'!A0", "A;'=1+1;", 'Ada')
    """

    def guarded(match: re.Match) -> str:
        return f"{match[1]}{match[2]}'{match[3]}" if _begins_a_cell(match) else match[0]

    text = INNER.sub(guarded, text)
    return f"'{text}" if OPENING.match(text) else text


def unescaped(text: str) -> str:
    """A text as it was before it was made harmless.

    >>> unescaped(escaped("=1;-2")), unescaped("'tis")
    ('=1;-2', "'tis")
    """

    def unguarded(match: re.Match) -> str:
        before = match[2].removesuffix("'")
        return f"{match[1]}{before}{match[3]}" if _begins_a_cell(match) else match[0]

    text = text[1:] if text.startswith("'") and OPENING.match(text[1:]) else text
    return INNER.sub(unguarded, text)


def _begins_a_cell(match: re.Match) -> bool:
    """Whether a sign of a formula follows the end of a cell."""
    return bool(match[3] and CELL_ENDS.search(match[1] + match[2]))


def whole_number(text: str) -> str:
    """A whole number without the decimals that spreadsheets add, as in ``501.0``; any other text as it is."""
    return re.sub(r"^(\d+)[.,]0+$", r"\1", text)
