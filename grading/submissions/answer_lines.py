"""An answer, line by line: which lines the student wrote, and which the notebook gave."""

from __future__ import annotations

import re
from functools import cache

from slipcheck.cell_pictures import IMAGE
from slipcheck.written_answers import PLACEHOLDER

from .course_notebooks import solution_cells, solved

ON_THE_PAGE = "[a picture: see the page of this notebook]"

STRINGS = (
    r'"""(?:\\.|[^\\]){0,4000}?"""',
    r"'''(?:\\.|[^\\]){0,4000}?'''",
    r'"(?:\\.|[^"\\\n]){0,2000}"',
    r"'(?:\\.|[^'\\\n]){0,2000}'",
)  # with a longest length, so that no text takes long
STRING_OR_COMMENT = re.compile(f"({'|'.join(STRINGS)})|#[^\n]*", re.DOTALL)
LONGEST = 20_000  # characters of an answer that are looked at; nobody writes so many by hand


def without_comments(answer: str) -> str:
    """The same lines, each without its comment, also of code that Python cannot read.

    >>> without_comments("v = '#' # Ada")
    "v = '#' "
    """
    return STRING_OR_COMMENT.sub(lambda match: match[1] or "", answer[:LONGEST])


def numbered(stem: str, answer: str) -> list[tuple[str, bool]]:
    """(line, whether the student wrote it), of the answer cell's text.

    >>> numbered("04_membrane_potential", "# Exercise 4\\nv = el + 1")
    [('# Exercise 4', False), ('v = el + 1', True)]
    """
    given = _given(stem)
    return [(line, bool(line.strip()) and line.strip() not in given) for line in answer.rstrip().split("\n")]


@cache
def _given(stem: str) -> frozenset[str]:
    stub = solution_cells(stem)[f"ex{stem[:2]}"]
    return frozenset(line.strip() for line in stub.split("\n"))


def normal(text: str) -> list[str]:
    """Its lines, blind to comments, kinds of quotes and white space, but for that between two words.

    >>> normal('w =  "a"+b  if c # so')
    ["w='a'+b if c"]
    """
    single = re.sub(r"[ \t]+", " ", without_comments(text).replace('"', "'"))
    return re.sub(r"(?<!\w) | (?!\w)", "", single).split("\n")


@cache
def known(stem: str) -> frozenset[str]:
    """Lines of the stub and of the solution, in their normal form."""
    stub = solution_cells(stem)[f"ex{stem[:2]}"]
    return frozenset([*normal(stub), *normal(solved(stem))])


def written_part(stem: str, grade_id: str, answer: str) -> str:
    """A written answer, without the question above it and without its pictures.

    >>> written_part("10_sample_std", "ex10_written", "volt")
    'volt'
    """
    return IMAGE.sub(ON_THE_PAGE, with_pictures(stem, grade_id, answer))


def with_pictures(stem: str, grade_id: str, answer: str) -> str:
    """The same, with what stands for each picture: no two pictures have the same (see ``slipcheck.cell_pictures``)."""
    stub = solution_cells(stem).get(grade_id, "")
    question = stub.replace(PLACEHOLDER, "").rstrip()
    return answer.removeprefix(question).replace(PLACEHOLDER, "").strip()
