"""A student's folder in ``submitted/``: which names are allowed, and one spelling for each name."""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = frozenset('/\\:*?"<>|[]{}%#')  # in paths, patterns and addresses they mean something else
LETTERS = ("L", "M", "N", "P")  # of Unicode's categories: letters, marks, digits, punctuation
MORE = frozenset(" +@=~^`´\u200c\u200d")  # the last two join letters in Hindi and Persian
FORMULA = ("=", "+", "-", "@")
LONGEST = 100  # characters
COPY_WORD = "copy|kopie|kopia|kopi|copie|copia|cópia"  # in the names that systems give to copies
COPY = (
    re.compile(rf"^(?:{COPY_WORD}) (?:of|von|de|di|av|van) ", re.IGNORECASE),
    re.compile(
        rf" ?(?:\(\d{{1,3}}\)|- (?:{COPY_WORD})(?: \(\d{{1,3}}\))?| (?:{COPY_WORD})(?: \d{{1,3}})?)$", re.IGNORECASE
    ),
)


def normalised(name: str) -> str:
    """The name with accents as one letter each, in whichever form a disk keeps them.

    >>> len("José"), len(normalised("Jose\\u0301"))
    (4, 4)
    """
    return unicodedata.normalize("NFC", name)


def why_not(name: str) -> str | None:
    """Why a student cannot have this name here, or None.

    >>> why_not("O'Brien, Zoë (王小明)") is None, why_not("a*b")
    (True, 'a name may not hold *')
    """
    bad = sorted({letter for letter in name if not _may_stand(letter)})
    if bad:
        return f"a name may not hold {' '.join(letter if letter.isprintable() else ascii(letter) for letter in bad)}"
    if len(name) > LONGEST:
        return f"a name may have {LONGEST} characters"
    if name.startswith(FORMULA):
        return "a name that begins with = + - or @ is a formula in a spreadsheet of marks"
    return None


def _may_stand(letter: str) -> bool:
    return letter in MORE or (letter not in FORBIDDEN and unicodedata.category(letter)[0] in LETTERS)


def without_copy_words(name: str) -> str:
    """The name of which this one is a copy's, or the name itself.

    >>> without_copy_words("Copy of ada"), without_copy_words("ada - Kopie"), without_copy_words("ada-2")
    ('ada', 'ada', 'ada-2')
    """
    for pattern in COPY:
        name = pattern.sub("", name)
    return name
