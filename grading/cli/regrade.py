"""``regrade``: what becomes of points by hand, where another answer was handed in since."""

from __future__ import annotations

from pathlib import Path

import click

from . import course_argument, database_option


@click.command
@course_argument
@click.option("--keep-hand-marks", "what", flag_value="keep", help="They count for the new answer too.")
@click.option(
    "--drop-hand-marks", "what", flag_value="drop", help="The check counts; written answers wait for a grade."
)
@click.option("--student", help="Of this student only.")
@click.option("--notebook", help="Of this notebook only: 04, or 04_membrane_potential.")
@database_option
def regrade(course: Path, what: str | None, student: str | None, notebook: str | None, database: str | None) -> int:
    """Decide on points given by hand to an answer that has changed since.

    Without a decision they are listed. Exit code 0: nothing is left to decide; 1: there is; 2: not done.
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
