"""Exchange files with the learning system: ``collect``, ``export`` and ``handback``."""

from __future__ import annotations

from pathlib import Path

import click

from grading.errors import ArchiveError

from . import course_argument, database_option, with_group_rights

KINDS = ("canvas", "moodle", "blackboard", "brightspace", "exchange", "folder")


@click.command
@click.argument("archive", type=Path)
@click.option(
    "--course",
    type=Path,
    default=Path(),
    callback=with_group_rights,
    help="Folder in which submitted/ is made (default: here).",
)
@click.option("--roster", type=Path, help="Class list: CSV, Canvas gradebook CSV or Moodle grading worksheet.")
@click.option("--from", "kind", type=click.Choice(KINDS), help="Where ARCHIVE comes from, if it does not show that.")
@click.option("--due", help="When the work was due. Work that Canvas calls late is then at least one second late.")
@click.option("--zone", help="Time zone of --due, of times in the class list and of dates in the archive.")
def collect(
    archive: Path, course: Path, roster: Path | None, kind: str | None, due: str | None, zone: str | None
) -> int:
    """Put what students handed in into submitted/.

    ARCHIVE is a zip or folder from Canvas, Moodle, Blackboard, Brightspace or nbgrader's exchange, or one of your own.
    Exit code 0: everything was collected; 1: something was left out or needs a look; 2: nothing was collected.
    """
    from grading.lms.collect import collect

    try:
        settings = _settings(roster, due, zone)
        understood = settings.understood()
        report = collect(archive, course, settings, kind)
    except ArchiveError as reason:
        print(f"Nothing was collected from {archive}: {reason}.")
        return 2
    except OSError as problem:
        print(f"{problem.filename or 'A file'} cannot be read ({problem.strerror}). Nothing was lost.")
        return 2
    print("\n".join([*understood, report.text()]))
    return report.code


def _settings(roster: Path | None, due: str | None, zone: str | None):
    from grading import times
    from grading.lms import class_list
    from grading.lms.arrival import Settings

    where = times.zone(zone)
    when = times.read_time(due, where) if due else None
    return Settings(class_list.read_class_list(roster) if roster else None, when, where)


@click.command
@course_argument
@click.option("--canvas", type=Path, help="Gradebook CSV from Canvas, to fill in.")
@click.option("--moodle", type=Path, help="Grading worksheet from Moodle, to fill in.")
@click.option("--column", default="", help="Header of the column for the marks, if it is not found.")
@click.option("--identifier", default="", help="Header of the column of participants (Moodle), if it is not found.")
@database_option
def export(
    course: Path, canvas: Path | None, moodle: Path | None, column: str, identifier: str, database: str | None
) -> int:
    """Write marks for the learning system.

    Exit code 0: the files were written; 1: written, with something to look at; 2: none was written.
    """
    from grading.config import database_of
    from grading.gradebook.connection import require_gradebook
    from grading.gradebook.late import bring_up_to_date
    from grading.gradebook.unknown_times import doubts
    from grading.lms.exports import write_exports

    course = course.resolve()
    database = database or database_of(course)
    require_gradebook(course, database)
    try:
        bring_up_to_date(course, database)
        paths, notes = write_exports(database, course, canvas, moodle, column, identifier)
        notes += doubts(course, database)
    except OSError as problem:
        print(f"{problem.filename or 'A file'} cannot be read ({problem.strerror}). No mark was written.")
        return 2
    print("\n".join([*(f"Made {path}" for path in paths), *notes]))
    return 1 if notes else 0


@click.command
@course_argument
@click.option("--html", is_flag=True, help="For Canvas: send the pages as .html files.")
def handback(course: Path, html: bool) -> int:
    """Make zips of feedback for the learning system.

    Pages whose marks have changed are rewritten first. Exit code 0: the zips were made; 1: made, with something to look
    at; 2: none was made.
    """
    from grading.lms.handback import handback

    course = course.resolve()
    problems = _fresh_pages(course)
    written, notes = handback(course, html)
    notes = [*problems, *notes]
    print("\n".join([*(f"Made {path}" for path in written), *notes]))
    if not written:
        return 2
    return 1 if notes else 0


def _fresh_pages(course: Path) -> list[str]:
    """Rewrite the pages whose marks have changed, if they were graded here; sentences about pages that failed, and
    about students who handed in at an unknown time.

    Raises GradebookError, WriteError, TimestampError.
    """
    from grading.config import database_of
    from grading.errors import NotGradedError
    from grading.feedback.course_pages import refresh
    from grading.gradebook.connection import require_graded
    from grading.gradebook.late import bring_up_to_date
    from grading.gradebook.unknown_times import doubts

    database = database_of(course)
    try:
        require_graded(course, database)
    except NotGradedError:  # pages that another program made
        return []
    bring_up_to_date(course, database)
    return [*refresh(course, database)[2], *doubts(course, database)]
