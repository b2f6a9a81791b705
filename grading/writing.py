"""Put a file in its place whole or not at all, and say in a sentence why it could not be done."""

from __future__ import annotations

import errno
import os
from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class CannotWrite(Exception):
    """A file that could not be written; the text says why and what to do, in a sentence or two."""


def put(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: first beside it, then in one step in its place.

    Raises CannotWrite; what was at ``path`` before is then still there, and nothing half-written is left.
    """
    part = path.with_name(f".{path.name[:200]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as problem:
        _forget(part)
        raise CannotWrite(why(problem, path)) from None


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        pass


def why(problem: OSError, path: Path) -> str:
    """An error of the file system as a sentence.

    >>> why(OSError(errno.ENOSPC, ""), Path("a"))
    'The disk is full: a could not be written. Nothing was lost; make room and run the same command again.'
    """
    if problem.errno in FULL:
        reason, advice = "The disk is full", "make room"
    elif problem.errno in CLOSED:
        reason, advice = "The folder is read-only", "allow writing in it"
    else:
        reason, advice = f"Writing failed ({problem.strerror or problem})", "see to that"
    return f"{reason}: {path} could not be written. Nothing was lost; {advice} and run the same command again."
