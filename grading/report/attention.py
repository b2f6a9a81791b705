"""Submissions that an instructor may want to open: flagged, not graded, much alike, or slow."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from .similarity import Alike, alike
from .students import Classroom, Entry

SLOW_SECONDS, SLOW_TIMES = 4.0, 5  # both are to be exceeded: seconds, and times the exercise's median
MOST_SLOW = 20


@dataclass(frozen=True)
class Look:
    """One submission; ``stem`` is None where it is about all that a student handed in."""

    student: str
    stem: str | None
    why: str


@dataclass
class Worth:
    flagged: list[Look] = field(default_factory=list)
    failed: list[Look] = field(default_factory=list)
    files: list[Look] = field(default_factory=list)
    slow: list[Look] = field(default_factory=list)
    alike: list[Alike] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, (self.flagged, self.failed, self.files, self.slow, self.alike)))


def worth(room: Classroom) -> Worth:
    found = Worth(alike=alike(room))
    for learner in room.learners:
        for stem, entry in sorted(learner.entries.items()):
            looks = found.failed if entry.state == "failed" else found.flagged
            looks += [Look(learner.id, stem, flag) for flag in entry.flags]
        if learner.handed_in:
            found.files += [Look(learner.id, None, problem) for problem in learner.problems]
    slow = [each for stem in room.stems for each in _slow(stem, room)]
    found.slow = [look for _, look in sorted(slow, key=lambda each: -each[0])[:MOST_SLOW]]
    return found


def _slow(stem: str, room: Classroom) -> list[tuple[float, Look]]:
    """Answers that took far longer than the others; those that timed out are told elsewhere."""
    timed = [(learner.id, entry) for learner, entry in room.entries(stem) if _is_timed(entry)]
    usual = median([entry.seconds for _, entry in timed]) if timed else 0.0
    slow = [(student, entry) for student, entry in timed if entry.seconds > max(SLOW_SECONDS, SLOW_TIMES * usual)]
    return [(entry.seconds, Look(student, stem, _took(entry.seconds, usual))) for student, entry in slow]


def _took(seconds: float, usual: float) -> str:
    return f"took {seconds:.1f} s; the median of the class is {usual:.2g} s"


def _is_timed(entry: Entry) -> bool:
    return entry.tried and entry.state != "endless"
