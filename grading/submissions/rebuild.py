"""The notebook that is run and marked: ours, with only the answers and the added code of the submission in it."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import nbformat

from grading.paths import ASSIGNMENT
from grading.text import clean

from . import sanitise
from .course_notebooks import released
from .reading import StudentSubmissions, Submission


def rebuild(submission: Submission):
    """A new student version with the submission's answers, its added cells around them, and its notes on top."""
    notebook = copy.deepcopy(released(submission.stem))
    cells = []
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in submission.answers and submission.answers[grade_id] != cell.source:
            text = submission.answers[grade_id]
            cell.source = sanitise.markdown(text) if cell.cell_type == "markdown" else clean(text)
        is_answer = grade_id == f"ex{submission.stem[:2]}"
        if is_answer:
            cells += [_added(submission, k, text) for k, (before, text) in enumerate(submission.added) if before]
        cells.append(cell)
        if is_answer:
            cells += [_added(submission, k, text) for k, (before, text) in enumerate(submission.added) if not before]
    if submission.notes:
        text = "**Notes of the grader.** " + " ".join(map(sanitise.words, submission.notes))
        cells.insert(1, nbformat.v4.new_markdown_cell(text, id=f"{submission.stem[:2]}-notes"))
    notebook.cells = cells
    return notebook


def _added(submission: Submission, k: int, source: str):
    return nbformat.v4.new_code_cell(clean(source), id=f"{submission.stem[:2]}-added-{k}")


def stage(submissions: StudentSubmissions, submitted: Path) -> Path:
    """Write a student's rebuilt notebooks as nbgrader expects them in ``submitted``."""
    folder = submitted / submissions.student / ASSIGNMENT
    folder.mkdir(parents=True)
    for stem, submission in submissions.notebooks.items():
        text = json.dumps(rebuild(submission), indent=1, sort_keys=True, ensure_ascii=False)
        (folder / f"{stem}.ipynb").write_text(text, encoding="utf-8")
    return folder
