"""An answer's lines without whose they are: no comments, and no word that is part of a student's name or number."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from grading.gradebook.results import Result
from grading.paths import stems
from grading.submissions.answer_lines import known, normal, without_comments
from grading.submissions.sources import released, solved

SHORTEST = 2  # letters of a name that is looked for
LINES, WIDTH = 12, 160  # of an example
GONE = "…"


def names_of(students: Iterable[Result]) -> frozenset[str]:
    """Every word by which a student of the class could be known, but for words of the exercises themselves."""
    texts = [" ".join((each.id, each.first_name, each.last_name, each.email, each.number)) for each in students]
    found = {part for text in texts for part in _parts(text)}
    return frozenset(each for each in found if len(each) >= SHORTEST and each not in _vocabulary())


def example(stem: str, answer: str, names: frozenset[str]) -> str:
    """The lines in which the answer differs from the stub and the solution, made anonymous; of a solution, its own."""
    text, expected = without_comments(answer), known(stem)
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    own = [line for line in lines if normal(line)[0] not in expected]
    own = [line[:WIDTH] for line in without_names("\n".join(own or lines), names).split("\n")]
    margin = min(len(line) - len(line.lstrip()) for line in own)
    return "\n".join([*(line[margin:] for line in own[:LINES]), *["..."] * (len(own) > LINES)])


def message(told: dict, answer: str, names: frozenset[str]) -> dict:
    """A check's message, in which the answer may be quoted: without the names that are in the answer, or comments."""
    hits = named(answer, names)
    quiet = {key: re.sub(r"`([^`]*)`", _quote, text) for key, text in told.items()}
    return {key: without_names(text, hits) for key, text in quiet.items()}


def named(text: str, names: frozenset[str]) -> frozenset[str]:
    """Which of the names occur in a text."""
    return frozenset(_parts(text)) & names


def without_names(text: str, names: frozenset[str]) -> str:
    """
    >>> without_names("plt.title('Ada L.'); ada_v = 3", frozenset({"ada"}))
    "plt.title('… L.'); …_v = 3"
    """
    hits = named(text, names)
    return re.sub(r"[^\W_]+", lambda found: GONE if named(found[0], hits) else found[0], text) if hits else text


def _quote(found: re.Match) -> str:
    return f"`{without_comments(found[1]).rstrip() or GONE}`"


def _parts(text: str) -> list[str]:
    """Words without accents and case, and the letters and digits of mixed ones by themselves."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)).casefold()
    words = re.findall(r"[^\W_]+", plain)
    return words + [part for word in words for part in re.findall(r"[^\W\d_]+|\d{4,}", word) if part != word]


@cache
def _vocabulary() -> frozenset[str]:
    """Words of Python, of the stubs and of the solutions: they tell nothing about who wrote them."""
    cells = [cell.source for stem in stems() for cell in released(stem).cells if cell.cell_type == "code"]
    text = " ".join([*keyword.kwlist, *dir(builtins), *cells, *(solved(stem) for stem in stems())])
    return frozenset(_parts(text))
