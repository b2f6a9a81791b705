"""nbgrader's ``timestamp.txt`` in a submission's folder, from which it calculates how late a student is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from .errors import TimestampError
from .files import small_text, write
from .times import read_time

FILE = "timestamp.txt"


def stamp(folder: Path, moment: datetime) -> None:
    """Write ``timestamp.txt`` as nbgrader reads it. Raises WriteError."""
    path = folder / FILE
    if small_text(path) != (text := timestamp_text(moment)):
        write(path, text.encode())


def timestamp_text(moment: datetime) -> str:
    """A time in UTC as nbgrader reads it."""
    return f"{moment.replace(microsecond=0).isoformat(' ')} UTC\n"


def stamped(folder: Path) -> datetime | None:
    """The time in a submission's folder, in UTC; None where there is none, or none that can be read."""
    try:
        return stamp_in(folder)
    except TimestampError:
        return None


def stamp_in(folder: Path) -> datetime | None:
    """The time in a submission's folder, in UTC; None where there is none. Raises TimestampError.

    Without a zone it is in UTC, as nbgrader takes it.
    """
    if folder.is_symlink():  # a link leads to the time of another
        return None
    try:
        text = small_text(folder / FILE, below=folder.parent)
    except OSError as problem:
        raise TimestampError(f"{FILE} cannot be opened ({problem.strerror}).") from None
    if text is None:
        return None
    try:
        return read_time(text, UTC)
    except TimestampError as reason:
        raise TimestampError(f"{FILE}: {reason}") from None
