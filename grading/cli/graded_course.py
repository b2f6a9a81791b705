"""What is done with a course once it is graded: ``late``, ``feedback``, ``report`` and ``formgrader``."""

from __future__ import annotations

import sqlite3
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

import click

from grading.paths import cores

from . import course_argument, database_option


@click.command
@course_argument
@click.option("--due", help="When the work was due, such as 2026-11-30 23:59. Without it, the last one stays.")
@click.option("--zone", help="Time zone of --due, like Europe/Berlin (default: this computer's).")
@click.option("--percent", type=float, default=0, help="Percent of the earned points to deduct for each day.")
@click.option("--points", type=float, default=0, help="Points to deduct from each notebook for each day.")
@click.option("--grace", type=float, default=0, help="Minutes of grace.")
@click.option("--most", type=float, default=100, help="The largest percentage to deduct.")
def late(course: Path, due: str | None, zone: str | None, **costs: float) -> int:
    """Set the due time, and deduct points for late work."""
    from grading import timestamps
    from grading.config import database_of
    from grading.gradebook.late import apply, keep_late_policy, policy, set_due

    course = course.resolve()
    if due:
        set_due(database_of(course), timestamps.read(due, timestamps.zone(zone)))
    rules = policy(costs["percent"], costs["points"], costs["grace"], costs["most"])
    penalties = apply(course, rules)
    keep_late_policy(course, rules)
    for student, (seconds, points) in sorted(penalties.items()):
        print(f"{student}: {seconds / 3600:.1f} hours late, {points:g} points deducted")
    print(f"{len(penalties)} students were late.")
    return 0


@click.command
@course_argument
@database_option
@click.option("--workers", type=int, default=cores, show_default=str(cores()), help="Processes on this machine.")
def feedback(course: Path, database: str | None, workers: int) -> int:
    """Write feedback pages anew.

    They show the grades and comments that were given by hand. Exit code 0: every page is up to date; 1: some could not
    be made; 2: none could.
    """
    from grading.config import database_of
    from grading.feedback.course_pages import refresh
    from grading.files import why

    course = course.resolve()
    try:
        written, students, problems = refresh(course, database or database_of(course), workers)
    except OSError as problem:
        print(why(problem, Path(problem.filename or course)))
        return 2
    except (sqlite3.Error, BrokenProcessPool) as problem:
        print(f"The pages could not all be made ({problem}). What was made is kept; run the same command again.")
        return 2
    print("\n".join([*problems, f"{written} pages written anew, of {students} students, in {course / 'feedback'}."]))
    return 1 if problems else 0


@click.command
@course_argument
@database_option
def report(course: Path, database: str | None) -> int:
    """Say where the class stands.

    This writes report.html, to be read, and report.json.
    """
    from grading.config import database_of
    from grading.report.report import make_report, summary, write_report

    course = course.resolve()
    try:
        standing = make_report(course, database or database_of(course), date.today())
        paths = write_report(course, standing)
    except (OSError, sqlite3.Error) as problem:
        print(f"The verdicts in {course / '.grading'} cannot be read ({problem}). Put them back, or grade again.")
        return 2
    print("\n".join([*(f"Made {path}" for path in paths), summary(standing)]))
    return 0


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="[COURSE] [OPTIONS OF JUPYTER]...", nargs=-1, type=click.UNPROCESSED)
def formgrader(words: tuple[str, ...]) -> int:
    """Grade by hand: open nbgrader's formgrader on a course folder.

    Further options go to Jupyter, such as --no-browser, --ServerApp.port=8890 or --ServerApp.ip=0.0.0.0. It ends when
    the server is stopped, with Ctrl+C. Exit code 2: there is nothing to open.
    """
    from grading.feedback.formgrader import open_formgrader

    folder, more = _split(words)
    return open_formgrader(folder.resolve(), more)


def _split(words: tuple[str, ...]) -> tuple[Path, list[str]]:
    """The course folder, which is the first word that is no option, and what goes to Jupyter."""
    more = list(words)
    for word in words:
        if not word.startswith("-"):
            more.remove(word)
            return Path(word), more
    return Path(), more
