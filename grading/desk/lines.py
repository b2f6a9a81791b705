"""An answer, line by line: which lines the student wrote, and which the notebook gave."""

from __future__ import annotations

from functools import cache

from ..intake import solution_cells


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


def written_part(stem: str, grade_id: str, answer: str) -> str:
    """A written answer, without the question above it.

    >>> written_part("10_sample_std", "ex10_written", "volt")
    'volt'
    """
    stub = solution_cells(stem).get(grade_id, "")
    question = stub.rpartition("YOUR ANSWER HERE")[0] or stub
    left = answer.removeprefix(question).replace("YOUR ANSWER HERE", "")
    return left.strip()
