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

from .archive import ArchiveItem
from .archive_limits import ArchiveLimits
from .class_list import ClassList, Person
from .collected import StudentFolder
from .upload import Source, Upload

DOWNLOAD = timedelta(hours=1)  # the longest that a download takes
Files = list[tuple[Upload, ArchiveItem]]  # of one student


@dataclass
class Settings:
    """What the command line says: the class list, the time when work was due (UTC), the zone of dates, the limits."""

    class_list: ClassList | None = None
    due: datetime | None = None
    zone: tzinfo | None = None
    limits: ArchiveLimits = field(default_factory=ArchiveLimits)

    def person(self, upload: Upload) -> Person | None:
        """The student in the class list."""
        return self.class_list.find(upload.number, upload.name) if self.class_list else None


def stamp(folder: StudentFolder, files: Files, source: Source, settings: Settings, dated: bool) -> str | None:
    """Write timestamp.txt if the time is known. A sentence where it is not clear. Raises WriteError."""
    before = timestamps.stamped(folder.submitted)
    try:
        moment = _moment(folder, files, source, settings, dated)
    except (TimestampError, ArchiveError) as reason:
        return f"{folder.name}: when the work came is not known: {str(reason).rstrip('.')}."
    moment = source.arrival(moment, folder.student.late, settings.due)
    if moment and (folder.placement.changed or not before):
        timestamps.stamp(folder.submitted, moment)
    elif folder.placement.newer and before:
        return f"{folder.name}: when the newer notebooks came is not known; timestamp.txt is of the earlier ones."
    return None


def _moment(folder: StudentFolder, files: Files, source: Source, settings: Settings, dated: bool) -> datetime | None:
    """When the newest of the student's files came (UTC): by class list, exchange, timestamp.txt, or date."""
    person = settings.person(files[0][0])
    if person and person.submitted:
        return timestamps.read(person.submitted, settings.zone)
    texts = [upload.time for upload, _ in files if upload.time]
    if not texts and source.trusts_timestamp_files:
        items = [item for _, item in files if item.name == timestamps.FILE]
        texts = [item.read().decode(errors="replace").strip() for item in items]
    times = [timestamps.read(text, settings.zone) for text in texts]
    if not times and dated:
        dates = [candidate.date for candidate in folder.placement.changed]
        times = [timestamps.to_utc(date, settings.zone) for date in dates if date]
    return max(times, default=None)


def plausible(dates: Iterable[datetime | None]) -> bool:
    """Whether the dates in an archive can be those of the submissions.

    >>> plausible([datetime(2026, 3, 1, 12), datetime(2026, 3, 1, 12, 5)])
    False
    """
    known = [date for date in dates if date is not None]
    return bool(known) and max(known) - min(known) > DOWNLOAD and max(known) < datetime.now() + timedelta(days=1)
