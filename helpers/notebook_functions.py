"""The functions of the notebooks, for this course."""

from __future__ import annotations

from slipcheck.notebook.check import check as check_of
from slipcheck.notebook.explore import explore as explore_of
from slipcheck.notebook.hand_in import hand_in as hand_in_of
from slipcheck.notebook.hint import hint as hint_of
from slipcheck.notebook.predict import predict as predict_of

from .course import COURSE


def check(number: int, part: str | None = None, describe: bool = False) -> None:
    """Run your answer of an exercise, and show what is right and what is not yet.

    ``part`` names one graded part. ``describe=True`` also says in words what your figure shows, for a screen reader.
    Raises NotYet, shown as one line, unless all that was checked is right.
    """
    check_of(COURSE, number, part, describe)


def hint(number: int) -> None:
    """Show the next hint of an exercise, after those already shown."""
    hint_of(COURSE, number)


def explore(number: int) -> None:
    """Show sliders that run your answer of an exercise with other parameters."""
    explore_of(COURSE, number)


def predict(number: int, letter: str = "", why: str = "") -> None:
    """Show what is said of your choice, one of the letters in the text; ``why`` is your reason, in your own words."""
    predict_of(COURSE, number, letter, why)


def hand_in() -> None:
    """Look at all notebooks in this folder, and make one zip of them to hand in."""
    hand_in_of(COURSE)
