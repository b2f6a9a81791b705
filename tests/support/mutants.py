"""Wrong answers without number: a right answer with one small change, as a slip of the hand or of the mind makes it."""

from __future__ import annotations

import io
import keyword
import random
import tokenize
from collections.abc import Callable
from dataclasses import dataclass

ALIKE = (
    ("+", "-", "*", "/"),
    ("==", "=", "<", ">"),
    ("(", "[", "{"),
    (")", "]", "}"),
    (",", ".", ";"),
    ("+=", "=", "-="),
)
KINDS = (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING)


@dataclass(frozen=True)
class Mutant:
    """A cell after one change, and the numbers of the lines that it touched; those around a gap are touched too."""

    source: str
    lines: frozenset[int]


def mutant(source: str, chance: random.Random) -> Mutant | None:
    """One change of a right answer; None where the kind of change that was drawn does not fit it."""
    return chance.choice(CHANGES)(source, chance)


def _tokens(source: str) -> list[tokenize.TokenInfo]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return [token for token in tokens if token.type in KINDS]


def _names(source: str) -> list[tokenize.TokenInfo]:
    return [t for t in _tokens(source) if t.type == tokenize.NAME and not keyword.iskeyword(t.string)]


def _with(source: str, token: tokenize.TokenInfo, text: str) -> Mutant:
    """The source with another text for a token."""
    lines = source.splitlines()
    (row, start), (last, end) = token.start, token.end
    lines[row - 1 : last] = [lines[row - 1][:start] + text + lines[last - 1][end:]]
    return Mutant("\n".join(lines), frozenset({row}))


def _without_a_token(source: str, chance: random.Random) -> Mutant | None:
    return _with(source, chance.choice(_tokens(source)), "")


def _with_a_token_twice(source: str, chance: random.Random) -> Mutant | None:
    token = chance.choice(_tokens(source))
    return _with(source, token, f"{token.string} {token.string}" if token.type == tokenize.NAME else token.string * 2)


def _with_another_name(source: str, chance: random.Random) -> Mutant | None:
    token = chance.choice(_names(source))
    others = sorted({other.string for other in _names(source)} - {token.string})
    return _with(source, token, chance.choice(others))


def _with_a_typing_error(source: str, chance: random.Random) -> Mutant | None:
    token = chance.choice(_names(source))
    name = token.string
    k = chance.randrange(len(name))
    return _with(
        source,
        token,
        chance.choice([name[:k] + name[k + 1 :], name.upper(), name + "s", name[:k] + name[k] * 2 + name[k + 1 :]]),
    )


def _with_another_sign(source: str, chance: random.Random) -> Mutant | None:
    signs = [(token, group) for token in _tokens(source) for group in ALIKE if token.string in group]
    token, group = chance.choice(signs)
    return _with(source, token, chance.choice([sign for sign in group if sign != token.string]))


def _with_another_number(source: str, chance: random.Random) -> Mutant | None:
    numbers = [token for token in _tokens(source) if token.type == tokenize.NUMBER]
    if not numbers:
        return None
    token = chance.choice(numbers)
    text = token.string
    return _with(
        source, token, chance.choice([f"{text}0", f"-{text}", f"({text} + 1)", text.replace(".", ","), f"'{text}'"])
    )


def _with_a_minus(source: str, chance: random.Random) -> Mutant | None:
    token = chance.choice(_names(source))
    return _with(source, token, f"-{token.string}")


def _without_a_line(source: str, chance: random.Random) -> Mutant | None:
    lines, k = _a_line(source, chance)
    return Mutant("\n".join(lines[:k] + lines[k + 1 :]), frozenset({k, k + 1}))


def _with_a_line_twice(source: str, chance: random.Random) -> Mutant | None:
    lines, k = _a_line(source, chance)
    return Mutant("\n".join(lines[: k + 1] + lines[k:]), frozenset({k + 1, k + 2}))


def _with_lines_exchanged(source: str, chance: random.Random) -> Mutant | None:
    lines, k = _a_line(source, chance)
    if k == 0:
        return None
    lines[k - 1 : k + 1] = [lines[k], lines[k - 1]]
    return Mutant("\n".join(lines), frozenset({k, k + 1}))


def _with_a_line_indented(source: str, chance: random.Random) -> Mutant | None:
    lines, k = _a_line(source, chance)
    lines[k] = chance.choice([" ", "    ", "\t"]) + lines[k]
    return Mutant("\n".join(lines), frozenset({k + 1}))


def _with_a_line_moved_left(source: str, chance: random.Random) -> Mutant | None:
    lines, k = _a_line(source, chance)
    lines[k] = lines[k].removeprefix("    ")
    return Mutant("\n".join(lines), frozenset({k + 1}))


def _a_line(source: str, chance: random.Random) -> tuple[list[str], int]:
    lines = source.splitlines()
    return lines, chance.choice(
        [k for k, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    )


CHANGES: tuple[Callable[[str, random.Random], Mutant | None], ...] = (
    _without_a_token, _with_a_token_twice, _with_another_name, _with_a_typing_error, _with_another_sign,
    _with_another_number, _with_a_minus, _without_a_line, _with_a_line_twice, _with_lines_exchanged,
    _with_a_line_indented, _with_a_line_moved_left,
)  # fmt: skip
