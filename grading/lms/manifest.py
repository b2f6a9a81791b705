"""What was collected from where: ``collected/manifest.json``, and every earlier version beside it.

It gives exports a student's number in the learning system, and feedback the file names that the system used.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from grading.errors import ManifestError
from grading.files import write

FOLDER = "collected"
NUMBERED = frozenset({"canvas", "moodle"})  # kinds of students whose id is the learning system's number of them
NAMED = frozenset({"folder", "exchange", "blackboard"})  # kinds of students whose id is a name, as in the class list


@dataclass
class Version:
    """One notebook as it was handed in once. ``order`` grows with time: attachment number, seconds, seconds within a
    zip, number of the copy; 0 where it is not known. ``upload_prefix`` is what the LMS wants to see again in the name
    of the feedback. ``kind`` is that of the source; ``is_named`` says that the instructor named the source."""

    sha256: str
    entry: str
    archive: str
    order: list[float]
    upload_prefix: str = ""
    file: str = ""
    kind: str = ""
    is_named: bool = False


@dataclass
class Student:
    """One student's folder in ``submitted/``: who it is in the LMS, the notebooks there, and the earlier ones."""

    kind: str
    id: str
    name: str
    late: bool = False
    notebooks: dict[str, Version] = field(default_factory=dict)
    earlier: dict[str, list[Version]] = field(default_factory=dict)
    owner: int | None = None  # the number of the computer's user who wrote the student's files

    @property
    def lms_number(self) -> str:
        """The learning system's number of the student, empty where none was collected from."""
        return self.id if self.kind in NUMBERED else ""

    def take_number(self, kind: str, number: str, name: str) -> None:
        """Be known by this learning system's number, if by a name alone until now."""
        if kind in NUMBERED and self.kind not in NUMBERED:
            self.kind = kind
            self.id = number
            self.name = name

    def as_json(self) -> dict:
        """The student as the manifest has one."""
        notebooks = {stem: asdict(version) for stem, version in self.notebooks.items()}
        earlier = {stem: [asdict(version) for version in versions] for stem, versions in self.earlier.items()}
        about = {"kind": self.kind, "id": self.id, "name": self.name, "late": self.late}
        owner = {} if self.owner is None else {"owner": self.owner}
        return about | owner | {"notebooks": notebooks, "earlier": earlier}


@dataclass
class Manifest:
    """All students by folder, and the kind and number of each who was dropped."""

    path: Path
    students: dict[str, Student] = field(default_factory=dict)
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def folder_of(self, kind: str, number: str) -> str | None:
        """The folder of a student who was collected before."""
        for folder, student in self.students.items():
            if (student.kind, student.id) == (kind, number):
                return folder
        return None

    def owners(self, kind: str) -> dict[str, int]:
        """The number of the computer's user who wrote the files of each student of this kind."""
        students = [student for student in self.students.values() if student.kind == kind]
        return {student.id: student.owner for student in students if student.owner is not None}

    def student_fields(self) -> dict[str, dict[str, str]]:
        """Each student's fields in nbgrader's table of students, as far as the learning system's files say them."""
        return {
            folder: {"lms_user_id": student.lms_number} if student.kind in NUMBERED else {}
            for folder, student in self.students.items()
        }

    def save(self) -> None:
        """Write it down. Raises WriteError."""
        students = {folder: student.as_json() for folder, student in sorted(self.students.items())}
        content: dict = {"version": 1, "students": students}
        if self.dropped:
            content["dropped"] = self.dropped
        write(self.path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def load(course: Path) -> Manifest:
    """The manifest of a course folder, an empty one if nothing was collected yet. Raises ManifestError."""
    path = course / FOLDER / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        students = {folder: _student(about) for folder, about in content["students"].items()}
        return Manifest(path, students, [(kind, number) for kind, number in content.get("dropped", [])])
    except FileNotFoundError:
        return Manifest(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ManifestError(
            f"{path} cannot be read: put it back from a copy, or move it away and collect again."
        ) from None


def _student(content: dict) -> Student:
    kind = content["kind"]
    notebooks = {stem: _version(about, kind) for stem, about in content["notebooks"].items()}
    earlier = {stem: [_version(about, kind) for about in versions] for stem, versions in content["earlier"].items()}
    return Student(kind, content["id"], content["name"], content["late"], notebooks, earlier, content.get("owner"))


def _version(content: dict, kind: str) -> Version:
    """The version; a manifest of an older release calls the prefix ``mark``, and has the student's kind alone."""
    fields = {"upload_prefix" if name == "mark" else name: value for name, value in content.items()}
    return Version(**{"kind": kind, **fields})
