"""Make an answer's lines anonymous: no comments, and no word that is part of a student's name or number."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from grading.gradebook.reader import StudentMarks
from grading.paths import stems
from grading.submissions.answer_lines import known, normal, without_comments
from grading.submissions.course_notebooks import released, solved

SHORTEST = 2  # letters of a name that is looked for
WITHIN = 4  # letters of a name that is looked for within longer words
LONGEST = 24  # the same
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")  # and Japanese, without blanks
PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "œ": "oe"})
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})  # Mueller for Müller
LINES = 12  # of an example
WIDTH = 160  # characters of such a line
GONE = "…"


def names_of(students: Iterable[StudentMarks]) -> frozenset[str]:
    """Every word by which a student of the class could be known, but for words of the exercises themselves."""
    words = set()
    for student in students:
        texts = (student.id, student.first_name, student.last_name, student.email, student.number)
        words.update(_spellings(" ".join(texts)))
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
    return frozenset(name for word in set(_words(text)) for name in _parts(word) if name in names)


def without_names(text: str, names: frozenset[str]) -> str:
    """The text with a sign in place of every word that is a name.

    >>> without_names("plt.title('Ada L.'); ada_v = 3", frozenset({"ada"}))
    "plt.title('… L.'); …_v = 3"
    """
    text = unicodedata.normalize("NFC", text)
    hits = named(text, names)
    return re.sub(r"[^\W_]+", lambda word: GONE if named(word[0], hits) else word[0], text) if hits else text


def _quote(quoted: re.Match) -> str:
    return f"`{without_comments(quoted[1]).rstrip() or GONE}`"


def _words(text: str) -> list[str]:
    """Words without accents and case, and the pieces of mixed ones by themselves: letters, digits, AdaLovelace."""
    letters = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    words = re.findall(r"[^\W_]+", "".join(letters).translate(PLAIN))
    pieces = [piece for word in words for piece in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d{4,}", word)]
    whole = [piece for word in words for piece in re.findall(r"[^\W\d_]+", word)]
    return [word.casefold() for word in (*words, *pieces, *whole)]


def _spellings(text: str) -> set[str]:
    """The words of a name, also as they are typed without its accents: Muller and Mueller for Müller."""
    spelt_out = unicodedata.normalize("NFC", text).lower().translate(SPELT_OUT)
    words = {*_words(text), *_words(spelt_out)}
    shorter = {re.sub("(?<=[aou])e", "", word) for word in words}
    return words | {word for word in shorter if len(word) >= WITHIN}


def _parts(word: str) -> Iterator[str]:
    """The word, and what may be a name within it; a word of the exercises holds none."""
    yield word
    if word in _vocabulary():
        return
    for start in range(len(word)):
        for end in range(start + SHORTEST, min(start + LONGEST, len(word)) + 1):
            part = word[start:end]
            if len(part) >= WITHIN or CHINESE.match(part):
                yield part


@cache
def _vocabulary() -> frozenset[str]:
    """Words of Python, of the stubs and of the solutions: they tell nothing about who wrote them."""
    cells = [cell.source for stem in stems() for cell in released(stem).cells if cell.cell_type == "code"]
    text = " ".join([*keyword.kwlist, *dir(builtins), *cells, *(solved(stem) for stem in stems())])
    return frozenset(_words(text))
