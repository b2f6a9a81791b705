"""Hints, one at a time."""

from __future__ import annotations

from slipcheck.course import Course

from . import answer_cell
from .check import LAST
from .panel import NotYet, Panel, PanelItem
from .run_cells import is_one_of_many

HINTS_GIVEN: dict[int, int] = {}  # how many hints of an exercise


def hint(course: Course, number: int) -> None:
    """Show the next hint of an exercise, below the hints already shown; none where the answer is known to be right.

    *Run all* shows the same hints again: nobody asked for another.
    """
    try:
        hints = course.exercise(number).hints
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    if _is_right(course, number):
        needless = f"You need no hint. If you change the answer, run the cell and `check({number})` again."
        Panel(f"Exercise {number}: your answer is right", "good", [needless]).show()
        return
    count = HINTS_GIVEN.get(number, 0)
    if count == 0 or not is_one_of_many():
        HINTS_GIVEN[number] = min(count + 1, len(hints))
    _panel(number, hints, HINTS_GIVEN[number]).show()


def _is_right(course: Course, number: int) -> bool:
    """Whether the answer was checked since it was last changed, and is right."""
    answer = answer_cell.find(course, number)
    checked = LAST.get(number)
    return answer is not None and checked is not None and checked.is_right and checked.text == answer.text


def _panel(number: int, hints: tuple[str, ...], count: int) -> Panel:
    """The first ``count`` hints; each line of a hint gets a line."""
    items = []
    for k, text in enumerate(hints[:count], 1):
        first, *rest = text.split("\n")
        items.append(PanelItem(f"{k}.", first, rest))
    if count < len(hints):
        closing = f"Run `hint({number})` again for the next hint."
    else:
        closing = f"That was the last hint. Follow the hint line by line, run your cell, then run `check({number})`."
    return Panel(f"Exercise {number}: hint {count} of {len(hints)}", "info", items=items, closing=[closing])
