"""How long a zip's table of contents is, read from its end before anything of it is loaded."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import BinaryIO

END = struct.Struct("<4s4H2LH")  # end of central directory
LOCATOR = struct.Struct("<4sLQL")  # where the end of a large zip (zip64) lies
END_64 = struct.Struct("<4sQ2H2L4Q")
LONGEST_COMMENT = 65_535  # bytes


def directory_size(file: Path | BinaryIO) -> int | None:
    """Bytes of the table of contents; None where the file has no zip's end. Raises OSError."""
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _size(opened)
    return _size(file)


def _size(file: BinaryIO) -> int | None:
    length = file.seek(0, io.SEEK_END)
    start = max(0, length - END.size - LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < END.size:
        return None
    large = _large(file, tail, at)
    return large if large is not None else END.unpack_from(tail, at)[5]


def _large(file: BinaryIO, tail: bytes, at: int) -> int | None:
    """The size that a zip64 record gives, if there is one before the end."""
    if at < LOCATOR.size or not tail.startswith(b"PK\6\7", at - LOCATOR.size):
        return None
    file.seek(LOCATOR.unpack_from(tail, at - LOCATOR.size)[2])
    record = file.read(END_64.size)
    return END_64.unpack(record)[8] if len(record) == END_64.size and record.startswith(b"PK\6\6") else None
