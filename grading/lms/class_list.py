"""The class list: nbgrader's own columns, a Canvas gradebook CSV, or a Moodle grading worksheet, as they are."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grading.errors import ClassListError

from .folder_names import is_safe, plain_letters, slug

COLUMNS = {  # what a column is, by its name in lower case without spaces and punctuation
    "id": ("id", "studentid", "username", "sisloginid", "login"),
    "number": ("lmsuserid", "lmsid", "canvasid", "moodleid", "identifier", "participant"),
    "first_name": ("firstname", "givenname"),
    "last_name": ("lastname", "surname", "familyname"),
    "name": ("name", "fullname", "student", "studentname"),
    "email": ("email", "emailaddress", "mail"),
    "submitted": ("submitted", "timestamp", "submittedat", "lastmodifiedsubmission"),
}


@dataclass
class Person:
    """One student of the class list. ``id`` is the folder's name, ``number`` the LMS's, ``submitted`` a time."""

    id: str
    number: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    submitted: str = ""

    @property
    def keys(self) -> set[str]:
        """How an LMS may write the name, in plain letters."""
        first, last = plain_letters(self.first_name), plain_letters(self.last_name)
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
class Roster:
    """The students, and sentences about what is wrong with the list."""

    people: list[Person] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def find(self, number: str, name: str) -> Person | None:
        """By the LMS's number or the id; else by a name that only one student has."""
        named = self._by_name.get(plain_letters(name).replace("_", ""), [])
        return self._by_number.get(number) or (named[0] if len(named) == 1 and not named[0].number else None)

    def student_fields(self) -> dict[str, dict[str, str]]:
        """Each student's fields in nbgrader's table of students."""
        return {person.id: person.fields for person in self.people}

    @cached_property
    def _by_number(self) -> dict[str, Person]:
        numbers = {person.number: person for person in self.people if person.number}
        return {person.id: person for person in self.people} | numbers

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        found = defaultdict(list)
        for person in self.people:
            for key in person.keys:
                found[key].append(person)
        return found


def read(path: Path) -> Roster:
    """Raises ClassListError."""
    rows = list(csv.reader(io.StringIO(text := _text(path)), delimiter=_delimiter(text)))
    if not rows or not (columns := _columns(rows[0])).keys() & {"id", "number"}:
        wanted = "id, first_name, last_name, email, lms_user_id"
        raise ClassListError(
            f"{path.name} is not a class list: its first line names no column of students. Known are: {wanted}."
        )
    roster = Roster()
    for line, row in enumerate(rows[1:], 2):
        cells = {field: row[k].strip() for field, k in columns.items() if k < len(row)}
        if any(cells.values()) and not _is_heading(cells):
            _add(roster, line, cells)
    return _without_doubles(roster)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise ClassListError(f"The class list {path} cannot be opened ({problem.strerror}).") from None
    if b"\0" in data:
        raise ClassListError(f"{path.name} is not a CSV file: save the class list as CSV (UTF-8).")
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", data.decode("cp1252", errors="replace"))


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _columns(header: list[str]) -> dict[str, int]:
    """Where each field stands. In a Canvas gradebook ``ID`` is the LMS's number."""
    names = [re.sub(r"[^a-z]", "", name.lower()) for name in header]
    found = {field: names.index(alias) for field, known in COLUMNS.items() for alias in known[::-1] if alias in names}
    if {"student", "id", "section"} <= set(names):
        found["number"] = names.index("id")
        found["id"] = names.index("sisloginid") if "sisloginid" in names else names.index("id")
    return found


def _is_heading(cells: dict[str, str]) -> bool:
    """The lines in a Canvas gradebook that are no students."""
    name = cells.get("name", "")
    return name == "Points Possible" or name == "Student, Test" or (not name and not cells.get("id"))


def _add(roster: Roster, line: int, cells: dict[str, str]) -> None:
    name = cells.get("name", "")
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    if name and not first and not last:
        last, _, first = (part.strip() for part in (name if "," in name else _reversed(name)).partition(","))
    number = re.sub(r"^\D+(?=\d+$)", "", cells.get("number", ""))
    student = cells.get("id") or (slug(name or f"{first} {last}", number) if number else "")
    if not student:
        roster.problems.append(f"Line {line} of the class list gives no id, so {name or 'it'} was left out.")
    elif not is_safe(student):
        roster.people.append(_person(slug(student), number, first, last, cells))
        roster.problems.append(f"The id {student!r} cannot be a folder's name; {slug(student)} is used in its place.")
    else:
        roster.people.append(_person(student, number, first, last, cells))


def _person(student: str, number: str, first: str, last: str, cells: dict[str, str]) -> Person:
    return Person(student, number, first, last, cells.get("email", ""), cells.get("submitted", "").strip("- "))


def _reversed(name: str) -> str:
    """``Jane Mary Doe`` as ``Doe, Jane Mary``."""
    first, _, last = name.rpartition(" ")
    return f"{last},{first}"


def _without_doubles(roster: Roster) -> Roster:
    """Students with the same id or number are all left out: nobody can say which line is right."""
    ids = Counter(person.id.casefold() for person in roster.people)
    numbers = Counter(person.number for person in roster.people if person.number)
    kept = []
    for person in roster.people:
        if ids[person.id.casefold()] == 1 and numbers[person.number] <= 1:
            kept.append(person)
    for what, counts in (("id", ids), ("LMS number", numbers)):
        for value, times in counts.items():
            if times > 1:
                roster.problems.append(
                    f"The {what} {value} stands {times} times in the class list: these lines were left out."
                )
    return Roster(kept, roster.problems)
