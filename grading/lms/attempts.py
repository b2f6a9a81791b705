"""Blackboard and Brightspace, which name each attempt of a student; only the last attempt counts.

Blackboard's "Assignment File Download" writes ``<assignment>_<user>_attempt_<time>_<file>`` for each file, and
``<assignment>_<user>_attempt_<time>.txt`` with what the student wrote. Brightspace writes a folder
``<user's number>-<folder's number> - <name> - <time>`` for each attempt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from grading import times
from grading.errors import LayoutError, TimestampError

from .folder_names import slug
from .upload import Source, Upload

BLACKBOARD = re.compile(r"(?:.*_)?(?P<id>[^_]+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)")
BRIGHTSPACE = re.compile(r"(?P<id>\d+)-\d+ - (?P<name>.+?) - (?P<time>[^-/]+?\d{3,4} ?[AP]M|[^-/]*\d{4}[^-/]*)")


class Blackboard(Source):
    """Blackboard, whose files tell student and time."""

    kind = "blackboard"
    label = "Blackboard's download"
    has_local_times = True

    def recognises(self, paths: Sequence[str]) -> bool:
        """Whether there is a file as Blackboard names it."""
        return any(BLACKBOARD.fullmatch(path.rsplit("/", 1)[-1]) for path in paths)

    def upload_of(self, path: str) -> Upload:
        """A file of "Assignment File Download". Raises LayoutError.

        >>> Blackboard().upload_of("Lab 1_ada_attempt_2026-03-01-12-00-00_04.ipynb").id
        'ada'
        """
        match = BLACKBOARD.fullmatch(path.rsplit("/", 1)[-1])
        if match is None:
            raise LayoutError("its name is not one that Blackboard gives, so it does not say whose it is")
        if match["file"] is None:
            raise LayoutError("it is a text that was handed in, not a notebook")
        when = _moment(match["time"], "%Y-%m-%d-%H-%M-%S")
        return Upload(self.kind, match["id"], match["id"], match["file"], **_when(when), entry=path)


class Brightspace(Source):
    """Brightspace, whose folders tell student and time."""

    kind = "brightspace"
    label = "Brightspace's download"
    own_files = frozenset({"index.html"})
    has_local_times = True

    def recognises(self, paths: Sequence[str]) -> bool:
        """Whether there is a folder as Brightspace names it."""
        return any(BRIGHTSPACE.fullmatch(part) for path in paths for part in path.split("/")[:-1])

    def upload_of(self, path: str) -> Upload:
        """A file in the folder of an attempt. Raises LayoutError.

        >>> Brightspace().upload_of("12-345 - Jane Doe - Mar 1, 2026 1205 PM/04.ipynb").time
        '2026-03-01 12:05:00'
        """
        parts = path.split("/")
        match = next(filter(None, map(BRIGHTSPACE.fullmatch, parts[:-1])), None)
        if match is None:
            raise LayoutError("it does not lie in a folder that Brightspace made, so it does not say whose it is")
        file = "/".join(parts[parts.index(match.string) + 1 :])
        when = _brightspace_time(match["time"])
        about = _when(when) if when else {"time": match["time"]}
        return Upload(self.kind, match["id"], match["name"], file, **about, entry=path)

    def folder_name(self, upload: Upload) -> str:
        """From the name and the number: two students may have the same name."""
        return slug(upload.name, upload.number)

    def student_label(self, name: str, number: str) -> str:
        """Name and number: two students may have the same name."""
        return f"{name} ({self.kind} {number})"


def _brightspace_time(text: str) -> datetime | None:
    """A time as Brightspace writes it, whose clock has no colon; None where it cannot be read."""
    try:
        return times.read(re.sub(r"(?i)(?<=\s)(\d\d?)(\d\d)(\s?[ap]m)?$", r"\1:\2\3", text), UTC)
    except TimestampError:
        return None


def _moment(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None


def _when(moment: datetime | None) -> dict:
    """The time of an attempt, and a number that grows with it; nothing where the time cannot be read."""
    if moment is None or moment.year not in times.YEARS:
        return {}
    return {"time": moment.isoformat(" "), "attachment": int(moment.strftime("%Y%m%d%H%M%S"))}
