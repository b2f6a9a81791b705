"""Notebooks of a course, and the cells in them, as tests look at them."""

from __future__ import annotations

import nbformat


def read(folder, stem):
    return nbformat.read(folder / f"{stem}.ipynb", as_version=4)


def text_of(notebook) -> str:
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def graded(notebook) -> dict:
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
