"""The functions that the notebooks of a course import."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from slipcheck.course import Course
from slipcheck.observe import isolation

from . import check, explore, hand_in, hint, predict, run_cells


def unless_checked(function: Callable[..., None]) -> Callable[..., None]:
    """The same function, which does nothing in a cell that is run for a check: it would check that cell again."""

    @functools.wraps(function)
    def called(*arguments: Any, **options: Any) -> None:
        if not isolation.IN_USE:
            function(*arguments, **options)

    return called


class NotebookFunctions:
    """The functions, for one course. Watches the cells that are run from now on."""

    def __init__(self, course: Course):
        run_cells.watch()
        self._course = course

    @unless_checked
    def check(self, number: int, part: str | None = None, describe: bool = False) -> None:
        """Run your answer of an exercise, and show what is right and what is not yet.

        ``part`` names one graded part. ``describe=True`` also says in words what your figure shows, for a screen
        reader. Raises NotYet, shown as one line, unless all that was checked is right.
        """
        check.check(self._course, number, part, describe)

    @unless_checked
    def hint(self, number: int) -> None:
        """Show the next hint of an exercise, after those already shown."""
        hint.hint(self._course, number)

    @unless_checked
    def explore(self, number: int) -> None:
        """Show sliders that run your answer of an exercise with other parameters."""
        explore.explore(self._course, number)

    @unless_checked
    def predict(self, number: int, letter: str = "", why: str = "") -> None:
        """Show what is said of your choice, one of the letters in the text; ``why`` is your reason, in your words."""
        predict.predict(self._course, number, letter, why)

    @unless_checked
    def hand_in(self) -> None:
        """Look at all notebooks in this folder, and make one zip of them to hand in."""
        hand_in.hand_in(self._course)
