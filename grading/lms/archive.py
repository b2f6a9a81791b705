"""What lies in an archive or a folder, read under limits: nothing is unpacked by name, nothing escapes or explodes."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from grading.errors import ArchiveError

from .archive_limits import MEGABYTE, Limits, bad_entry, bad_name
from .zip_ends import directory_size

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
HIDDEN = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints|\.git)(/|$)|(^|/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$"
)
OTHERS = {b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7z archive", b"\x1f\x8b": "a gzip archive", b"%PDF": "a PDF"}


@dataclass
class Item:
    """One file: its path with ``/``, its date as the archive has it (None if it has none), and a way to read it."""

    path: str
    size: int
    date: datetime | None
    read: Callable[[], bytes]

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def is_zip(self) -> bool:
        return self.name.lower().endswith(".zip")

    @property
    def is_work(self) -> bool:
        return self.name.lower().endswith((".ipynb", ".zip"))


@dataclass
class Contents:
    """The files that may be read, and (path, reason) of those that may not."""

    items: list[Item] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def open_zip(file: Path | BinaryIO, limits: Limits) -> Contents:
    """The files in a zip. Raises ArchiveError where it cannot be read at all or is too large as a whole."""
    try:
        if (size := directory_size(file)) is None:
            raise ArchiveError(f"it is not a zip file{_what_else(file)}, or it was cut off")
        if size > limits.directory:
            raise ArchiveError(f"it holds more than {limits.files:,} files")
        archive = zipfile.ZipFile(file)
    except BROKEN as problem:
        raise ArchiveError(f"it cannot be read as a zip file ({str(problem) or type(problem).__name__})") from None
    entries = [info for info in archive.infolist() if not info.is_dir()]
    limits.count(len(entries))
    return _sorted_out([_entry(archive, info, limits) for info in entries if not HIDDEN.search(_decoded(info))])


def _what_else(file: Path | BinaryIO) -> str:
    if isinstance(file, Path):
        with file.open("rb") as opened:
            start = opened.read(4)
    else:
        file.seek(0)
        start = file.read(4)
    return next((f" but {what}" for magic, what in OTHERS.items() if start.startswith(magic)), "")


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> tuple[Item, str | None]:
    """An entry, and why it may not be read."""
    path, most = _decoded(info), limits.inner if info.filename.lower().endswith(".zip") else limits.notebook

    def read() -> bytes:
        limits.spend(info.file_size)
        try:
            with archive.open(info) as opened:
                return opened.read(most + 1)
        except BROKEN as problem:
            raise ArchiveError(f"it is damaged in the archive ({str(problem) or type(problem).__name__})") from None

    item = Item(path, info.file_size, _date(info), read)
    return item, bad_name(path) or bad_entry(info, most, limits)


def _decoded(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: many programs write UTF-8 without saying so, and then it arrives as cp437."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return name


def _date(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time) if info.date_time[0] > 1980 else None
    except ValueError:
        return None


def _sorted_out(entries: Iterable[tuple[Item, str | None]]) -> Contents:
    """Names that cannot be told apart, here or on another disk, are left out together."""
    contents, alike = Contents(), defaultdict(list)
    for item, reason in entries:
        if reason:
            contents.left.append((item.path, reason))
        else:
            alike[unicodedata.normalize("NFC", item.path).casefold()].append(item)
    for same in alike.values():
        if len(same) == 1:
            contents.items += same
        else:
            contents.left += [
                (item.path, f"{len(same)} files have this name, or differ in case or accents") for item in same
            ]
    return contents


def open_folder(folder: Path, limits: Limits) -> Contents:
    """The files below a folder; links are not followed."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not HIDDEN.search(name))
        for path in (Path(root) / name for name in sorted(names)):
            relative = path.relative_to(folder).as_posix()
            if not HIDDEN.search(relative):
                found.append(_file(path, relative, limits))
    limits.count(len(found))
    return _sorted_out(found)


def _file(path: Path, relative: str, limits: Limits) -> tuple[Item, str | None]:
    def read() -> bytes:
        try:
            limits.spend(path.stat().st_size)
            return path.read_bytes()
        except OSError as problem:
            raise ArchiveError(f"it cannot be opened ({problem.strerror})") from None

    about = path.lstat()
    item = Item(relative, about.st_size, datetime.fromtimestamp(about.st_mtime), read)
    most = limits.inner if item.is_zip else limits.notebook
    if not stat.S_ISREG(about.st_mode):
        return item, "it is a link or a device, not a file"
    if about.st_size > most:
        return item, f"it is larger than {most // MEGABYTE} MB"
    return item, bad_name(relative)
