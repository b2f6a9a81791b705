"""Work on what a student wrote, in a process of its own: its time and memory have an end, and it may die.

No student code runs there, so what it sends back may be unpickled.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from grading.errors import OverLimitError

from .memory_limits import memory_for

Made = TypeVar("Made")
PIECE = 1_000_000  # bytes that are taken at once
PATIENCE = 5.0  # seconds of the clock for each second of processor time, on a busy machine


def in_limited_process(work: Callable[[], Made], seconds: int, room: int) -> Made:
    """What ``work`` gives, or raises, in a fork of this process with so much processor time, and memory in bytes.

    Raises OverLimitError where the fork dies or has no time left. Without Linux, and where no fork can be made or it
    waits for what another thread had locked, the work is done in this process.
    """
    if sys.platform != "linux":
        return work()
    reader, writer = os.pipe()
    try:
        child = _fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return work()
    if child == 0:
        _work_and_end(work, seconds, room, writer)
    os.close(writer)
    data = None
    try:
        data = _sent(reader, PATIENCE * seconds)
    finally:
        os.close(reader)
        if data is None:
            os.kill(child, signal.SIGKILL)
        _, status, usage = os.wait4(child, 0)
    if data is not None and status == 0:
        return _made(data)
    if data is None and usage.ru_utime + usage.ru_stime < seconds / 2:
        return work()
    raise OverLimitError(f"it takes more than {seconds} seconds, or more memory than there is")


def _made(data: bytes) -> Any:
    made, problem = pickle.loads(data)
    if problem is not None:
        raise problem
    return made


def _fork() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of other threads, whose locks may stay locked
        return os.fork()


def _work_and_end(work: Callable[[], object], seconds: int, room: int, writer: int) -> NoReturn:
    """In the fork: send (what was made, None) or (None, what was raised)."""
    import resource

    gc.disable()  # each object that it looks at would cost a copied page
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        with memory_for(room):
            data = _attempted(work)
        with os.fdopen(writer, "wb") as file:
            file.write(data)
        status = 0
    finally:
        os._exit(status)


def _attempted(work: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps((work(), None))
    except Exception as problem:
        return pickle.dumps((None, problem))


def _sent(reader: int, seconds: float) -> bytes | None:
    """All that comes until the other end is closed; None where that takes too long."""
    pieces: list[bytes] = []
    end = time.monotonic() + seconds
    while select.select([reader], [], [], max(0.0, end - time.monotonic()))[0]:
        piece = os.read(reader, PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
    return None
