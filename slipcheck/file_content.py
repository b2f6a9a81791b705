"""Read a file that was handed in as a notebook: its JSON, or a sentence that says what the file is instead."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any, BinaryIO

LARGEST = 100_000_000  # bytes of a notebook file that is read
USUAL = 20_000_000  # bytes of one that is read without a look at how much it holds
PIECES = {b'["{': 5_000_000, b",": 20_000_000}  # of these signs together, in a larger file: each takes memory
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
ENDINGS = (".ipynb", ".json", ".txt", ".download", ".crdownload", ".gz")
NOTEBOOK = re.compile(rb'\s*\{\s*"(?:cells|metadata|nbformat|nbformat_minor|worksheets)"\s*:')
INSTEAD = (  # how another kind of file begins, and what it is
    (re.compile(ZIP), "a zip archive, not a notebook: unpack it"),
    (re.compile(rb"Rar!|7z\xbc\xaf"), "an archive, not a notebook: unpack it"),
    (re.compile(rb"\s*<"), "a web page, not a notebook: it takes the file that File > Download gives"),
    (re.compile(rb"%PDF"), "a PDF, not a notebook: it takes the file that ends in .ipynb"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "a picture, not a notebook: it takes the file that ends in .ipynb"),
    (re.compile(rb"\{\\rtf|\xd0\xcf\x11\xe0"), "a document of a word processor, not a notebook"),
)


class UnreadableError(Exception):
    """A file that cannot be read as a notebook; the text says why, as the rest of a sentence about the file."""


class TooLargeError(UnreadableError):
    """A file that is too large to be read."""


def may_be_notebook(name: str) -> bool:
    """Whether a file of this name may hold a notebook: browsers and mail programs add endings, or take them.

    >>> [may_be_notebook(name) for name in ("04.ipynb.txt", "04.ipynb (1)", "04", "04.json", "04.pdf")]
    [True, True, True, True, False]
    """
    lower = name.lower()
    return ".ipynb" in lower or "." not in lower or lower.endswith(ENDINGS)


def begins_as_notebook(data: bytes) -> bool:
    """Whether a file that begins with these bytes holds a notebook, packed with gzip or not."""
    if data.startswith(GZIP):
        try:
            data = zlib.decompressobj(31).decompress(data, 4096)
        except zlib.error:
            return False
    return NOTEBOOK.match(data.removeprefix(b"\xef\xbb\xbf")) is not None or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path) -> bytes:
    """The bytes of a notebook file. Raises UnreadableError, or OSError."""
    if path.is_symlink() or not path.is_file():
        raise UnreadableError("is not a regular file.")
    with path.open("rb") as file:
        return bytes_in(file)


def bytes_in(file: BinaryIO) -> bytes:
    """The bytes of an open notebook file. Raises TooLargeError, or OSError."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large()
    return data


def unpacked(data: bytes, most: int = LARGEST) -> bytes:
    """The same, without gzip around it, if that is not more than ``most`` bytes. Raises UnreadableError."""
    if not data.startswith(GZIP):
        return data
    packed = zlib.decompressobj(31)
    try:
        plain = packed.decompress(data, most + 1)
    except zlib.error:
        raise UnreadableError("is a damaged gzip archive.") from None
    if len(plain) > most:
        raise _too_large()
    return plain


def content_of(data: bytes) -> dict[str, Any]:
    """What a file says, as JSON. Raises UnreadableError."""
    data = unpacked(data)
    for beginning, kind in INSTEAD:
        if beginning.match(data[:1000].removeprefix(b"\xef\xbb\xbf")):
            raise UnreadableError(f"is {kind}.")
    if len(data) > USUAL and any(sum(map(data.count, _each(signs))) > most for signs, most in PIECES.items()):
        raise TooLargeError("holds far too many pieces.")
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(coding, errors="replace").removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableError("is empty.")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError("is not a notebook: it is not valid JSON. Perhaps it was cut off.") from None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat", 4), int):
        raise UnreadableError("is not a notebook: it has no cells.")
    return content


def _too_large() -> TooLargeError:
    return TooLargeError(f"is larger than {LARGEST // 1_000_000} MB.")


def _each(signs: bytes) -> list[bytes]:
    return [signs[k : k + 1] for k in range(len(signs))]
