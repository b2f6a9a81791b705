"""The pages about a graded course: ``feedback`` and ``report``."""

from __future__ import annotations

import sqlite3
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import click

from grading.kept_files import FOLDER
from grading.paths import cores

from . import course_argument, database_option


@click.command
@course_argument
@database_option
@click.option("--workers", type=int, default=cores, show_default=str(cores()), help="Processes on this machine.")
def feedback(course: Path, database: str | None, workers: int) -> int:
    """Rewrite the feedback pages.

    The pages show grades and comments that were given by hand. Exit code 0: every page is up to date; 1: there
    is something to look at; 2: none could be made.
    """
    from grading.config import database_of
    from grading.feedback.course_pages import refresh
    from grading.files import why
    from grading.gradebook.connection import require_graded
    from grading.gradebook.late import bring_up_to_date
    from grading.gradebook.unknown_times import doubts

    course = course.resolve()
    address = database or database_of(course)
    require_graded(course, address)
    bring_up_to_date(course, address)
    try:
        written, students, problems = refresh(course, address, workers)
    except OSError as problem:
        print(why(problem, Path(problem.filename or course)))
        return 2
    except (sqlite3.Error, BrokenProcessPool) as problem:
        print(f"Some pages could not be made ({problem}). The others are kept; run the same command again.")
        return 2
    notes = [*problems, *doubts(course, address)]
    print("\n".join([*notes, f"{written} pages of {students} students rewritten in {course / 'feedback'}."]))
    return 1 if notes else 0


@click.command
@course_argument
@database_option
def report(course: Path, database: str | None) -> int:
    """Report what the class knows and what it needs next.

    This writes report.html for people, and report.json for programs.
    """
    from grading.config import database_of
    from grading.gradebook.connection import require_graded
    from grading.gradebook.late import bring_up_to_date
    from grading.gradebook.unknown_times import doubts
    from grading.report.report import make_report, summary, write_report

    course = course.resolve()
    address = database or database_of(course)
    require_graded(course, address)
    bring_up_to_date(course, address)
    try:
        standing = make_report(course, address, date.today())
        paths = write_report(course, standing)
    except (OSError, sqlite3.Error) as problem:
        print(f"The verdicts in {course / FOLDER} cannot be read ({problem}). Put them back, or grade again.")
        return 2
    print("\n".join([*(f"Made {path}" for path in paths), summary(standing), *(unknown := doubts(course, address))]))
    return 1 if unknown else 0
