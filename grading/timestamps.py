"""Times of submissions: reading them, and nbgrader's ``timestamp.txt``, by which it counts how late a student is."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil import parser
from nbgrader.utils import parse_utc

from .errors import TimestampError
from .files import small_text, write

FILE = "timestamp.txt"


def zone(name: str | None) -> tzinfo | None:
    """A time zone by name; None is this computer's. Raises TimestampError."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        raise TimestampError(f"There is no time zone {name!r}; it should read like Europe/Berlin.") from None


def to_utc(date: datetime, where: tzinfo | None) -> datetime:
    """A date as a clock on the wall shows it, in UTC, without a zone as nbgrader keeps it."""
    aware = date.replace(tzinfo=where) if where else date.astimezone()
    return aware.astimezone(UTC).replace(tzinfo=None)


def read(text: str, where: tzinfo | None = None) -> datetime:
    """A time as people and programs write it, in UTC; without a zone it is one of ``where``. Raises TimestampError."""
    try:
        naive = _without_zone(text)
        return to_utc(naive, where) if naive else parse_utc(text)
    except (ValueError, OverflowError, TypeError):
        raise TimestampError(f"{text!r} is not a time; it should read like 2026-11-30 23:59.") from None


def _without_zone(text: str) -> datetime | None:
    """The time, if no zone is named in it; nbgrader reads zones that dateutil alone does not."""
    try:
        time = parser.parse(text)
    except ValueError:
        return None
    return time if time.tzinfo is None else None


def stamp(folder: Path, moment: datetime) -> None:
    """Write ``timestamp.txt`` as nbgrader reads it. Raises WriteError."""
    text = f"{moment.replace(microsecond=0).isoformat(' ')} UTC\n"
    path = folder / FILE
    if not path.exists() or path.read_text(encoding="utf-8", errors="replace") != text:
        write(path, text.encode())


def stamped(folder: Path) -> datetime | None:
    """The time in a submission's folder, in UTC."""
    try:
        text = None if folder.is_symlink() else small_text(folder / FILE)  # a link leads to the time of another
        return parse_utc(text.strip()) if text else None
    except (OSError, ValueError, OverflowError):
        return None
