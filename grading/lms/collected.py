"""One student's notebooks in ``submitted/``: the newest of each. Every earlier one goes to ``collected/``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from grading.files import write
from grading.paths import ASSIGNMENT

from .manifest import FOLDER, Student, Version
from .versions import Found, is_newer


@dataclass
class Placed:
    """How many notebooks were new, took the place of an older one, were there, were kept as earlier; and sentences."""

    new: int = 0
    newer: int = 0
    same: int = 0
    earlier: int = 0
    notes: list[str] = field(default_factory=list)
    changed: list[Found] = field(default_factory=list)


@dataclass
class Shelf:
    """One student's place: the folder's name, the course folder, and what the manifest says."""

    folder: str
    course: Path
    student: Student
    placed: Placed = field(default_factory=Placed)

    @property
    def submitted(self) -> Path:
        return self.course / "submitted" / self.folder / ASSIGNMENT

    def place(self, found: list[Found]) -> Placed:
        """Lay out what was handed in. Raises WriteError; what was done by then is whole, and done again at no harm."""
        ordered = sorted(found, key=lambda each: (each.stem, bool(each.broken), each.version.order))
        for stem, versions in groupby(ordered, key=lambda each: each.stem):
            for each in versions:
                self._place(stem, each)
        return self.placed

    def _place(self, stem: str, new: Found) -> None:
        current = self.student.notebooks.get(stem)
        if current is None:
            self._first(stem, new)
        elif new.version.sha256 == current.sha256:
            self._again(stem, new, current)
        elif not is_newer(new.version, current) or self._seen(stem, new, current) or self._worse(new):
            self._older(stem, new)
        else:
            self._replace(stem, new, current)

    def _first(self, stem: str, new: Found) -> None:
        path = self.submitted / f"{stem}.ipynb"
        if path.exists():
            self._keep_stray(stem, path, new)
        write(path, new.data)
        self.student.notebooks[stem] = new.version
        self.placed.new += 1
        self.placed.changed.append(new)
        if new.broken:
            self._say(f"{new.broken} It was laid out as it is.")

    def _again(self, stem: str, new: Found, current: Version) -> None:
        """The same notebook: nothing to do, but to put back what is gone, and to know its latest name in the LMS."""
        path = self.submitted / f"{stem}.ipynb"
        if not path.exists():
            write(path, new.data)
            self._say(f"{stem}.ipynb was missing in submitted/ and was put back.")
        elif _sha(path) != current.sha256:
            self._say(f"{stem}.ipynb was changed in submitted/ after it was collected; it was left as it is.")
        if is_newer(new.version, current):
            self.student.notebooks[stem] = new.version
        self.placed.same += 1

    def _seen(self, stem: str, new: Found, current: Version) -> bool:
        """An earlier version that is met again in the archive in which it was met first."""
        known = self.student.earlier.get(stem, [])
        return new.version.order == current.order and any(each.sha256 == new.version.sha256 for each in known)

    def _worse(self, new: Found) -> bool:
        if new.broken:
            self._say(f"{new.broken} The earlier one, which can be read, stays.")
        return bool(new.broken)

    def _older(self, stem: str, new: Found) -> None:
        if any(each.sha256 == new.version.sha256 for each in self.student.earlier.get(stem, [])):
            self.placed.same += 1
        else:
            self._keep(stem, new.data, new.version)

    def _replace(self, stem: str, new: Found, current: Version) -> None:
        path = self.submitted / f"{stem}.ipynb"
        if path.exists():
            data = path.read_bytes()
            if hashlib.sha256(data).hexdigest() == current.sha256:
                self._keep(stem, data, current)
            else:
                self._keep_stray(stem, path, new)
        write(path, new.data)
        self.student.notebooks[stem] = new.version
        self.placed.newer += 1
        self.placed.changed.append(new)

    def _keep_stray(self, stem: str, path: Path, new: Found) -> None:
        """What somebody put in submitted/ by other means is kept too."""
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 != new.version.sha256:
            kept = self._keep(stem, data, Version(sha256, "", "", [0, 0, 0, 0]))
            self._say(f"{stem}.ipynb in submitted/ was not from an archive; it was replaced, and kept as {kept}.")

    def _keep(self, stem: str, data: bytes, version: Version) -> str:
        """Into collected/, under a name that its content gives."""
        file = f"{FOLDER}/{self.folder}/{stem}-{version.sha256[:12]}.ipynb"
        if not (self.course / file).exists():
            write(self.course / file, data)
        version.file = file
        known = self.student.earlier.setdefault(stem, [])
        if not any(each.sha256 == version.sha256 for each in known):
            known.append(version)
            self.placed.earlier += 1
        return file

    def _say(self, sentence: str) -> None:
        self.placed.notes.append(f"{self.folder}: {sentence}")


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
