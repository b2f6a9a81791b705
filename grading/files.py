"""Write a file completely or not at all, say in a sentence why that failed, read small files, and fill zips."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from grading.errors import IrregularFileError, WriteError

MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # one date for all entries of a zip: the same content gives the same bytes
OUTER = 3  # folders around a file whose changes count
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)  # Windows has none
READ = os.O_RDONLY | NOFOLLOW | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # and waits for no pipe
INNER_FOLDER = os.O_RDONLY | NOFOLLOW | getattr(os, "O_DIRECTORY", 0)
IRREGULAR = (errno.ELOOP, errno.EMLINK, errno.ENOTDIR, errno.ENXIO)  # for links, and for sockets
CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
SMALL = 1000  # bytes of a file that is read beside the notebooks
OF_PROGRAMS = re.compile(  # folders, and files, that systems, editors and office programs leave behind
    r"(^|/)(__MACOSX|__pycache__|\.ipynb_checkpoints|\.git|@eaDir|\$RECYCLE\.BIN|System Volume Information)(/|\Z)"
    r"|(^|/)(\._[^/]*|\.DS_Store|(?i:Thumbs\.db|desktop\.ini)|Icon\r|~\$[^/]*|\.~lock\.[^/]*#)\Z"
)


def write(path: Path, data: bytes | str, mode: int = 0o666, exclusive: bool = False) -> None:
    """Write a file whole or not at all; text as UTF-8, with ``?`` for what UTF-8 has no place for.

    ``mode`` is the new file's, less the umask; see ``writing`` for ``exclusive``. Raises WriteError.
    """
    with writing(path, mode, exclusive) as file:
        file.write(data.encode("utf-8", "replace") if isinstance(data, str) else data)


@contextmanager
def writing(path: Path, mode: int = 0o666, exclusive: bool = False) -> Iterator[BinaryIO]:
    """A file beside ``path`` to write to, put in its place in one step at the end.

    An ``exclusive`` one never replaces a file: what another process put there first stays, without an error.
    Raises WriteError; what was at ``path`` before is then still there, and nothing half-written is left.
    """
    ending = f"{os.getpid()}.part" if exclusive else "part"
    part = path.with_name(f".{path.name[:200]}.{ending}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, WRITE, mode), "wb") as file:
            yield file
        _put_in_place(part, path, exclusive)
    except OSError as problem:
        raise WriteError(why(problem, path)) from None
    finally:
        _forget(part)


def _put_in_place(part: Path, path: Path, exclusive: bool) -> None:
    if exclusive:
        _link(part, path)
        return
    if os.name == "nt" and path.exists():
        path.chmod(0o644)  # Windows replaces no read-only file
    os.replace(part, path)


def _link(part: Path, path: Path) -> None:
    """Give the file its name, unless there is one of that name; also on a disk without hard links."""
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            os.rename(part, path)


def _forget(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def why(problem: OSError, path: Path) -> str:
    """An error of the file system as a sentence.

    >>> why(OSError(errno.ENOSPC, ""), Path("a"))
    'The disk is full: a could not be written. Nothing was lost; make room and run the same command again.'
    """
    if problem.errno in FULL:
        reason, advice = "The disk is full", "make room"
    elif problem.errno in CLOSED:
        reason, advice = "The folder is read-only", "allow writing in it"
    else:
        reason, advice = f"Writing failed ({problem.strerror or problem})", "see to that"
    return f"{reason}: {path} could not be written. Nothing was lost; {advice} and run the same command again."


@contextmanager
def regular_file(path: Path, below: Path | None = None) -> Iterator[BinaryIO]:
    """A file to read that somebody else may replace at any time: what it is, is asked of the file that is open.

    No link is followed, not even one in the place of a folder under ``below``, as far as the system can tell.
    Raises IrregularFileError, or OSError.
    """
    before = None if NOFOLLOW else path.lstat()
    try:
        descriptor = _descriptor(path, below)
    except OSError as problem:
        if problem.errno in IRREGULAR:
            raise IrregularFileError(str(path)) from None
        raise
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode) or not (before is None or os.path.samestat(about, before)):
        os.close(descriptor)
        raise IrregularFileError(str(path))
    with os.fdopen(descriptor, "rb") as file:
        yield file


def _descriptor(path: Path, below: Path | None) -> int:
    """The open file, by way of each folder under ``below``."""
    if below is None or os.open not in os.supports_dir_fd:
        return os.open(path, READ)
    *folders, name = path.relative_to(below).parts
    here = os.open(below, INNER_FOLDER & ~NOFOLLOW)
    try:
        for folder in folders:
            inner = os.open(folder, INNER_FOLDER, dir_fd=here)
            os.close(here)
            here = inner
        return os.open(name, READ, dir_fd=here)
    finally:
        os.close(here)


def small_text(path: Path, below: Path | None = None) -> str | None:
    """What a small file says; None where there is none, or a link, a pipe or a large one. Raises OSError."""
    try:
        with regular_file(path, below) as file:
            data = file.read(SMALL + 1)
    except (FileNotFoundError, IrregularFileError):
        return None
    return decoded(data) if len(data) <= SMALL else None


def decoded(data: bytes) -> str:
    """A small text as Unix, Notepad and PowerShell save it.

    >>> decoded("Zoë".encode("utf-16")), decoded("Zoë".encode("utf-8-sig"))
    ('Zoë', 'Zoë')
    """
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if utf_16 else "utf-8-sig", errors="replace")


def is_of_a_program(path: str) -> bool:
    """Whether a program put the file or folder there, not a person.

    >>> is_of_a_program("__MACOSX/04.ipynb"), is_of_a_program("~$class.xlsx"), is_of_a_program("ada/04.ipynb")
    (True, True, False)
    """
    return OF_PROGRAMS.search(path) is not None


def changed_on_disk(folder: Path, path: Path) -> datetime:
    """When (UTC) the disk last changed a file or one of its outer folders, which tell when a folder was moved here."""
    parts = path.relative_to(folder).parts
    outer = [folder.joinpath(*parts[:depth]) for depth in range(1, min(len(parts), OUTER + 1))]
    latest = max(place.lstat().st_ctime for place in (path, *outer))
    return datetime.fromtimestamp(latest, UTC).replace(tzinfo=None)


def add_to_zip(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file to a zip, always with the same date and rights."""
    entry = zipfile.ZipInfo(name, MIDNIGHT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)
