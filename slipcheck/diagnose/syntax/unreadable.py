"""An answer that is no Python, the lines of it to look at, and the names that it knows."""

from __future__ import annotations

import builtins
import io
import re
import tokenize
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import UNREADABLE
from slipcheck.observe.ipython_syntax import without_magics

READ = 2_000_000  # characters that are read with one line changed: a thousand changes of a long answer
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
    left: list[int] = field(default_factory=lambda: [READ], compare=False, repr=False)  # what is still read anew
    read: list[str] = field(default_factory=list, compare=False, repr=False)  # repaired texts that Python reads further

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

    def reads_on(self, line: int, changed: str, is_repair: bool = True) -> bool:
        """Whether Python reads further, or all of it, once a line is changed: then the change is worth saying.

        Once many changes of a long text were tried, no other is. What is no repair only takes the place of one.
        """
        lines = self.lines
        lines[line - 1] = changed
        return self.reads("\n".join(lines), is_repair)

    def reads(self, text: str, is_repair: bool = True) -> bool:
        """The same of a text in which several lines are changed."""
        self.left[0] -= len(text)
        if self.left[0] < 0:
            return False
        after = stopped_at(text)
        is_better = after is None or after > (self._stopped_at or after)
        if is_better and is_repair:
            self.read.append(text)
        return is_better

    @cached_property
    def _stopped_at(self) -> tuple[int, int] | None:
        return stopped_at(self.source)


def stopped_at(source: str) -> tuple[int, int] | None:
    """The line at which Python stops reading, and how much of it is left, as a negative number; None at no line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(without_magics(source), "answer", "exec", dont_inherit=True)
    except SyntaxError as error:
        line, text = error.lineno or 1, (error.text or "").rstrip("\n")
        if "was never closed" in str(error.msg):
            return line, 0
        end = error.end_offset if error.end_lineno == line else None
        return line, min((end or error.offset or 1) - 1 - len(text), 0)
    except UNREADABLE:
        return 1, -len(source)
    return None


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


def tokens(text: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a line, as far as it has some."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(text).readline)
    except (tokenize.TokenError, SyntaxError):
        return


def values_of(problem: Unreadable) -> set[str]:
    """The names that the exercise or a line of the answer gives a value."""
    source = _code(problem)
    stored = re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?=\s*(?:,\s*\w+\s*)*=(?!=))", source)
    counters = " ".join(re.findall(r"\bfor\s+([\w, ()]+?)\s+in\b", source))
    return {*problem.exercise.given, *problem.exercise.loops, *stored, *re.findall(r"\w+", counters)}


def known_names(problem: Unreadable) -> set[str]:
    """The same, with the names that the exercise asks for, and those of functions and arguments."""
    exercise = problem.exercise
    called = re.findall(r"(?<![\w.])([A-Za-z_]\w*)(?=\s*\()", _code(problem))
    targets = {equation.target for equation in exercise.equations}
    return values_of(problem) | targets | {*exercise.parameter_names, *exercise.arguments, *called, *dir(builtins)}


def _code(problem: Unreadable) -> str:
    return "\n".join(map(blanked, problem.lines))
