"""A run says whose marks it changed, from what to what, and why."""

from __future__ import annotations

import csv
import warnings

import pytest

from grading import grading_run
from grading.config import database_of
from grading.demo_class import PARTLY, changed, submission, write_demo
from grading.execution import task
from grading.gradebook import mark_changes
from grading.grading_run import GradingRun
from grading.paths import ASSIGNMENT
from grading.plan import Choice
from grading.submissions.course_notebooks import solved
from grading.summary import CHANGES, finish
from tests.support.small import STEM, farm, small_course


@pytest.fixture
def course(tmp_path):
    return small_course(tmp_path / "course", ("ada", "cleo"))


def graded_again(course, capsys, executor=farm) -> str:
    """What a further run prints."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summary = GradingRun(course, executor, Choice()).run()
    finish(course, database_of(course), summary)
    return capsys.readouterr().out


def hand_in(course, student: str, answer: str) -> None:
    write_demo(course / "submitted" / student / ASSIGNMENT, STEM, submission(STEM, answer))


def test_a_newer_notebook_is_named_with_both_marks_and_kept_in_a_list(course, capsys):
    hand_in(course, "cleo", solved(STEM))
    assert f"cleo: {STEM}: 4 instead of 2; {mark_changes.NEWER}." in graded_again(course, capsys)
    hand_in(course, "cleo", changed(STEM, PARTLY[4]))
    graded_again(course, capsys)
    with (course / CHANGES).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["notebook"] == STEM]
    assert [(row["student"], row["before"], row["after"], row["why"]) for row in rows] == [
        ("cleo", "2", "4", mark_changes.NEWER),
        ("cleo", "4", "2", mark_changes.NEWER),
    ]


def test_a_mark_that_other_checks_change_is_named_as_such(course, capsys, monkeypatch):
    for module in (grading_run, task):
        monkeypatch.setattr(module, "checks_fingerprint", lambda: "others")

    def strict(tasks):
        for key, result in farm(tasks):
            parts = [{**part, "right": False} for part in result["parts"]]
            yield key, {**result, "parts": parts, "state": "wrong", "points": 0.0}

    assert f"ada: {STEM}: 0 instead of 4; {mark_changes.CHECKS}." in graded_again(course, capsys, strict)


def test_a_mark_that_more_time_changes_is_named_as_such():
    before, now = ("abc-hurried", {"answers": {"ex04": "x"}}), ("abc", {"answers": {"ex04": "x"}})
    assert mark_changes.why_changed(before, now, other_checks=False) == mark_changes.TIME


def test_where_no_mark_changes_nothing_is_said(course, capsys):
    graded_again(course, capsys)  # which takes back the penalty that the class was made with
    assert "Marks that changed" not in graded_again(course, capsys)
