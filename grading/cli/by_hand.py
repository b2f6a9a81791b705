"""Points given by hand: ``grade-written``, ``formgrader``, and ``regrade`` for answers that have changed since."""

from __future__ import annotations

from pathlib import Path

import click

from . import course_argument, database_option


@click.command("grade-written")
@course_argument
@click.option("--same", is_flag=True, help="If one of several equal answers has points, give the others the same.")
@database_option
def grade_written(course: Path, same: bool, database: str | None) -> int:
    """Grade written answers in a list without names, written.csv; their pictures are in written_pictures/.

    The first run writes the list. Type points and comments into it, save it, and run this again: it records them and
    writes a new list. Once you have used the comment "A: Say why.", you can repeat it as "A". Exit code 0: every answer
    has points; 1: some answers wait, or something could not be recorded; 2: not done.
    """
    from grading.config import database_of
    from grading.gradebook.connection import require_graded
    from grading.gradebook.late import bring_up_to_date
    from grading.lms.written_sheet import exchange

    course = course.resolve()
    address = database or database_of(course)
    require_graded(course, address)
    done = exchange(course, address, same)
    bring_up_to_date(course, address)
    counts = f"{done.taken} marks recorded; {done.waiting} answers wait. The list: {done.path}"
    print("\n".join([*done.problems, counts]))
    return 1 if done.problems or done.waiting else 0


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="[COURSE] [OPTIONS OF JUPYTER]...", nargs=-1, type=click.UNPROCESSED)
def formgrader(words: tuple[str, ...]) -> int:
    """Grade by hand: open nbgrader's formgrader on a course folder.

    Other options go to Jupyter, such as --no-browser, --ServerApp.port=8890 or --ServerApp.ip=0.0.0.0. Ctrl+C stops
    the server. Exit code 2: there is nothing to open.
    """
    from grading.feedback.formgrader import open_formgrader

    folder, more = _split(words)
    return open_formgrader(folder.resolve(), more)


def _split(words: tuple[str, ...]) -> tuple[Path, list[str]]:
    """The course folder, which is the first word that is not an option, and the words for Jupyter."""
    more = list(words)
    for word in words:
        if not word.startswith("-"):
            more.remove(word)
            return Path(word), more
    return Path(), more


@click.command
@course_argument
@click.option("--keep-hand-marks", "what", flag_value="keep", help="Points given by hand count for the new answer too.")
@click.option(
    "--drop-hand-marks", "what", flag_value="drop", help="The check's points count; written answers wait for a grade."
)
@click.option("--student", help="Decide for this student only.")
@click.option("--notebook", help="Decide for this notebook only: 04, or 04_membrane_potential.")
@database_option
def regrade(course: Path, what: str | None, student: str | None, notebook: str | None, database: str | None) -> int:
    """Decide on points given by hand to an answer that has changed since.

    Without a decision, this lists the points. Exit code 0: nothing is left to decide; 1: something is; 2: not done.
    """
    from grading.config import database_of
    from grading.gradebook.connection import require_graded
    from grading.gradebook.hand_marks import hand_marks, settle
    from grading.gradebook.late import bring_up_to_date
    from grading.plan import Choice

    course = course.resolve()
    address = database or database_of(course)
    require_graded(course, address)
    stem = next(iter(Choice(notebook=notebook).stems())) if notebook else None
    if what is None:
        marks = hand_marks(address, student, stem)
        print("\n".join([*(mark.sentence() for mark in marks), f"{len(marks)} to decide on."]))
        return 1 if marks else 0
    marks = settle(address, what == "drop", student, stem)
    bring_up_to_date(course, address)
    print("\n".join([*(mark.sentence() for mark in marks), f"{len(marks)} {'dropped' if what == 'drop' else 'kept'}."]))
    return 0
