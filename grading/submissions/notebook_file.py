"""Read a file as a notebook of the current format, every cell a cell with a text; nothing else of it is kept."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import nbformat

from grading.errors import NotebookFileError
from grading.text import clean

LARGEST = 20_000_000  # bytes of a notebook file that is read
CELLS = 2_000  # of a notebook that are read


def read_file(path: Path):
    """The file as a notebook of the current format, every cell a cell with a text."""
    if path.is_symlink() or not path.is_file():
        raise NotebookFileError(f"{path.name} is not a regular file.")
    if path.stat().st_size > LARGEST:
        raise NotebookFileError(f"{path.name} is larger than {LARGEST // 1_000_000} MB.")
    data = path.read_bytes()
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(coding, errors="replace").removeprefix("\ufeff")
    if not text.strip():
        raise NotebookFileError(f"{path.name} is empty.")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise NotebookFileError(
            f"{path.name} is not a notebook: it is not valid JSON. Perhaps it was cut off."
        ) from None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat", 4), int):
        raise NotebookFileError(f"{path.name} is not a notebook: it has no cells.")
    return _converted(path, content)


def _converted(path: Path, content: dict):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if content.get("nbformat", 4) < 4:
                content = nbformat.convert(nbformat.from_dict(_shortened(content)), 4)
            cells = [cell for cell in map(_cell, content["cells"][:CELLS]) if cell is not None]
            cut = len(content["cells"]) > CELLS
    except Exception:
        raise NotebookFileError(
            f"{path.name} cannot be read as a notebook (format {content.get('nbformat')})."
        ) from None
    return nbformat.from_dict({"cells": cells, "metadata": {"cut": cut}, "nbformat": 4, "nbformat_minor": 5})


def _shortened(content: dict) -> dict:
    """Of the formats before 4, whose cells stand in worksheets, with one cell more than is read."""
    sheets = [{**sheet, "cells": sheet["cells"][: CELLS + 1]} for sheet in content.get("worksheets", [])[:10]]
    return {**content, "worksheets": sheets}


def _cell(cell) -> dict | None:
    if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
        return None
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return None
    metadata = cell.get("metadata")
    name = cell.get("id")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return {
        "cell_type": cell["cell_type"],
        "source": clean(source),
        "metadata": {"nbgrader": _plain(nbgrader)} if isinstance(nbgrader, dict) else {},
        "id": name if isinstance(name, str) else "",
    }


def _plain(nbgrader: dict) -> dict:
    """All that is ever asked of nbgrader's metadata; the rest may be of any kind and depth."""
    grade_id = nbgrader.get("grade_id")
    return {"grade_id": grade_id if isinstance(grade_id, str) else "", "solution": nbgrader.get("solution") is True}
