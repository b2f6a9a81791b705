"""When something was handed in: nbgrader's ``timestamp.txt``, from which it counts how late a submission is.

Learning systems date the files in a download with the time of the download. So dates of an archive count only where
they lie further apart than a download takes; else they say nothing, and a class list with a column ``submitted`` does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil import parser
from nbgrader.utils import parse_utc

from grading.errors import TimestampError
from grading.files import write
from grading.submissions.folders import small_text

DOWNLOAD = timedelta(hours=1)
FILE = "timestamp.txt"


def plausible(dates: Iterable[datetime | None]) -> bool:
    """Whether the dates in an archive can be those of the submissions.

    >>> plausible([datetime(2026, 3, 1, 12), datetime(2026, 3, 1, 12, 5)])
    False
    """
    known = [date for date in dates if date is not None]
    return bool(known) and max(known) - min(known) > DOWNLOAD and max(known) < datetime.now() + timedelta(days=1)


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


def late_or_not(moment: datetime | None, late: bool, due: datetime | None) -> datetime | None:
    """The time to write, where Canvas said whether it was late: it knows about extensions.

    Late without a known time is a second late, the least it can be; not late is at most at the due time.
    """
    if due is None:
        return moment
    if late:
        return moment if moment and moment > due else due + timedelta(seconds=1)
    return min(moment, due) if moment else None
