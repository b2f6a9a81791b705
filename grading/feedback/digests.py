"""Whether a feedback page still tells what the gradebook holds: a digest of what it was made from, in the store."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import nbgrader

from grading.paths import ASSIGNMENT
from grading.submissions import answer_lines

from . import student_page
from grading import templating
from grading.gradebook.scores import Scores


def page_path(course: Path, student: str) -> Path:
    """The student's one page."""
    return course / "feedback" / student / f"{ASSIGNMENT}.html"


def notebook_path(course: Path, student: str, stem: str) -> Path:
    """nbgrader's page of one notebook."""
    return course / "feedback" / student / ASSIGNMENT / f"{stem}.html"


def page_fact(student: str) -> str:
    """What the store calls the digest of the student's one page."""
    return f"page {student}"


def notebook_fact(student: str, stem: str) -> str:
    return f"page {student}/{stem}"


def page_digest(scores: Scores, marks: dict[str, str]) -> str:
    """Of all that decides what is in the student's one page; ``marks`` as the store has them."""
    return _digest(_own_version(), scores, sorted(marks.items()))


def notebook_digest(scores: Scores, stem: str, mark: str) -> str:
    return _digest(nbgrader.__version__, scores.notebooks[stem], mark)


@cache
def _own_version() -> str:
    code = b"".join(Path(module.__file__).read_bytes() for module in (answer_lines, student_page))
    return templating.version() + hashlib.sha256(code).hexdigest()


def _digest(*parts) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
