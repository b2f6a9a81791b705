"""nbgrader's table of students: names, addresses and the learning system's numbers."""

from __future__ import annotations

from collections.abc import Mapping

from .connection import file_of, opened


def update_students(database: str, students: Mapping[str, Mapping[str, str]], create: bool) -> None:
    """Write each student's fields, ``{student: {field: value}}``; a field that is not given keeps its value.

    Without ``create`` nothing is written where there is no gradebook yet. Raises GradebookError.
    """
    path = file_of(database)
    if not create and path and not path.exists():
        return
    with opened(database) as gradebook:
        known = {student.id: student for student in gradebook.students}
        for student, fields in students.items():
            if _differs(known.get(student), fields):
                gradebook.update_or_create_student(student, **fields)


def _differs(row, fields: Mapping[str, str]) -> bool:
    """Whether the gradebook has no row of the student, or one with other values."""
    return row is None or any(getattr(row, field) != value for field, value in fields.items())
