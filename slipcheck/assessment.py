"""The verdict on an answer: it is judged, then diagnosed."""

from __future__ import annotations

from collections.abc import Sequence

from slipcheck.judge.judge import judge

from .diagnose import explain, untouched_message
from .exercise import Exercise
from .verdict import Run, Verdict


def assess(exercise: Exercise, runs: Sequence[Run], hidden: bool = False) -> Verdict:
    """The verdict on an answer from its runs: ``runs[0]`` as written, the rest at unseen parameters.

    Where these are ``hidden``, no message mentions a value, an expected number or a word of the answer there.
    """
    return judge(exercise, runs, explain, untouched_message, hidden)
