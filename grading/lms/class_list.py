"""The class list: nbgrader's own columns, a Canvas gradebook CSV, or a Moodle grading worksheet, as they are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grading.errors import ClassListError, CsvFileError
from grading.submissions.sanitise import line as line_of
from grading.text import short

from . import csv_file
from .folder_names import is_safe, plain_letters, slug
from .learning_systems import LEARNING_SYSTEMS
from .manifest import NAMED

COLUMNS = {  # what a column is, by its name in lower case without spaces and punctuation
    "id": ("id", "studentid", "username", "sisloginid", "login"),
    "number": ("lmsuserid", "lmsid"),
    "first_name": ("firstname", "givenname"),
    "last_name": ("lastname", "surname", "familyname"),
    "name": ("name", "fullname", "student", "studentname"),
    "email": ("email", "emailaddress", "mail"),
    "section": ("section", "sections", "group", "groups", "gruppe", "tutorial"),
    "submitted": ("submitted", "timestamp", "submittedat"),
}


@dataclass
class Person:
    """One student of the class list. ``id`` is the folder's name, ``number`` the LMS's, ``submitted`` a time.

    ``login`` is the id as the list has it, which need not be able to be a folder's name.
    """

    id: str
    number: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    submitted: str = ""
    section: str = ""
    login: str = ""

    @property
    def keys(self) -> set[str]:
        """How an LMS may write the name, in plain letters."""
        first = plain_letters(self.first_name)
        last = plain_letters(self.last_name)
        return {key.replace("_", "") for key in (f"{last}{first}", f"{first}{last}") if key}

    @property
    def fields(self) -> dict[str, str]:
        """The fields of nbgrader's table of students that the class list gives."""
        fields = {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "email": self.email,
            "lms_user_id": self.number,
        }
        return {field: value for field, value in fields.items() if value}


@dataclass
class ClassList:
    """The students, and sentences about what is wrong with the list."""

    people: list[Person] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def find(self, kind: str, number: str, name: str) -> Person | None:
        """By number or id; else by a name that only one student has, and that a student may have chosen."""
        return self.by_number(kind, number) or self.by_name(name)

    def by_number(self, kind: str, number: str) -> Person | None:
        """By the LMS's number, or by the id where the download names students by it."""
        if kind not in NAMED:
            return self._by_number.get(number)
        return self._by_login.get(number) or self._by_id.get(number)

    def by_name(self, name: str) -> Person | None:
        """By a name that only one student has, and that one without a number."""
        named = self._by_name.get(plain_letters(name).replace("_", ""), [])
        return named[0] if len(named) == 1 and not named[0].number else None

    def without(self, dropped: Iterable[tuple[str, str]]) -> ClassList:
        """The list without the students who were dropped, by kind and number."""
        gone = [self.by_number(kind, number) for kind, number in dropped]
        return ClassList([person for person in self.people if person not in gone], self.problems)

    def student_fields(self) -> dict[str, dict[str, str]]:
        """Each student's fields in nbgrader's table of students."""
        return {person.id: person.fields for person in self.people}

    def sections(self) -> dict[str, str]:
        """The section of each student who is in one."""
        return {person.id: person.section for person in self.people if person.section}

    def ids(self) -> set[str]:
        """What a download may name students by: the ids as the list has them, and as folders' names."""
        return {*self._by_login, *self._by_id}

    @cached_property
    def _by_number(self) -> dict[str, Person]:
        return {person.number: person for person in self.people if person.number}

    @cached_property
    def _by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _by_login(self) -> dict[str, Person]:
        return {unicodedata.normalize("NFC", person.login): person for person in self.people if person.login}

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        people = defaultdict(list)
        for person in self.people:
            for key in person.keys:
                people[key].append(person)
        return people


def read_class_list(path: Path) -> ClassList:
    """The class list in a CSV file. Raises ClassListError."""
    try:
        rows = csv_file.csv_rows(_bytes(path))
    except CsvFileError as reason:
        raise ClassListError(f"{path.name} is not a class list. {reason}") from None
    columns = _columns(rows[0], rows[1:]) if rows else {}
    if not columns.keys() & {"id", "number"}:
        known = "id, first_name, last_name, email, lms_user_id"
        raise ClassListError(
            f"{path.name} is not a class list: its first line names no column of students. Known are: {known}."
        )
    class_list = ClassList()
    for line, row in enumerate(rows[1:], 2):
        cells = {column: line_of(row[k]) for column, k in columns.items() if k < len(row)}
        if any(cells.values()) and not _is_heading(cells):
            _add(class_list, line, cells)
    return _without_doubles(class_list)


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise ClassListError(f"The class list {path} cannot be opened ({problem.strerror}).") from None
    if b"\0" in data and not csv_file.is_utf_16(data):
        raise ClassListError(f"{path.name} is not a CSV file: save the class list as CSV (UTF-8).")
    return data


def _columns(header: list[str], rows: list[list[str]]) -> dict[str, int]:
    """Where each column stands, as we name it or as a learning system does."""
    names = [re.sub(r"[^a-z]", "", name.lower()) for name in header]
    columns: dict[str, int | None] = {}
    for column in COLUMNS:
        alias = next((alias for alias in _aliases(column) if alias in names), None)
        if alias is not None:
            columns[column] = names.index(alias)
    for system in LEARNING_SYSTEMS:
        columns |= system.class_list_columns(names, rows)
    return {column: k for column, k in columns.items() if k is not None}


def _aliases(column: str) -> list[str]:
    """A column's names: ours first, then those of the learning systems."""
    theirs = [alias for system in LEARNING_SYSTEMS for alias in system.class_list_aliases.get(column, ())]
    return [*COLUMNS[column], *theirs]


def _is_heading(cells: dict[str, str]) -> bool:
    """The lines in a learning system's list that are no students."""
    name = cells.get("name", "")
    if any(name in system.class_list_headings for system in LEARNING_SYSTEMS):
        return True
    return not name and not cells.get("id")


def _add(class_list: ClassList, line: int, cells: dict[str, str]) -> None:
    """The student of one line, or a sentence about what is wrong with it."""
    name = cells.get("name", "")
    first, last = _names(cells)
    number = re.sub(r"^\D+(?=\d+$)", "", csv_file.whole_number(cells.get("number", "")))
    student = csv_file.whole_number(cells.get("id", ""))
    if not student and number:
        student = slug(name or f"{first} {last}", number)
    if not student:
        class_list.problems.append(f"Line {line} of the class list gives no id, so {short(name) or 'it'} was left out.")
        return
    folder = student
    if not is_safe(student):
        folder = slug(student)
        class_list.problems.append(
            f"The id {short(student)!r} cannot be a folder's name; {folder} is used in its place."
        )
    submitted = cells.get("submitted", "").strip("- ")
    class_list.people.append(
        Person(folder, number, first, last, cells.get("email", ""), submitted, cells.get("section", ""), student)
    )


def _names(cells: dict[str, str]) -> tuple[str, str]:
    """First and last name, from their own columns, else from ``Doe, Jane Mary`` or ``Jane Mary Doe``."""
    name = cells.get("name", "")
    first = cells.get("first_name", "")
    last = cells.get("last_name", "")
    if first or last or not name:
        return first, last
    if "," in name:
        last, _, first = name.partition(",")
    else:
        first, _, last = name.rpartition(" ")
    return first.strip(), last.strip()


def _without_doubles(class_list: ClassList) -> ClassList:
    """Students with the same id or number are all left out: nobody can say which line is right."""
    ids = Counter(person.id.casefold() for person in class_list.people)
    numbers = Counter(person.number for person in class_list.people if person.number)
    people = [person for person in class_list.people if ids[person.id.casefold()] == 1 and numbers[person.number] <= 1]
    for key, counts in (("id", ids), ("LMS number", numbers)):
        for value, times in counts.items():
            if times > 1:
                class_list.problems.append(
                    f"The {key} {short(value)} appears {times} times in the class list: these lines were left out."
                )
    return ClassList(people, class_list.problems)
