"""Late penalties, by nbgrader's own mechanism."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from nbformat.v4 import new_notebook
from nbgrader.preprocessors import AssignLatePenalties

from grading import timestamps
from grading.__main__ import main
from grading.config import database_of
from grading.gradebook import connection, late
from grading.paths import ASSIGNMENT
from tests.support.downloads import make_folder
from tests.support.graded import come_from, gradebook_of_the_class, written

DUE = datetime(2026, 3, 1, 12)


@pytest.fixture
def course(tmp_path):
    """A graded class of four, one of whom handed in nothing, and one with a hostile name."""
    return make_folder(tmp_path / "course", {"gradebook.db": gradebook_of_the_class()})


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
    penalties = late.apply(course, late.policy(**settings))
    assert {student: round(points, 6) for student, (_, points) in penalties.items()} == dict(
        zip(("ada", "evil"), expected, strict=True)
    )
    come_from(course, "canvas")
    marks = {row[1]: row[5] for row in written(course)[0]["canvas.csv"][2:]}
    assert (float(marks["12"]), float(marks["15"])) == pytest.approx((9.5 - expected[0], 3 - expected[1]))


def test_nbgrader_itself_deducts_the_same(course):
    hand_in(course, ada=1.5)
    config, database = late.policy(percent=10), database_of(course)
    ours = late.apply(course, config)["ada"][1]
    late.apply(course, late.policy())
    for stem in ("01", "02"):
        about = {"notebook": stem, "assignment": ASSIGNMENT, "student": "ada", "db_url": database}
        AssignLatePenalties(config=config).preprocess(new_notebook(), {"nbgrader": about})
    with connection.opened(database) as gradebook:
        assert gradebook.find_submission(ASSIGNMENT, "ada").late_submission_penalty == pytest.approx(ours) == 1.9


def test_points_given_by_hand_later_are_deducted_from_too(course):
    hand_in(course, ada=1.5)
    late.apply(course, late.policy(percent=10))
    with connection.opened(database_of(course)) as gradebook:
        gradebook.find_submission_notebook("01", ASSIGNMENT, "ada").grades[0].manual_score = 0
        gradebook.db.commit()
    assert late.apply(course, late.policy(percent=10))["ada"][1] == pytest.approx(1.1)


def test_the_command_says_who_was_late(course, capsys):
    hand_in(course, ada=1.5)
    assert main(["late", str(course), "--due", "2026-03-01 11:00 UTC", "--percent", "10"]) == 0
    assert capsys.readouterr().out == "ada: 37.0 hours late, 1.9 points deducted\n1 students were late.\n"
