"""What was collected from where: ``collected/manifest.json``, and every earlier version beside it.

The exports find the LMS's number of a student in it, and the feedback the names that the LMS gave to the files.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from grading.errors import ManifestError
from grading.files import write

FOLDER = "collected"


@dataclass
class Version:
    """One notebook as it was handed in once. ``order`` grows with time: attachment number, seconds, seconds within a
    zip, number of the copy; 0 where it is not known."""

    sha256: str
    entry: str
    archive: str
    order: list[float]
    mark: str = ""
    file: str = ""


@dataclass
class Student:
    """One student's folder in ``submitted/``: who it is in the LMS, the notebooks there, and the earlier ones."""

    kind: str
    id: str
    name: str
    late: bool = False
    notebooks: dict[str, Version] = field(default_factory=dict)
    earlier: dict[str, list[Version]] = field(default_factory=dict)

    def knows(self, stem: str, sha256: str) -> bool:
        current = self.notebooks.get(stem)
        return any(each.sha256 == sha256 for each in [*([current] if current else []), *self.earlier.get(stem, [])])


@dataclass
class Manifest:
    """All students by folder."""

    path: Path
    students: dict[str, Student] = field(default_factory=dict)

    def folder_of(self, kind: str, number: str) -> str | None:
        """The folder of a student who was collected before."""
        for folder, student in self.students.items():
            if (student.kind, student.id) == (kind, number):
                return folder
        return None

    def save(self) -> None:
        """Raises WriteError."""
        content = {"version": 1, "students": {name: asdict(student) for name, student in sorted(self.students.items())}}
        write(self.path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def load(course: Path) -> Manifest:
    """The manifest of a course folder, an empty one if nothing was collected yet. Raises ManifestError."""
    path = course / FOLDER / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(path, {name: _student(each) for name, each in content["students"].items()})
    except FileNotFoundError:
        return Manifest(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ManifestError(
            f"{path} cannot be read: put it back from a copy, or move it away and collect again."
        ) from None


def _student(content: dict) -> Student:
    notebooks = {stem: Version(**each) for stem, each in content["notebooks"].items()}
    earlier = {stem: [Version(**each) for each in versions] for stem, versions in content["earlier"].items()}
    return Student(content["kind"], content["id"], content["name"], content["late"], notebooks, earlier)
