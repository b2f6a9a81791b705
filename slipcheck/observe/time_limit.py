"""A time limit and an output limit for student code, without a second process."""

from __future__ import annotations

import ast
import contextlib
import ctypes
import functools
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import FrameType
from typing import Any, cast

OUTPUT = 200_000  # characters of what one run prints that are kept
LINES = 1000  # of the code, between two looks at the clock
LONGER = 2  # times as long for code that is in no loop which may never end
LONGER_IN_BROWSERS = 6  # the same, where Python itself is several times as slow
NEVER_ENDING = {"count", "cycle", "repeat", "iter"}  # calls that may give values without end


class Endless(BaseException):
    """The code ran longer than it may. Not an Exception, so that a bare-looking ``except Exception`` cannot stop it.

    ``when_gone`` is called with the running frame once nothing holds the error any more, as when code swallowed it.
    """

    when_gone: Callable[[FrameType], None] | None = None  # also of one that rang while another was being made

    def __init__(self, when_gone: Callable[[FrameType], None] | None = None):
        self.when_gone = when_gone

    def __del__(self) -> None:
        if self.when_gone is not None:
            self.when_gone(sys._getframe(1))


def capped(stream: Any, limit: int = OUTPUT) -> Any:
    """``stream``, which drops what is written to it after ``limit`` characters."""
    write = stream.write
    left = [limit]

    def careful(text: str) -> int:
        if left[0] > 0:
            write(text[: left[0]])
            left[0] -= len(text)
        return len(text)

    stream.write = careful
    return stream


def open_ended(tree: ast.AST) -> frozenset[int]:
    """The lines of all loops that may never end: ``while``, and ``for`` over what may have no end.

    >>> sorted(open_ended(ast.parse("for k in range(3):\\n    pass\\nwhile k:\\n    k = k - 1")))
    [3, 4]
    """
    lines: set[int] = set()
    for node in ast.walk(tree):
        iterated = [node.iter] if isinstance(node, ast.For) else [g.iter for g in getattr(node, "generators", [])]
        calls = (part.func for each in iterated for part in ast.walk(each) if isinstance(part, ast.Call))
        names = {getattr(function, "attr", getattr(function, "id", "")) for function in calls}
        if isinstance(node, ast.While) or names & NEVER_ENDING:
            loop = cast(ast.stmt | ast.expr, node)
            lines.update(range(loop.lineno, (loop.end_lineno or loop.lineno) + 1))
    return frozenset(lines)


@dataclass(frozen=True)
class Limit:
    """How long the code of a file may run: ``seconds``, or ``longer`` times as many where that ends by itself."""

    seconds: float
    filename: str
    open_ended: frozenset[int] | None = None
    longer: int = LONGER

    def is_over(self, spent: float, frame: FrameType | None) -> bool:
        """Whether code that has run for ``spent`` seconds, and now is in ``frame``, has had its time."""
        if spent < self.seconds:
            return False
        return self.open_ended is None or spent >= self.longer * self.seconds or self._may_never_end(frame)

    def _may_never_end(self, frame: FrameType | None) -> bool:
        """Whether it is in a loop that may never end, or in a function of another cell, of which nothing is known."""
        is_of_another_cell = False
        while frame is not None:
            if frame.f_code.co_filename != self.filename:
                is_of_another_cell |= frame.f_globals.get("__name__") == "__main__"
            elif is_of_another_cell or frame.f_lineno in (self.open_ended or ()):
                return True
            frame = frame.f_back
        return False


@contextlib.contextmanager
def within(seconds: float, filename: str, open_ended: frozenset[int] | None = None) -> Iterator[None]:
    """Raise Endless inside the code of ``filename`` once it has run for ``seconds``, again and again until it gives up.

    In the main thread these are seconds of processor time, so that a busy machine refuses nobody, and thrice as many
    of the clock, which also ends a sleep. Elsewhere a watching thread looks at the clock alone. Where no thread can
    be started either, as in a browser, the code itself looks at the clock between its lines.

    ``open_ended`` are the lines of loops that may never end. With them, code that is elsewhere has more time: it is
    slow, and ends by itself.
    """
    limit = Limit(seconds, filename, open_ended)
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        watch = _timer(limit)
    elif has_threads():
        watch = _watcher(limit)
    else:
        watch = _between_lines(replace(limit, longer=LONGER_IN_BROWSERS))
    with watch:
        yield


@functools.cache
def has_threads() -> bool:
    """Whether this platform can start a thread."""
    try:
        threading.Thread(target=lambda: None, daemon=True).start()
    except RuntimeError:
        return False
    return True


@contextlib.contextmanager
def _timer(limit: Limit) -> Iterator[None]:
    spent_before, began = time.process_time(), time.monotonic()

    def ring(_signum: int, frame: Any) -> None:
        spent = max(time.process_time() - spent_before, (time.monotonic() - began) / 3)
        if not limit.is_over(spent, frame):
            return
        while frame is not None:
            if frame.f_code.co_filename == limit.filename:
                raise Endless
            frame = frame.f_back

    former = {number: signal.signal(number, ring) for number in (signal.SIGALRM, signal.SIGPROF)}
    # They repeat, since `while True: try: ... except: pass` swallows one unless it rings in the handler.
    signal.setitimer(signal.ITIMER_PROF, limit.seconds, 0.003)
    signal.setitimer(signal.ITIMER_REAL, 3 * limit.seconds, 0.003)
    hook = sys.unraisablehook
    sys.unraisablehook = lambda lost: None if lost.exc_type is Endless else hook(lost)  # it rang while an object died
    try:
        yield
    finally:
        sys.unraisablehook = hook
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in former.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _watcher(limit: Limit) -> Iterator[None]:
    done = threading.Event()
    late = threading.Event()
    me = threading.get_ident()

    began = time.monotonic()

    def watch() -> None:
        done.wait(limit.seconds)
        while not done.is_set():
            if late.is_set() or limit.is_over(time.monotonic() - began, sys._current_frames().get(me)):
                late.set()
                _send_endless(me)
            done.wait(0.003)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        if late.is_set():
            _let_it_come(me)


@contextlib.contextmanager
def _between_lines(limit: Limit) -> Iterator[None]:
    watch = _LineWatch(limit)
    former = sys.gettrace()
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

    def __init__(self, limit: Limit):
        self.limit = limit
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
        if self.lines % LINES == 0 and self.limit.is_over(time.monotonic() - self.began, frame):
            raise Endless(self.go_on)
        return self.stepped

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


def _send_endless(thread: int) -> None:
    """Make a thread raise Endless at its next step."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(Endless))


def _let_it_come(thread: int) -> None:
    """Take the exception that may still be under way: one that is withdrawn instead slows the interpreter for good."""
    try:
        _send_endless(thread)
        for _ in range(10_000):
            pass
    except Endless:
        pass
