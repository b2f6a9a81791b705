"""Which marks a grading run changed: before, after, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grading.states import HURRIED
from grading.text import points

from .reader import StudentMarks

NEWER = "a newer notebook was graded"
GONE = "the notebook is gone"
CHECKS = "the checks have changed"
TIME = "it was run again, with another time limit"
OTHER = "the release, or the time of handing in, has changed"
PENALTY = "late penalty"


@dataclass(frozen=True)
class MarkChange:
    """One student's points of one notebook, or the late penalty of all, before and after a run."""

    student: str
    place: str
    before: float
    after: float
    why: str

    def sentence(self) -> str:
        """What an instructor reads."""
        return f"{self.student}: {self.place}: {points(self.after)} instead of {points(self.before)}; {self.why}."


def why_changed(before: tuple[str, dict] | None, now: tuple[str, dict] | None, other_checks: bool) -> str:
    """Why a notebook was written anew: from the key of its result and its details, as they were and as they are."""
    if now is None:
        return GONE
    if before is None or before[1].get("answers") != now[1].get("answers"):
        return NEWER
    if before[0] == now[0]:
        return OTHER
    if before[0].removesuffix(HURRIED) == now[0].removesuffix(HURRIED):
        return TIME
    return CHECKS if other_checks else NEWER


def mark_changes(before: StudentMarks, after: StudentMarks, why: dict[str, str]) -> Iterator[MarkChange]:
    """The changes of one student who had marks before; ``why`` is by stem."""
    for stem in sorted(before.points.keys() | after.points.keys()):
        old, new = before.points.get(stem, 0.0), after.points.get(stem, 0.0)
        if old != new:
            yield MarkChange(after.id, stem, old, new, why.get(stem, OTHER))
    if before.penalty != after.penalty:
        yield MarkChange(after.id, PENALTY, before.penalty, after.penalty, "it is counted from the points and the time")
