"""Whether a feedback page is up to date with the gradebook: the store keeps a digest of what the page was made from."""

from __future__ import annotations

import hashlib
import inspect
from functools import cache
from pathlib import Path

import nbgrader

from grading import states, templating, text
from grading.gradebook.reader import StudentMarks
from grading.paths import ASSIGNMENT
from grading.submissions import answer_lines

from . import student_page


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
    """What the store calls the digest of nbgrader's page of one notebook."""
    return f"page {student}/{stem}"


def page_digest(marks: StudentMarks, fingerprints: dict[str, str], has_known_time: bool) -> str:
    """A digest of all that decides what is in the student's one page; ``fingerprints`` as the store has them."""
    about = (marks.id, marks.name, marks.timestamp, marks.notebooks, has_known_time)
    return _digest(_version(), about, sorted(fingerprints.items()))


def notebook_digest(marks: StudentMarks, stem: str, fingerprint: str) -> str:
    """A digest of all that decides what is in nbgrader's page of one notebook."""
    return _digest(nbgrader.__version__, marks.notebooks[stem], fingerprint)


@cache
def _version() -> str:
    """A digest of the code and the templates that make the student's one page."""
    modules = (answer_lines, student_page, states, text)
    code = b"".join(Path(inspect.getfile(module)).read_bytes() for module in modules)
    return templating.templates_version() + hashlib.sha256(code).hexdigest()


def _digest(*parts) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
