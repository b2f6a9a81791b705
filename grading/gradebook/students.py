"""The students: names, addresses and numbers in nbgrader's table, and the section of the class that each is in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nbgrader.api import Student, SubmittedAssignment
from sqlalchemy import delete, update

from grading.errors import GradebookError
from grading.files import write
from grading.kept_files import kept_file, kept_folder

from .connection import file_of, opened

SECTIONS = "sections.json"  # in .grading


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


def forget_former_names(database: str, students: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Remove who handed in nothing and has the number of one of these students, under another name; their names.

    Raises GradebookError.
    """
    path = file_of(database)
    if path and not path.exists():
        return []
    numbers = {fields["lms_user_id"] for fields in students.values() if "lms_user_id" in fields}
    with opened(database) as gradebook:
        others = [row for row in gradebook.students if row.id not in students and row.lms_user_id in numbers]
        former = [row.id for row in others if not row.submissions]
        for student in former:
            gradebook.remove_student(student)
        return former


def _differs(row, fields: Mapping[str, str]) -> bool:
    """Whether the gradebook has no row of the student, or one with other values."""
    return row is None or any(getattr(row, field) != value for field, value in fields.items())


def is_known(database: str, student: str) -> bool:
    """Whether there is a gradebook that knows the student. Raises GradebookError."""
    path = file_of(database)
    if path and not path.exists():
        return False
    with opened(database) as gradebook:
        return any(row.id == student for row in gradebook.students)


def rename_student(database: str, old: str, new: str) -> None:
    """Give a student another name, with all marks; a row of the new name without marks is taken.

    Raises GradebookError where the new name has marks of its own.
    """
    if not is_known(database, old):
        return
    with opened(database) as gradebook:
        before = gradebook.find_student(old)
        fields = {name: getattr(before, name) for name in ("first_name", "last_name", "email", "lms_user_id")}
        db = gradebook.db
        if db.query(SubmittedAssignment).filter_by(student_id=new).count():
            raise GradebookError(f"{old} cannot become {new}, who has marks in the gradebook: drop one of them first.")
        if db.get(Student, new) is None:
            db.add(Student(id=new, **fields))
            db.flush()
        about = SubmittedAssignment.student_id
        db.execute(update(SubmittedAssignment).where(about == old).values(student_id=new))
        db.execute(delete(Student).where(Student.id == old))
        db.commit()


def remove_student(database: str, student: str) -> None:
    """Remove a student with all marks, if the gradebook knows one of this name. Raises GradebookError."""
    if is_known(database, student):
        with opened(database) as gradebook:
            gradebook.remove_student(student)


def sections_of(course: Path) -> dict[str, str]:
    """Student to section, as the class list says; empty where no class list had any."""
    try:
        content = json.loads(kept_file(course, SECTIONS).read_text(encoding="utf-8"))
        return {str(student): str(section) for student, section in content.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def keep_sections(course: Path, sections: Mapping[str, str]) -> None:
    """Keep the sections of a class list beside those that are known. Raises WriteError."""
    if sections:
        known = dict(sorted({**sections_of(course), **sections}.items()))
        write(kept_folder(course) / SECTIONS, json.dumps(known, indent=1, ensure_ascii=False) + "\n")


def forget_section(course: Path, student: str) -> None:
    """Remove a student. Raises WriteError."""
    known = sections_of(course)
    if known.pop(student, None) is not None:
        write(kept_file(course, SECTIONS), json.dumps(known, indent=1, ensure_ascii=False) + "\n")
