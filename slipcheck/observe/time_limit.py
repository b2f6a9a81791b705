"""A time limit and an output limit for student code, without a second process."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import FrameType
from typing import Any

from .line_watch import between_lines
from .never_ending import Endless, Limit

SECONDS_PER_RUN = 5.0  # of processor time, for a run of the answer
SECONDS_WITHOUT_END = 0.5  # the same, for a text that shows that it never ends
SECONDS_PER_TRIAL = 0.3  # the same for a small change of it, as written
SECONDS_PER_SHORT_TRIAL = 0.1  # for one with the values of a short run, which takes milliseconds
SECONDS_OF_ALL_TRIALS = 3.0  # several times what ordinary answers take, so that a slow machine says the same
OUTPUT = 200_000  # characters of what one run prints that are kept
LONGER_IN_BROWSERS = 6  # times as long for code that ends by itself, where Python is several times as slow
OF_THE_CLOCK = 3  # seconds of the clock for each one of processor time
SOON = 0.003  # seconds between two rings of a timer
TIMERS = (signal.ITIMER_PROF, signal.ITIMER_REAL) if hasattr(signal, "setitimer") else ()
OURS = (__file__, contextlib.__file__)  # what begins and ends a limit, and is not to be ended in the middle


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


@contextlib.contextmanager
def within(seconds: float, filename: str, open_ended: frozenset[int] | None = None) -> Iterator[None]:
    """Raise Endless inside the code of ``filename`` once it has run for ``seconds``, again and again until it gives up.

    In the main thread these are seconds of processor time, so that a busy machine refuses nobody, and thrice as many
    of the clock, which also ends a sleep. Elsewhere a watching thread looks at the clock alone. Where no thread can
    be started either, as in a browser, the code itself looks at the clock between its lines.

    ``open_ended`` are the lines of loops that may never end. With them, code that is elsewhere has more time: it is
    slow, and ends by itself.

    Limits may stand within one another. Each of them holds, whichever is over first.
    """
    limit = Limit(seconds, filename, open_ended)
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        watch = _timer(limit)
    elif has_threads():
        watch = _watcher(limit)
    else:
        watch = between_lines(replace(limit, longer=LONGER_IN_BROWSERS))
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


@dataclass
class _Timed:
    """A limit that is in force in the main thread."""

    limit: Limit
    spent_before: float = field(default_factory=time.process_time)
    began: float = field(default_factory=time.monotonic)

    def left(self) -> dict[int, float]:
        """Seconds until each timer should ring for it."""
        spent, passed = time.process_time() - self.spent_before, time.monotonic() - self.began
        return {
            signal.ITIMER_PROF: self.limit.seconds - spent,
            signal.ITIMER_REAL: OF_THE_CLOCK * self.limit.seconds - passed,
        }

    def ring(self, frame: FrameType | None) -> None:
        """Raise Endless in what runs now, where that has had its time."""
        spent = max(time.process_time() - self.spent_before, (time.monotonic() - self.began) / OF_THE_CLOCK)
        if not self.limit.is_over(spent, frame):
            return
        while frame is not None:
            if frame.f_code.co_filename == self.limit.filename:
                raise Endless
            frame = frame.f_back


_timed: list[_Timed] = []  # the limits in force in the main thread, the outermost first


@contextlib.contextmanager
def _timer(limit: Limit) -> Iterator[None]:
    def ring(_signum: int, frame: FrameType | None) -> None:
        if frame is None or frame.f_code.co_filename not in OURS:
            for timed in tuple(_timed):
                timed.ring(frame)

    former = {number: signal.signal(number, ring) for number in (signal.SIGALRM, signal.SIGPROF)}
    hook = sys.unraisablehook
    sys.unraisablehook = lambda lost: None if lost.exc_type is Endless else hook(lost)  # it rang while an object died
    mine = _Timed(limit)
    others = {timer: signal.getitimer(timer) for timer in TIMERS}
    _timed.append(mine)
    try:
        _set_timers()
        yield
    finally:
        del _timed[_timed.index(mine) :]
        sys.unraisablehook = hook
        if _timed:
            _set_timers()
        else:
            _set_back(others, time.process_time() - mine.spent_before, time.monotonic() - mine.began)
        for number, handler in former.items():
            signal.signal(number, handler)


def _set_timers() -> None:
    """Let each timer ring when the first of the limits in force may be over.

    They repeat, since `while True: try: ... except: pass` swallows one unless it rings in the handler.
    """
    for timer in TIMERS:
        signal.setitimer(timer, max(min(timed.left()[timer] for timed in _timed), SOON), SOON)


def _set_back(others: dict[int, tuple[float, float]], spent: float, passed: float) -> None:
    """Give timers that somebody else had set what is left of their time."""
    for timer, (seconds, interval) in others.items():
        gone = passed if timer == signal.ITIMER_REAL else spent
        signal.setitimer(timer, max(seconds - gone, SOON) if seconds else 0, interval)


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
