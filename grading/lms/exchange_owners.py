"""Who wrote the files in the exchange, which any user of the computer may fill in any student's name.

The instructor and the administrator may put files there. Where students are no users of this computer, the number of a
user who wrote only one student's files is that student's; it is kept in the manifest. Of several such users, it is the
one who wrote first.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from .interface import Authorship

if TYPE_CHECKING:
    from .archive import ArchiveItem
    from .interface import Upload

ADMINISTRATOR = 0
NAMED = 5  # students in a sentence


def authorship(students: Sequence[Sequence[tuple[Upload, ArchiveItem]]], before: Mapping[str, int]) -> Authorship:
    """Which files are of others, whose number belongs to whom, and sentences; ``before`` is what is known of it."""
    exempt = {None, ADMINISTRATOR, os.getuid()}
    owners: dict[str, dict[int, datetime]] = {}
    for files in students:
        owners[files[0][0].number] = _owners([item for _, item in files if item.owner not in exempt])
    users = _Users(owners, before)
    result = Authorship()
    for files in students:
        student = files[0][0].number
        others = owners[student].keys() - users.own(student)
        reason = users.reason(student)
        result.strangers.update({item.path: reason for _, item in files if item.owner in others})
        if users.is_certain(student):
            (result.owners[student],) = users.own(student)
    result.notes += users.remarks()
    return result


def _owners(items: Sequence[ArchiveItem]) -> dict[int, datetime]:
    """The numbers of the users who wrote these files, and when each wrote first."""
    first: dict[int, datetime] = {}
    for item in items:
        if item.owner is not None:
            changed = item.changed or datetime.max
            first[item.owner] = min(changed, first.get(item.owner, changed))
    return first


@dataclass
class _Users:
    """The users who wrote in each student's name and since when, and those that are known to be a student's."""

    owners: Mapping[str, Mapping[int, datetime]]
    before: Mapping[str, int]
    accounts: dict[str, int] = field(default_factory=dict)  # of students who are users of this computer
    students: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))  # by a user who wrote for them

    def __post_init__(self) -> None:
        for student, numbers in self.owners.items():
            if (number := user_number(student)) is not None:
                self.accounts[student] = number
            for number in numbers:
                self.students[number].append(student)

    def own(self, student: str) -> set[int]:
        """The users whose files are the student's; none where it is not known which of several users it is."""
        known = self.accounts.get(student, self.before.get(student))
        if known is not None:
            return {known}
        possible = self.owners[student].keys() - set(self.accounts.values())
        if len(possible) <= 1:
            return set(possible)
        since = {number: self.owners[student][number] for number in possible if self.students[number] == [student]}
        first = [number for number, moment in since.items() if moment == min(since.values())]
        return set(first) if len(first) == 1 else set()

    def is_certain(self, student: str) -> bool:
        """Whether the student is no account of this computer, and one user wrote in this student's name alone."""
        return student not in self.accounts and any(self.students[number] == [student] for number in self.own(student))

    def reason(self, student: str) -> str:
        """Why files of others in the student's name are left out."""
        if student in self.accounts:
            return f"it is the file of another user of this computer, not of {student}"
        if self.own(student):
            return f"it was not written by the user who wrote the earlier files of {student}"
        return f"it is not known which user of this computer is {student}"

    def remarks(self) -> list[str]:
        """A sentence about each user whose files were taken for those of several students."""
        sentences = []
        for number, students in sorted(self.students.items()):
            taken = [student for student in students if number in self.own(student)]
            if len(taken) > 1:
                more = f" and {len(taken) - NAMED} more" if len(taken) > NAMED else ""
                who = ", ".join(taken[:NAMED]) + more
                sentences.append(
                    f"One user of this computer (number {number}) wrote the files of several students, "
                    f"so it is not certain whose they are: {who}."
                )
        return sentences


def user_number(name: str) -> int | None:
    """The number of this computer's user of this name."""
    import pwd  # which Windows does not have

    try:
        return pwd.getpwnam(name).pw_uid
    except (KeyError, ValueError):
        return None
