"""What a diagnosis says: a cause, a message, and the place in the answer that the message is about."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from .exercise import Message


@dataclass(frozen=True)
class Spot:
    """A piece of the student's text: its line, counted from 1, and its columns, counted from 0 in characters."""

    line: int
    text: str  # the whole line
    start: int
    end: int

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The line before the piece, the piece, and what follows it."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]

    @property
    def pointer(self) -> str:
        """Signs that, below the line in a font of equal widths, point to the piece."""
        return " " * self.start + "^" * max(self.end - self.start, 1)


@dataclass(frozen=True)
class Diagnosis:
    """Why an answer, or a part of it, is not right."""

    cause: str | None
    message: Message
    spot: Spot | None = None
    table: tuple[tuple[str, ...], ...] = ()  # rows of a small table, its head first


def spot_of(source: str, node: ast.AST) -> Spot | None:
    """The spot of a node of the answer's tree; of one with a block, the line that begins it."""
    line = getattr(node, "lineno", None)
    if line is None:
        return None
    end_line, end = getattr(node, "end_lineno", line), getattr(node, "end_col_offset", 0)
    return spot_at(source, line, getattr(node, "col_offset", 0), end_line, end)


def spot_at(source: str, line: int, start: int, end_line: int, end: int, in_bytes: bool = True) -> Spot | None:
    """The spot of a place as Python gives it: columns count bytes in a tree, characters in a SyntaxError."""
    lines = source.splitlines()
    if not 1 <= line <= len(lines):
        return None
    text = lines[line - 1]
    if in_bytes:
        start, end = _characters(text, start), _characters(text, end)
    first = len(text) - len(text.lstrip())
    comment = len(text.rstrip())
    if end_line != line or end <= start:
        end = comment
    start = min(max(start, first), max(comment - 1, 0))
    return Spot(line, text.rstrip()[:200], start, min(max(end, start + 1), 200))


def _characters(text: str, column: int) -> int:
    return len(text.encode()[:column].decode(errors="ignore"))


def where(spot: Spot | None) -> str:
    """How a sentence begins that speaks of a line."""
    return f"Line {spot.line}" if spot else "Your cell"


def without_its_line(sentence: str) -> str:
    """A sentence without the line that it begins with, to follow a colon.

    >>> without_its_line("Line 4: the sign is missing.")
    'the sign is missing.'
    """
    return re.sub(r"^Line \d+: ", "", sentence)


def first_sentence(text: str) -> str:
    """The first of several sentences; a point inside a piece of code ends none.

    >>> first_sentence("It reads `0.1 2`. Use a space.")
    'It reads `0.1 2`.'
    """
    found = re.match(r"(?:[^.`]|`[^`]*`|\.(?! |$))*\.(?= |$)", text)
    return found[0] if found is not None else ""


def quoted(text: str) -> str:
    """Words that an answer may choose, for a sentence of ours: what stands outside of backticks is never an answer's.

    >>> quoted("full `marks`")
    "`full 'marks'`"
    """
    words = text.replace("`", "'")
    return f"`{words}`"
