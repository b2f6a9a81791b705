"""When the pages of a course are written anew, and when they stay as they are."""

from __future__ import annotations

import pytest

from grading.__main__ import main
from grading.config import database_of
from grading.demo_class import submission, write_demo
from grading.feedback import course_pages, digests
from grading.paths import ASSIGNMENT, stems
from tests.support.small import ANSWERS, EVIL, NAMES, STEM, by_hand, grade, penalty
from tests.support.student_pages import page, pages, refreshed, words


def test_grading_writes_one_page_for_each_student_who_handed_in(course):
    students = {path.parent.name for path in (course / "feedback").glob(f"*/{ASSIGNMENT}.html")}
    assert students == set(ANSWERS) - {"hal"}


def test_points_and_comments_given_by_hand_appear_and_only_their_pages_are_written_anew(course):
    refreshed(course)
    before = pages(course)
    by_hand(course, "cleo", "ex04_parameters", points=1.5)
    by_hand(course, "cleo", "ex04", comment=f"Nice loop! {EVIL}")
    assert refreshed(course) == 2
    assert {path.parent.name for path, when in pages(course).items() if before[path] != when} == {"cleo", ASSIGNMENT}
    read = words(page(course, "cleo"))
    assert "(1.5 of 2, set by your instructor)" in read
    assert f"Your instructor on your code: Nice loop! {EVIL}" in read
    assert EVIL not in page(course, "cleo")
    assert "Nice loop!" in (course / "feedback" / "cleo" / ASSIGNMENT / f"{STEM}.html").read_text(encoding="utf-8")


def test_what_has_not_changed_is_not_written_again(course):
    refreshed(course)
    before = pages(course)
    assert refreshed(course) == 0
    assert pages(course) == before


def test_grading_leaves_pages_that_feedback_need_not_write(course):
    penalty(course, "cleo", 0.0)
    assert refreshed(course) == len(NAMES)  # those whose names came into the gradebook after grading
    assert refreshed(course) == 0


def test_a_page_that_was_deleted_is_made_again_by_feedback_and_by_grading(course):
    refreshed(course)
    for again in (refreshed, grade):
        digests.page_path(course, "ada").unlink()
        again(course)
        assert "4 of 4 points" in words(page(course, "ada"))


def test_grading_one_notebook_keeps_the_others_on_the_page(course):
    write_demo(course / "submitted" / "ada" / ASSIGNMENT, stems()[0], submission(stems()[0], "t_max = 150e-3"))
    grade(course)
    text = words(page(course, "ada"))
    assert "t_max = 150e-3" in text
    assert "4 of 4 points" in text


def test_an_autograded_notebook_that_is_gone_is_told_and_the_rest_is_done(course, capsys):
    (course / "autograded" / "dan" / ASSIGNMENT / f"{STEM}.ipynb").unlink()
    by_hand(course, "dan", "ex04", comment="See me.")
    assert main(["feedback", str(course), "--workers", "1"]) == 1
    assert "grade again" in capsys.readouterr().out
    assert "See me." in page(course, "dan")
    assert course_pages.refresh(course, database_of(course))[2] != []  # still told


@pytest.mark.slow
def test_pages_made_in_several_processes_are_the_same(course, monkeypatch):
    refreshed(course)
    before = {path: path.read_bytes() for path in pages(course)}
    for path in before:
        path.unlink()
    monkeypatch.setattr(course_pages, "FEW", 3)
    assert course_pages.refresh(course, database_of(course), 2)[0] == len(before)
    assert {path: path.read_bytes() for path in before} == before


def test_feedback_on_a_folder_in_which_nothing_was_graded_is_a_sentence(tmp_path, capsys):
    assert main(["feedback", str(tmp_path)]) == 2
    assert "grade first" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
