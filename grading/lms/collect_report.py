"""What ``collect`` did, in sentences: what it took, what it left out and why, and what to look at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from grading.files import write
from grading.text import printable, short

from .interface import Source
from .manifest import FOLDER
from .placement import Placement

PRINTED = 5  # names of files that are printed for each reason; LIST has the rest
REASONS = 10  # that are printed
NOTES = 10  # about one student that are printed
LONG = 200  # characters of a reason
LIST = f"{FOLDER}/left_out.txt"


@dataclass
class CollectReport:
    """Counts and sentences of one run."""

    archive: str
    course: Path
    source: Source
    left_out: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # students
    placements: dict[str, Placement] = field(default_factory=dict)

    def add(self, folder: str, placement: Placement) -> None:
        """Count the notebooks that were placed for a student."""
        self.placements[folder] = placement
        self.notes += placement.notes[:NOTES]
        more = len(placement.notes) - NOTES
        if more > 0:
            self.notes.append(f"{folder}: {more} more of its notebooks are worth a look.")

    @property
    def code(self) -> int:
        """0: everything was collected; 1: something was left out or needs a look; 2: nothing was collected."""
        if not self.placements:
            return 2
        return 1 if self.left_out or self.notes or self.late else 0

    def total(self, count: str) -> int:
        """The sum of one of the placements' counts over all students."""
        return sum(getattr(placement, count) for placement in self.placements.values())

    def text(self) -> str:
        """What is printed at the end of the run."""
        lines = [self._taken(), *self._left_out()]
        if self.missing:
            lines.append(f"In the class list, but handed in nothing ({len(self.missing)}): {', '.join(self.missing)}.")
        if self.late:
            lines.append(self.source.late_note.format(count=len(self.late), students=", ".join(self.late)))
        if self.notes:
            lines += ["Worth a look:", *(f"  {note}" for note in self.notes)]
        return "\n".join(lines)

    def _taken(self) -> str:
        counts = {
            "new": self.total("new"),
            "replacing an earlier one": self.total("newer"),
            "already there": self.total("same"),
            f"older, kept in {FOLDER}/": self.total("earlier"),
        }
        notebooks = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
        if not notebooks:
            return f"{self.archive}: no notebook was collected."
        students = len(self.placements)
        folder = self.course / "submitted"
        return f"{self.archive} ({self.source.label}): {students} students; notebooks: {notebooks}. See {folder}."

    def _left_out(self) -> list[str]:
        by_reason = defaultdict(list)
        for path, reason in self.left_out:
            by_reason[reason].append(printable(path))
        lines = [
            f"Left out ({len(paths)}), because {short(reason, LONG)}: {_first(paths)}."
            for reason, paths in by_reason.items()
        ]
        more = [f"Left out for {len(lines) - REASONS} more reasons (see {LIST})."] if len(lines) > REASONS else []
        return [*lines[:REASONS], *more]

    def write(self) -> None:
        """Write everything that was left out to a file, if it is more than is printed. Raises WriteError."""
        lines = sorted(f"{printable(path)}: {reason}\n" for path, reason in self.left_out)
        if len(lines) > PRINTED:
            write(self.course / LIST, "".join(lines).encode())


def _first(names: list[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - PRINTED
    rest = f" and {more} more (see {LIST})" if more > 0 else ""
    return ", ".join(map(short, names[:PRINTED])) + rest
