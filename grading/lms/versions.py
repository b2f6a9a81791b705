"""The notebooks in one file that a student sent: one, or a zip's; and which of two versions is the newer one."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from datetime import datetime

from grading.errors import ArchiveError, ForeignNotebookError

from . import archive as archives
from . import recognition
from .archive_limits import Limits
from .layouts import Sent, without_copy_mark
from .manifest import Version


@dataclass
class Found:
    """A notebook with its bytes. ``broken`` is why it cannot be read, where it is known by its name only; ``date`` is
    that of the file as the archive has it."""

    stem: str
    data: bytes
    version: Version
    broken: str = ""
    date: datetime | None = None


@dataclass
class Opened:
    """The notebooks of a file, and (path, reason) of what in it is none."""

    notebooks: list[Found] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def open_sent(sent: Sent, item: archives.Item, archive: str, limits: Limits) -> Opened:
    """All notebooks in a file that a student sent."""
    opened = Opened()
    try:
        if item.is_zip:
            _open_inner(opened, sent, item, archive, limits)
        elif item.name.lower().endswith(".ipynb"):
            _take(opened, sent, item, archive, _order(sent, item, None))
        elif item.name != "timestamp.txt":
            opened.left.append((item.path, "it is not a notebook"))
    except ArchiveError as reason:
        opened.left.append((item.path, str(reason)))
    return opened


def _open_inner(opened: Opened, sent: Sent, item: archives.Item, archive: str, limits: Limits) -> None:
    """A zip that a student handed in, one level deep."""
    inner = archives.open_zip(io.BytesIO(item.read()), limits)
    opened.left += [(f"{item.path}: {path}", reason) for path, reason in inner.left if _matters(path)]
    count = 0
    for each in inner.items:
        if each.is_zip:
            opened.left.append((f"{item.path}: {each.path}", "it is a zip within a zip"))
        elif each.name.lower().endswith(".ipynb"):
            count += 1
            within = archives.Item(f"{item.path}: {each.path}", each.size, item.date, each.read)
            try:
                _take(opened, sent, within, archive, _order(sent, item, each), each.name)
            except ArchiveError as reason:
                opened.left.append((within.path, str(reason)))
    if not count:
        opened.left.append((item.path, "there is no notebook in it"))


def _matters(path: str) -> bool:
    return path.lower().endswith((".ipynb", ".zip"))


def _order(sent: Sent, item: archives.Item, inner: archives.Item | None) -> list[float]:
    name = inner.name if inner else sent.file
    return [sent.attachment, _seconds(item.date), _seconds(inner.date if inner else None), without_copy_mark(name)[1]]


def _seconds(date: datetime | None) -> float:
    return (date - datetime(1980, 1, 1)).total_seconds() if date else 0.0


def _take(
    opened: Opened, sent: Sent, item: archives.Item, archive: str, order: list[float], name: str | None = None
) -> None:
    """Recognise a notebook; one that cannot be read is known by its name alone."""
    data, name, broken = item.read(), name or sent.file.rsplit("/", 1)[-1], ""
    try:
        stem = recognition.stem_of(data, name)
    except ForeignNotebookError as reason:
        stem, broken = recognition.named(name), str(reason)
    if stem is None:
        opened.left.append((item.path, f"it {broken.removeprefix(name).strip().rstrip('.')}"))
        return
    sha256 = hashlib.sha256(data).hexdigest()
    version = Version(sha256, sent.entry, archive, order, sent.mark)
    opened.notebooks.append(Found(stem, data, version, broken, item.date))


def is_newer(new: Version, old: Version) -> bool:
    """By the LMS's attachment numbers where both have one, else by date, then by the number of the copy; what cannot
    be told apart counts as newer, because it was collected later."""
    skip = 0 if new.order[0] and old.order[0] else 1
    return new.order[skip:] >= old.order[skip:]
