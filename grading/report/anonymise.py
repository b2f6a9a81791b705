"""Make an answer's lines anonymous: no comments, and no word that is part of a student's name or number."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from grading.gradebook.reader import StudentMarks
from grading.paths import stems
from grading.submissions.answer_lines import known, normal, without_comments
from grading.submissions.course_notebooks import released, solved

SHORTEST = 2  # letters of a name that is looked for
LINES = 12  # of an example
WIDTH = 160  # characters of such a line
GONE = "…"


def names_of(students: Iterable[StudentMarks]) -> frozenset[str]:
    """Every word by which a student of the class could be known, but for words of the exercises themselves."""
    words = set()
    for student in students:
        texts = (student.id, student.first_name, student.last_name, student.email, student.number)
        words.update(_words(" ".join(texts)))
    return frozenset(word for word in words if len(word) >= SHORTEST and word not in _vocabulary())


def example(stem: str, answer: str, names: frozenset[str]) -> str:
    """The lines in which the answer differs from the stub and the solution, made anonymous; of a solution, its own."""
    expected = known(stem)
    lines = [line.rstrip() for line in without_comments(answer).split("\n") if line.strip()]
    written = [line for line in lines if normal(line)[0] not in expected] or lines
    anonymous = [line[:WIDTH] for line in without_names("\n".join(written), names).split("\n")]
    margin = min(len(line) - len(line.lstrip()) for line in anonymous)
    rest = ["..."] if len(anonymous) > LINES else []
    return "\n".join([*(line[margin:] for line in anonymous[:LINES]), *rest])


def anonymous_message(message: dict, answer: str, names: frozenset[str]) -> dict:
    """A check's message, which may quote the answer, without the names that are in the answer, and without comments."""
    hits = named(answer, names)
    quiet = {key: re.sub(r"`([^`]*)`", _quote, text) for key, text in message.items()}
    return {key: without_names(text, hits) for key, text in quiet.items()}


def named(text: str, names: frozenset[str]) -> frozenset[str]:
    """Which of the names occur in a text."""
    return frozenset(_words(text)) & names


def without_names(text: str, names: frozenset[str]) -> str:
    """The text with a sign in place of every word that is a name.

    >>> without_names("plt.title('Ada L.'); ada_v = 3", frozenset({"ada"}))
    "plt.title('… L.'); …_v = 3"
    """
    hits = named(text, names)
    return re.sub(r"[^\W_]+", lambda word: GONE if named(word[0], hits) else word[0], text) if hits else text


def _quote(quoted: re.Match) -> str:
    return f"`{without_comments(quoted[1]).rstrip() or GONE}`"


def _words(text: str) -> list[str]:
    """Words without accents and case, and the letters and digits of mixed ones by themselves."""
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    words = re.findall(r"[^\W_]+", "".join(letters).casefold())
    return words + [part for word in words for part in re.findall(r"[^\W\d_]+|\d{4,}", word) if part != word]


@cache
def _vocabulary() -> frozenset[str]:
    """Words of Python, of the stubs and of the solutions: they tell nothing about who wrote them."""
    cells = [cell.source for stem in stems() for cell in released(stem).cells if cell.cell_type == "code"]
    text = " ".join([*keyword.kwlist, *dir(builtins), *cells, *(solved(stem) for stem in stems())])
    return frozenset(_words(text))
