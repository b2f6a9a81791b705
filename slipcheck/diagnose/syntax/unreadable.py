"""An answer that is no Python, and the lines of it to look at."""

from __future__ import annotations

from dataclasses import dataclass

from slipcheck.exercise import Exercise

Explained = tuple[str, str, str, str, tuple[int, int] | None] | None  # slip, three sentences, columns of the piece


@dataclass(frozen=True)
class Unreadable:
    """An answer that is no Python."""

    exercise: Exercise
    source: str
    kind: str
    text: str  # Python's own words
    line: int
    place: list[int] | None

    @property
    def lines(self) -> list[str]:
        return self.source.splitlines()

    @property
    def code(self) -> str:
        """The line that Python points to."""
        return self.lines[self.line - 1] if 1 <= self.line <= len(self.lines) else ""

    @property
    def bare(self) -> str:
        """That line without texts and comment, which are as long as before, of blanks."""
        return blanked(self.code)


def blanked(code: str) -> str:
    """A line with its texts and its comment replaced by blanks.

    >>> blanked('v = "a#b"  # c')
    'v =           '
    """
    out, quote = "", ""
    for k, letter in enumerate(code):
        if quote:
            out += " "
            quote = "" if letter == quote and code[k - 1] != "\\\\" else quote
        elif letter == "#":
            return out + " " * (len(code) - k)
        elif letter in "\"'" and _closes(code, k):
            quote = letter
            out += " "
        else:
            out += letter
    return out


def _closes(code: str, k: int) -> bool:
    return code[k] in code[k + 1 :]


def text(problem: Unreadable, line: int) -> str:
    return blanked(problem.lines[line - 1]) if 1 <= line <= len(problem.lines) else ""
