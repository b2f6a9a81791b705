"""Notebooks as a student hands them in, well or with a cell too many."""

from __future__ import annotations

import nbformat

from grading.demo_class import submission
from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import solved

STEM, IN_WORDS = stems()[3], stems()[9]
NAME, ZIP = f"{STEM}.ipynb", f"{ASSIGNMENT}.zip"


def right():
    return submission(STEM, solved(STEM))


def added(notebook, beside: str, source: str, above: bool = False):
    """With a new code cell below the one with an id, or above it."""
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == beside)
    notebook.cells.insert(k + (not above), nbformat.v4.new_code_cell(source, id="new"))
    return notebook
