"""A made-up class whose marks are in the gradebook."""

from __future__ import annotations

import csv
import io
import tempfile
import warnings
from functools import cache
from pathlib import Path

from grading.config import database_of
from grading.gradebook import connection
from grading.lms import exports, manifest
from grading.lms.manifest import Student
from grading.paths import ASSIGNMENT

from .downloads import course_with_gradebook, make_folder

EVIL = "=cmd|' /C calc'!A0"
PEOPLE = {  # student: (LMS number, first name, last name, points in two notebooks or None)
    "ada": ("12", "Ada", "Lovelace, Countess", (4, 5.5)),
    "ben": ("13", "Ben", "Bø", (0, 0)),
    "cleo": ("14", "Cleo", "Y", None),
    "evil": ("15", EVIL, "", (1, 2)),
}


@cache
def gradebook_of_the_class() -> bytes:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        course = course_with_gradebook(Path(folder))
        with connection.opened(database_of(course)) as gradebook:
            gradebook.add_assignment(ASSIGNMENT)
            for stem, most in (("01", 4), ("02", 6)):
                gradebook.add_notebook(stem, ASSIGNMENT)
                gradebook.add_grade_cell(f"ex{stem}", stem, ASSIGNMENT, max_score=most, cell_type="code")
            for student, about in PEOPLE.items():
                _add(gradebook, student, *about)
        return (course / "gradebook.db").read_bytes()


def _add(gradebook, student, number, first, last, points) -> None:
    gradebook.add_student(student, lms_user_id=number, first_name=first, last_name=last)
    if points:
        for notebook in gradebook.add_submission(ASSIGNMENT, student).notebooks:
            notebook.grades[0].auto_score = points[int(notebook.name) - 1]
            notebook.grades[0].needs_manual_grade = False
        gradebook.db.commit()


def class_of_four(folder: Path) -> Path:
    """A graded class of four, one of whom handed in nothing, and one with a hostile name."""
    return make_folder(folder, {"gradebook.db": gradebook_of_the_class()})


def come_from(course: Path, kind: str) -> None:
    book = manifest.load(course)
    book.students = {student: Student(kind, about[0], f"{student} x") for student, about in PEOPLE.items()}
    book.save()


def written(course: Path, **templates) -> tuple[dict[str, list[list[str]]], list[str]]:
    """The files' rows by name, and what is said."""
    paths, notes = exports.write_exports(database_of(course), course, **templates)
    return {path.name: list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")))) for path in paths}, notes
