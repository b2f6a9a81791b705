"""A time limit and an output limit for student code, without a second process."""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

OUTPUT = 200_000  # characters of what one run prints that are kept


class Endless(BaseException):
    """The code ran longer than it may. Not an Exception, so that a bare-looking ``except Exception`` cannot stop it."""


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
def within(seconds: float, filename: str) -> Iterator[None]:
    """Raise Endless inside the code of ``filename`` once it has run for ``seconds``, again and again until it gives up.

    In the main thread these are seconds of processor time, so that a busy machine refuses nobody, and thrice as many
    of the clock, which also ends a sleep; elsewhere a watching thread looks at the clock alone.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        watch = _timer(seconds, filename)
    else:
        watch = _watcher(seconds)
    with watch:
        yield


@contextlib.contextmanager
def _timer(seconds: float, filename: str) -> Iterator[None]:
    def ring(_signum: int, frame: Any) -> None:
        while frame is not None:
            if frame.f_code.co_filename == filename:
                raise Endless
            frame = frame.f_back

    former = {number: signal.signal(number, ring) for number in (signal.SIGALRM, signal.SIGPROF)}
    # They repeat, since `while True: try: ... except: pass` swallows one unless it rings in the handler.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.003)
    signal.setitimer(signal.ITIMER_REAL, 3 * seconds, 0.003)
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
def _watcher(seconds: float) -> Iterator[None]:
    done = threading.Event()
    late = threading.Event()
    me = ctypes.c_ulong(threading.get_ident())

    def watch() -> None:
        if not done.wait(seconds):
            late.set()
            while not done.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(me, ctypes.py_object(Endless))
                time.sleep(0.003)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
        if late.is_set():
            _let_it_come(me)


def _let_it_come(me: ctypes.c_ulong) -> None:
    """Take the exception that may still be under way: one that is withdrawn instead slows the interpreter for good."""
    try:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(me, ctypes.py_object(Endless))
        for _ in range(10_000):
            pass
    except Endless:
        pass
