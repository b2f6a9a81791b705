"""Rename a student, or remove one, in every place that knows students: folders, gradebook, results, manifest."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from grading.errors import GradingError, WriteError
from grading.execution.result_store import Store
from grading.files import why
from grading.gradebook.late_record import LateRecord
from grading.gradebook.students import (
    forget_section,
    is_known,
    keep_sections,
    remove_student,
    rename_student,
    sections_of,
)
from grading.kept_files import has_results

from . import manifest
from .class_list import ClassList
from .manifest import Manifest

PLACES = ("submitted", "collected", "autograded", "feedback")
IN_LIST = "folder"  # the kind of a student who handed in nothing: the class list gives the name
ASIDE = "-renamed"  # at the end of a name, while two students swap theirs


def plan_renames(course: Path, class_list: ClassList) -> tuple[dict[str, str], list[str]]:
    """Old to new folder of each student whom the class list names otherwise, and sentences about what cannot be."""
    students = manifest.load(course).students
    wanted = {}
    for folder, student in students.items():
        person = class_list.find(student.kind, student.id, student.name)
        if person and person.id != folder:
            wanted[folder] = person.id
    problems = []
    for new, times in Counter(wanted.values()).items():
        if times > 1:
            same = [old for old in wanted if wanted[old] == new]
            problems.append(f"{' and '.join(same)} are not renamed, because each could be {new}.")
            wanted = {old: name for old, name in wanted.items() if name != new}
    taken = [old for old, new in wanted.items() if _is_taken(course, new, wanted, students)]
    problems += [
        f"{old} is not renamed to {wanted.pop(old)}, because that folder is another student's." for old in taken
    ]
    return wanted, problems


def _is_taken(course: Path, new: str, wanted: dict[str, str], students: dict) -> bool:
    """Whether a name belongs to a student who keeps it."""
    return new not in wanted and (new in students or (course / "submitted" / new).exists())


def rename_all(course: Path, database: str, wanted: dict[str, str]) -> None:
    """Rename students, ``{old: new}``; two may swap names. Raises GradebookError, WriteError.

    Killed halfway and run again it goes on where it stopped.
    """
    for old, new in _in_order(wanted):
        rename(course, database, old, new)


def _in_order(wanted: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each rename once its new name is free; where names go round, one steps aside.

    >>> list(_in_order({"a": "b", "b": "c"})), list(_in_order({"a": "b", "b": "a"}))
    ([('b', 'c'), ('a', 'b')], [('a', 'a-renamed'), ('b', 'a'), ('a-renamed', 'b')])
    """
    left = dict(wanted)
    while left:
        free = next((old for old, new in left.items() if new not in left), None)
        if free is None:
            old = next(iter(left))
            yield old, old + ASIDE
            left[old + ASIDE] = left.pop(old)
        else:
            yield free, left.pop(free)


def rename(course: Path, database: str, old: str, new: str) -> None:
    """Rename one student. Raises GradebookError, WriteError."""
    for place in PLACES:
        if (course / place / old).is_dir():
            try:
                (course / place / old).rename(course / place / new)
            except OSError as problem:
                raise WriteError(why(problem, course / place / new)) from None
    rename_student(database, old, new)
    if has_results(course):
        with Store(course) as store:
            store.rename(old, new)
    LateRecord.of(course).rename(old, new)
    keep_sections(course, {new: section} if (section := sections_of(course).get(old)) else {})
    forget_section(course, old)
    _rename_in_manifest(manifest.load(course), old, new)


def _rename_in_manifest(book: Manifest, old: str, new: str) -> None:
    if old not in book.students:
        return
    student = book.students[new] = book.students.pop(old)
    for version in (version for versions in student.earlier.values() for version in versions):
        version.file = version.file.replace(f"{manifest.FOLDER}/{old}/", f"{manifest.FOLDER}/{new}/", 1)
    book.save()


def places_of(course: Path, database: str, student: str) -> list[str]:
    """The places that know a student, none for what is no name of a folder. Raises GradebookError, ManifestError."""
    if student in ("", ".", "..") or Path(student).name != student:
        return []
    places = [place for place in PLACES if (course / place / student).is_dir()]
    return [*places, *(["the gradebook"] if is_known(database, student) else [])]


def drop(course: Path, database: str, student: str) -> None:
    """Remove one student everywhere; what is collected of the same student later is left out, and so is the student's
    line of the class list.

    Raises GradingError where nobody has that name, GradebookError, WriteError.
    """
    if not places_of(course, database, student):
        raise GradingError(f"There is no student {student} in {course}.")
    remove_student(database, student)
    if has_results(course):
        with Store(course) as store:
            store.forget(student)
    LateRecord.of(course).forget(student)
    forget_section(course, student)
    book = manifest.load(course)
    if student in book.students:
        gone = book.students.pop(student)
        book.dropped.append((gone.kind, gone.id))
    else:
        book.dropped.append((IN_LIST, student))
    book.save()
    for place in PLACES:
        with suppress(FileNotFoundError):
            shutil.rmtree(course / place / student)
