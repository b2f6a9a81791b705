"""Read a notebook file: its cells, each with its text; nothing else is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .cell_pictures import only_held, taken_out
from .file_content import UnreadableError

CELLS = 2_000  # of a notebook that are read
TEXT = 3_000_000  # characters of all cells that are read, without the pictures
LONGEST_CODE = 500_000  # characters of a code cell that are read: too many to be run
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class FileCell:
    """A cell: its text, its name in the file, and what nbgrader noted of it; name to base64 of the pictures in it."""

    cell_type: str  # code, markdown or raw
    source: str
    id: str = ""
    grade_id: str = ""
    is_solution: bool = False  # a student fills it in
    pictures: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class NotebookFile:
    """The cells of a file; ``cut`` says whether it has more of them than are read, ``is_long`` whether more text."""

    cells: list[FileCell]
    cut: bool = False
    is_long: bool = False


def notebook_of(content: dict[str, Any]) -> NotebookFile:
    """The cells of a notebook in format 4, the newest. Raises UnreadableError."""
    cells = content.get("cells")
    if content.get("nbformat", 4) < 4 or not isinstance(cells, list):
        raise UnreadableError("cannot be read as a notebook: its format is not known.")
    read: list[FileCell] = []
    left = TEXT
    for cell in filter(None, map(_cell, cells[:CELLS])):
        left -= len(cell.source)
        if left < 0:
            return NotebookFile(read, is_long=True)
        read.append(cell)
    return NotebookFile(read, cut=len(cells) > CELLS)


def _cell(cell: Any) -> FileCell | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    noted = nbgrader if isinstance(nbgrader, dict) else {}
    kind = cell["cell_type"]
    pictures: dict[str, str] = {}
    if kind == "code":
        source = source[:LONGEST_CODE]
    else:
        source, pictures = taken_out(source, cell.get("attachments"))
        source = only_held(clean(source), pictures)
    names = (_text(cell.get("id")), _text(noted.get("grade_id")))
    return FileCell(kind, clean(source), *names, noted.get("solution") is True, pictures)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def clean(text: str) -> str:
    """Without what no file and no page can hold: lone surrogates, control characters but tab and line end, and those
    that turn the direction of what follows.

    >>> clean("a\\x1b[31m\\ud800\\n")
    'a[31m?\\n'
    >>> clean("right \\u202ethgir")
    'right thgir'
    """
    if text.isascii() and text.isprintable():
        return text
    return CONTROL.sub("", text.encode("utf-8", "replace").decode())


def recognise(stems: Sequence[str], cells: Sequence[FileCell], name: str) -> str | None:
    """The stem of the notebook that it is: by its grade ids, else its markers, else its title or file name."""
    ids = " ".join(f"{cell.grade_id} {cell.id}" for cell in cells)
    numbers = Counter(re.findall(r"\bex(\d\d)(?=\b|_)", ids))
    if not numbers:
        code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
        pattern = r"(?im)^[^\S\n]*#+[^\S\n]*exercise[^\S\n]*0*(\d{1,2})\b"  # \s* would try each run of empty lines anew
        numbers = Counter(f"{int(number):02d}" for number in re.findall(pattern, code))
    if not numbers:
        text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        titles = re.findall(r"(?m)^# (\d\d) · ", text)
        numbers = Counter(titles) or Counter(stem[:2] for stem in stems if stem in name)
    number = numbers.most_common(1)[0][0] if numbers else None
    return next((stem for stem in stems if stem[:2] == number), None)
