"""When a student's work arrived, as far as that is known, written where nbgrader looks for it.

Learning systems date the files in a download with the time of the download. So the dates in an archive count only
if they are further apart than a download takes. Otherwise a class list with a column ``submitted`` gives the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo

from grading import times, timestamps
from grading.errors import ArchiveError, TimestampError
from grading.files import decoded

from .archive import ArchiveItem
from .archive_limits import ArchiveLimits
from .class_list import ClassList, Person
from .interface import Source, Upload
from .placement import StudentFolder

DOWNLOAD = timedelta(hours=1)  # the longest that a download takes
TERM = timedelta(days=180)  # the longest between the submissions of one assignment
MOST = 0.9  # of the dates; one in ten files may have been touched by hand
COMPUTER_S_ZONE = "The dates in the archive were read in this computer's zone; if they are in another, give --zone."
ONE_DOWNLOAD = (
    "Nearly all dates in the archive are those of one hour, as after a download, or cannot be right, so none was taken "
    "for the time of handing in. A class list with a column submitted can give the times."
)
Files = list[tuple[Upload, ArchiveItem]]  # of one student
Dates = Collection[datetime]


@dataclass
class Settings:
    """What the command line says: the class list, the time when work was due (UTC), the zone of dates, the limits."""

    class_list: ClassList | None = None
    due: datetime | None = None
    zone: tzinfo | None = None
    limits: ArchiveLimits = field(default_factory=ArchiveLimits)
    namesakes: set[tuple[str, str]] = field(default_factory=set)  # perhaps others than the class list names

    def without(self, dropped: Iterable[tuple[str, str]]) -> Settings:
        """The same without the lines of the class list that are those of students who were dropped."""
        return replace(self, class_list=self.class_list.without(dropped)) if self.class_list else self

    def person(self, upload: Upload) -> Person | None:
        """The student in the class list, by name too where nobody else can be meant."""
        if self.class_list is None or (upload.kind, upload.number) in self.namesakes:
            return self.sure_person(upload)
        return self.class_list.find(upload.kind, upload.number, upload.name)

    def sure_person(self, upload: Upload) -> Person | None:
        """The student in the class list, where more than a name says so."""
        return self.class_list.by_number(upload.kind, upload.number) if self.class_list else None

    def understood(self) -> list[str]:
        """The times that were given, in words. Raises TimestampError where no time of the class list can be read."""
        sentences = [f"Due: {times.in_words(self.due, self.zone)}."] if self.due else []
        texts = [person.submitted for person in self.class_list.people if person.submitted] if self.class_list else []
        known = sorted(filter(None, (self._read(text) for text in texts)))
        if texts and not known:
            times.read_time(texts[0], self.zone)  # which says why not
        if known:
            first, last = (times.in_words(moment, self.zone) for moment in (known[0], known[-1]))
            sentences.append(f"Times in the class list: from {first} to {last}.")
        return sentences

    def _read(self, text: str) -> datetime | None:
        try:
            return times.read_time(text, self.zone)
        except TimestampError:
            return None


def stamp_arrival(
    folder: StudentFolder, files: Files, source: Source, settings: Settings, dated: Dates, guessed: bool = False
) -> str | None:
    """Write timestamp.txt if the time is known. A sentence where it is not clear. Raises WriteError.

    ``dated`` are the dates in the archive that count. A time that is there stays, unless it was ``guessed``, or newer
    notebooks came.
    """
    before = timestamps.stamped(folder.submitted)
    trouble = moment = None
    try:
        moment = _moment(folder, files, source, settings, dated)
    except (TimestampError, ArchiveError) as reason:
        trouble = f"{folder.name}: the time of arrival is unknown: {str(reason).rstrip('.')}."
    if source.says_late and _is_unknown(moment, folder.student.late, settings.due):
        folder.said_late = folder.student.late
    else:
        folder.has_time = moment is not None
    moment = source.arrival(moment, folder.student.late, settings.due)
    if moment and (folder.placement.changed or not before or guessed):
        timestamps.stamp(folder.submitted, moment)
    elif folder.placement.newer and before and not trouble:
        trouble = f"{folder.name}: when the newer notebooks came is not known; timestamp.txt is of the earlier ones."
    return trouble


def require_zone(students: Iterable[Files], source: Source, settings: Settings) -> None:
    """Raises TimestampError where times of the download decide, and nobody said in which zone they are."""
    if not source.has_local_times or settings.zone is not None:
        return
    people = [settings.person(files[0][0]) for files in students]
    if not all(person and person.submitted for person in people):
        raise TimestampError(
            f"Nothing was collected: the times in {source.label} have no time zone. Give it, like --zone Europe/Berlin."
        )


def unclear_attempts(name: str, files: Files, source: Source) -> list[str]:
    """A sentence about a student with several attempts, where the time of one cannot be read."""
    texts = {upload.time: upload.attachment for upload, _ in files if upload.time}
    unread = [text for text, attachment in texts.items() if not attachment]
    if not source.has_local_times or len(texts) < 2 or not unread:
        return []
    return [
        f"{name}: the time of an attempt cannot be read ({unread[0]}), so it is not certain which one is the newest."
    ]


def _is_unknown(moment: datetime | None, late: bool, due: datetime | None) -> bool:
    """Whether the time is not known, or contradicts the learning system, which calls the work late."""
    return moment is None or (late and due is not None and moment <= due)


def _moment(folder: StudentFolder, files: Files, source: Source, settings: Settings, dated: Dates) -> datetime | None:
    """When the newest of the student's files came (UTC): by class list, exchange, timestamp.txt, or date."""
    person = settings.person(files[0][0])
    if person and person.submitted:
        return times.read_time(person.submitted, settings.zone)
    texts = list(dict.fromkeys(upload.time for upload, _ in files if upload.time))
    if not texts and source.trusts_timestamp_files:
        items = [item for _, item in files if item.name == timestamps.FILE]
        texts = [decoded(item.read()) for item in items]
    where = settings.zone
    if where is None and not source.has_local_times:
        where = UTC  # what nbgrader means, where it leaves the zone out
    moments = [times.read_time(text, where) for text in texts]
    if not moments and dated:
        dates = [candidate.date for candidate in folder.placement.changed if candidate.date]
        moments = [times.to_utc(date, settings.zone) for date in dates if date in dated]
        if dates and not moments:
            raise TimestampError(f"{max(dates):%Y-%m-%d} in the archive is too far from the other dates")
    return max(moments, default=None)


def notes_on_dates(dates: Iterable[datetime | None], dated: Dates, where: tzinfo | None) -> list[str]:
    """A sentence where dates count in this computer's zone, or do not count although some are far apart."""
    known = [date for date in dates if date is not None]
    if dated:
        return [] if where else [COMPUTER_S_ZONE]
    return [ONE_DOWNLOAD] if known and max(known) - min(known) > DOWNLOAD else []


def plausible(dates: Iterable[datetime | None]) -> frozenset[datetime]:
    """The dates in an archive that can be those of submissions; none where they can all be those of a download.

    A few dates that are far from the others prove nothing: neither they nor, because of them, the others count.

    >>> len(plausible([datetime(2026, 3, 1, 12), datetime(2026, 3, 1, 12, 5), datetime(1985, 1, 1)]))
    0
    """
    tomorrow = datetime.now() + timedelta(days=1)
    known = sorted(date for date in dates if date is not None and date < tomorrow)
    if not known:
        return frozenset()
    middle = known[len(known) // 2]
    near = sorted((date for date in known if abs(date - middle) < TERM), key=lambda date: abs(date - middle))
    core = near[: round(MOST * len(near))]
    return frozenset(near) if max(core) - min(core) > DOWNLOAD else frozenset()
