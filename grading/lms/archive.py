"""Read an archive or a folder within limits: nothing is unpacked by name, nothing escapes or explodes."""

from __future__ import annotations

import io
import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from grading.errors import ArchiveError, IrregularFileError
from grading.files import is_of_a_program, regular_file
from grading.times import YEARS

from .archive_limits import MEGABYTE, ArchiveLimits, bad_entry, bad_name, other_format

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
CHANGED = "it was changed while it was collected; collect again"
END = struct.Struct("<4s4H2LH")  # end of central directory
LOCATOR = struct.Struct("<4sLQL")  # where the end of a large zip (zip64) lies
END_64 = struct.Struct("<4sQ2H2L4Q")
LONGEST_COMMENT = 65_535  # bytes
OUTER = 3  # folders around a file whose changes count
UTF_8 = 0x800  # flag of an entry whose name is in UTF-8


@dataclass
class ArchiveItem:
    """One file: its path with ``/``, its date as the archive has it (None if it has none), and a way to read it."""

    path: str
    size: int
    date: datetime | None
    read: Callable[[], bytes]
    owner: int | None = None  # the number of the user whose file it is, on a disk
    changed: datetime | None = None  # when the disk last changed it or a folder of it (UTC), which nobody can set

    @property
    def name(self) -> str:
        """The name without folders."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def is_zip(self) -> bool:
        """Whether it is named as a zip."""
        return self.name.lower().endswith(".zip")

    @property
    def is_work(self) -> bool:
        """Whether it is named as a notebook or a zip."""
        return is_work(self.name)


def is_work(name: str) -> bool:
    """Whether a file's name is that of a notebook or a zip, with a further ending or not."""
    return ".ipynb" in name.lower() or name.lower().endswith((".json", ".zip"))


@dataclass
class Contents:
    """The files that may be read, and (path, reason) of those that may not."""

    items: list[ArchiveItem] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)


def open_zip(file: Path | BinaryIO, limits: ArchiveLimits) -> Contents:
    """The files in a zip. Raises ArchiveError where it cannot be read at all or is too large as a whole."""
    try:
        size = directory_size(file)
        if size is None:
            raise ArchiveError(f"it is not a zip file{other_format(file)}, or it was cut off")
        if size > limits.directory:
            raise ArchiveError(f"it holds more than {limits.files:,} files")
        archive = zipfile.ZipFile(file)
    except BROKEN as problem:
        raise ArchiveError(f"it cannot be read as a zip file ({str(problem) or type(problem).__name__})") from None
    entries = [info for info in archive.infolist() if not _decoded(info).endswith("/")]
    limits.count(len(entries))
    return _sorted_out([_entry(archive, info, limits) for info in entries if not is_of_a_program(_decoded(info))])


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: ArchiveLimits) -> tuple[ArchiveItem, str | None]:
    """An entry, and why it may not be read."""
    path = _decoded(info)
    most = limits.inner if info.filename.lower().endswith(".zip") else limits.notebook

    def read() -> bytes:
        limits.spend(info.file_size)
        try:
            with archive.open(info) as opened:
                return opened.read(most + 1)
        except MemoryError:
            raise ArchiveError("it takes more memory than there is") from None
        except BROKEN:  # whose words name the file, so that they would be another reason for each
            raise ArchiveError("it is damaged in the archive") from None

    item = ArchiveItem(path, info.file_size, _date(info), read)
    return item, bad_name(path) or bad_entry(info, most, limits)


def _decoded(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: many programs write UTF-8 without saying so, and then it arrives as cp437; older
    ones of Windows separate folders by ``\\``."""
    name = info.orig_filename
    if not info.flag_bits & UTF_8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _date(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time) if info.date_time[0] > 1980 else None
    except ValueError:
        return None


def _sorted_out(entries: Iterable[tuple[ArchiveItem, str | None]]) -> Contents:
    """Names that cannot be told apart, here or on another disk, are left out together."""
    contents = Contents()
    by_name = defaultdict(list)
    for item, reason in entries:
        if reason:
            contents.left_out.append((item.path, reason))
        else:
            by_name[unicodedata.normalize("NFC", item.path).casefold()].append(item)
    for items in by_name.values():
        if len(items) == 1:
            contents.items += items
        else:
            reason = f"{len(items)} files have this name, or differ in case or accents"
            contents.left_out += [(item.path, reason) for item in items]
    return contents


def open_folder(folder: Path, limits: ArchiveLimits) -> Contents:
    """The files below a folder; links are not followed. Some programs unpack ``ada\\04.ipynb`` to one of that name."""
    entries = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_of_a_program(name))
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for path in (Path(root) / name for name in sorted([*names, *links])):
            relative = path.relative_to(folder).as_posix().replace("\\", "/")
            if not is_of_a_program(relative):
                entries.append(_file(folder, path, relative, limits))
        if len(entries) > limits.files:
            break
    limits.count(len(entries))
    return _sorted_out(entries)


def _file(folder: Path, path: Path, relative: str, limits: ArchiveLimits) -> tuple[ArchiveItem, str | None]:
    """A file of a folder, and why it may not be read. What is read later is the file that was looked at."""

    def read() -> bytes:
        try:
            with regular_file(path, below=folder) as file:
                if _facts(os.fstat(file.fileno())) != _facts(about):
                    raise ArchiveError(CHANGED)
                limits.spend(about.st_size)
                data = file.read(about.st_size + 1)
        except IrregularFileError:
            raise ArchiveError(CHANGED) from None
        except OSError as problem:
            raise ArchiveError(f"it cannot be opened ({problem.strerror})") from None
        if len(data) != about.st_size:
            raise ArchiveError(CHANGED)
        return data

    about = path.lstat()
    date = _date_on_disk(about.st_mtime)
    item = ArchiveItem(relative, about.st_size, date, read, about.st_uid, _changed(folder, path))
    most = limits.inner if item.is_zip else limits.notebook
    if not stat.S_ISREG(about.st_mode):
        return item, "it is a link or a device, not a file"
    if about.st_size > most:
        return item, f"it is larger than {most // MEGABYTE} MB"
    return item, bad_name(relative)


def _changed(folder: Path, path: Path) -> datetime:
    """The latest change of a file or of its outer folders: what was moved here whole is as new as its folder."""
    parts = path.relative_to(folder).parts
    outer = [folder.joinpath(*parts[:depth]) for depth in range(1, min(len(parts), OUTER + 1))]
    latest = max(place.lstat().st_ctime for place in (path, *outer))
    return datetime.fromtimestamp(latest, UTC).replace(tzinfo=None)


def _facts(about: os.stat_result) -> tuple[int, int, int]:
    """What stays the same of a file that nobody touches: whose it is, its length and its date."""
    return about.st_uid, about.st_size, about.st_mtime_ns


def _date_on_disk(seconds: float) -> datetime | None:
    try:
        date = datetime.fromtimestamp(seconds)
    except (ValueError, OverflowError, OSError):  # a file may have any date
        return None
    return date if date.year in YEARS else None


def directory_size(file: Path | BinaryIO) -> int | None:
    """Bytes of the table of contents; None where the file has no zip's end. Raises OSError, or BadZipFile."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _size(opened)
    return _size(file)


def _size(file: BinaryIO) -> int | None:
    length = file.seek(0, io.SEEK_END)
    start = max(0, length - END_64.size - LOCATOR.size - END.size - LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < END.size:
        return None
    large = _large(tail, at, start)
    return END.unpack_from(tail, at)[5] if large is None else large


def _large(tail: bytes, at: int, start: int) -> int | None:
    """The size that a zip64 record gives, if there is one before the end.

    It lies right before its locator, where zipfile looks, and nowhere else: of two records, only one could be measured.
    """
    locator = at - LOCATOR.size
    if locator < 0 or not tail.startswith(b"PK\6\7", locator):
        return None
    record = locator - END_64.size
    if record < 0 or not tail.startswith(b"PK\6\6", record) or LOCATOR.unpack_from(tail, locator)[2] != start + record:
        raise zipfile.BadZipFile("its end contradicts itself")
    return END_64.unpack_from(tail, record)[8]
