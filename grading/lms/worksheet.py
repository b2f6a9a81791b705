"""Moodle's grading worksheet in any language: find its columns by their content and order.

``Participant 12, Ada Lovelace, ada@uni, Submitted, 7.00, 10.00, Yes, <time of submission>, ...``
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

IDENTIFIER = re.compile(r"(?P<word>[^\d]*[^\d\s])\s?(?P<number>\d+)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
NO = frozenset(  # what stands in "Grade can be changed", where Moodle's words for yes and no are these
    ("no", "nein", "non", "não", "nee", "nej", "nei", "ei", "nie", "ne", "nem", "nu", "нет", "ні", "не", "όχι", "hayır")
) | {"否", "いいえ", "아니요", "아니오", "không", "tidak", "לא", "لا"}


@dataclass(frozen=True)
class Worksheet:
    """The places of its columns; ``email`` is None where the worksheet has none."""

    identifier: int
    marks: int
    email: int | None

    @property
    def highest(self) -> int:
        """The most points that there are."""
        return self.marks + 1

    @property
    def changeable(self) -> int:
        """Whether a mark can be changed."""
        return self.marks + 2

    @property
    def submitted(self) -> int:
        """When the work came."""
        return self.marks + 3


def recognised(rows: Sequence[Sequence[str]]) -> Worksheet | None:
    """The columns of a worksheet, from its rows without the header; None where the rows are not such.

    >>> recognised([["Teilnehmer/in12", "Ada", "a@uni", "", "", "10,00", "Ja", "-"]])
    Worksheet(identifier=0, marks=4, email=2)
    """
    columns = [list(column) for column in zip(*filter(any, rows), strict=False)]
    identifiers = [k for k, column in enumerate(columns) if _is_identifier(column)]
    marks = [k for k in range(len(columns) - 2) if _are_marks(*columns[k : k + 3])]
    if len(identifiers) != 1 or len(marks) != 1:
        return None
    email = next((k for k, column in enumerate(columns) if any("@" in cell for cell in column)), None)
    return Worksheet(identifiers[0], marks[0], email)


def _is_identifier(column: list[str]) -> bool:
    """One word, and a number of each participant."""
    found = [IDENTIFIER.fullmatch(cell) for cell in column]
    return all(found) and len({match["word"] for match in found if match}) == 1 and len(set(column)) == len(column)


def _are_marks(marks: list[str], highest: list[str], changeable: list[str]) -> bool:
    """A column of marks, before the most points, which is one for all, and before a yes or no."""
    one = len(set(highest)) == 1 and NUMBER.fullmatch(highest[0])
    answers = set(changeable)
    words = len(answers) <= 2 and all(cell and not NUMBER.search(cell) for cell in answers)
    return bool(
        one and words and all(not cell or cell == "-" or NUMBER.fullmatch(cell) or cell.isalpha() for cell in marks)
    )
