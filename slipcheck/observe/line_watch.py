"""A time limit by a look at the clock between lines, where there are neither timers nor threads."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from types import FrameType
from typing import Any

from .never_ending import Endless, Limit

LINES = 1000  # of the code, between two looks at the clock


@contextlib.contextmanager
def between_lines(limit: Limit) -> Iterator[None]:
    """Raise Endless between two lines of the code once its time is over."""
    former = sys.gettrace()
    watch = _LineWatch(limit, getattr(former, "__self__", None))
    sys.settrace(watch.called)
    try:
        yield
    finally:
        watch.is_over = True
        sys.settrace(former)


class _LineWatch:
    """Looks at the clock every so many lines of a file's code, and of what other cells of a notebook define.

    Python takes away a trace function that raises. So the exception puts it back when the code has swallowed it.
    """

    def __init__(self, limit: Limit, around: object = None):
        self.limit = limit
        self.around = around if isinstance(around, _LineWatch) else None  # of a limit around this one
        self.began = time.monotonic()
        self.lines = 0
        self.is_over = False

    def called(self, frame: FrameType, _event: str, _value: Any) -> Any:
        """A function, or the code itself, begins: whether its lines are counted."""
        return self.stepped if self._is_watched(frame) else None

    def _is_watched(self, frame: FrameType) -> bool:
        return frame.f_code.co_filename == self.limit.filename or frame.f_globals.get("__name__") == "__main__"

    def stepped(self, frame: FrameType, _event: str, _value: Any) -> Any:
        """A line begins."""
        self.lines += 1
        if self.lines % LINES == 0 and self.has_ended(frame):
            raise Endless(self.go_on)
        return self.stepped

    def has_ended(self, frame: FrameType) -> bool:
        """Whether the time of this limit, or of one around it, is over."""
        if self.limit.is_over(time.monotonic() - self.began, frame):
            return True
        return self.around is not None and self.around.has_ended(frame)

    def go_on(self, running: FrameType) -> None:
        """Watch again, beginning with what runs now."""
        if self.is_over:
            return
        sys.settrace(self.called)
        frame: FrameType | None = running
        while frame is not None:
            if self._is_watched(frame):
                frame.f_trace = self.stepped
            frame = frame.f_back
