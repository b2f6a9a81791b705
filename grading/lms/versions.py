"""The notebooks in one file that a student handed in: which of the course each one is, and which version is newer."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from grading.errors import ArchiveError, ForeignNotebookError, NotebookFileError
from grading.paths import stems
from grading.submissions import reading
from grading.submissions.student_names import COPY_WORD
from grading.text import short
from grading.timestamps import FILE as TIMESTAMP_FILE
from slipcheck.file_content import ZIP, begins_as_notebook, may_be_notebook

from .archive import CHANGED, ArchiveItem, is_work, open_zip
from .archive_limits import ArchiveLimits
from .interface import Upload
from .manifest import Version

Dates = tuple[datetime | None, datetime | None]  # of the file, and within a zip
DEPTH = 3  # zips within each other that are opened
FURTHER_ENDING = re.compile(r"[a-z]\w*", re.IGNORECASE)  # what browsers and students put after .ipynb
OTHER_ENDINGS = ("json", "txt", "download", "gz")
YEAR_0 = datetime(1980, 1, 1)  # the earliest date in a zip
COPIES = (  # what is added to a name that is taken: Canvas, browsers and Windows, Jupyter, Drive, macOS
    re.compile(r"-(?P<k>\d{1,3})$"),
    re.compile(r" ?\((?P<k>\d{1,3})\)$"),
    re.compile(r"-Copy(?P<k>\d{1,3})$"),
    re.compile(rf" - (?:{COPY_WORD})(?: \((?P<k>\d{{1,3}})\))?$", re.IGNORECASE),
    re.compile(rf"^(?:{COPY_WORD}) (?:of|von|de|di|av|van) (?P<k>)", re.IGNORECASE),
    re.compile(rf"(?<! -) (?:{COPY_WORD})(?: (?P<k>\d{{1,3}}))?$", re.IGNORECASE),
)


@dataclass
class Candidate:
    """A notebook that stays in its archive until it is laid out, so that only one is in memory at a time.

    ``broken`` is why it cannot be read, where it is known by its name only; ``date`` is that of the file as the archive
    has it.
    """

    stem: str
    item: ArchiveItem
    version: Version
    broken: str = ""
    date: datetime | None = None

    def data(self) -> bytes:
        """Its bytes, the same as when it was recognised. Raises ArchiveError."""
        data = self.item.notebook()
        if hashlib.sha256(data).hexdigest() != self.version.sha256:
            raise ArchiveError(CHANGED)
        return data


@dataclass(frozen=True)
class UnreadNotebook:
    """A file that says that it is a notebook; ``order`` is that of its version."""

    upload: Upload
    archive: str
    item: ArchiveItem
    name: str
    dates: Dates

    @property
    def order(self) -> list[float]:
        """As in ``Version``."""
        return [self.upload.attachment, *map(_seconds, self.dates), name_and_copy(self.name)[1]]


@dataclass
class OpenedUpload:
    """What may be notebooks in a file that a student handed in, and (path, reason) of what is left out of it."""

    upload: Upload
    archive: str
    unread: list[UnreadNotebook] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


def open_upload(upload: Upload, item: ArchiveItem, archive: str, limits: ArchiveLimits) -> OpenedUpload:
    """All that may be notebooks in a file that a student handed in."""
    opened = OpenedUpload(upload, archive)
    dates = (item.date, None)
    _open_file(opened, item, upload.file.rsplit("/", 1)[-1], dates, limits)
    return opened


def _open_file(
    opened: OpenedUpload, item: ArchiveItem, name: str, dates: Dates, limits: ArchiveLimits, depth: int = 0
) -> None:
    """A file of a student's, ``depth`` zips deep. What it holds says what it is, where its name does not."""
    if item.name == TIMESTAMP_FILE:
        return
    reason = "" if depth else "it is not a notebook"  # a zip may hold what it likes beside notebooks
    try:
        beginning = item.beginning() if item.is_zip or may_be_notebook(name) else b""
        if item.is_zip or beginning.startswith(ZIP):
            _open_inner(opened, item, dates[0], limits, depth)
            return
        if ".ipynb" in name.lower() or begins_as_notebook(beginning):
            opened.unread.append(UnreadNotebook(opened.upload, opened.archive, item, name, dates))
            return
    except ArchiveError as problem:
        reason = str(problem)
    if reason:
        opened.left_out.append((item.path, reason))


def _open_inner(
    opened: OpenedUpload, item: ArchiveItem, date: datetime | None, limits: ArchiveLimits, depth: int
) -> None:
    """A zip that a student handed in, and zips in it. Raises ArchiveError."""
    if depth >= DEPTH:
        raise ArchiveError(f"it is a zip within {DEPTH} others")
    if depth:
        limits.hold(item.size)
    inner = open_zip(io.BytesIO(item.read()), limits)
    before = len(opened.unread) + len(opened.left_out)
    opened.left_out += [(f"{item.path}: {path}", reason) for path, reason in inner.left_out if is_work(path)]
    for entry in inner.items:
        within = replace(entry, path=f"{item.path}: {entry.path}")
        _open_file(opened, within, entry.name, (date, entry.date), limits, depth + 1)
    if len(opened.unread) + len(opened.left_out) == before:
        raise ArchiveError("there is no notebook in it")


def newest(unread: list[UnreadNotebook], most: int) -> list[UnreadNotebook]:
    """At most so many: of each name the newest, then the second newest of each, and so on.

    So no number of versions of one notebook keeps another one away.
    """
    if len(unread) <= most:
        return unread
    versions: Counter[str] = Counter()
    ranks: dict[int, tuple[int, bool, int]] = {}
    for k, one in sorted(enumerate(unread), key=lambda numbered: (numbered[1].order, numbered[0]), reverse=True):
        name = name_and_copy(one.name)[0].casefold()
        ranks[k] = (versions[name], name not in stems(), len(ranks))
        versions[name] += 1
    chosen = sorted(ranks, key=ranks.__getitem__)[:most]
    return [unread[k] for k in sorted(chosen)]


def recognised(file: UnreadNotebook) -> Candidate:
    """Which notebook it is; one that cannot be read is known by its name alone.

    Raises ForeignNotebookError, or ArchiveError.
    """
    broken = ""
    data = file.item.notebook()
    try:
        stem = read_stem(data, file.name)
    except ForeignNotebookError as reason:
        broken = str(reason)
        if (named := stem_in_name(file.name)) is None:
            raise ForeignNotebookError(f"it {broken.removeprefix(short(file.name)).strip().rstrip('.')}") from None
        stem = named
    upload = file.upload
    sha256 = hashlib.sha256(data).hexdigest()
    version = Version(sha256, upload.entry, file.archive, file.order, upload.upload_prefix, kind=upload.kind)
    return Candidate(stem, file.item, version, broken, file.dates[0])


def _seconds(date: datetime | None) -> float:
    return (date - YEAR_0).total_seconds() if date else 0.0


def is_newer(new: Version, old: Version) -> bool:
    """By the LMS's attachment numbers where both have one, else by date, then by the number of the copy; what cannot
    be told apart counts as newer, because it was collected later. Both must be of one kind of source."""
    skipped = 0 if new.order[0] and old.order[0] else 1
    return new.order[skipped:] >= old.order[skipped:]


def read_stem(data: bytes, name: str) -> str:
    """The stem of the notebook, by a whole reading: a glance takes one that was cut off for a notebook.

    Raises ForeignNotebookError.
    """
    try:
        return reading.stem_of(data, name_and_copy(name)[0])
    except NotebookFileError as problem:
        raise ForeignNotebookError(f"{short(name)} {problem}") from None


def stem_in_name(name: str) -> str | None:
    """The stem that a file's name says, whatever copy it is."""
    stem = name_and_copy(name)[0].casefold()
    return stem if stem in stems() else None


def _without_ending(name: str) -> str:
    """A file's name without .ipynb and what follows it, or without the ending of another file that may be one.

    >>> _without_ending("04.ipynb.txt"), _without_ending("04.json"), _without_ending("v1.2.ipynb")
    ('04', '04', 'v1.2')
    """
    stem, *endings = name.split(".")
    if not endings:
        return name
    begin = len(endings) - 1 if endings[-1].lower() in OTHER_ENDINGS else len(endings)
    for k in reversed(range(len(endings))):
        if not FURTHER_ENDING.fullmatch(endings[k]):
            break
        if endings[k].lower() == "ipynb":
            begin = k
    return ".".join([stem, *endings[:begin]])


def name_and_copy(name: str) -> tuple[str, int]:
    """A file name without ending and without the number of a copy, and which copy it is.

    >>> name_and_copy("04_membrane_potential (2)-1.ipynb")
    ('04_membrane_potential', 3)
    """
    stem = _without_ending(name.rsplit("/", 1)[-1])
    copies = 0
    for pattern in COPIES * 2:
        if match := pattern.search(stem):
            stem = pattern.sub("", stem)
            copies += int(match["k"] or 1)
    return stem.strip(), copies
