"""Add the rubric to formgrader's page of a submission, and make names harmless: a preprocessor for nbconvert.

The rubric of a written answer, which is in the solution's cell, is shown in a frame below the answer. The notebooks in
autograded/ do not hold it, so no feedback shows it. (nbgrader's mark schemes would.)
A student's name comes from the learning system, where students write what they like; nbgrader's template takes it for
HTML, and MathJax takes it for TeX, so its signs are masked here.
"""

from __future__ import annotations

import html
import re
from functools import cache

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from grading.paths import SOLUTIONS, stems
from grading.submissions import sanitise, tex_commands

REGION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)


@cache
def rubrics(stem: str) -> dict[str, str]:
    """Grade id to rubric, of the answers that are graded by hand."""
    if stem not in stems():
        return {}
    cells = nbformat.read(SOLUTIONS / f"{stem}.ipynb", as_version=4).cells
    about = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in cells if cell.cell_type == "markdown"}
    regions = {grade_id: REGION.search(cell.source) for grade_id, cell in about.items() if grade_id}
    return {grade_id: region[1].strip() for grade_id, region in regions.items() if region}


class FormgraderPage(Preprocessor):
    """Adds the rubric after each answer that is graded by hand, and masks the signs of HTML in names."""

    enabled = True

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Change formgrader's page of a submission; every other page stays as it is."""
        if "submission_id" not in resources:  # which formgrader alone gives
            return nb, resources
        for name in ("first_name", "last_name", "student"):
            resources[name] = html.escape(tex_commands.harmless(resources.get(name) or ""))
        rubric_of = rubrics(resources.get("notebook_id", ""))
        cells = []
        for cell in nb.cells:
            cells.append(cell)
            if text := rubric_of.get(cell.metadata.get("nbgrader", {}).get("grade_id")):
                cells.append(nbformat.v4.new_markdown_cell(sanitise.framed(text)))
        nb.cells = cells
        return nb, resources
