"""One grader a course: a lock that says who holds it, and that is free again once its owner is gone."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .errors import CourseLockedError

FILE = "lock"
HELD = "{owner} is at work on {course}. Run the same command again once that is done: what is graded by then stays."


@contextlib.contextmanager
def course_lock(course: Path) -> Iterator[None]:
    """Hold the lock of a course. Raises CourseLockedError, which says who has it and since when.

    The system gives it back when its owner ends, however that was. Where a system has no such locks, it does nothing.
    """
    folder = course / ".grading"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / FILE, "a+", encoding="utf-8") as file:
        if not _is_taken(file.fileno()):
            file.seek(0)
            raise CourseLockedError(HELD.format(owner=file.read(300).strip() or "Another process", course=course))
        since = time.strftime("%H:%M:%S on %d %B %Y")
        file.truncate(0)
        file.write(f"Process {os.getpid()} on {socket.gethostname()}, started at {since},\n")
        file.flush()
        yield


def _is_taken(descriptor: int) -> bool:
    """Whether the lock is ours now."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
