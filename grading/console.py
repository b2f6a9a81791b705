"""Print to terminals that lack some characters, and to pipes that close early, as with ``| head``."""

from __future__ import annotations

import io
import os
import sys


class Pipe(io.RawIOBase):
    """A file descriptor that is written to, and takes everything in silence once its reader has gone."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.is_closed_there = False

    def fileno(self) -> int:
        """The descriptor."""
        return self.descriptor

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return os.isatty(self.descriptor)

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, data) -> int:
        """Write what the reader takes."""
        if not self.is_closed_there:
            try:
                return os.write(self.descriptor, data)
            except BrokenPipeError:
                self.is_closed_there = True
        return len(data)


def prepare_console() -> None:
    """Have the work of this program done and its end reached, whatever becomes of what it prints."""
    sys.stdout = _patient(sys.stdout)
    sys.stderr = _patient(sys.stderr)


def _patient(stream):
    """The stream with ``?`` for letters that it lacks, and without an error where its reader has gone."""
    try:
        stream.flush()
        writer = io.BufferedWriter(Pipe(stream.fileno()))
    except (AttributeError, OSError, ValueError):  # there is no such stream, as in a program with a window
        return stream
    return io.TextIOWrapper(writer, stream.encoding, "replace", line_buffering=True)
