"""Hints, one at a time."""

from __future__ import annotations

from .exercises import exercise
from .panel import NotYet, Panel

SEEN: dict[int, int] = {}


def hint(number: int) -> None:
    """Show the next hint of an exercise, after those already seen."""
    try:
        hints = exercise(number).hints
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    SEEN[number] = min(SEEN.get(number, 0) + 1, len(hints))
    items = [(f"{k}.", text, []) for k, text in enumerate(hints[: SEEN[number]], 1)]
    left = len(hints) - SEEN[number]
    more = f"Run hint({number}) again for the next one." if left else "That was the last hint. What does check say?"
    Panel(f"Exercise {number}: hint {SEEN[number]} of {len(hints)}", "info", items=items, closing=[more]).show()
