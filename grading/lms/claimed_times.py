"""Times that students could have written themselves, compared with what they cannot write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from grading import times, timestamps
from grading.errors import TimestampError

from .arrival import Files, Settings
from .interface import Source

DELAY = timedelta(hours=1)  # between the time in a folder's name and that of its files, with clocks that differ
NAMED = 5  # students in a sentence
COPIED = (
    "Most folders' names give a time more than an hour before their files came to this disk, as after a copy. "
    "The times in the names were taken."
)


def remarks(students: Sequence[tuple[str, Files]], source: Source, settings: Settings) -> list[str]:
    """Sentences about the times of these students, where no class list gives them."""
    unlisted = {name: files for name, files in students if not _is_listed(files, settings)}
    if source.students_write_times:
        return _about_names(unlisted)
    if source.trusts_timestamp_files:
        return _about_timestamp_files(unlisted)
    return []


def _is_listed(files: Files, settings: Settings) -> bool:
    person = settings.person(files[0][0])
    return bool(person and person.submitted)


def _about_names(students: dict[str, Files]) -> list[str]:
    """About folders whose names give an earlier time than the disk, which no student can set."""
    both = {name: (_claimed(files), _changed(files)) for name, files in students.items()}
    known = {name: (claimed, changed) for name, (claimed, changed) in both.items() if claimed and changed}
    earlier = {name: pair for name, pair in known.items() if pair[1] - pair[0] > DELAY}
    if 2 * len(earlier) > len(known):
        changes = [changed for _, changed in known.values()]
        return [] if max(changes) - min(changes) < DELAY else [COPIED]  # a copy made at one time shows nothing
    return [
        f"{name}: the folder's name says {times.in_words(claimed)}, but the files came on {times.in_words(changed)}. "
        "The time in the name was taken."
        for name, (claimed, changed) in earlier.items()
    ]


def _claimed(files: Files) -> datetime | None:
    """The latest time in the names of a student's folders."""
    texts = {upload.time for upload, _ in files}
    return max(filter(None, map(_read, texts)), default=None)


def _read(text: str) -> datetime | None:
    try:
        return times.read_time(text, UTC)
    except TimestampError:
        return None


def _changed(files: Files) -> datetime | None:
    """When the disk last changed one of the files (UTC)."""
    return max((item.changed for _, item in files if item.changed), default=None)


def _about_timestamp_files(students: dict[str, Files]) -> list[str]:
    """About a few students who alone have a timestamp.txt: nbgrader gives one to everybody."""
    few = [name for name, files in students.items() if any(item.name == timestamps.FILE for _, item in files)]
    if not few or 2 * len(few) > len(students):
        return []
    more = f" and {len(few) - NAMED} more" if len(few) > NAMED else ""
    who = ", ".join(few[:NAMED]) + more
    return [f"Only these students have a {timestamps.FILE}, which was taken for the time of handing in: {who}."]
