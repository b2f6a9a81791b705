"""The state of a student's exercise, in words for instructor and student."""

from __future__ import annotations

from enum import StrEnum

from slipcheck.verdict import State

HURRIED = "-hurried"  # ends the key of a result for which there was less time than usual


class ExerciseState(StrEnum):
    """The states of an answer and those of a notebook without one, in the order in which a report names them."""

    RIGHT = State.RIGHT, "✓", "right"
    PARTLY = State.PARTLY, "~", "partly right"
    WRONG = State.WRONG, "✗", "not right"
    CRASHED = State.CRASHED, "!", "crashed"
    SYNTAX = State.SYNTAX, "S", "unreadable for Python"
    ENDLESS = State.ENDLESS, "T", "timed out"
    UNTOUCHED = State.UNTOUCHED, "–", "not attempted"
    MISSING = "missing", "·", "not handed in"
    FAILED = State.FAILED, "?", "without a verdict"
    UNKNOWN = "unknown", "?", "graded"  # graded elsewhere: there are points and no verdict

    sign: str
    word: str

    def __new__(cls, value: str, sign: str = "", word: str = "") -> ExerciseState:
        """A text that also carries the sign and the word that an instructor reads; a look-up gives the text alone."""
        state = str.__new__(cls, value)
        state._value_ = str(value)
        state.sign = sign
        state.word = word
        return state

    @property
    def is_attempt(self) -> bool:
        """Whether the student wrote something that could be judged."""
        return self not in (self.UNTOUCHED, self.MISSING, self.FAILED, self.UNKNOWN)

    @property
    def headline(self) -> str:
        """What the student reads."""
        return self.word if self in (self.MISSING, self.UNKNOWN) else State(self.value).headline

    @property
    def student_sign(self) -> str:
        """For the student, to whom only right, partly right, not there and not right differ."""
        if self in (self.RIGHT, self.PARTLY):
            return self.sign
        return "–" if self in (self.UNTOUCHED, self.MISSING) else "✗"


REPORTED: tuple[ExerciseState, ...] = tuple(state for state in ExerciseState if state is not ExerciseState.UNKNOWN)


def state_of(result: dict) -> ExerciseState:
    """The state in a stored result; a verdict that cannot be read is none.

    >>> state_of({"state": "endless"}).word, state_of({"state": "of another version"}).word
    ('timed out', 'without a verdict')
    """
    try:
        return ExerciseState(result["state"])
    except ValueError:
        return ExerciseState.FAILED
