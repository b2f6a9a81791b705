"""``late``: when work was due, what lateness costs, and who had more time."""

from __future__ import annotations

import math
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grading.errors import GradingError

from . import course_argument, require_submissions

if TYPE_CHECKING:
    from grading.gradebook.late_record import LateRecord

TAKE_BACK = "due"


class Size(click.ParamType):
    """A number that is finite and not below 0."""

    name = "number"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number. Raises click.BadParameter."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not 0 <= number < math.inf:
            self.fail(f"{value} is not a number of 0 or more.", param, ctx)
        return number


@click.command
@course_argument
@click.option("--due", help="When work was due, such as 2026-11-30 23:59.")
@click.option("--zone", help="Time zone of --due and --until, such as Europe/Berlin.")
@click.option("--percent", type=Size(), help="Percent of the points earned to deduct for each day begun.")
@click.option("--points", type=Size(), help="Points to deduct from each notebook for each day begun.")
@click.option("--grace", type=Size(), help="Minutes of lateness that cost nothing.")
@click.option("--most", type=Size(), help="The largest deduction, in percent of the points earned.")
@click.option(
    "--grace-covers-unknown/--grace-not-unknown",
    default=None,
    help="Whether --grace covers students who are known to be late, but not by how much.",
)
@click.option("--student", help="The student whom --until is for.")
@click.option("--until", help='The extended due time of this student, such as 2026-12-02 12:00; "due" takes it back.')
def late(
    course: Path,
    due: str | None,
    zone: str | None,
    student: str | None,
    until: str | None,
    grace_covers_unknown: bool | None,
    **costs: float | None,
) -> int:
    """Set the due time, and deduct points for late work.

    Options that you leave out keep their value. Exit code 0: done; 1: done, but the time of some students is unknown;
    2: not done.
    """
    from grading import times
    from grading.config import database_of
    from grading.gradebook.late import LatePenalties, apply_penalties, set_due
    from grading.gradebook.late_record import LateRecord
    from grading.gradebook.reader import read_marks
    from grading.gradebook.unknown_times import doubts

    course = course.resolve()
    require_submissions(course)
    where = times.zone(zone)
    record = LateRecord.of(course)
    database = database_of(course)
    new_due = times.read_time(due, where) if due else None
    if student or until:
        moment = _until(course, student, until, where)
        _require_later(moment, new_due or read_marks(database).due)
        record.extensions[str(student)] = moment
    record.change_policy(costs["percent"], costs["points"], costs["grace"], costs["most"])
    if grace_covers_unknown is not None:
        record.grace_covers_unknown = grace_covers_unknown
    if new_due:
        set_due(database, new_due)
    penalties = apply_penalties(course, LatePenalties.of(course, record), database)
    record.save()
    unknown = doubts(course, database)
    print("\n".join([*_understood(record, database, where), *_late_students(penalties), *unknown]))
    return 1 if unknown else 0


def _until(course: Path, student: str | None, until: str | None, where: tzinfo | None) -> datetime | None:
    """The extended due time of one student, or None if the extension is taken back. Raises GradingError."""
    from grading import times

    if not (student and until):
        raise GradingError('An extension needs both: --student ada --until "2026-12-02 12:00".')
    if not (course / "submitted" / student).is_dir():
        raise GradingError(f"There is no student {student} in {course / 'submitted'}.")
    return None if until == TAKE_BACK else times.read_time(until, where)


def _require_later(until: datetime | None, due: datetime | None) -> None:
    """Raises GradingError if an extension would end before work is due."""
    from grading import times

    if until and due is None:
        raise GradingError("There is no due time yet: give --due too.")
    if until and due and until <= due:
        raise GradingError(f"The extension must end after work is due, {times.in_words(due)}.")


def _understood(record: LateRecord, database: str, where: tzinfo | None) -> list[str]:
    """The settings that apply now, in words."""
    from grading import times
    from grading.gradebook.reader import read_marks

    due: datetime | None = read_marks(database).due
    lines = [f"Due: {times.in_words(due, where)}." if due else "There is no due time, so nothing is late: give --due."]
    lines.append(_costs(record.policy))
    for student, until in sorted(record.extensions.items()):
        if until:
            lines.append(f"{student} had time until {times.in_words(until, where)}.")
    return lines


def _costs(policy: dict[str, float] | None) -> str:
    """What lateness costs, in words."""
    if policy is None:
        return "nbgrader_config.py says what a day costs. To change it, give --percent or --points."
    percent, points, grace, most = policy.values()
    a_day = f"{percent:g} percent of the points earned and {points:g} points per notebook"
    return f"Each day begun costs {a_day}, at most {most:g} percent; {grace:g} minutes cost nothing."


def _late_students(penalties: dict[str, tuple[float, float]]) -> list[str]:
    lines = [
        f"{student}: {seconds / 3600:.1f} hours late, {points:g} points deducted"
        for student, (seconds, points) in sorted(penalties.items())
    ]
    late = "1 student was late." if len(penalties) == 1 else f"{len(penalties)} students were late."
    return [*lines, late]
