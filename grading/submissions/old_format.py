"""Notebooks of the formats before 4, as Jupyter wrote them until 2015: only what is read of a cell is taken over."""

from __future__ import annotations

from typing import Any

from slipcheck.file_content import UnreadableError
from slipcheck.notebook_file import CELLS

TEXT = ("input", "source", "code", "text")  # where a cell may have its text, by kind and format
KEPT = ("metadata", "attachments", "id")
DEEPEST = 6  # level of a heading


def in_new_format(content: dict[str, Any]) -> dict[str, Any]:
    """The cells of a notebook of format 1, 2 or 3 as format 4 has them, without outputs. Raises UnreadableError."""
    sheets = content.get("worksheets", [content])
    if content.get("nbformat") not in (1, 2, 3) or not isinstance(sheets, list):
        raise UnreadableError("cannot be read as a notebook: its format is not known.")
    cells: list[dict[str, Any]] = []
    for sheet in sheets:
        of_sheet = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(of_sheet, list):
            raise UnreadableError("cannot be read as a notebook: its format is not known.")
        few = of_sheet[: CELLS + 1 - len(cells)]  # one more than is read
        cells += [_cell(cell) for cell in few if isinstance(cell, dict)]
        if len(cells) > CELLS:
            break
    return {"nbformat": 4, "cells": cells}


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    kind, source = cell.get("cell_type"), next((cell[key] for key in TEXT if key in cell), "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if kind == "heading" and isinstance(source, str):
        level = cell.get("level")
        signs = "#" * (max(1, min(level, DEEPEST)) if isinstance(level, int) else 1)
        source = f"{signs} {' '.join(source.splitlines())}"
    is_words = kind in ("heading", "html", "text")
    kept = {key: cell[key] for key in KEPT if key in cell}
    return {**kept, "cell_type": "markdown" if is_words else kind, "source": source}
