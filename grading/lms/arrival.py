"""When a student's work arrived, as far as it can be known, written where nbgrader looks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from grading.errors import ArchiveError, TimestampError

from . import timestamps
from .archive_limits import Limits
from .class_list import Person, Roster
from .collected import Shelf
from .layouts import Sent


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
        moment = timestamps.late_or_not(moment, shelf.student.late, settings.due)
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
