"""What the last run over a course read, left and printed: a run that finds all of it as it was has nothing to do.

Files are known by their sizes and times and are not read, which is why thousands of them take a fraction of a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .current_course import COURSE
from .errors import WriteError
from .files import write
from .kept_files import kept_file
from .paths import NOTEBOOKS, ROOT

NOTE = "last_run.json"
LEFT = ("autograded", "feedback", "grades.csv")  # in the course folder, beside what grading keeps
PASSING = (NOTE, "lock", "results.db-wal", "results.db-shm")  # of that, what is of one run
SETTLED = 3.0  # seconds for which a file's times may not show a change: as coarse as those of any disk


@dataclass(frozen=True)
class Ended:
    """What a run with nothing to do prints, and its exit code."""

    text: str
    code: int


class LastRun:
    """The note on the last run over a course, with the same ``choice`` of students and notebooks.

    Made before a run, for it looks at what the run will read.
    """

    def __init__(self, course: Path, choice: Iterable[object]):
        self.course = course
        self.choice = [str(value) for value in choice]
        self.newest = 0.0
        began = time.time()
        self.read = self._digest(self._what_is_read())
        self.is_settled = self.newest < began - SETTLED

    def again(self) -> Ended | None:
        """What to print if nothing has changed since."""
        note = self._note()
        if note.get("choice") != self.choice or note.get("read") != self.read:
            return None
        if note.get("left") != self._digest(self._what_is_left(note.get("gradebook"))):
            return None
        return Ended(str(note["text"]), int(note["code"]))

    def keep(self, ended: Ended, gradebook: Path | None) -> None:
        """Note what a run with nothing to do would print; no note where files are so new that a change would not show.

        ``gradebook`` is the gradebook's file. Without one, nobody can tell from outside whether it has changed.
        """
        path = kept_file(self.course, NOTE)
        path.unlink(missing_ok=True)
        if gradebook is None or not self.is_settled:
            return
        left = self._digest(self._what_is_left(str(gradebook)))
        note = {"choice": self.choice, "read": self.read, "gradebook": str(gradebook), "left": left}
        with suppress(WriteError, OSError):  # then the next run reads everything, as it would have without a note
            write(path, json.dumps({**note, "text": ended.text, "code": ended.code}))

    def _note(self) -> dict:
        try:
            note = json.loads(kept_file(self.course, NOTE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _what_is_read(self) -> Iterator[str]:
        """All that students handed in, all settings, and all code that has a say."""
        yield f"{sys.version} {sys.prefix}"
        yield from self._entries(self.course / "submitted")
        for path in (self.course, ROOT, COURSE.folder):
            yield from self._entry(str(path / "nbgrader_config.py"))
            yield from self._entry(str(path / "pyproject.toml"))
        for folder in (COURSE.package_folder, ROOT / "slipcheck", ROOT / "grading", NOTEBOOKS):
            yield from self._entries(folder)

    def _what_is_left(self, gradebook: str | None) -> Iterator[str]:
        for name in LEFT:
            yield from self._entries(self.course / name)
        kept = kept_file(self.course, "")
        for name in sorted(set(os.listdir(kept) if kept.is_dir() else ()).difference(PASSING)):
            yield from self._entry(str(kept / name))
        if gradebook:
            yield from self._entry(gradebook)
            with suppress(OSError), Path(gradebook).open("rb") as file:
                yield file.read(100).hex()  # of SQLite's: it counts the changes there

    def _entries(self, place: Path) -> Iterator[str]:
        """A file, or a folder with all that is below it; no link is followed to a folder."""
        yield from self._entry(str(place))
        folders = [str(place)] if place.is_dir() else []
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(folder) as listed:
                    entries = sorted(listed, key=lambda entry: entry.name)
            except OSError as problem:
                yield f"{folder} {problem.errno}"
                continue
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                yield from self._entry(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)

    def _entry(self, path: str) -> Iterator[str]:
        for look in (os.lstat, os.stat):
            try:
                found = look(path)
            except OSError as problem:
                yield f"{path} {problem.errno}"
                return
            if stat.S_ISDIR(found.st_mode):  # what is in it is listed; its own times change with a cache of Python's
                yield f"{path} {found.st_ino} {found.st_mode}"
                continue
            self.newest = max(self.newest, found.st_mtime, found.st_ctime)
            times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
            yield f"{path} {found.st_ino} {found.st_mode} {found.st_size} {times}"

    @staticmethod
    def _digest(lines: Iterable[str]) -> str:
        digest = hashlib.sha256()
        for line in lines:
            digest.update(os.fsencode(line) + b"\n")
        return digest.hexdigest()
