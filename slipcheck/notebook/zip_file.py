"""Write a zip completely or not at all; its bytes depend only on its content."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

LEVEL = 6  # of compression
SMALLEST = 100  # a file that shrinks to less than a hundredth would be taken for a zip bomb


def write_zip(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, by name, in one step that replaces an older zip. Raises OSError; the older zip then stays."""
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            for name in sorted(files):
                archive.writestr(_entry(name, files[name]), files[name], compresslevel=LEVEL)
        os.replace(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _entry(name: str, data: bytes) -> zipfile.ZipInfo:
    """An entry of 1980, the same on each system."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3  # Unix, for the rights
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    is_suspicious = len(data) > SMALLEST * len(zlib.compress(data, LEVEL))
    entry.compress_type = zipfile.ZIP_STORED if is_suspicious else zipfile.ZIP_DEFLATED
    return entry
