"""What the notebooks import: ``check(1)``, ``hint(1)``, ``explore(1)``, ``predict(1, "A")`` and ``hand_in()``."""

from __future__ import annotations

from slipcheck.notebook import check as _check
from slipcheck.notebook import explore as _explore
from slipcheck.notebook import hand_in as _hand_in
from slipcheck.notebook import hint as _hint
from slipcheck.notebook import predict as _predict
from slipcheck.notebook import run_cells

from .course import COURSE

__all__ = ["check", "explore", "hand_in", "hint", "predict"]

run_cells.watch()


def check(number: int, part: str | None = None) -> None:
    """Run your answer of an exercise, and show what is right and what is not yet."""
    _check.check(COURSE, number, part)


def hint(number: int) -> None:
    """Show the next hint of an exercise."""
    _hint.hint(COURSE, number)


def explore(number: int) -> None:
    """Show sliders that run your answer of an exercise with other parameters."""
    _explore.explore(COURSE, number)


def hand_in() -> None:
    """Look at all notebooks in this folder, and make one zip of them to hand in."""
    _hand_in.hand_in(COURSE)


def predict(number: int, letter: str = "", why: str = "") -> None:
    """Show what is said of your choice, one of the letters in the text."""
    _predict.predict(COURSE, number, letter, why)
