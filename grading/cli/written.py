"""``grade-written``: written answers in one list."""

from __future__ import annotations

from pathlib import Path

import click

from . import course_argument, database_option


@click.command("grade-written")
@course_argument
@click.option("--same", is_flag=True, help="Give equal answers without points what one of them was given.")
@database_option
def grade_written(course: Path, same: bool, database: str | None) -> int:
    """Grade written answers in a list without names, written.csv.

    The first time it is written. Type points and comments into it, save it, and run this again: they are taken, and the
    list is written anew. The comment "A: Say why." can be given again as "A". Exit code 0: every answer has points; 1:
    some wait, or something could not be taken; 2: not done.
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
    print("\n".join([*done.problems, f"{done.taken} marks taken; {done.waiting} answers wait. The list: {done.path}"]))
    return 1 if done.problems or done.waiting else 0
