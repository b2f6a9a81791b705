"""The marks of a class as a table at the end of a run."""

from __future__ import annotations

from .reader import ClassMarks, StudentMarks


def table(marks: ClassMarks) -> str:
    """Students as rows, notebooks as columns; all points are before the late penalty."""
    stems = sorted({stem for student in marks.students for stem in student.notebooks})
    width = max([len("student"), *(len(student.id) for student in marks.students)])
    header = f"{'student':<{width}}  " + " ".join(f"{stem[:2]:>3}" for stem in stems) + "  score"
    rows = sorted(marks.students, key=lambda student: student.id)
    return "\n".join([header, *(_row(student, stems, width, marks.highest) for student in rows)])


def _row(student: StudentMarks, stems: list[str], width: int, highest: float) -> str:
    points = student.points
    cells = " ".join(f"{points.get(stem, 0):>3g}" for stem in stems)
    waiting = "  + a written answer to grade by hand" if student.waiting else ""
    return f"{student.id:<{width}}  {cells}  {student.raw or 0.0:g} of {highest:g}{waiting}"
