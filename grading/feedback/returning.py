"""A student's feedback pages, written as the notebooks are graded: nbgrader's of each notebook, and the one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from .notebook_page import feedback_page, write_file
from grading.execution.result_store import Store
from . import digests
from grading.gradebook.scores import Scores
from .student_page import Told, student_page


def write_pages(course: Path, store: Store, scores: Scores, filled: dict, marks: dict[str, str], told: Told) -> None:
    """``filled`` holds the autograded notebooks that are new; ``marks`` and ``told`` are of all notebooks."""
    student = scores.student
    for stem, notebook in filled.items():
        page = feedback_page(notebook, stem, scores.notebooks[stem])
        write_file(digests.notebook_path(course, student, stem), page)
        store.set_fact(digests.notebook_fact(student, stem), digests.notebook_digest(scores, stem, marks[stem]))
    write_file(digests.page_path(course, student), student_page(scores, told, date.today()))
    store.set_fact(digests.page_fact(student), digests.page_digest(scores, marks))
