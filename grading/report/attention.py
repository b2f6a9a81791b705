"""Submissions that an instructor may want to open: flagged, not graded, very similar, or slow."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, field
from statistics import median

from grading.states import ExerciseState

from .class_data import Classroom, Entry
from .similarity import SimilarGroup, similar_groups

SLOW_SECONDS = 4.0  # both are to be exceeded: these seconds,
SLOW_TIMES = 5  # and so many times the exercise's median
MOST_SLOW = 20


@dataclass(frozen=True)
class Notice:
    """One submission; ``stem`` is None where it is about all that a student handed in."""

    student: str
    stem: str | None
    why: str


@dataclass
class NeedsAttention:
    """The submissions to open, by reason."""

    flagged: list[Notice] = field(default_factory=list)
    failed: list[Notice] = field(default_factory=list)
    files: list[Notice] = field(default_factory=list)
    slow: list[Notice] = field(default_factory=list)
    alike: list[SimilarGroup] = field(default_factory=list)

    def __len__(self) -> int:
        reasons: tuple[Sized, ...] = (self.flagged, self.failed, self.files, self.slow, self.alike)
        return sum(map(len, reasons))


def needs_attention(class_: Classroom) -> NeedsAttention:
    """All submissions of a class that an instructor may want to open."""
    attention = NeedsAttention(alike=similar_groups(class_), slow=_slow(class_))
    for learner in class_.learners:
        for stem, entry in sorted(learner.entries.items()):
            items = attention.failed if entry.state is ExerciseState.FAILED else attention.flagged
            items += [Notice(learner.id, stem, flag) for flag in entry.flags]
        if learner.handed_in:
            attention.files += [Notice(learner.id, None, problem) for problem in learner.problems]
    return attention


def _slow(class_: Classroom) -> list[Notice]:
    """The slowest answers of all exercises, slowest first."""
    slow = [answer for stem in class_.stems for answer in _slow_answers(stem, class_)]
    return [item for _, item in sorted(slow, key=lambda answer: -answer[0])[:MOST_SLOW]]


def _slow_answers(stem: str, class_: Classroom) -> list[tuple[float, Notice]]:
    """Answers that took far longer than the others; those that timed out have a state of their own."""
    timed = [(learner.id, entry) for learner, entry in class_.entries(stem) if _is_timed(entry)]
    usual = median([entry.seconds for _, entry in timed]) if timed else 0.0
    slow = [(student, entry) for student, entry in timed if entry.seconds > max(SLOW_SECONDS, SLOW_TIMES * usual)]
    return [(entry.seconds, Notice(student, stem, _took(entry.seconds, usual))) for student, entry in slow]


def _took(seconds: float, usual: float) -> str:
    return f"took {seconds:.1f} s; the median of the class is {usual:.2g} s"


def _is_timed(entry: Entry) -> bool:
    return entry.is_attempt and entry.state is not ExerciseState.ENDLESS
