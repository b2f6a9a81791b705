"""What is not read from an archive: names that lead elsewhere, links, other formats, and too much data."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from grading.errors import ArchiveError
from slipcheck.file_content import LARGEST, TooLargeError, UnreadableError, unpacked

MEGABYTE = 1_000_000
LONGEST_NAME = 1000  # characters; disks allow 255, and a learning system adds to them
STEERING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # characters that turn the direction of a text around
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of the others, zipfile unpacks more than it was asked for
OTHERS = {b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7z archive", b"\x1f\x8b": "a gzip archive", b"%PDF": "a PDF"}


@dataclass
class ArchiveLimits:
    """How much is read: bytes in all, of a student, of one notebook and of one zip within; files of the archive, and
    of each student's zips; notebooks of a student that are read; a file's size over its packed size; bytes of a table
    of contents."""

    total: int = 20_000 * MEGABYTE
    student: int = 1_500 * MEGABYTE
    notebook: int = LARGEST
    inner: int = 200 * MEGABYTE
    files: int = 100_000
    notebooks: int = 1_000
    ratio: int = 200
    directory: int = 32 * MEGABYTE
    spent: int = 0
    spent_on_student: int = 0
    counted: int = 0

    def begin_student(self) -> None:
        """Count anew, so that what one student hands in leaves out nothing of another."""
        self.spent_on_student = 0
        self.counted = 0

    def count(self, files: int) -> None:
        """Count these files too. Raises ArchiveError where they are too many."""
        if self.counted + files > self.files:
            who = "the student's zips hold" if self.counted else "it holds"
            raise ArchiveError(f"{who} more than {self.files:,} files")
        self.counted += files

    def spend(self, size: int) -> None:
        """Count these bytes too. Raises ArchiveError where they are too many."""
        if self.spent + size > self.total:
            raise ArchiveError(f"all together would unpack to more than {self.total // MEGABYTE:,} MB")
        if self.spent_on_student + size > self.student:
            raise ArchiveError(f"the student's files would unpack to more than {self.student // MEGABYTE:,} MB")
        self.spent += size
        self.spent_on_student += size

    def unpacked(self, data: bytes) -> bytes:
        """A file of a student's without gzip around it, counted as what a zip holds; a damaged one as it is.

        Raises ArchiveError.
        """
        most = min(self.notebook, max(MEGABYTE, self.ratio * len(data)))
        try:
            plain = unpacked(data, most)
        except TooLargeError:
            raise ArchiveError(f"it would unpack to more than {most // MEGABYTE} MB") from None
        except UnreadableError:
            return data
        if plain is not data:
            self.spend(len(plain))
        return plain


def bad_name(path: str) -> str | None:
    """Why a path may not be used, or None.

    >>> bad_name("../up.ipynb")
    'its name leads out of the folder'
    >>> bad_name("Jane Doe/04.ipynb") is None
    True
    """
    if path.startswith("/") or re.match(r"[A-Za-z]:", path) or "\\" in path or ".." in path.split("/"):
        return "its name leads out of the folder"
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in path) or STEERING.search(path):
        return "its name holds control characters"
    if any(len(name) > LONGEST_NAME for name in path.split("/")):
        return f"its name is longer than {LONGEST_NAME} characters"
    return None


def bad_entry(info: zipfile.ZipInfo, most: int, limits: ArchiveLimits) -> str | None:
    """Why an entry of a zip may not be read, or None."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "it is a link or a device, not a file"
    if info.flag_bits & 1:
        return "it is encrypted"
    if info.compress_type not in METHODS:
        return "it is packed by a method that is not read here: pack it as an ordinary zip"
    if info.file_size > most:
        return f"it is larger than {most // MEGABYTE} MB"
    if info.file_size > MEGABYTE and info.file_size > limits.ratio * max(info.compress_size, 1):
        return f"it would unpack to more than {limits.ratio} times its size"
    return None


def other_format(file: Path | BinaryIO) -> str:
    """What it is instead of a zip, as the end of a sentence; empty where its beginning does not say so."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            start = opened.read(4)
    else:
        file.seek(0)
        start = file.read(4)
    return next((f" but {name}" for magic, name in OTHERS.items() if start.startswith(magic)), "")
