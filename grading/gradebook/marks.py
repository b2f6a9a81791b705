"""Marks out of the gradebook: the table at the end of a run, and grades.csv."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Student
from nbgrader.plugins import CsvExportPlugin

from .connection import assignment, opened
from .scores import Scores, read_scores


@dataclass
class Marks:
    """One student's points, notebook by notebook, and how many written answers wait for a grade."""

    student: str
    notebooks: dict[str, float | None]
    score: float
    by_hand: int


def read_marks(database: str) -> tuple[list[Marks], float]:
    """All students' marks and the highest score there is. Raises GradebookError."""
    with opened(database) as gradebook:
        highest, scores = assignment(gradebook).max_score, read_scores(gradebook)
        students = [each for (each,) in gradebook.db.query(Student.id).order_by(Student.last_name, Student.first_name)]
    return [_marks(student, scores.get(student, Scores(student))) for student in students], highest


def _marks(student: str, scores: Scores) -> Marks:
    notebooks = {stem: sum(points for points, _ in each["cells"].values()) for stem, each in scores.notebooks.items()}
    waiting = sum(len(each["waiting"]) > 0 for each in scores.notebooks.values())
    return Marks(student, notebooks, scores.raw, waiting)


def export_csv(database: str, target: Path) -> None:
    """nbgrader's own export. Raises GradebookError."""
    with opened(database) as gradebook:
        plugin = CsvExportPlugin()
        plugin.to = str(target)
        plugin.export(gradebook)


def table(marks: list[Marks], highest: float) -> str:
    """Students as rows, notebooks as columns."""
    numbers = sorted({stem for each in marks for stem in each.notebooks})
    width = max([len("student"), *(len(each.student) for each in marks)])
    lines = [f"{'student':<{width}}  " + " ".join(f"{stem[:2]:>3}" for stem in numbers) + "  score"]
    for each in sorted(marks, key=lambda marks: marks.student):
        cells = " ".join(f"{each.notebooks.get(stem, 0) or 0:>3g}" for stem in numbers)
        waiting = "  + a written answer to grade by hand" if each.by_hand else ""
        lines.append(f"{each.student:<{width}}  {cells}  {each.score:g} of {highest:g}{waiting}")
    return "\n".join(lines)
