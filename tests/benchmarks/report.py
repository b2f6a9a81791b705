"""How fast feedback pages and the class report are, measured: ``python -m tests.benchmarks.report``."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

from grading.config import database_of
from grading.feedback import course_pages
from grading.paths import ASSIGNMENT, cores
from grading.report import report as desk
from tests.support.crowd import crowd

STUDENTS = 500


def timed(action) -> tuple[str, object]:
    """How long it took, what the processors worked, and the result."""
    start, used = time.perf_counter(), processor()
    result = action()
    return f"{time.perf_counter() - start:.1f} s (processors {processor() - used:.1f} s)", result


def processor() -> float:
    """Seconds of processor time of this process and those it started, so far."""
    return sum(os.times()[:4])


def report(course: Path) -> None:
    """report.html and report.json."""
    told, _ = timed(lambda: desk.write_report(course, desk.make_report(course, database_of(course), date.today())))
    size = sum(path.stat().st_size for path in course.glob("report.*")) / 1e6
    print(f"\nclass report of {STUDENTS} students: {told}, at most 10; both files {size:.1f} MB")


def student_pages(course: Path) -> None:
    """The one page of every student, and nbgrader's beside them."""
    both, (written, _, problems) = timed(lambda: _refresh(course))
    for path in (course / "feedback").glob(f"*/{ASSIGNMENT}.html"):
        path.unlink()
    alone, (pages, _, _) = timed(lambda: _refresh(course))
    again, (none, _, _) = timed(lambda: _refresh(course))
    if problems or pages != STUDENTS or none:
        raise RuntimeError(f"{pages} pages of {STUDENTS}, then {none}; {problems[:3]}")
    print(f"feedback, nbgrader's pages and one for each student, {written} in all: {both}, at most 60")
    print(f"  one page for each student alone: {alone}; nothing has changed: {again}; {cores()} cores")


def _class(folder: Path, students: int) -> Path:
    """Graded, all pages gone."""
    crowd(folder, students)
    shutil.rmtree(folder / "feedback")
    return folder


def _refresh(course: Path):
    return course_pages.refresh(course, database_of(course), cores())


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        course = _class(Path(made), STUDENTS)
        report(course)
        student_pages(course)


if __name__ == "__main__":
    main()
