"""Lay out what students handed in: ``python -m grading collect ARCHIVE``.

ARCHIVE is the zip that Canvas or Moodle gives for download, a zip or a folder of notebooks, or the inbound folder of
nbgrader's exchange. The newest of each notebook goes to COURSE/submitted/<student>/lif_part_1/, every earlier one to
COURSE/collected/.

From nbgrader's own zip collection this takes the layout of submitted/, timestamp.txt and how times are read. Not its
extractor, which unpacks everything to disk by the names in the archive and without limits, nor its collector, which
needs a pattern with a notebook's exact name, stops at the first file handed in twice, and clears what was there.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from grading.config import database_of
from grading.errors import (
    ArchiveError,
    ClassListError,
    GradebookError,
    LayoutError,
    ManifestError,
    TimestampError,
    WriteError,
)
from grading.paths import ASSIGNMENT

from . import archive as archives
from . import layouts, manifest, timestamps
from .archive_limits import Limits
from .arrival import Settings, stamp
from .collect_report import Report, shown
from .collected import Shelf
from .folder_names import slug
from .students import fill
from .versions import open_sent

STOPS = (ArchiveError, ManifestError, ClassListError, TimestampError, WriteError, GradebookError)


def collect(archive: Path, course: Path, settings: Settings | None = None, kind: str | None = None) -> Report:
    """Raises one of STOPS where nothing, or no more, can be done; everything written by then is whole."""
    settings, course = settings or Settings(), course.resolve()
    book, report = manifest.load(course), Report(archive.name or str(archive), course)
    contents = _open(archive, settings.limits)
    report.kind, report.left = kind or layouts.kind_of([item.path for item in contents.items]), contents.left
    sent = _by_student(contents, report)
    timed = report.kind != "folder" and timestamps.plausible(item.date for files in sent.values() for _, item in files)
    try:
        for files in sent.values():
            _student(files, book, report, settings, timed)
    except (WriteError, OSError):
        with suppress(WriteError):
            book.save()
        raise
    book.save()
    _compare(book, report, settings)
    report.write()
    fill(database_of(course), book, settings.people)
    return report


def _open(archive: Path, limits: Limits) -> archives.Contents:
    try:
        if archive.is_dir():
            return archives.open_folder(archive, limits)
        if archive.is_file():
            return archives.open_zip(archive, limits)
    except OSError as problem:
        raise ArchiveError(f"it cannot be opened ({problem.strerror})") from None
    raise ArchiveError("there is no such file or folder")


def _by_student(contents: archives.Contents, report: Report) -> dict[str, list[tuple]]:
    """(whose it is, file) by student, in the order of the archive."""
    shared = layouts.shared_folders([item.path for item in contents.items if item.is_work])
    read = {"canvas": layouts.canvas, "moodle": layouts.moodle, "exchange": layouts.exchange}
    sent = defaultdict(list)
    for item in contents.items:
        try:
            who = layouts.plain(item.path, shared) if report.kind == "folder" else read[report.kind](item.path)
            sent[who.id].append((who, item))
        except LayoutError as reason:
            report.left.append((item.path, str(reason)))
    return dict(_told_apart(sent, report))


def _told_apart(sent: dict[str, list[tuple]], report: Report):
    """Students whose folders would be the same, in another spelling, are left out: nobody can say who is who."""
    alike = defaultdict(list)
    for number, files in sent.items():
        alike[slug(files[0][0].number).casefold()].append((number, files))
    for same in alike.values():
        if len(same) == 1:
            yield from same
        else:
            reason = "these students' names differ only in case, accents or signs"
            report.left += [(item.path, reason) for _, files in same for _, item in files]


def _student(files: list[tuple], book: manifest.Manifest, report: Report, settings: Settings, timed: bool) -> None:
    """All files of one student."""
    settings.limits.spent_on_student = 0
    opened = [open_sent(who, item, report.archive, settings.limits) for who, item in files]
    for each in opened:
        report.left += each.left
    found = [notebook for each in opened for notebook in each.notebooks]
    who = files[0][0]
    if not found:
        report.look(f"{_called(who)} handed in no notebook that could be taken.")
        return
    folder = _folder(who, book, report, settings)
    student = book.students.setdefault(folder, manifest.Student(who.kind, who.number, who.name))
    student.late = any(each.late for each, _ in files)
    shelf = Shelf(folder, report.course, student)
    report.count(folder, shelf.place(found))
    if trouble := stamp(shelf, files, settings, timed):
        report.look(trouble)
    if student.late and not timestamps.stamped(shelf.submitted):
        report.late.append(folder)


def _folder(who: layouts.Sent, book: manifest.Manifest, report: Report, settings: Settings) -> str:
    """As before; else as the class list says; else from the name and the LMS's number."""
    before = book.folder_of(who.kind, who.number)
    person = settings.person(who)
    if before is not None:
        if person and person.id != before:
            report.look(f"{_called(who)} was collected before as {before}, not as {person.id}, and stays so.")
        return before
    if settings.people and person is None:
        report.look(f"{_called(who)} is not in the class list, and was collected all the same.")
    if person:
        return person.id
    return slug(who.name, who.number) if who.kind in ("canvas", "moodle") else slug(who.number)


def _called(who: layouts.Sent) -> str:
    name = shown(who.name)
    return f"{name} ({who.kind} {who.number})" if who.kind in ("canvas", "moodle") else name


def _compare(book: manifest.Manifest, report: Report, settings: Settings) -> None:
    """With the class list: its own problems, and who has handed in nothing yet."""
    if not report.placed and not report.left:
        report.look("There is no notebook in it.")
    if settings.people:
        there = {path.parent.name for path in (report.course / "submitted").glob(f"*/{ASSIGNMENT}")}
        report.notes[:0] = settings.people.problems
        report.missing = [person.id for person in settings.people.people if person.id not in there | set(book.students)]
