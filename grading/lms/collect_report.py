"""What ``collect`` did, in sentences: what it took, what it left out and why, and what to look at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from grading.files import write

from .collected import Placed
from .manifest import FOLDER

SHOWN = 5  # names of files that are printed for each reason; the rest stands in LIST
LIST = f"{FOLDER}/left_out.txt"
SOURCES = {
    "canvas": "Canvas's download",
    "moodle": "Moodle's download",
    "exchange": "nbgrader's exchange",
    "folder": "a folder of students",
}


@dataclass
class Report:
    """Counts and sentences of one run."""

    archive: str
    course: Path
    kind: str = "folder"
    left: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    placed: dict[str, Placed] = field(default_factory=dict)

    def count(self, folder: str, placed: Placed) -> None:
        self.placed[folder] = placed
        self.notes += placed.notes

    def look(self, sentence: str) -> None:
        self.notes.append(sentence)

    @property
    def code(self) -> int:
        """0: all was taken; 1: something was left out or should be looked at; 2: nothing was found."""
        if not self.placed:
            return 2
        return 1 if self.left or self.notes or self.late else 0

    def total(self, what: str) -> int:
        return sum(getattr(placed, what) for placed in self.placed.values())

    def text(self) -> str:
        lines = [self._taken(), *self._left_out()]
        if self.missing:
            lines.append(f"In the class list, but nothing handed in ({len(self.missing)}): {_some(self.missing)}.")
        if self.late:
            lines.append(
                f"Late according to Canvas, which does not say by how much ({len(self.late)}): {_some(self.late)}. "
                "Give --due, or a class list with a column submitted, for late penalties."
            )
        if self.notes:
            lines += ["Worth a look:", *(f"  {note}" for note in self.notes)]
        return "\n".join(lines)

    def _taken(self) -> str:
        counts = {
            "new": self.total("new"),
            "in place of an earlier one": self.total("newer"),
            "already there": self.total("same"),
            f"earlier, kept in {FOLDER}/": self.total("earlier"),
        }
        told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        if not told:
            return f"{self.archive}: no notebook was collected."
        where = self.course / "submitted"
        return f"{self.archive} ({SOURCES[self.kind]}): {len(self.placed)} students; notebooks: {told}. See {where}."

    def _left_out(self) -> list[str]:
        by_reason = defaultdict(list)
        for path, reason in self.left:
            by_reason[reason].append(shown(path))
        return [
            f"Left out ({len(paths)}), because {reason}: {_some(paths, LIST)}." for reason, paths in by_reason.items()
        ]

    def write(self) -> None:
        """The whole list of what was left out, where it is longer than what is printed. Raises WriteError."""
        lines = sorted(f"{shown(path)}: {reason}\n" for path, reason in self.left)
        if len(lines) > SHOWN:
            write(self.course / LIST, "".join(lines).encode())


def shown(path: str) -> str:
    """A name from an archive as it may be printed on a terminal.

    >>> shown("a\\x1b[2J.ipynb")
    'a\\\\x1b[2J.ipynb'
    """
    printable = path.isprintable()
    return path if printable else path.encode("unicode_escape", errors="backslashreplace").decode()


def _some(names: list[str], listed: str = "") -> str:
    more = len(names) - SHOWN if listed else 0
    return ", ".join(names[:SHOWN] if listed else names) + (f" and {more} more (see {listed})" if more > 0 else "")
