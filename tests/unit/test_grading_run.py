"""A run of the grader: what it announces before it starts, and what it does while it is asked for tasks."""

from __future__ import annotations

import unicodedata
import warnings
from pathlib import Path

import pytest

from grading import grading_run
from grading.__main__ import main
from grading.cli import grade as command
from grading.config import database_of
from grading.execution import task
from grading.execution.result_store import Store
from grading.feedback.digests import page_path
from grading.gradebook.reader import read_marks
from grading.grading_run import OTHER_CHECKS, GradingRun
from grading.paths import ASSIGNMENT
from grading.plan import PATIENCE, SHORT, Choice, Plan
from grading.states import HURRIED
from grading.summary import Summary
from tests.support.small import STEM, farm, small_course

STUDENTS = ("ada", "cleo")


@pytest.fixture
def course(tmp_path) -> Path:
    return small_course(tmp_path / "course", STUDENTS)


@pytest.fixture
def changed_checks(monkeypatch, course):  # the course was graded with the checks as they are
    for module in (grading_run, task):
        monkeypatch.setattr(module, "checks_fingerprint", lambda: "others")


def graded(course: Path, **choice) -> tuple[Summary, list[str]]:
    """What a run did, and what it announced."""
    sentences: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summary = GradingRun(course, farm, Choice(**choice), announce=sentences.append).run()
    return summary, sentences


def test_a_course_that_is_graded_for_the_first_time_is_told_nothing_of_checks(course):
    with Store(course) as store:
        for rows in ("results", "recorded", "facts where name = 'checks'"):
            store.database.execute(f"delete from {rows}")
    summary, sentences = graded(course)
    assert (summary.executed, sentences) == (2, [])


def test_with_the_same_checks_nothing_runs_again_and_nothing_is_said(course):
    summary, sentences = graded(course)
    assert (summary.executed, sentences) == (0, [])


@pytest.mark.usefixtures("changed_checks")
def test_where_the_checks_have_changed_every_answer_runs_again_and_one_line_says_so_once(course):
    summary, sentences = graded(course)
    assert (summary.executed, sentences) == (2, [OTHER_CHECKS])
    summary, sentences = graded(course)
    assert (summary.executed, sentences) == (0, [])


@pytest.mark.usefixtures("changed_checks")
def test_a_run_of_one_student_leaves_the_line_for_the_run_of_the_others(course):
    assert graded(course, student="ada")[1] == [OTHER_CHECKS]
    assert graded(course)[1] == [OTHER_CHECKS]
    assert graded(course)[1] == []


@pytest.mark.usefixtures("changed_checks")
def test_the_line_stands_before_everything_that_the_command_prints(course, monkeypatch, capsys):
    monkeypatch.setattr(command, "_executor", lambda *_: farm)
    assert main([str(course)]) == 0
    assert capsys.readouterr().out.startswith(f"{OTHER_CHECKS}\n\nstudent")


def test_asking_for_tasks_records_nothing(course):
    with Store(course) as store:
        before = list(store.database.iterdump())
        plan = Plan(Choice(force=True), bytes(32), store.has)
        tasks = list(plan.tasks(sorted((course / "submitted").iterdir())))
        assert list(store.database.iterdump()) == before
    assert (len(tasks), plan.complete) == (2, [])


def test_students_whose_results_are_all_there_wait_for_nobody(course):
    plan = Plan(Choice(), bytes(32), lambda key: True)
    assert list(plan.tasks(sorted((course / "submitted").iterdir()))) == []
    assert [student.name for student in plan.complete] == list(STUDENTS)


def test_a_module_that_grading_lacks_is_told(course):
    def lacking(tasks):
        for key, result in farm(tasks):
            yield key, {**result, "missing": ["pandas"]}

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summary = GradingRun(course, lacking, Choice(student="ada", force=True)).run()
    (remark,) = (remark for remark in summary.remarks if "The answer imports pandas, which is not among" in remark)
    assert "install none because an answer imports it" in remark


def test_a_student_with_an_apostrophe_and_accents_is_graded(course):
    name = "O'Brien, José (王)"
    (course / "submitted" / "ada").rename(course / "submitted" / unicodedata.normalize("NFD", name))
    summary, _ = graded(course)
    assert (summary.failed, summary.students) == ([], 2)
    assert name in {student.id for student in read_marks(database_of(course)).students}
    assert page_path(course, name).is_file()


def test_what_is_left_of_a_student_who_holds_workers_comes_after_all_others(course):
    plan = Plan(Choice(), bytes(32), lambda key: False)
    folders = sorted((course / "submitted").iterdir())
    plan.spent[folders[0].name] = PATIENCE + 1
    assert [task for folder in folders for _, task in plan.tasks([folder])] == [
        task for _, task in Plan(Choice(), bytes(32), lambda key: False).tasks(folders[1:])
    ]
    assert [task["wall"] for _, task in plan.last_tasks()] == [SHORT]


def test_a_student_who_has_time_left_gets_no_result_that_was_made_in_a_hurry_for_another(course):
    plan = Plan(Choice(), bytes(32), lambda key: False)
    ada, cleo = sorted((course / "submitted").iterdir())
    plan.spent[ada.name] = PATIENCE + 1
    (course / "submitted" / cleo.name / ASSIGNMENT / f"{STEM}.ipynb").write_bytes(
        (ada / ASSIGNMENT / f"{STEM}.ipynb").read_bytes()
    )
    usual = dict(Plan(Choice(), bytes(32), lambda key: False).tasks([cleo]))
    run = dict([*plan.tasks([ada, cleo]), *plan.last_tasks()])
    assert {key: run[key] for key in usual} == usual
    hurried = run.keys() - usual.keys()
    assert all(key.endswith(HURRIED) and run[key]["wall"] == SHORT for key in hurried)
    assert {student.name for key in hurried for student in plan.pending[key]} <= {ada.name}


def test_a_result_that_was_made_in_a_hurry_is_made_again_where_there_is_time(course):
    ada = course / "submitted" / "ada"
    plan = Plan(Choice(), bytes(32), lambda key: False)
    plan.spent["ada"] = PATIENCE + 1
    stored = dict([*plan.tasks([ada]), *plan.last_tasks()])
    again = Plan(Choice(), bytes(32), stored.__contains__)
    assert {f"{key}{HURRIED}" for key, _ in again.tasks([ada])} == stored.keys()
    once_more = Plan(Choice(), bytes(32), stored.__contains__)
    once_more.spent["ada"] = PATIENCE + 1
    assert ([*once_more.tasks([ada]), *once_more.last_tasks()], len(once_more.complete)) == ([], 1)


def test_the_time_of_an_answer_counts_for_each_student_who_gave_it(course):
    plan = Plan(Choice(), bytes(32), lambda key: False)
    ((key, _), *_) = plan.tasks(sorted((course / "submitted").iterdir()))
    names = [student.name for student in plan.arrived(key, 12.0)]
    assert plan.spent == {name: 12.0 / len(names) for name in names}
