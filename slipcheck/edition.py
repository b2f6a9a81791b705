"""The edition of a notebook: a fingerprint of its cells, which the release writes into it.

It shows whether a student's copy is older than the course, whatever the student has changed in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .answer_rule import fingerprint
from .course import Course
from .file_content import TooLargeError, UnreadableError, content_of, read_bytes

KEY = "edition"  # of a notebook's metadata
OLDER = (
    "The course has a newer edition of this notebook. Your copy still works and keeps what you wrote. "
    "To get the new text too, rename your copy and open the notebook from the course again."
)


def edition_of(sources: Iterable[str]) -> str:
    """Of the texts of all cells, blind to white space and to the address of the course."""
    return hashlib.sha256(json.dumps([fingerprint(source) for source in sources]).encode()).hexdigest()[:16]


def is_older(course: Course, number: int, content: Mapping[str, Any]) -> bool:
    """Whether a notebook with this content was released before the edition that the course has now."""
    metadata = content.get("metadata")
    written = metadata.get(KEY) if isinstance(metadata, Mapping) else None
    return isinstance(written, str) and written != course.given.editions.get(number, written)


def is_older_file(course: Course, number: int, folder: Path) -> bool:
    """The same of the notebook of an exercise in a folder; False where there is none, or none that can be read."""
    path = folder / f"{course.stem(number)}.ipynb"
    try:
        return path.is_file() and is_older(course, number, content_of(read_bytes(path)))
    except (OSError, TooLargeError, UnreadableError):
        return False
