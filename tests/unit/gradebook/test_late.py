"""Late penalties, by nbgrader's own mechanism."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from nbformat.v4 import new_notebook
from nbgrader.preprocessors import AssignLatePenalties

from grading import timestamps
from grading.__main__ import main
from grading.config import database_of
from grading.gradebook import connection, late
from grading.gradebook.late_record import LateRecord
from grading.paths import ASSIGNMENT
from tests.support.downloads import everything, make_folder
from tests.support.graded import class_of_four, come_from, written

DUE = datetime(2026, 3, 1, 12)


@pytest.fixture
def course(tmp_path):
    return class_of_four(tmp_path / "course")


def hand_in(course: Path, **days: float) -> None:
    for student, late_by in days.items():
        when = DUE.timestamp() + 86_400 * late_by
        timestamps.stamp(course / "submitted" / student / ASSIGNMENT, datetime.fromtimestamp(when))
    late.set_due(database_of(course), DUE)


POLICIES = {  # settings: points deducted from ada, 9.5 points and 1.5 days late, and from evil, 3 points, 10 min late
    "percent": (dict(percent=10), (1.9, 0.3)),
    "grace": (dict(percent=10, grace_minutes=15), (1.9, 0.0)),
    "points_of_each_notebook": (dict(points=1), (4.0, 2.0)),
    "at_most": (dict(percent=40, percent_at_most=50), (4.75, 1.2)),
    "never_below_zero": (dict(percent=1000, percent_at_most=1000), (9.5, 3.0)),
    "none": (dict(), (0.0, 0.0)),
}


@pytest.mark.parametrize("case", POLICIES)
def test_late_penalties_follow_the_policy_and_reach_the_export(case, course):
    settings, expected = POLICIES[case]
    hand_in(course, ada=1.5, ben=-1, evil=10 / 1440)
    penalties = late.apply_penalties(course, late.LatePenalties(late.policy(**settings)))
    assert {student: round(points, 6) for student, (_, points) in penalties.items()} == dict(
        zip(("ada", "evil"), expected, strict=True)
    )
    come_from(course, "canvas")
    marks = {row[1]: row[5] for row in written(course)[0]["canvas.csv"][2:]}
    assert (float(marks["12"]), float(marks["15"])) == pytest.approx((9.5 - expected[0], 3 - expected[1]))


def test_nbgrader_itself_deducts_the_same(course):
    hand_in(course, ada=1.5)
    config, database = late.policy(percent=10), database_of(course)
    ours = late.apply_penalties(course, late.LatePenalties(config))["ada"][1]
    late.apply_penalties(course, late.LatePenalties(late.policy()))
    for stem in ("01", "02"):
        about = {"notebook": stem, "assignment": ASSIGNMENT, "student": "ada", "db_url": database}
        AssignLatePenalties(config=config).preprocess(new_notebook(), {"nbgrader": about})
    with connection.opened(database) as gradebook:
        assert gradebook.find_submission(ASSIGNMENT, "ada").late_submission_penalty == pytest.approx(ours) == 1.9


def test_points_given_by_hand_later_are_deducted_from_too(course):
    hand_in(course, ada=1.5)
    late.apply_penalties(course, late.LatePenalties(late.policy(percent=10)))
    with connection.opened(database_of(course)) as gradebook:
        gradebook.find_submission_notebook("01", ASSIGNMENT, "ada").grades[0].manual_score = 0
        gradebook.db.commit()
    assert late.apply_penalties(course, late.LatePenalties(late.policy(percent=10)))["ada"][1] == pytest.approx(1.1)


@pytest.fixture
def late_class(course):
    """Ada is 1.5 days late, ben in time, and evil 10 minutes late; everybody's time is known."""
    hand_in(course, ada=1.5, ben=-1, evil=10 / 1440)
    return course


def command(course: Path, capsys, *options: str) -> tuple[int, str]:
    """Exit code and print of ``python -m grading late``."""
    code = main(["late", str(course), *options])
    told = capsys.readouterr()
    return code, told.out + told.err


def penalty(course: Path, student: str) -> float:
    with connection.opened(database_of(course)) as gradebook:
        return gradebook.find_submission(ASSIGNMENT, student).late_submission_penalty


def test_the_command_says_who_was_late_and_what_it_understood(late_class, capsys):
    code, told = command(late_class, capsys, "--due", "01.03.2026 13:00", "--zone", "Europe/Berlin", "--percent", "10")
    assert (code, told.splitlines()) == (
        0,
        [
            "Due: Sunday 1 March 2026, 13:00 Europe/Berlin (12:00 UTC).",
            "Each day begun costs 10 percent of the points earned and 0 points per notebook, at most 100 percent; "
            "0 minutes cost nothing.",
            "ada: 36.0 hours late, 1.9 points deducted",
            "evil: 0.2 hours late, 0.3 points deducted",
            "2 students were late.",
        ],
    )


def test_what_the_command_does_not_name_stays_as_it_was(late_class, capsys):
    command(late_class, capsys, "--percent", "10", "--grace", "15")
    code, told = command(late_class, capsys)
    assert (code, "costs 10 percent" in told, "15 minutes cost nothing" in told) == (0, True, True)
    assert (penalty(late_class, "ada"), penalty(late_class, "evil")) == pytest.approx((1.9, 0))


REFUSED = {  # options: what is said
    ("--percent", "-10"): "-10 is not a number of 0 or more",
    ("--grace", "nan"): "nan is not a number of 0 or more",
    ("--due", "01/03/2026 12:00", "--zone", "UTC"): "does not say which number is the day",
    ("--due", "2026-03-01 12:00"): "has no time zone",
    ("--student", "ada"): "needs both",
    ("--student", "ada", "--until", "2026-03-01 12:00 UTC"): "must end after work is due, Sunday 1 March 2026, 12:00",
    ("--student", "zoe", "--until", "2026-03-09 12:00 UTC"): "There is no student zoe",
}


@pytest.mark.parametrize("options", REFUSED)
def test_what_is_refused_changes_nothing(options, late_class, capsys):
    command(late_class, capsys, "--percent", "10")
    before = everything(late_class)
    code, told = command(late_class, capsys, "--points", "3", *options)
    assert (code, REFUSED[options] in told, everything(late_class) == before) == (2, True, True), told


STAMPS = {  # timestamp.txt: whether it is understood
    "2026-03-03 00:00:00 UTC\n".encode("utf-16"): True,
    "2026-03-03 00:00:00 UTC\n".encode("utf-8-sig"): True,
    b"2026-03-03 00:00:00": True,
    b"two days late": False,
    b"03/03/2026 12:00": False,
    None: False,
}


@pytest.mark.parametrize("content", STAMPS)
def test_a_timestamp_that_cannot_be_read_is_named_and_never_silently_in_time(content, course, capsys):
    hand_in(course, ben=-1, evil=-1)
    if content is not None:
        make_folder(course, {f"submitted/ada/{ASSIGNMENT}/timestamp.txt": content})
    code, told = command(course, capsys, "--percent", "10")
    named = "ada: timestamp.txt: " in told or "Without a timestamp.txt, so counted as on time (1): ada." in told
    is_read = STAMPS[content]
    assert (code, named, "ada: 36.0 hours late" in told) == (int(not is_read), not is_read, is_read)


def test_late_by_an_unknown_time_is_said_and_no_grace_forgives_it_unasked(course, capsys):
    hand_in(course, ada=-1, ben=-1)
    record = LateRecord.of(course)
    record.said_late = {"evil": True}
    record.save()
    code, told = command(course, capsys, "--percent", "10", "--grace", "15")
    assert (code, penalty(course, "evil")) == (1, pytest.approx(0.3))
    assert (
        "Late by an unknown time, so counted as at least one second late; the grace does not cover it (1): evil."
        in told
    )
    code, told = command(course, capsys, "--grace-covers-unknown")
    assert (code, penalty(course, "evil"), "the grace covers it (1): evil" in told) == (1, 0, True)


def test_an_extension_holds_for_one_student_until_it_is_taken_back(late_class, capsys):
    command(late_class, capsys, "--percent", "10")
    code, told = command(late_class, capsys, "--student", "ada", "--until", "2026-03-02 12:00", "--zone", "UTC")
    assert (code, "ada had time until Monday 2 March 2026, 12:00 UTC." in told) == (0, True)
    assert "ada: 12.0 hours late, 0.95 points deducted" in told
    command(late_class, capsys, "--student", "ada", "--until", "2026-03-09 12:00 UTC")
    assert (penalty(late_class, "ada"), penalty(late_class, "evil")) == pytest.approx((0, 0.3))
    command(late_class, capsys, "--student", "ada", "--until", "due")
    assert penalty(late_class, "ada") == pytest.approx(1.9)


def test_marks_that_are_exported_have_the_penalties_of_the_points_as_they_are(late_class, capsys):
    command(late_class, capsys, "--percent", "10")
    with connection.opened(database_of(late_class)) as gradebook:
        gradebook.find_submission_notebook("01", ASSIGNMENT, "ada").grades[0].manual_score = 0
        gradebook.db.commit()
    main(["export", str(late_class)])
    assert penalty(late_class, "ada") == pytest.approx(1.1)


def test_a_policy_of_the_last_version_still_holds(late_class):
    old = {"percent_per_day": 10.0, "points_per_day": 0.0, "grace_minutes": 15.0, "percent_at_most": 100.0}
    make_folder(late_class, {".grading/late.json": json.dumps(old).encode()})
    assert late.apply_penalties(late_class)["ada"][1] == pytest.approx(1.9)
