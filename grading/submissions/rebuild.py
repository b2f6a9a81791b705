"""The notebook that is stored and shown: ours, with only the answers and the added code from the submission."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import nbformat

from grading.paths import ASSIGNMENT
from grading.text import clean

from . import sanitise
from .course_notebooks import released
from .pictures import Album
from .reading import StudentSubmissions, Submission

WROTE = "**The student wrote:**"  # above a text cell of a student's own, which could look like one of ours


def rebuild(submission: Submission):
    """A new student version with the submission's answers, its added cells around them, and its notes on top."""
    notebook = copy.deepcopy(released(submission.stem))
    album = Album(submission.pictures)
    cells = []
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in submission.answers and submission.answers[grade_id] != cell.source:
            _fill(cell, submission.answers[grade_id], album)
        if grade_id == f"ex{submission.stem[:2]}":
            cells += [*_added(submission, True, album), cell, *_added(submission, False, album)]
        else:
            cells.append(cell)
    if submission.notes:
        text = "**Notes of the grader.** " + " ".join(map(sanitise.words, submission.notes))
        cells.insert(1, nbformat.v4.new_markdown_cell(sanitise.framed(text), id=f"{submission.stem[:2]}-notes"))
    notebook.cells = cells
    return notebook


def _fill(cell, text: str, album: Album) -> None:
    """Put a student's text into a cell, and its pictures beside it."""
    if cell.cell_type != "markdown":
        cell.source = clean(text)
        return
    cell.source, attachments = album.attached(sanitise.markdown(text))
    if attachments:
        cell.attachments = attachments


def _added(submission: Submission, before: bool, album: Album) -> list:
    """The cells that the student added before the answer, or after it: first the words, then the code."""
    cells = []
    name = f"{submission.stem[:2]}-added"
    for k, (is_before, text) in enumerate(submission.added_text):
        if is_before == before:
            cells.append(nbformat.v4.new_markdown_cell("", id=f"{name}-text-{k}"))
            _fill(cells[-1], text, album)
            cells[-1].source = f"{WROTE}\n\n{sanitise.quotation(cells[-1].source)}"
    for k, (is_before, text) in enumerate(submission.added):
        if is_before == before:
            cells.append(nbformat.v4.new_code_cell(clean(text), id=f"{name}-{k}"))
    return cells


def stage(submissions: StudentSubmissions, submitted: Path) -> Path:
    """Write a student's rebuilt notebooks as nbgrader expects them in ``submitted``."""
    folder = submitted / submissions.student / ASSIGNMENT
    folder.mkdir(parents=True)
    for stem, submission in submissions.notebooks.items():
        text = json.dumps(rebuild(submission), indent=1, sort_keys=True, ensure_ascii=False)
        (folder / f"{stem}.ipynb").write_text(text, encoding="utf-8")
    return folder
