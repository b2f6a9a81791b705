"""One student's notebooks in ``submitted/``: the newest of each. Every earlier one goes to ``collected/``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from grading.errors import ArchiveError, ForeignNotebookError
from grading.files import write
from grading.paths import ASSIGNMENT

from .learning_systems import SOURCES
from .manifest import FOLDER, Student, Version
from .versions import Candidate, is_newer, read_stem


@dataclass
class Placement:
    """How many notebooks were new, took the place of an older one, were there, were kept as earlier; and sentences."""

    new: int = 0
    newer: int = 0
    same: int = 0
    earlier: int = 0
    notes: list[str] = field(default_factory=list)
    changed: list[Candidate] = field(default_factory=list)


@dataclass
class StudentFolder:
    """One student's place: the folder's name, the course folder, and what the manifest says."""

    name: str
    course: Path
    student: Student
    placement: Placement = field(default_factory=Placement)
    said_late: bool | None = None  # of work whose time is not known, by the learning system
    has_time: bool = False  # whether the archive or the class list says when the work came
    kept: dict[str, set[str]] = field(default_factory=dict)  # digests of what lies in collected/, by stem
    readable: dict[str, bool] = field(default_factory=dict)  # whether what lies in submitted/ can be read, by stem

    @property
    def submitted(self) -> Path:
        """Where the student's notebooks lie."""
        return self.course / "submitted" / self.name / ASSIGNMENT

    def place(self, candidates: list[Candidate]) -> Placement:
        """Lay out what was handed in. Raises WriteError; what was done by then is whole, and done again at no harm."""
        ordered = sorted(candidates, key=lambda candidate: (candidate.stem, bool(candidate.broken), _order(candidate)))
        for stem, versions in groupby(ordered, key=lambda candidate: candidate.stem):
            for candidate in versions:
                try:
                    self._place(stem, candidate)
                except ArchiveError as reason:
                    self._note(f"{stem}.ipynb was left out: {reason}.")
        return self.placement

    def _place(self, stem: str, new: Candidate) -> None:
        current = self.student.notebooks.get(stem)
        if current is None:
            self._first(stem, new)
        elif new.version.sha256 == current.sha256:
            self._again(stem, new, current)
        elif not self._takes_its_place(stem, new, current) or self._worse(stem, new):
            self._older(stem, new)
        else:
            self._replace(stem, new, current)

    def _first(self, stem: str, new: Candidate) -> None:
        content = new.data()
        path = self._path(stem)
        if path.exists():
            self._keep_stray(stem, path.read_bytes(), new)
        self._put(stem, new, content)
        self.placement.new += 1

    def _again(self, stem: str, new: Candidate, current: Version) -> None:
        """The same notebook: nothing to do, but to put back what is gone, and to know its latest name in the LMS."""
        path = self._path(stem)
        if not path.exists():
            write(path, new.data())
            self.readable.pop(stem, None)
            self._note(f"{stem}.ipynb was missing in submitted/ and was put back.")
        elif _sha256(path.read_bytes()) != current.sha256:
            self._note(f"{stem}.ipynb was changed in submitted/ after it was collected; it was left as it is.")
        same_kind = new.version.kind == current.kind
        if is_newer(new.version, current) if same_kind else _is_surer(new.version, current):
            self.student.notebooks[stem] = new.version
        self.placement.same += 1

    def _takes_its_place(self, stem: str, new: Candidate, current: Version) -> bool:
        """Whether it is newer. Numbers and times of two kinds of sources cannot be compared: there, what the instructor
        named the source of counts more than what was guessed, and else what was collected later."""
        if new.version.kind == current.kind:
            return is_newer(new.version, current) and not self._met_before(stem, new, current)
        return _is_surer(new.version, current) or not self._is_kept(stem, new.version)

    def _met_before(self, stem: str, new: Candidate, current: Version) -> bool:
        """Whether it is an earlier version that is met again in the archive in which it was met first."""
        return new.version.order == current.order and self._is_kept(stem, new.version)

    def _worse(self, stem: str, new: Candidate) -> bool:
        """Whether it cannot be read, and the one that is there can."""
        if not new.broken or not self._can_be_read(stem):
            return False
        self._note(f"{new.broken} The earlier one, which can be read, stays.")
        return True

    def _can_be_read(self, stem: str) -> bool:
        if stem not in self.readable:
            path = self._path(stem)
            try:
                self.readable[stem] = path.exists() and read_stem(path.read_bytes(), path.name) == stem
            except ForeignNotebookError:
                self.readable[stem] = False
        return self.readable[stem]

    def _older(self, stem: str, new: Candidate) -> None:
        if self._is_kept(stem, new.version):
            self.placement.same += 1
        else:
            self._keep(stem, new.data(), new.version)

    def _replace(self, stem: str, new: Candidate, current: Version) -> None:
        content = new.data()
        path = self._path(stem)
        if path.exists():
            data = path.read_bytes()
            if _sha256(data) == current.sha256:
                self._keep(stem, data, current)
            else:
                self._keep_stray(stem, data, new)
        if new.version.kind != current.kind:
            sources = f"from {SOURCES[new.version.kind].label} replaced the one from {SOURCES[current.kind].label}"
            self._note(f"{stem}.ipynb {sources}, which is kept.")
        self._put(stem, new, content)
        self.placement.newer += 1

    def _put(self, stem: str, new: Candidate, data: bytes) -> None:
        """Make it the student's notebook."""
        write(self._path(stem), data)
        self.readable[stem] = not new.broken
        self.student.notebooks[stem] = new.version
        self.placement.changed.append(new)
        if new.broken:
            self._note(f"{new.broken} It was laid out as it is.")

    def _path(self, stem: str) -> Path:
        return self.submitted / f"{stem}.ipynb"

    def _keep_stray(self, stem: str, data: bytes, new: Candidate) -> None:
        """What somebody put in submitted/ by other means is kept too."""
        sha256 = _sha256(data)
        if sha256 != new.version.sha256:
            file = self._keep(stem, data, Version(sha256, "", "", [0, 0, 0, 0]))
            self._note(f"{stem}.ipynb in submitted/ was not from an archive; it was replaced, and kept as {file}.")

    def _keep(self, stem: str, data: bytes, version: Version) -> str:
        """Into collected/, under a name that its content gives."""
        file = f"{FOLDER}/{self.name}/{stem}-{version.sha256[:12]}.ipynb"
        if not (self.course / file).exists():
            write(self.course / file, data)
        version.file = file
        if not self._is_kept(stem, version):
            self.student.earlier.setdefault(stem, []).append(version)
            self.kept[stem].add(version.sha256)
            self.placement.earlier += 1
        return file

    def _is_kept(self, stem: str, version: Version) -> bool:
        """Whether a version with this content lies in collected/."""
        if stem not in self.kept:
            self.kept[stem] = {earlier.sha256 for earlier in self.student.earlier.get(stem, [])}
        return version.sha256 in self.kept[stem]

    def _note(self, sentence: str) -> None:
        self.placement.notes.append(f"{self.name}: {sentence}")


def _is_surer(new: Version, old: Version) -> bool:
    """Whether the instructor said where it comes from, and did not say it of the other one."""
    return new.is_named and not old.is_named


def _order(candidate: Candidate) -> list[float]:
    return candidate.version.order


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
