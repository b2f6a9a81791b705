"""An answer that Python cannot read, and that one sign more or less makes right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from slipcheck.diagnosis import Diagnosis, spot_at
from slipcheck.exercise import Exercise, Message, Parameters, Part
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .repairs.search import Attempt, part_is_right, trial_parameters
from .syntax.bracket_signs import CAUSE, Exchange, exchanges

WEAK = (
    CAUSE,
    "bracket",
    "crossed brackets",
    "syntax",
    "operator",
    "missing operator",
    "semicolon",
    "argument without a value",
    "assignment",
)
ADDED = ("\n", ")", "]", "(", "[", "*", ",", ":")
MOST = 40  # changes that Python can read and that are tried
READ = 3_000_000  # characters that Python may have to read for them


@dataclass(frozen=True)
class OneSign:
    """A change of one sign: the line, the columns of what is marked, the sign, and the cell after it."""

    kind: str
    line: int
    start: int
    end: int
    sign: str
    source: str
    exchange: Exchange | None = None


def one_sign(exercise: Exercise, source: str, line: int, part: Part, attempt: Attempt) -> tuple[Diagnosis, str] | None:
    """What the change of one sign near a line says after which the part is right, and the cell after the change."""
    p = trial_parameters(exercise)
    changes = islice(_changes(source, line), READ // max(len(source), 1))
    readable = [change for change in changes if parsed(change.source) is not None][:MOST]
    observations = attempt([change.source for change in readable], p, False)
    for change, observation in zip(readable, observations, strict=True):
        if all_is_right(exercise, part, p, observation):
            return _said(source, change), change.source
    return None


def all_is_right(exercise: Exercise, part: Part, p: Parameters, observation: Observation) -> bool:
    """Whether the part is right, and with it what is printed; a trial draws no figure."""
    is_drawn = any(output.command == "plot" for output in exercise.outputs)
    rules = [] if is_drawn else [rule for other in exercise.parts for rule in other.rules]
    return part_is_right(exercise, part, p, observation) and not any(rule(observation, p) for rule in rules)


def _said(source: str, change: OneSign) -> Diagnosis:
    spot = spot_at(source, change.line, change.start, change.line, change.end, in_bytes=False)
    where = f"Line {change.line}"
    if change.exchange is not None:
        said = change.exchange.message
        message = Message(f"{where}: {said.observed}", said.means, said.next)
    elif change.kind == "sign too many":
        means = "Python cannot read the line with it."
        message = Message(f"{where}: one `{change.sign}` is too many.", means, f"Delete the extra `{change.sign}`.")
    elif change.kind == "word too many":
        means = "Python takes the word for a name, and cannot read it there."
        message = Message(f"{where}: the word `{change.sign}` comes after a value.", means, "Delete the word.")
    elif change.kind == "signs exchanged":
        means = "The bracket that was opened last must close first."
        message = Message(f"{where}: `{change.sign}` are in the wrong order.", means, "Exchange the two.")
    elif change.sign == "\n":
        means = "Each command needs a line of its own."
        message = Message(f"{where}: there are two commands on one line.", means, "Start a new line with the second.")
    else:
        means = "Python cannot read the line without it."
        before = spot.pieces[1] if spot is not None else ""
        message = Message(
            f"{where}: a `{change.sign}` is missing after the marked `{before}`.", means, "Type it there."
        )
    return Diagnosis(change.kind, message, spot)


def _changes(source: str, line: int) -> Iterator[OneSign]:
    """First what stands in a line and may be too much, then what may be another sign, then what may be missing."""
    lines = source.splitlines()
    for number in dict.fromkeys((line, line - 1)):
        if 1 <= number <= len(lines):
            yield from _taken_out(lines, number)
    for number in dict.fromkeys((line, line - 1)):
        if 1 <= number <= len(lines):
            yield from _exchanged(lines, number)
    for number in dict.fromkeys((line, line - 1)):
        if 1 <= number <= len(lines):
            yield from _put_in(lines, number)


def _tokens(text: str) -> list[tuple[int, int, str]]:
    code = text.split("#")[0]
    found = re.finditer(r"\w+(?:\.\w+)*|\*\*|//|==|[^\s\w]", code)
    return [(match.start(), match.end(), match[0]) for match in found]


def _taken_out(lines: list[str], number: int) -> Iterator[OneSign]:
    text = lines[number - 1]
    tokens = _tokens(text)
    for start, end, sign in tokens:
        if not re.match(r"\w", sign):
            yield OneSign("sign too many", number, start, end, sign, _with(lines, number, text[:start] + text[end:]))
    for (_, before, value), (start, end, word) in pairwise(tokens):
        if re.match(r"[\w)\]]", value[-1]) and re.fullmatch(r"[A-Za-z]{3,}", word):
            without = _with(lines, number, text[:before] + text[end:])
            yield OneSign("word too many", number, start, end, word, without)
    for (start, _, first), (_, end, second) in pairwise(tokens):
        if first in ")]}" and second in ")]}" and first != second:
            turned = text[:start] + second + first + text[end:]
            yield OneSign("signs exchanged", number, start, end, f"{first}{second}", _with(lines, number, turned))


def _exchanged(lines: list[str], number: int) -> Iterator[OneSign]:
    for change in exchanges(lines[number - 1]):
        changed = _with(lines, number, change.text)
        yield OneSign(CAUSE, number, change.start, change.start + 1, change.sign, changed, change)


def _put_in(lines: list[str], number: int) -> Iterator[OneSign]:
    text = lines[number - 1]
    for start, end, _ in reversed(_tokens(text)):  # a bracket that is missing is likeliest at the end
        for sign in ADDED:
            if sign == ":" and not re.match(r"\s*(for|while|if|elif|else|def)\b", text):
                continue
            if sign == "," and _is_in_a_value(text, end):
                continue
            indent = text[: len(text) - len(text.lstrip())] if sign == "\n" else ""
            changed = _with(lines, number, text[:end] + sign + indent + text[end:].lstrip(" " if indent else ""))
            yield OneSign("sign missing", number, start, end, sign, changed)


def _is_in_a_value(text: str, end: int) -> bool:
    """Whether a place is behind an equals sign, outside of brackets: a comma there would make a pair of the value."""
    before = text[:end]
    depth = sum(before.count(sign) for sign in "([{") - sum(before.count(sign) for sign in ")]}")
    return depth == 0 and re.match(r"\s*[\w.\[\], ]+=(?!=)", before) is not None


def _with(lines: list[str], number: int, text: str) -> str:
    return "\n".join([*lines[: number - 1], text, *lines[number:]])
