"""When a student's work arrived, as far as it can be known, written where nbgrader looks for it.

Learning systems date the files in a download with the time of the download. So the dates in an archive count only
where they lie further apart than a download takes. Otherwise a class list with a column ``submitted`` gives the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from grading import timestamps
from grading.errors import ArchiveError, TimestampError

from .archive_limits import Limits
from .class_list import Person, Roster
from .collected import Shelf
from .layouts import Sent

DOWNLOAD = timedelta(hours=1)


@dataclass
class Settings:
    """What the command line says: the class list, the time when work was due (UTC), the zone of dates, the limits."""

    people: Roster | None = None
    due: datetime | None = None
    where: tzinfo | None = None
    limits: Limits = field(default_factory=Limits)

    def person(self, who: Sent) -> Person | None:
        """The student in the class list."""
        return self.people.find(who.number, who.name) if self.people else None


def stamp(shelf: Shelf, files: list[tuple], settings: Settings, timed: bool) -> str | None:
    """Write timestamp.txt if the time is known. A sentence where it is not clear. Raises WriteError."""
    before = timestamps.stamped(shelf.submitted)
    try:
        moment = _moment(shelf, files, settings, timed)
    except (TimestampError, ArchiveError) as reason:
        return f"{shelf.folder}: when the work came is not known: {str(reason).rstrip('.')}."
    if files[0][0].kind == "canvas":
        moment = late_or_not(moment, shelf.student.late, settings.due)
    if moment and (shelf.placed.changed or not before):
        timestamps.stamp(shelf.submitted, moment)
    elif shelf.placed.newer and before:
        return f"{shelf.folder}: when the newer notebooks came is not known; timestamp.txt is of the earlier ones."
    return None


def _moment(shelf: Shelf, files: list[tuple], settings: Settings, timed: bool) -> datetime | None:
    """When the newest of the student's files came (UTC): by class list, exchange, timestamp.txt, or date."""
    person = settings.person(files[0][0])
    if person and person.submitted:
        return timestamps.read(person.submitted, settings.where)
    times = [timestamps.read(sent.time, settings.where) for sent, _ in files if sent.time]
    if not times and files[0][0].kind == "folder":  # in a learning system's download it would be the student's own
        texts = [item.read().decode(errors="replace").strip() for _, item in files if item.name == timestamps.FILE]
        times = [timestamps.read(text, settings.where) for text in texts]
    if not times and timed:
        times = [timestamps.to_utc(each.date, settings.where) for each in shelf.placed.changed if each.date]
    return max(times, default=None)


def plausible(dates: Iterable[datetime | None]) -> bool:
    """Whether the dates in an archive can be those of the submissions.

    >>> plausible([datetime(2026, 3, 1, 12), datetime(2026, 3, 1, 12, 5)])
    False
    """
    known = [date for date in dates if date is not None]
    return bool(known) and max(known) - min(known) > DOWNLOAD and max(known) < datetime.now() + timedelta(days=1)


def late_or_not(moment: datetime | None, late: bool, due: datetime | None) -> datetime | None:
    """The time to write, where Canvas said whether it was late: it knows about extensions.

    Late without a known time is a second late, the least it can be; not late is at most at the due time.
    """
    if due is None:
        return moment
    if late:
        return moment if moment and moment > due else due + timedelta(seconds=1)
    return min(moment, due) if moment else None
