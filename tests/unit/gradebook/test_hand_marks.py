"""Points by hand for an answer that was replaced: named, shown truly, and kept or dropped as asked."""

from __future__ import annotations

import re

import pytest

from grading.__main__ import main
from grading.config import database_of
from grading.demo_class import submission, write_demo
from grading.gradebook.hand_marks import hand_marks
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import solved
from grading.summary import Summary, finish
from tests.support.small import STEM, by_hand, grade, small_course

SENTENCE = f"cleo: {STEM}: ex04_numbers: 0.5 given by hand earlier; the answer now earns 2."


@pytest.fixture
def course(tmp_path, capsys):
    """Cleo got half a point by hand for a wrong answer, and handed in the right one since."""
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    by_hand(course, "cleo", "ex04_numbers", points=0.5)
    write_demo(course / "submitted" / "cleo" / ASSIGNMENT, STEM, submission(STEM, solved(STEM)))
    grade(course)
    return course


def points(course) -> tuple[float, bool]:
    """Of cleo's part, and whether it is to be looked at."""
    marks = next(one for one in read_marks(database_of(course)).students if one.id == "cleo").notebooks[STEM]
    return marks.cells["ex04_numbers"][0], "ex04_numbers" in marks.to_review


def page(course) -> str:
    main(["feedback", str(course)])
    text = (course / "feedback" / "cleo" / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    return " ".join(re.sub(r"(?s)<style.*?</style>|<[^>]+>", " ", text).split())


def test_grading_says_that_points_by_hand_hold_the_new_answer_down(course, capsys):
    finish(course, database_of(course), Summary())
    assert SENTENCE in capsys.readouterr().out


def test_the_page_says_that_these_points_are_of_an_earlier_answer(course):
    text = page(course)
    assert "(0.5 of 2, set by your instructor for an earlier answer)" in text
    assert "has not yet looked at the new one: exercise 4. Until your instructor does, these points count." in text
    assert "waits for a grade" not in text


def test_without_a_decision_they_are_listed_and_stay(course, capsys):
    assert main(["regrade", str(course)]) == 1
    assert capsys.readouterr().out == f"{SENTENCE}\n1 to decide on.\n"
    assert points(course) == (0.5, True)


@pytest.mark.parametrize(("option", "expected"), [("--drop-hand-marks", 2), ("--keep-hand-marks", 0.5)])
def test_they_are_dropped_or_kept_as_asked(option, expected, course, capsys):
    assert main(["regrade", str(course), "--student", "ada", option]) == 0
    assert points(course) == (0.5, True)
    assert main(["regrade", str(course), "--student", "cleo", "--notebook", "04", option]) == 0
    assert points(course) == (expected, False)
    assert "earlier answer" not in page(course)
    assert main(["regrade", str(course)]) == 0


def test_points_by_hand_for_the_answer_that_is_there_are_not_touched(tmp_path, capsys):
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    by_hand(course, "cleo", "ex04_numbers", points=0.5)
    assert main(["regrade", str(course), "--drop-hand-marks"]) == 0
    assert points(course) == (0.5, False)


def test_a_new_release_asks_for_no_decision_where_no_answer_changed(tmp_path, monkeypatch):
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    tenth = stems()[9]
    write_demo(course / "submitted" / "cleo" / ASSIGNMENT, tenth, submission(tenth, None, "It is in volt."))
    grade(course)
    by_hand(course, "cleo", "ex04_numbers", points=0.5)
    by_hand(course, "cleo", "ex10_written", points=2)
    monkeypatch.setattr("grading.gradebook.points.release_digest", lambda: "another release")
    grade(course)
    assert hand_marks(database_of(course)) == []
    write_demo(course / "submitted" / "cleo" / ASSIGNMENT, tenth, submission(tenth, None, "It is in ampere."))
    grade(course)
    assert [mark.grade_id for mark in hand_marks(database_of(course))] == ["ex10_written"]
