"""Allow one grading run at a time in a course folder, whoever starts it."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import CourseLockedError, GradingError
from .kept_files import FOLDER, kept_folder

try:
    import fcntl
except ImportError:  # on Windows, where nothing is graded
    fcntl = None  # type: ignore[assignment]

BUSY = "Another run is grading {course} ({who}). Wait until it has ended, then run the command again."
CLOSED = (
    "{folder} belongs to {owner}, and you may not write in it. Let {owner} grade, "
    "or have {owner} share the course folder with your group: "
    "chgrp -R GROUP {course}; chmod -R g+rwX {course}; find {course} -type d -exec chmod g+s {{}} +"
)


@contextmanager
def locked(course: Path) -> Iterator[None]:
    """Hold the course folder while the body runs. Raises CourseLockedError where another run holds it.

    The system gives the lock back when its owner ends, however that was. Raises GradingError for a closed folder.
    """
    folder = course / FOLDER
    if folder.exists() and not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise GradingError(CLOSED.format(folder=folder, owner=_owner(folder), course=course))
    with (kept_folder(course) / "lock").open("a+", encoding="utf-8") as file:
        _take(file, course)
        file.truncate(0)
        since = time.strftime("%H:%M:%S on %d %B %Y")
        file.write(f"process {os.getpid()} on {socket.gethostname()}, started at {since}")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _take(file, course: Path) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise CourseLockedError(BUSY.format(course=course, who=file.read(200) or "started just now")) from None
    except OSError:  # a disk that has no locks
        pass


def _owner(path: Path) -> str:
    owner = "somebody else"
    with suppress(KeyError, NotImplementedError, OSError):
        owner = path.owner()
    return owner
