"""An answer whose lines begin in columns that Python cannot read, and that is right once a few of them are moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slipcheck.diagnosis import Diagnosis, spot_at
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.parse import parsed

from .repairs.search import Attempt, trial_parameters
from .same_fault import named_lines
from .syntax_repairs import all_is_right

OF_COLUMNS = ("indentation", "leading blank")  # causes that may come of another line's column
STEP = 4  # spaces of one level
MOST = 24  # changes that are tried


@dataclass(frozen=True)
class Moved:
    """Lines, from the first to the last, that begin in another column; ``source`` is the cell after that."""

    first: int
    last: int
    column: int
    source: str


def reindented(
    exercise: Exercise, source: str, line: int, part: Part, attempt: Attempt
) -> tuple[Diagnosis, str] | None:
    """What the fewest lines around ``line`` say that make the part right in another column.

    Tabs are no matter of a column.
    """
    if "\n\t" in source:
        return None
    return _moved_lines(exercise, source, line, part, attempt) or _head(exercise, source, line, part, attempt)


def _moved_lines(
    exercise: Exercise, source: str, line: int, part: Part, attempt: Attempt
) -> tuple[Diagnosis, str] | None:
    changes = [change for change in _changes(source.splitlines(), line) if parsed(change.source) is not None][:MOST]
    p = trial_parameters(exercise)
    observations = attempt([change.source for change in changes], p, False)
    for change, observation in zip(changes, observations, strict=True):
        if all_is_right(exercise, part, p, observation):
            return _said(source, change), change.source
    return None


def _changes(rows: list[str], line: int) -> Iterator[Moved]:
    """A line, or several of one block, in the column of another line: first the fewest lines."""
    lines = _lines_of_code(rows)
    if line not in lines:
        return
    place = lines.index(line)
    columns = sorted({_column(rows[k - 1]) for k in lines} | {_column(rows[k - 1]) + STEP for k in lines[:place][-1:]})
    below = [lines[place : place + count] for count in range(1, len(lines) - place + 1)]
    above = [lines[place - count : place] for count in range(1, place + 1)]
    for several in sorted([*below, *above], key=len):
        begin = _column(rows[several[0] - 1])
        if several[-1] < line and len({_column(rows[k - 1]) for k in several}) > 1:
            continue
        for column in columns:
            if column != begin:
                moved = _shifted(rows, several, column - begin)
                yield Moved(several[0], several[-1], column, "\n".join(moved))


def _lines_of_code(rows: list[str]) -> list[int]:
    return [k for k, row in enumerate(rows, 1) if row.strip() and not row.strip().startswith("#")]


def _column(row: str) -> int:
    return len(row) - len(row.lstrip())


def _shifted(rows: list[str], lines: list[int], by: int) -> list[str]:
    """The rows with some lines moved, none further left than the edge."""
    moved = list(rows)
    for k in lines:
        row = rows[k - 1]
        moved[k - 1] = " " * max(_column(row) + by, 0) + row.lstrip()
    return moved


def _said(source: str, change: Moved) -> Diagnosis:
    rows = source.splitlines()
    begin, is_one = _column(rows[change.first - 1]), change.first == change.last
    after = change.source.splitlines()
    lines = _lines_of_code(after)
    head = next((k for k in reversed(lines) if k < change.first and _column(after[k - 1]) < change.column), None)
    moved = [k for k in range(change.first, change.last + 1) if rows[k - 1] != after[k - 1]]
    which = "this line begins" if is_one else f"{named_lines(moved)} begin"
    it = "it" if is_one else "they"
    observed = f"Line {change.first}: {which} {_after(begin)}."
    others = [
        k
        for k in lines
        if not change.first <= k <= change.last and k > (head or 0) and _column(after[k - 1]) == change.column
    ]
    if change.column == 0:
        means = f"Spaces at the start of a line have a meaning in Python. Here {it} must begin at the left edge."
        advice = f"Delete the {'space' if begin == 1 else 'spaces'} in front of {'it' if is_one else 'them'}."
    else:
        means = f"{it.capitalize()} {'belongs' if is_one else 'belong'} to the block that line {head} begins."
        if others:
            means = f"{means[:-1]}, whose other lines begin {_after(change.column)}."
        advice = f"Begin {it if is_one else 'them'} {_after(change.column)}{' too' if others else ''}."
    cause = "leading blank" if begin <= 2 and change.column == 0 else "indentation"
    return Diagnosis(cause, Message(observed, means, advice), spot_at(source, change.first, 0, change.first, 1))


def _after(column: int) -> str:
    if not column:
        return "at the left edge"
    return "after 1 space" if column == 1 else f"after {column} spaces"


def _head(exercise: Exercise, source: str, line: int, part: Part, attempt: Attempt) -> tuple[Diagnosis, str] | None:
    """Of a block without its first line: that one of the exercise's loops is missing above it."""
    rows = source.splitlines()
    before = next((k for k in reversed(_lines_of_code(rows)) if k < line), None)
    column = _column(rows[before - 1]) if before is not None else 0
    heads = [f"for {name} in {text}:" for name, texts in exercise.loops.items() for text in texts]
    cells = ["\n".join([*rows[: line - 1], " " * column + head, *rows[line - 1 :]]) for head in heads]
    p = trial_parameters(exercise)
    cells = [cell for cell in cells if parsed(cell) is not None]
    runs = zip(cells, attempt(cells, p, False), strict=True)
    right = next((cell for cell, run in runs if all_is_right(exercise, part, p, run)), None)
    if right is None:
        return None
    observed = f"Line {line}: the block that begins here has no first line."
    means = "A block follows a line that ends with a colon. Here the line that starts the loop is missing."
    message = Message(observed, means, f"Which loop does the text ask for? Write its line above line {line}.")
    return Diagnosis("indentation", message, spot_at(source, line, 0, line, 1)), right
