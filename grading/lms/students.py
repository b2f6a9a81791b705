"""nbgrader's table of students, filled from the class list and from what the LMS's files say."""

from __future__ import annotations

from grading.gradebook.connection import file_of, opened

from .class_list import Roster
from .manifest import Manifest


def fill(database: str, book: Manifest, people: Roster | None) -> None:
    """Names, addresses and LMS numbers; without a class list only where there is a gradebook already.

    What the gradebook holds is never overwritten by nothing. Raises GradebookError.
    """
    path = file_of(database)
    if people is None and path and not path.exists():
        return
    with opened(database) as gradebook:
        known = {student.id: student for student in gradebook.students}
        for student, fields in fields_of(book, people).items():
            old = known.get(student)
            if old is None or any(getattr(old, field) != value for field, value in fields.items()):
                gradebook.update_or_create_student(student, **fields)


def fields_of(book: Manifest, people: Roster | None) -> dict[str, dict[str, str]]:
    """nbgrader's fields by student, without empty ones."""
    found: dict[str, dict[str, str]] = {}
    for folder, student in book.students.items():
        found[folder] = {"lms_user_id": student.id} if student.kind in ("canvas", "moodle") else {}
    for person in people.people if people else []:
        fields = {name: getattr(person, name) for name in ("first_name", "last_name", "email")}
        fields["lms_user_id"] = person.number
        found.setdefault(person.id, {}).update({name: value for name, value in fields.items() if value})
    return found
