"""What the course itself holds: the released notebooks, their answer cells and digest, and the solutions."""

from __future__ import annotations

import hashlib
import re
from functools import cache

import nbformat

from grading.paths import NOTEBOOKS, SOLUTIONS, stems


@cache
def released(stem: str):
    """The student version of a notebook, from this repository."""
    return nbformat.read(NOTEBOOKS / f"{stem}.ipynb", as_version=4)


@cache
def solution_cells(stem: str) -> dict[str, str]:
    """Grade id to stub, of the cells that a student fills in."""
    return {cell.metadata.nbgrader.grade_id: cell.source for cell in released(stem).cells if is_solution(cell)}


def solved(stem: str) -> str:
    """The answer cell of a solution, without the lines that begin and end regions."""
    cells = nbformat.read(SOLUTIONS / f"{stem}.ipynb", as_version=4).cells
    source = next(cell.source for cell in cells if cell.metadata.get("nbgrader", {}).get("grade_id") == f"ex{stem[:2]}")
    return "\n".join(line for line in source.split("\n") if not re.match(r"\s*#+ (BEGIN|END) SOLUTION|\s*# STUB", line))


def nbgrader(cell) -> dict:
    """What nbgrader noted of a cell of the course's."""
    return cell.get("metadata", {}).get("nbgrader", {})


def is_solution(cell) -> bool:
    """Whether nbgrader has it for a cell that a student fills in."""
    return nbgrader(cell).get("solution") is True


@cache
def release_digest() -> str:
    """A digest of the student notebooks."""
    digest = hashlib.sha256()
    for stem in stems():
        digest.update((NOTEBOOKS / f"{stem}.ipynb").read_bytes())
    return digest.hexdigest()
