"""A verdict: whether an answer is right, part by part, and its diagnoses where it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .diagnosis import Diagnosis
from .exercise import Exercise, Message, Parameters, Part
from .observe import Observation


class State(StrEnum):
    """How an answer stands; ``headline`` says it to the student."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNTOUCHED = "untouched"
    SYNTAX = "syntax"
    CRASHED = "crashed"
    ENDLESS = "endless"
    FAILED = "failed"  # of the grader: it could not be judged

    @property
    def headline(self) -> str:
        """What the student reads."""
        return HEADLINES[self]


HEADLINES = {
    State.RIGHT: "right",
    State.PARTLY: "partly right",
    State.WRONG: "not right yet",
    State.UNTOUCHED: "still to do",
    State.SYNTAX: "Python cannot read it",
    State.CRASHED: "it stops with an error",
    State.ENDLESS: "it never stops",
    State.FAILED: "it could not be graded",
}


@dataclass
class Run:
    """An answer's observation at one setting of the parameters."""

    p: Parameters
    observation: Observation


@dataclass(frozen=True)
class Rerun:
    """Runs an answer that is wrong again, at given parameters, as written or with the names that a run replaces.

    ``record`` takes down what its pieces give, with figures or without; ``attempt`` runs changed texts in its place,
    without figures; ``other`` does both for another text.
    """

    record: Callable[[Parameters, bool, bool], Observation]
    attempt: Callable[[Sequence[str], Parameters, bool], list[Observation]]
    other: Callable[[str], Rerun] | None = None


@dataclass
class PartVerdict:
    """Whether one part is right, and if not, why."""

    part: Part
    right: bool
    objection: tuple[str, Message] | None = None  # of a rule of the part
    further: tuple[tuple[str, Message], ...] = ()  # what else its rules object to in the figure, whatever that one is
    diagnosis: Diagnosis | None = None
    is_repeated: bool = False  # another part already has this diagnosis

    @property
    def cause(self) -> str | None:
        """The cause by its name, as a report counts it."""
        return self.diagnosis.cause if self.diagnosis else None

    @property
    def message(self) -> Message | None:
        """What is said of the cause."""
        return self.diagnosis.message if self.diagnosis else None


@dataclass
class Verdict:
    """How an answer stands, part by part, with notes on accepted variants."""

    exercise: Exercise
    state: State
    parts: list[PartVerdict]
    notes: list[str] = field(default_factory=list)
    offered: int = 0  # how many different tables of the size that is asked for, where that is more than one answer has

    @property
    def points(self) -> int:
        """The points earned."""
        return sum(verdict.part.points for verdict in self.parts if verdict.right)

    @property
    def total(self) -> int:
        """The points to be had."""
        return sum(verdict.part.points for verdict in self.parts)

    @property
    def cause(self) -> str | None:
        """The cause of the first part that is not right."""
        return next((verdict.cause for verdict in self.parts if not verdict.right), None)
