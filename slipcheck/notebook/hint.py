"""Hints, one at a time."""

from __future__ import annotations

from slipcheck.course import Course

from .panel import Item, NotYet, Panel

SHOWN: dict[int, int] = {}  # how many hints of an exercise


def hint(course: Course, number: int) -> None:
    """Show the next hint of an exercise, after those already seen."""
    try:
        hints = course.exercise(number).hints
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    SHOWN[number] = min(SHOWN.get(number, 0) + 1, len(hints))
    items = [Item(f"{k}.", text) for k, text in enumerate(hints[: SHOWN[number]], 1)]
    left = len(hints) - SHOWN[number]
    more = f"Run hint({number}) again for the next one." if left else "That was the last hint. What does check say?"
    Panel(f"Exercise {number}: hint {SHOWN[number]} of {len(hints)}", "info", items=items, closing=[more]).show()
