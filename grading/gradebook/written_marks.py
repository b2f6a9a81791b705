"""Read and write the points and comments of written answers in the gradebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nbgrader.api import MissingEntry

from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import solution_cells

from .connection import opened
from .reader import StudentMarks, read_marks
from .writer import NO_RESPONSE


@dataclass(frozen=True)
class WrittenMark:
    """One written answer: whose it is, the most points, and the points and comment that it has, None and "" if none."""

    student: str
    stem: str
    grade_id: str
    most: float
    points: float | None = None
    comment: str = ""


def written_marks(database: str) -> list[WrittenMark]:
    """Those of the whole class that wait for a grade by hand or have one. Raises GradebookError."""
    return [mark for student in read_marks(database).students for mark in _of(student)]


def _of(student: StudentMarks) -> Iterator[WrittenMark]:
    for stem in stems():
        notebook = student.notebooks.get(stem)
        for grade_id in solution_cells(stem):
            if notebook is None or grade_id == f"ex{stem[:2]}" or grade_id not in notebook.cells:
                continue
            points, most = notebook.cells[grade_id]
            comment = notebook.comments.get(grade_id) or ""
            is_given = grade_id in notebook.by_hand and grade_id not in notebook.to_review
            if is_given or grade_id in notebook.waiting or grade_id in notebook.to_review:
                about = points if is_given else None, "" if comment == NO_RESPONSE else comment
                yield WrittenMark(student.id, stem, grade_id, most, *about)


def give(database: str, marks: Iterable[WrittenMark]) -> None:
    """Write points and comments as formgrader does, all or none; no points: the answer waits again.

    Raises GradebookError.
    """
    with opened(database) as gradebook:
        for mark in marks:
            place = (mark.grade_id, mark.stem, ASSIGNMENT, mark.student)
            grade = gradebook.find_grade(*place)
            grade.manual_score = mark.points
            grade.needs_manual_grade = mark.points is None
            try:
                gradebook.find_comment(*place).manual_comment = mark.comment or None
            except MissingEntry:  # a task without a place for an answer
                continue
        gradebook.db.commit()
