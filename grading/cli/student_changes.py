"""``rename`` and ``drop``: for a corrected class list, and for a student who left."""

from __future__ import annotations

from pathlib import Path

import click

from . import course_argument, database_option, require_submissions

TELL = "Nothing has been changed yet: add --yes."
MADE_AGAIN = "Now repeat the commands that you ran before: feedback, export, handback, report."
yes_option = click.option("--yes", is_flag=True, help="Do it. Without this, the command only says what it would do.")


@click.command
@course_argument
@click.option("--roster", type=Path, required=True, help="The corrected class list.")
@yes_option
@database_option
def rename(course: Path, roster: Path, yes: bool, database: str | None) -> int:
    """Rename students' folders to match a corrected class list.

    Exit code 0: all names match the list; 1: something needs a look, or --yes was not given; 2: not done.
    """
    from grading.config import database_of
    from grading.gradebook.students import forget_former_names, keep_sections, update_students
    from grading.lms import class_list
    from grading.lms.student_folders import plan_renames, rename_all

    course = course.resolve()
    require_submissions(course)
    address = database or database_of(course)
    people = class_list.read_class_list(roster)
    wanted, problems = plan_renames(course, people)
    print("\n".join([*people.problems, *problems, *(f"{old} becomes {new}" for old, new in wanted.items())]))
    if wanted and not yes:
        print(TELL)
        return 1
    rename_all(course, address, wanted)
    keep_sections(course, people.sections())
    update_students(address, people.student_fields(), create=False)
    for former in forget_former_names(address, people.student_fields()):
        print(f"{former}, who handed in nothing, has another name in the list, and was removed under this one.")
    print(f"{len(wanted)} students were renamed. {MADE_AGAIN if wanted else ''}".strip())
    return 1 if problems or people.problems else 0


@click.command
@course_argument
@click.argument("student")
@yes_option
@database_option
def drop(course: Path, student: str, yes: bool, database: str | None) -> int:
    """Remove a student who left: notebooks, marks, pages, results. This cannot be undone.

    Exit code 0: removed; 1: --yes was not given; 2: there is no such student.
    """
    from grading.config import database_of
    from grading.lms.student_folders import drop, places_of

    course = course.resolve()
    address = database or database_of(course)
    places = places_of(course, address, student)
    if places and not yes:
        print(f"{student} is in {', '.join(places)}. {TELL}")
        return 1
    drop(course, address, student)
    print(f"{student} was removed from {', '.join(places)}. {MADE_AGAIN}")
    return 0
