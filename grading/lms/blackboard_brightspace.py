"""Blackboard and Brightspace, which name each attempt of a student; only the last attempt counts.

Blackboard's "Assignment File Download" writes ``<assignment>_<user>_attempt_<time>_<file>`` for each file, and
``<assignment>_<user>_attempt_<time>.txt`` with what the student wrote. Brightspace writes a folder
``<user's number>-<folder's number> - <name> - <time>`` for each attempt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from grading import times
from grading.errors import LayoutError, TimestampError

from .folder_names import slug
from .interface import Source, Upload

BLACKBOARD = re.compile(r"(?P<who>.*?[^_])_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)", re.DOTALL)
ATTEMPT = re.compile(r"_attempt_\d{4}(?:-\d\d){5}(?=_|\.txt$)")
BRIGHTSPACE = re.compile(r"(?P<id>\d+)-\d+ - (?P<name>.+?) - (?P<time>[^-/]+?\d{3,4} ?[AP]M|[^-/]*\d{4}[^-/]*)")


class Blackboard(Source):
    """Blackboard, whose files tell student and time."""

    kind = "blackboard"
    label = "Blackboard's download"
    has_local_times = True

    def names(self, path: str) -> bool:
        """Whether the file is named as Blackboard names them."""
        return BLACKBOARD.fullmatch(path.rsplit("/", 1)[-1]) is not None

    def reader(self, paths: Sequence[str], ids: Collection[str] = ()) -> Callable[[str], Upload]:
        """What tells whose file it is, although names of assignments and of users may hold ``_``."""
        matches = [BLACKBOARD.fullmatch(path.rsplit("/", 1)[-1]) for path in paths]
        return partial(self.upload_of, users=users_in({match["who"] for match in matches if match}, ids))

    def upload_of(self, path: str, users: Mapping[str, str] | None = None) -> Upload:
        """A file of "Assignment File Download"; ``users`` by what stands in front of the attempt. Raises LayoutError.

        >>> Blackboard().upload_of("Lab 1_ada_attempt_2026-03-01-12-00-00_04.ipynb").id
        'ada'
        """
        match = BLACKBOARD.fullmatch(path.rsplit("/", 1)[-1])
        if match is None:
            raise LayoutError("its name is not one that Blackboard gives, so it does not say whose it is")
        if match["file"] is None:
            raise LayoutError("it is a text that was handed in, not a notebook")
        if len(ATTEMPT.findall(match.string)) > 1:
            raise LayoutError("its name can be read as of two attempts, so it does not say whose it is")
        user = {**users_in({match["who"]}), **(users or {})}.get(match["who"])
        if user is None:
            raise LayoutError("its name does not say where the user's name begins: give the class list with --roster")
        when = _moment(match["time"], "%Y-%m-%d-%H-%M-%S")
        return Upload(self.kind, user, user, match["file"], **_when(when), entry=path)


def users_in(names: Collection[str], ids: Collection[str] = ()) -> dict[str, str]:
    """The user in each ``<assignment>_<user>``, where that can be read in one way only.

    That is what follows the assignment, where that is known; else what follows the only ``_``, or the longest id of the
    class list at the end of the name.

    >>> users_in({"Lab_jane_doe", "Lab_john_doe"}), users_in({"Lab_jane_doe"}), users_in({"Lab_jane_doe"}, {"jane_doe"})
    ({'Lab_jane_doe': 'jane_doe', 'Lab_john_doe': 'john_doe'}, {}, {'Lab_jane_doe': 'jane_doe'})
    """
    assignment = _assignment(names, ids)
    users = {}
    for name in sorted(names):
        if assignment:
            users[name] = name.removeprefix(assignment)
        elif name.count("_") < 2:
            users[name] = name.rpartition("_")[2]
        elif listed := _listed(name, ids):
            users[name] = listed
    times = Counter(users.values())
    return {name: user for name, user in users.items() if times[user] == 1 or name.count("_") < 2}


def _listed(name: str, ids: Collection[str]) -> str:
    """The longest id at the end of the name, or nothing."""
    parts = name.split("_")
    endings = ("_".join(parts[k:]) for k in range(1, len(parts)))
    return next((ending for ending in endings if ending in ids), "")


def _assignment(names: Collection[str], ids: Collection[str]) -> str:
    """What all names begin with, up to the ``_`` before the users; empty where it is not known.

    A name with one ``_`` shows it, else the ids of the class list do, else what several names share.
    """
    titles = {name[: name.index("_") + 1] for name in names if name.count("_") == 1}
    titles = titles or {name.removesuffix(listed) for name in names if (listed := _listed(name, ids))}
    first = min(names, default="")
    last = max(names, default="")
    same = next((k for k, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), 0)
    assignment = min(titles, key=len) if titles else first[: first.rfind("_", 0, same) + 1]
    return assignment if all(name.startswith(assignment) and name != assignment for name in names) else ""


class Brightspace(Source):
    """Brightspace, whose folders tell student and time."""

    kind = "brightspace"
    label = "Brightspace's download"
    own_files = frozenset({"index.html"})
    has_local_times = True

    def names(self, path: str) -> bool:
        """Whether the file is in a folder that is named as Brightspace names them."""
        return any(map(BRIGHTSPACE.fullmatch, path.split("/")[:-1]))

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
        return times.read_time(re.sub(r"(?i)(?<=\s)(\d\d?)(\d\d)(\s?[ap]m)?$", r"\1:\2\3", text), UTC)
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
