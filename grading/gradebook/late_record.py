"""What is known about lateness besides nbgrader's gradebook: ``.grading/late.json`` in a course folder."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from grading.errors import TimestampError
from grading.files import write
from grading.kept_files import kept_file, kept_folder

FILE = "late.json"
NO_COST = {"percent_per_day": 0.0, "points_per_day": 0.0, "grace_minutes": 0.0, "percent_at_most": 100.0}
POLICY = tuple(NO_COST)


@dataclass
class LateRecord:
    """The policy that ``late`` was asked for, extensions, and what a learning system says of work without a time.

    ``policy`` is by the names in ``POLICY``, None where ``late`` was never used; ``extensions`` maps a student to the
    time (UTC) until which work is in time, None where one was taken back; ``said_late`` maps a student whose time is
    not known to whether the learning system calls the work late. ``grace_covers_unknown``: the grace forgives those.
    """

    course: Path
    policy: dict[str, float] | None = None
    extensions: dict[str, datetime | None] = field(default_factory=dict)
    said_late: dict[str, bool] = field(default_factory=dict)
    grace_covers_unknown: bool = False

    @staticmethod
    def of(course: Path) -> LateRecord:
        """The record of a course folder. Raises TimestampError where it cannot be read."""
        path = kept_file(course, FILE)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return _record(course, content)
        except FileNotFoundError:
            return LateRecord(course)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            advice = "put it back from a copy, or delete it and run late again"
            raise TimestampError(f"{path} cannot be read: {advice}.") from None

    @property
    def late_by_unknown_time(self) -> set[str]:
        """Those who are late, nobody knows by how much."""
        return {student for student, late in self.said_late.items() if late}

    def change_policy(self, *costs: float | None) -> None:
        """Set percent a day, points a day, free minutes and percent at most; None leaves one as it is."""
        change = {name: cost for name, cost in zip(POLICY, costs, strict=True) if cost is not None}
        if change:
            self.policy = (self.policy or NO_COST) | change

    def rename(self, old: str, new: str) -> None:
        """Give a student another name. Raises WriteError."""
        if old in self.extensions.keys() | self.said_late.keys():
            self.extensions = {new if name == old else name: until for name, until in self.extensions.items()}
            self.said_late = {new if name == old else name: late for name, late in self.said_late.items()}
            self.save()

    def forget(self, student: str) -> None:
        """Remove a student. Raises WriteError."""
        if student in self.extensions.keys() | self.said_late.keys():
            self.extensions.pop(student, None)
            self.said_late.pop(student, None)
            self.save()

    def save(self) -> None:
        """Write it down. Raises WriteError."""
        content = {
            "policy": self.policy,
            "extensions": {student: until and until.isoformat(" ") for student, until in self.extensions.items()},
            "said_late": dict(sorted(self.said_late.items())),
            "grace_covers_unknown": self.grace_covers_unknown,
        }
        write(kept_folder(self.course) / FILE, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def _record(course: Path, content: dict) -> LateRecord:
    if "policy" not in content:  # of the last version: the policy alone
        return LateRecord(course, {name: float(content[name]) for name in POLICY if name in content})
    extensions = {student: until and datetime.fromisoformat(until) for student, until in content["extensions"].items()}
    return LateRecord(course, content["policy"], extensions, content["said_late"], content["grace_covers_unknown"])
