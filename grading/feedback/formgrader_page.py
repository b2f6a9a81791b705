"""What formgrader's page of a submission shows more, and what it must not: a part of nbconvert's exporter by config.

The rubric of a written answer, which stands in the solution's own cell, is shown below the answer. The notebooks in
autograded/ do not hold it, so no feedback shows it. (nbgrader's mark schemes would.)
A student's name comes from the learning system, where students write what they like; nbgrader's template takes it for
HTML, so its signs are masked here.
"""

from __future__ import annotations

import html
import re
from functools import cache

import nbformat
from nbconvert.preprocessors import Preprocessor

from grading.paths import SOLUTIONS, stems

REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)


@cache
def rubrics(stem: str) -> dict[str, str]:
    """Grade id to rubric, of the answers that are graded by hand."""
    if stem not in stems():
        return {}
    cells = nbformat.read(SOLUTIONS / f"{stem}.ipynb", as_version=4).cells
    about = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in cells if cell.cell_type == "markdown"}
    found = {grade_id: REGION.search(cell.source) for grade_id, cell in about.items() if grade_id}
    return {grade_id: region[1].strip() for grade_id, region in found.items() if region}


class FormgraderPage(Preprocessor):
    """A Markdown cell with the rubric after each answer that is graded by hand, and names that are only names."""

    enabled = True

    def preprocess(self, nb, resources):
        if "submission_id" not in resources:  # which formgrader alone gives
            return nb, resources
        for name in ("first_name", "last_name", "student"):
            resources[name] = html.escape(resources.get(name) or "")
        known, cells = rubrics(resources.get("notebook_id", "")), []
        for cell in nb.cells:
            cells.append(cell)
            if text := known.get(cell.metadata.get("nbgrader", {}).get("grade_id")):
                cells.append(nbformat.v4.new_markdown_cell(text))
        nb.cells = cells
        return nb, resources
