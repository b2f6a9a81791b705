"""Short errors for beginners: the student's own lines, the last line of the error, and how to see all of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from slipcheck.judge.parse import blank_places

from .run_cells import cells

ALL_OF_IT = "Only your own lines are shown. To see the whole error, run %tb in a cell of its own."


def show(shell: Any, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Show an error of a cell without the lines of other people's code."""
    if hasattr(error, "_render_traceback_"):  # it knows what it looks like
        shell.showtraceback((kind, error, traceback))
        return
    own = own_lines(traceback, shell.user_ns)
    is_cut = own is not None and _count(own) < _count(traceback)
    with _alone(error):
        shell.showtraceback((kind, error, own if is_cut else traceback), tb_offset=0 if is_cut else 1)
    sys.last_traceback = traceback  # for %tb
    blank = _blank_left()
    if blank:
        print(blank)
    if is_cut:
        print(ALL_OF_IT)


def own_lines(traceback: TracebackType | None, namespace: dict[str, Any]) -> TracebackType | None:
    """The traceback without the frames that run outside the notebook's own namespace; None where none is left."""
    frames = [level for level in _levels(traceback) if level.tb_frame.f_globals is namespace]
    kept: TracebackType | None = None
    for level in reversed(frames):
        kept = TracebackType(kept, level.tb_frame, level.tb_lasti, level.tb_lineno)
    return kept


def _levels(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


def _count(traceback: TracebackType | None) -> int:
    """How many frames it has, without IPython's own around the cell."""
    levels = list(_levels(traceback))
    while levels and "IPython" in levels[0].tb_frame.f_code.co_filename:
        levels.pop(0)
    return len(levels)


@contextmanager
def _alone(error: BaseException) -> Iterator[None]:
    """The error without those that led to it, which have long texts of their own."""
    cause, context, is_suppressed = error.__cause__, error.__context__, error.__suppress_context__
    error.__cause__, error.__suppress_context__ = None, True
    try:
        yield
    finally:
        error.__cause__, error.__context__ = cause, context
        error.__suppress_context__ = is_suppressed


def _blank_left() -> str:
    """A sentence on the ``...`` that still stands in the cell."""
    ran = cells()
    blanks = blank_places(ran[-1].source) if ran else []
    if not blanks:
        return ""
    lines = sorted({line for line, _ in blanks})
    where = f"Line {lines[0]}" if len(lines) == 1 else f"Lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
    return f"{where} of this cell still {'has' if len(lines) == 1 else 'have'} `...`: put your own code in its place."
