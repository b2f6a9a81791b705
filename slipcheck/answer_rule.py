"""Which cells hold the answer to an exercise: one rule, for the cells that were run and for the cells of a file."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import Protocol, TypeVar

from slipcheck.course import Course
from slipcheck.judge.parse import LONGEST, parsed
from slipcheck.observe.ipython_syntax import OURS

from .likeness import Likeness

LONGEST_CALLS = 20_000  # characters of a cell that only calls the course's functions
FIRST_LINES = 5  # of a cell, in which the comment may stand by which an answer is known
LIKE_THE_STUB = 0.4  # how alike a new cell below or above the untouched answer cell is to it at least
LIKE_THE_ANSWER = 0.75  # how alike a newer version is to the answer that it replaces


class TextCell(Protocol):
    """A code cell: its text, and its name in the notebook file, empty where that is not known."""

    @property
    def source(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class CodeCell:
    """A code cell of a file."""

    source: str
    name: str = ""


class How(Enum):
    """By what the answer was found."""

    GIVEN_CELL = auto()  # the cell that the notebook gives for it, or one with its comment
    UNTOUCHED = auto()  # the same, but nothing was written into it
    COMMENT = auto()  # the comment, while the given cell is gone or idle
    NEWER = auto()  # a later cell that is much like the answer
    BESIDE = auto()  # a new cell next to the given one
    LAST = auto()  # the last cell that the notebook did not give


@dataclass(frozen=True)
class FoundAnswer:
    """The text of an answer, the places of the cells that it stands in, and how many further versions there are."""

    text: str
    places: tuple[int, ...]
    how: How
    others: int = 0


def find_answer(course: Course, number: int, cells: Sequence[TextCell]) -> FoundAnswer | None:
    """The answer to an exercise among code cells, in the order in which they are run; None where there is none.

    It is the last cell that has the exercise's comment or the given cell's name and in which something was written; or
    a later cell that is much like it. Where nothing was written in such a cell, a new one beside it; where there is no
    such cell, the last new one that is like it, or else the last new one. Parts of an answer that was split are joined.
    """
    return _Cells(course, number, cells).answer()


AnyCell = TypeVar("AnyCell", bound=TextCell)


def last_check(number: int, cells: Sequence[TextCell]) -> int | None:
    """The place of the last cell that checks this exercise."""
    asks = re.compile(rf"^[ \t]*check\([ \t]*{number}[ \t]*[,)]", re.MULTILINE)
    return max((k for k, cell in enumerate(cells) if asks.search(cell.source)), default=None)


def up_to_the_last_check(number: int, cells: Sequence[AnyCell]) -> Sequence[AnyCell]:
    """The cells down to the last that checks this exercise: what ``check`` can have seen. All, where none does."""
    last = last_check(number, cells)
    return cells if last is None else cells[: last + 1]


COMMENT = re.compile(r"\s*#+\s*exercise\s*(\d{1,20})\b", re.IGNORECASE)  # by which the answer cell is known


def exercise_in(line: str) -> int | None:
    """The number of the exercise that a line names as the comment of an answer cell does."""
    match = COMMENT.match(line)
    return int(match[1]) if match else None


def begins_answer(number: int, source: str) -> bool:
    """Whether a cell has the exercise's comment in its first lines."""
    return number in map(exercise_in, source.splitlines()[:FIRST_LINES])


def fingerprint(source: str) -> str:
    """Of a cell's text, blind to white space and to the address of the course."""
    text = re.sub(r"git\+https?://\S+|\{\{\w+\}\}", "", source)
    return hashlib.sha256(re.sub(r"\s+", "", text).encode()).hexdigest()[:16]


def is_given(course: Course, source: str) -> bool:
    """Whether the notebook gave this cell, or it only calls the course's functions."""
    return is_given_text(course, source) or (len(source) <= LONGEST_CALLS and _only_calls_ours(source))


def is_given_text(course: Course, source: str) -> bool:
    """Whether a cell has the text of one that the notebook gave."""
    return fingerprint(source) in course.given.fingerprints


@lru_cache(maxsize=500)  # a notebook's cells are looked at several times
def _only_calls_ours(source: str) -> bool:
    """Whether a cell does nothing but call the course's functions."""
    tree = parsed(source)
    if tree is None:
        return False
    calls = [node.value.func for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    return len(calls) == len(tree.body) and all(getattr(call, "id", None) in OURS for call in calls)


def is_idle(source: str, stub: str) -> bool:
    """Whether a cell is as given, or holds no code."""
    return fingerprint(source) == fingerprint(stub) or not _code_lines(source)


def _code_lines(source: str) -> list[str]:
    """The lines of code, without the blanks around them."""
    lines = (line.strip() for line in source.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@dataclass
class _Cells:
    """The cells of a notebook, seen from one exercise."""

    course: Course
    number: int
    cells: Sequence[TextCell]
    stub: str = field(init=False)
    own: list[int] = field(init=False)  # with the comment, or the given cell's name
    written: list[int] = field(init=False)  # code of the student's, of no other exercise
    order: list[int] = field(init=False)  # those that are not empty
    likeness: Likeness = field(default_factory=Likeness)

    def __post_init__(self) -> None:
        self.stub = self.course.given.stubs.get(self.number, "")
        self.order = [k for k, cell in enumerate(self.cells) if cell.source.strip()]
        self.own = [k for k in self.order if self._is_own(k)]
        candidates = self.order if self._is_short(range(len(self.cells))) else self.own
        self.written = [k for k in candidates if self._is_written(k)]

    def answer(self) -> FoundAnswer | None:
        written_own = [k for k in self.own if k in self.written]
        if written_own:
            base = written_own[-1]
            how = How.GIVEN_CELL if len(self.own) == len(written_own) else How.COMMENT
            below = (k for k in reversed(self.written) if k > base and k not in self.own)
            newer = next((k for k in below if self._is_like(self.cells[base].source, k, LIKE_THE_ANSWER)), None)
            if newer is not None:
                return self._joined(newer, How.NEWER)
            return self._joined(base, how, len(written_own) - 1)
        if self.own:
            beside = self._beside(self.own[-1])
            return self._joined(beside, How.BESIDE) if beside is not None else self._untouched()
        inside = [k for k in self.written if self.number in map(exercise_in, self.cells[k].source.splitlines())]
        if inside:
            return self._joined(inside[-1], How.COMMENT)
        alike = self._like_the_stub() or self.written
        return self._joined(alike[-1], How.LAST) if alike else None

    def _is_own(self, k: int) -> bool:
        cell = self.cells[k]
        is_named = cell.name == f"ex{self.number:02d}" and not cell.source.lstrip().startswith("check(")
        return is_named or self._begins(k)

    def _is_written(self, k: int) -> bool:
        source = self.cells[k].source
        is_of_this = exercise_in(source.lstrip()) in (None, self.number)
        is_short = len(source) <= LONGEST or k in self.own
        return is_short and is_of_this and not is_idle(source, self.stub) and not self._is_given(source)

    def _is_given(self, source: str) -> bool:
        """Whether the notebook gave a cell, known by its text alone where the student's cells are very long."""
        if self._is_short(self.own):
            return is_given(self.course, source)
        return is_given_text(self.course, source)

    def _is_short(self, places: Iterable[int]) -> bool:
        """Whether these cells together are not too long to be looked at."""
        return sum(len(self.cells[k].source) for k in places) <= 2 * LONGEST

    def _like_the_stub(self) -> list[int]:
        return [k for k in self.written if self._is_like(self.stub, k, LIKE_THE_STUB)]

    def _is_like(self, text: str, k: int, least: float) -> bool:
        return self.likeness.is_above(least, self.cells[k].source[:LONGEST], text[:LONGEST])

    def _untouched(self) -> FoundAnswer:
        """The given cell, in which there is no code, or nothing new: one that was changed, if there is one."""
        changed = [k for k in self.own if fingerprint(self.cells[k].source) != fingerprint(self.stub)]
        place = (changed or self.own)[-1]
        return FoundAnswer(self.cells[place].source, (place,), How.UNTOUCHED)

    def _beside(self, place: int) -> int | None:
        """The new cell that was written below the given one, or directly above it."""
        alike = self._like_the_stub()
        below = [k for k in alike if k > place]
        if below:
            return below[-1]
        before = self.order[: self.order.index(place)]
        given = [k for k in before if k not in self.written and k not in self.own]
        above = [k for k in alike if k > max(given, default=-1) and k < place]
        return above[-1] if above else None

    def _joined(self, base: int, how: How, others: int = 0) -> FoundAnswer:
        """With the cells directly before and after it of which it is a part, as a split leaves them."""
        parts = [base]
        at = self.order.index(base)
        low, high = at, at
        while high + 1 < len(self.order) and self._completes(self.order[high + 1], parts):
            high += 1
            parts.append(self.order[high])
        while low > 0 and not self._begins(parts[0]) and self._completes(self.order[low - 1], parts):
            low -= 1
            parts.insert(0, self.order[low])
        others -= sum(k in self.own for k in parts) - (base in self.own)
        return FoundAnswer("\n".join(self.cells[k].source for k in parts), tuple(parts), how, max(others, 0))

    def _begins(self, k: int) -> bool:
        """Whether the cell has the comment with which an answer begins."""
        return begins_answer(self.number, self.cells[k].source)

    def _completes(self, k: int, parts: Sequence[int]) -> bool:
        """Whether a cell has lines of the given text that the parts lack, and is no other version of them."""
        if k not in self.written or (k > parts[-1] and self._begins(k)):
            return False
        here = set(_code_lines(self.cells[k].source))
        there = {line for part in parts for line in _code_lines(self.cells[part].source)}
        both = len(here & there)
        is_version = 2 * both >= len(there) or (both >= 3 and 2 * both >= len(here))
        return not is_version and bool((here - there) & set(_code_lines(self.stub)))
