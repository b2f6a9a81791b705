"""How fast feedback pages and the class report are, measured: ``python -m tests.bench_report``."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

from grading.course import ASSIGNMENT
from grading.desk import feedback
from grading.desk import report as desk
from grading.farm import cores
from grading.gradebooks import database_of
from tests.crowd import crowd

STUDENTS = 500


def timed(action) -> tuple[float, str, object]:
    """Seconds, the same with what the processors worked, and the result."""
    start, used = time.perf_counter(), processor()
    result = action()
    taken = time.perf_counter() - start
    return taken, f"{taken:.1f} s (processors {processor() - used:.1f} s)", result


def processor() -> float:
    """Seconds of processor time of this process and those it started, so far."""
    return sum(os.times()[:4])


def report(students: int = STUDENTS, course: Path | None = None) -> float:
    """Seconds for report.html and report.json of a made-up class."""
    with tempfile.TemporaryDirectory() as folder:
        course = course or _class(Path(folder), students)
        taken, told, _ = timed(lambda: desk.write(course, desk.report(course, database_of(course), date.today())))
        size = sum(path.stat().st_size for path in course.glob("report.*")) / 1e6
    print(f"class report of {students} students: {told}, at most 10; both files {size:.1f} MB")
    return taken


def student_pages(students: int = STUDENTS, course: Path | None = None) -> float:
    """Seconds for the one page of every student; nbgrader's pages beside them are told apart."""
    with tempfile.TemporaryDirectory() as folder:
        course = course or _class(Path(folder), students)
        _, both, (written, _, problems) = timed(lambda: _refresh(course))
        for path in (course / "feedback").glob(f"*/{ASSIGNMENT}.html"):
            path.unlink()
        taken, told, (pages, _, _) = timed(lambda: _refresh(course))
        _, again, (none, _, _) = timed(lambda: _refresh(course))
    if problems or pages != students or none:
        raise RuntimeError(f"{pages} pages of {students}, then {none}; {problems[:3]}")
    print(f"one page for each of {students} students: {told}, at most 60; on {cores()} cores")
    print(f"these and nbgrader's pages, {written} in all: {both}")
    print(f"the same again, nothing has changed: {again}")
    return taken


def _class(folder: Path, students: int) -> Path:
    crowd(folder, students)
    shutil.rmtree(folder / "feedback")
    return folder


def _refresh(course: Path):
    return feedback.refresh(course, database_of(course), cores())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        both = _class(Path(made), STUDENTS)
        report(course=both)
        student_pages(course=both)
