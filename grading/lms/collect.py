"""Lay out what students handed in: ``python -m grading collect ARCHIVE``.

ARCHIVE is the zip that Canvas or Moodle gives for download, a zip or a folder of notebooks, or the inbound folder of
nbgrader's exchange. The newest of each notebook goes to COURSE/submitted/<student>/lif_part_1/, every earlier one to
COURSE/collected/.

The layout of submitted/, timestamp.txt and the reading of times are those of nbgrader's own zip collection. Its
extractor and its collector are not used: the extractor unpacks everything to disk by the names in the archive and
without limits; the collector needs a pattern with a notebook's exact name, stops at the first file that was handed in
twice, and clears what was there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from grading import timestamps
from grading.config import database_of
from grading.errors import (
    ArchiveError,
    ClassListError,
    ForeignNotebookError,
    GradebookError,
    LayoutError,
    ManifestError,
    TimestampError,
    WriteError,
)
from grading.gradebook.late_record import LateRecord
from grading.gradebook.students import keep_sections, update_students
from grading.paths import ASSIGNMENT

from . import claimed_times, manifest
from .archive import Contents, open_folder, open_zip
from .archive_limits import ArchiveLimits
from .arrival import Dates, Files, Settings, notes_on_dates, plausible, require_zone, stamp_arrival, unclear_attempts
from .collect_report import CollectReport
from .exchange import keep_secret
from .folder_names import slug
from .folder_owners import FolderOwners, label
from .interface import Upload
from .learning_systems import SOURCES, source_of
from .placement import StudentFolder
from .plain_folder import files_of_one_name
from .versions import Candidate, UnreadNotebook, newest, open_upload, recognised

KINDS = tuple(SOURCES)
STOPS = (ArchiveError, ManifestError, ClassListError, TimestampError, WriteError, GradebookError)


def collect(archive: Path, course: Path, settings: Settings | None = None, kind: str | None = None) -> CollectReport:
    """Lay out the archive's notebooks, with timestamps, and fill the gradebook's table of students.

    Raises one of STOPS where nothing, or no more, can be done; everything written by then is whole.
    """
    course = course.resolve()
    book = manifest.load(course)
    settings = (settings or Settings()).without(book.dropped)
    contents = _open(archive, settings.limits)
    source = SOURCES[kind] if kind else source_of([item.path for item in contents.items])
    report = CollectReport(archive.name or str(archive), course, source, contents.left_out)
    Collection(book, report, settings, LateRecord.of(course), is_named=kind is not None).lay_out(contents)
    _compare(book, report, settings)
    report.write()
    keep_sections(course, settings.class_list.sections() if settings.class_list else {})
    update_students(database_of(course), _student_fields(book, settings), settings.class_list is not None)
    return report


def _open(archive: Path, limits: ArchiveLimits) -> Contents:
    try:
        if archive.is_dir():
            return open_folder(archive, limits)
        if archive.is_file():
            return open_zip(archive, limits)
    except OSError as problem:
        raise ArchiveError(f"it cannot be opened ({problem.strerror})") from None
    raise ArchiveError("there is no such file or folder")


@dataclass
class Collection:
    """One run: what was collected before, what is reported, and what the command line says."""

    book: manifest.Manifest
    report: CollectReport
    settings: Settings
    lateness: LateRecord
    owners: dict[str, int] = field(default_factory=dict)  # of the computer's users, by student
    is_named: bool = False  # whether the command line says where the archive comes from

    def lay_out(self, contents: Contents) -> None:
        """Lay out all students' notebooks, and note each in the manifest, even if the disk is full halfway."""
        students = self._by_student(contents)
        require_zone(students, self.report.source, self.settings)
        dates = [item.date for files in students for _, item in files]
        said_before = dict(self.lateness.said_late)
        dated = plausible(dates) if self.report.source.trusts_dates else frozenset()
        if self.report.source.trusts_dates and not all(self._says_when(files[0][0]) for files in students):
            self.report.notes += notes_on_dates(dates, dated, self.settings.zone)
        try:
            granted = FolderOwners(self.book, self.settings, self.report).grant(students)
            self.report.notes += claimed_times.remarks(granted, self.report.source, self.settings)
            for name, files in granted:
                self._student(name, files, dated)
        except (WriteError, OSError):
            with suppress(WriteError):
                self.book.save()
            raise
        self.book.save()
        if self.lateness.said_late != said_before:
            self.lateness.save()

    def _says_when(self, upload: Upload) -> bool:
        """Whether the exchange or the class list knows when a student's work came."""
        person = self.settings.person(upload)
        return bool(upload.time or (person and person.submitted))

    def _by_student(self, contents: Contents) -> list[Files]:
        """The files of each student, in the order of the archive."""
        class_list = self.settings.class_list
        ids = class_list.ids() if class_list else set()
        upload_of = self.report.source.reader([item.path for item in contents.items if item.is_work], ids)
        students: dict[str, Files] = defaultdict(list)
        for item in contents.items:
            try:
                upload = upload_of(item.path)
                self._refuse_dropped(upload)
                students[upload.id].append((upload, item))
            except LayoutError as reason:
                if item.name not in self.report.source.own_files:
                    self.report.left_out.append((item.path, str(reason)))
        return list(self._unmistakable(self._without_strangers(list(students.values()))))

    def _without_strangers(self, students: list[Files]) -> Iterator[Files]:
        """The files without those that somebody else wrote, as far as the source knows."""
        known = self.report.source.authorship(students, self.book.owners(self.report.source.kind))
        self.report.left_out += known.strangers.items()
        self.report.notes += known.notes
        self.owners = known.owners
        for files in students:
            yield [(upload, item) for upload, item in files if item.path not in known.strangers]

    def _refuse_dropped(self, upload: Upload) -> None:
        """Raises LayoutError where the student was dropped."""
        if (upload.kind, upload.number) in self.book.dropped:
            raise LayoutError("the student was dropped")

    def _unmistakable(self, students: Iterable[Files]) -> Iterator[Files]:
        """Students whose folders would be the same, in another spelling, are left out: nobody can say who is who."""
        by_folder = defaultdict(list)
        for files in filter(None, students):
            by_folder[slug(files[0][0].number).casefold()].append(files)
        for alike in by_folder.values():
            if len(alike) == 1:
                yield from alike
            else:
                reason = "these students' names differ only in case, accents or signs"
                self.report.left_out += [(item.path, reason) for files in alike for _, item in files]

    def _student(self, name: str, files: Files, dated: Dates) -> None:
        """Lay out all files of one student in the folder of this name."""
        upload = files[0][0]
        copies = {sent.entry for sent, _ in files if sent.copy}
        candidates = self._without_copies(name, self._candidates(name, files), copies)
        if not candidates:
            who = label(upload.kind, upload.name, upload.number)
            self.report.notes.append(f"{who} handed in no notebook that could be collected.")
            return
        student = self.book.students.setdefault(name, manifest.Student(upload.kind, upload.number, upload.name))
        if self.is_named:
            student.take_number(upload.kind, upload.number, upload.name)
        student.owner = self.owners.get(upload.number, student.owner)
        student.late = any(sent.late for sent, _ in files)
        folder = StudentFolder(name, self.report.course, student)
        self.report.notes += unclear_attempts(name, files, self.report.source)
        self.report.notes += files_of_one_name(name, [sent for sent, _ in files], candidates)
        self.report.add(name, folder.place(candidates))
        guessed = name in self.lateness.said_late
        if trouble := stamp_arrival(folder, files, self.report.source, self.settings, dated, guessed):
            self.report.notes.append(trouble)
        if trouble := keep_secret(folder, files, self.report.source):
            self.report.notes.append(trouble)
        self._note_lateness(folder)

    def _note_lateness(self, folder: StudentFolder) -> None:
        """Keep what the learning system says of work whose time is not known."""
        name = folder.name
        if folder.said_late is not None and (folder.placement.changed or not timestamps.stamped(folder.submitted)):
            self.lateness.said_late[name] = folder.said_late
        elif folder.placement.changed or folder.has_time:
            self.lateness.said_late.pop(name, None)
        if self.lateness.said_late.get(name):
            self.report.late.append(name)

    def _candidates(self, name: str, files: Files) -> list[Candidate]:
        """The notebooks in a student's files."""
        limits = self.settings.limits
        limits.begin_student()
        work = [(upload, item) for upload, item in files if upload.file != self.report.source.secret_file]
        opened = [open_upload(upload, item, self.report.archive, limits) for upload, item in work]
        self.report.left_out += [left_out for file in opened for left_out in file.left_out]
        unread = [one for file in opened for one in file.unread]
        chosen = newest(unread, limits.notebooks)
        if len(chosen) < len(unread):
            self.report.notes.append(
                f"{name} handed in {len(unread):,} notebooks; the newest versions were read, {len(chosen):,} in all."
            )
        return list(self._recognised(chosen))

    def _recognised(self, unread: Iterable[UnreadNotebook]) -> Iterator[Candidate]:
        for file in unread:
            try:
                candidate = recognised(file)
            except (ForeignNotebookError, ArchiveError) as reason:
                self.report.left_out.append((file.item.path, str(reason)))
                continue
            candidate.version.is_named = self.is_named
            yield candidate

    def _without_copies(self, name: str, candidates: list[Candidate], copies: set[str]) -> list[Candidate]:
        """Without those in a copy of the student's folder, which may be anybody's, that would replace the student's."""
        before = self.book.students[name].notebooks if name in self.book.students else {}
        originals = {one.stem: one.version.sha256 for one in candidates if one.version.entry not in copies}
        laid_out = {stem: version.sha256 for stem, version in before.items()} | originals
        places: dict[str, str] = {}  # of notebooks that are in a copy alone
        taken = []
        for one in candidates:
            place = one.version.entry.rpartition("/")[0]
            is_other = laid_out.get(one.stem, one.version.sha256) != one.version.sha256
            if one.version.entry not in copies or not (is_other or places.setdefault(one.stem, place) != place):
                taken.append(one)
            else:
                reason = f"its folder looks like a copy of {name}, who handed in another {one.stem}.ipynb"
                self.report.left_out.append((one.version.entry, reason))
        return taken


def _compare(book: manifest.Manifest, report: CollectReport, settings: Settings) -> None:
    """With the class list: its own problems, and who has handed in nothing yet."""
    if not report.placements and not report.left_out:
        report.notes.append("There is no notebook in it.")
    if settings.class_list:
        submitted = {path.parent.name for path in (report.course / "submitted").glob(f"*/{ASSIGNMENT}")}
        collected = submitted | set(book.students)
        report.notes[:0] = settings.class_list.problems
        report.missing = [person.id for person in settings.class_list.people if person.id not in collected]


def _student_fields(book: manifest.Manifest, settings: Settings) -> dict[str, dict[str, str]]:
    """What is known of each student, in nbgrader's words; the class list has the last word."""
    students = book.student_fields()
    if settings.class_list:
        for student, fields in settings.class_list.student_fields().items():
            students.setdefault(student, {}).update(fields)
    return students
