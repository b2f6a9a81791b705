"""Put a file in its place whole or not at all, say in a sentence why it could not be done, and read small files."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from .errors import WriteError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
SMALL = 1000  # bytes of a file that is read beside the notebooks


def put(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``. Raises WriteError; what was at ``path`` before is then still there."""
    with putting(path) as file:
        file.write(data)


@contextmanager
def putting(path: Path) -> Iterator[BinaryIO]:
    """A file beside ``path`` to write to, moved in its place in one step at the end.

    Raises WriteError; what was at ``path`` before is then still there, and nothing half-written is left.
    """
    part = path.with_name(f".{path.name[:200]}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            yield file
        os.replace(part, path)
    except OSError as problem:
        raise WriteError(why(problem, path)) from None
    finally:
        _forget(part)


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


def small_text(path: Path) -> str | None:
    """What a small file says; None where there is none, or a link, a pipe or a large one."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > SMALL:
        return None
    return path.read_text(encoding="utf-8", errors="replace")
