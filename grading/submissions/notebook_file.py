"""Read a submitted file as a notebook, in older formats too; nothing but its cells is kept."""

from __future__ import annotations

import warnings
from pathlib import Path

import nbformat

from grading.errors import NotebookFileError
from slipcheck.file_content import UnreadableError, content_of, read_bytes
from slipcheck.notebook_file import CELLS, NotebookFile, notebook_of


def read_file(path: Path) -> NotebookFile:
    """The cells of a file. Raises NotebookFileError, or OSError."""
    try:
        return notebook_of(_converted(content_of(read_bytes(path))))
    except UnreadableError as reason:
        raise NotebookFileError(f"{path.name} {reason}") from None


def _converted(content: dict) -> dict:
    """In the current format."""
    version = content.get("nbformat", 4)
    if version >= 4:
        return content
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return nbformat.convert(nbformat.from_dict(_shortened(content)), 4)
    except Exception:
        raise UnreadableError(f"cannot be read as a notebook (format {version}).") from None


def _shortened(content: dict) -> dict:
    """Of the formats before 4, whose cells stand in worksheets, with one cell more than is read."""
    sheets = [{**sheet, "cells": sheet["cells"][: CELLS + 1]} for sheet in content.get("worksheets", [])[:10]]
    return {**content, "worksheets": sheets}
