"""Whether a ``Part`` has the points of its check cell: the judge uses the former, nbgrader the latter."""

from __future__ import annotations

from pathlib import Path

import nbformat

from grading.current_course import COURSE
from grading.errors import GradingError
from grading.paths import SOLUTIONS
from grading.text import points


def require_same_points(solutions: Path = SOLUTIONS) -> None:
    """Raises GradingError, with a line for each part that has other points in its notebook, or none."""
    problems = [problem for path in sorted(solutions.glob("*.ipynb")) for problem in _differences(path)]
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        raise GradingError(f"Points differ, so nothing was released. Write the same number in both places:\n{lines}")


def _differences(path: Path) -> list[str]:
    number = path.stem[:2]
    parts = {f"ex{number}_{part.name}": float(part.points) for part in COURSE.exercise(int(number)).parts}
    cells = _check_cells(path)
    return [
        f"{name}: {_number(parts.get(name))} in its Part, {_number(cells.get(name))} in {path.name}"
        for name in sorted(parts.keys() | cells.keys())
        if parts.get(name) != cells.get(name)
    ]


def _number(value: float | None) -> str:
    return "none" if value is None else points(value)


def _check_cells(path: Path) -> dict[str, float]:
    """Grade id to points, of the code cells that are graded."""
    about = [
        cell.metadata.get("nbgrader", {})
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code"
    ]
    return {cell["grade_id"]: float(cell["points"]) for cell in about if cell.get("grade")}
