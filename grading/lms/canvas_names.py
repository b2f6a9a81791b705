"""Whose a file in Canvas's download can be, by its name, in which a student may have put numbers too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .interface import Upload

KIND = "canvas"
AFTER_NAME = re.compile(
    r"(?P<late>LATE_)?(?P<student>[1-9]\d{0,18}|anon_[A-Za-z0-9]+)_(?P<attachment>[1-9]\d{0,18})_(?=.)", re.DOTALL
)
IN_NO_NAME = re.compile(r"_\d+_")  # Canvas takes such a number out of a name
SCALE = 10  # a number that is further from all attachments' is none of an attachment; so for students


@dataclass(frozen=True)
class Numbers:
    """Between which numbers those of a download's attachments and of its students are."""

    attachments: tuple[float, float]
    students: tuple[float, float]

    @staticmethod
    def of(uploads: list[Upload]) -> Numbers | None:
        """The numbers in these names; None where there are none."""
        students = [int(one.id) for one in uploads if one.id.isdecimal()]
        if not students:
            return None
        attachments = [one.attachment for one in uploads]
        return Numbers(_around(attachments), _around(students))

    def may_be_of(self, upload: Upload) -> bool:
        """Whether this reading's numbers can be those of an attachment and a student."""
        if not _is_between(upload.attachment, self.attachments):
            return False
        student = int(upload.id) if upload.id.isdecimal() else None
        return student is None or _is_between(student, self.students) or not _is_between(student, self.attachments)


def _around(numbers: list[int]) -> tuple[float, float]:
    return min(numbers) / SCALE, max(numbers) * SCALE


def _is_between(number: int, ends: tuple[float, float]) -> bool:
    return ends[0] <= number <= ends[1]


def readings(file_name: str) -> list[Upload]:
    """Whose file it can be, the shortest name first: a student may have chosen a name that looks like numbers.

    >>> [one.id for one in readings("doejane_12_34_04.ipynb")], [one.id for one in readings("99_888_12_34_04.ipynb")]
    (['12'], ['99', '12'])
    """
    number = IN_NO_NAME.search(file_name)
    starts = [0, *(match.end() for match in re.finditer("_", file_name[: number.end() + 1]))] if number else []
    possible = []
    for start in starts:
        name = file_name[: max(0, start - 1)]
        if (match := AFTER_NAME.match(file_name, start)) and not name.isdecimal():
            about = (name, file_name[match.end() :], file_name[: match.end() - 1])
            late = match["late"] is not None
            possible.append(Upload(KIND, match["student"], *about, late, int(match["attachment"])))
    return possible
