"""The grading engine: the same marks whoever asks, only what changed is run, and nothing is lost on the way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys

import pytest

from grading.__main__ import main
from grading.execution.hidden_parameters import hidden_settings, secret
from grading.execution.workers import here, local
from grading.gradebook.reader import read_marks
from grading.gradebook.writer import Writer
from grading.grading_run import GradingRun
from grading.paths import ASSIGNMENT, ROOT
from grading.plan import Choice
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import MISSING
from tests.support.small import release
from tests.support.small_class import STEMS, hand_in, small_class

pytestmark = [pytest.mark.sandbox]


def run(course, farm=here, **choice):
    return GradingRun(course, farm, Choice(**choice)).run()


def marks(course) -> dict:
    return {each.id: each.points for each in read_marks(f"sqlite:///{course}/gradebook.db").students}


EXPECTED = {"ada": {1: 3, 2: 3, 4: 4}, "ben": {4: 0}, "cy": {10: 5}}


def as_expected(course) -> bool:
    found = {student: {int(stem[:2]): s for stem, s in row.items() if s} for student, row in marks(course).items()}
    return found == {student: {k: v for k, v in row.items() if v} for student, row in EXPECTED.items()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A course whose gradebook knows the assignment, and nobody."""
    course = tmp_path_factory.mktemp("empty")
    (course / "submitted").mkdir()
    release(course)
    return course


@pytest.fixture
def fresh(empty, tmp_path):
    """A copy of it."""
    return shutil.copytree(empty, tmp_path / "course")


@pytest.fixture(scope="module")
def graded(empty, tmp_path_factory):
    course = shutil.copytree(empty, tmp_path_factory.mktemp("engine") / "course")
    small_class(course)
    run(course)
    return course


def test_every_mark_is_as_constructed(graded):
    assert as_expected(graded)


def test_a_second_run_executes_nothing_and_one_changed_notebook_is_one(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "again")
    again = run(course)
    assert (again.executed, again.unchanged) == (0, 3)
    hand_in(course, "ben", {4: solved(STEMS[4]) + "\n# at last"})
    assert run(course).executed == 1
    assert marks(course)["ben"][STEMS[4]] == 4


def test_a_notebook_that_is_taken_back_loses_its_marks(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "back")
    (course / "submitted" / "ada" / ASSIGNMENT / f"{STEMS[4]}.ipynb").unlink()
    run(course)
    assert marks(course)["ada"][STEMS[4]] == 0
    assert marks(course)["ada"][STEMS[2]] == 3


def test_a_student_who_takes_everything_back_has_no_marks_left(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "all back")
    shutil.rmtree(course / "submitted" / "ada" / ASSIGNMENT)
    run(course)
    assert sum(marks(course)["ada"].values()) == 0


def test_a_grade_given_by_hand_stays_when_another_notebook_changes(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "hand")
    with Writer(f"sqlite:///{course}/gradebook.db") as writer:
        grade = writer.gradebook.find_grade("ex10_written", STEMS[10], ASSIGNMENT, "cy")
        assert grade.needs_manual_grade
        grade.manual_score, grade.needs_manual_grade = 2, False
        writer.gradebook.db.commit()
    hand_in(course, "cy", {4: solved(STEMS[4])})
    run(course)
    assert marks(course)["cy"][STEMS[10]] == 7
    assert [each.waiting for each in read_marks(f"sqlite:///{course}/gradebook.db").students] == [[], [], []]


def test_the_late_policy_that_was_asked_for_holds_when_a_class_is_graded_again(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "late")
    (course / "submitted" / "ada" / ASSIGNMENT / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC\n")
    options = ["--due", "2026-03-01 13:00", "--zone", "UTC", "--percent", "50"]
    assert main(["late", str(course), *options]) == 1  # the others have no time
    hand_in(course, "ada", {4: solved(STEMS[4]) + "\n# again"})
    run(course)
    with Writer(f"sqlite:///{course}/gradebook.db") as writer:
        assert writer.gradebook.find_submission(ASSIGNMENT, "ada").late_submission_penalty == 5


def test_late_penalties_and_extensions_hold_when_nbgrader_itself_grades_again(graded, tmp_path):
    course = shutil.copytree(graded, tmp_path / "late")
    for student in ("ada", "cy"):
        stamp = course / "submitted" / student / ASSIGNMENT / "timestamp.txt"
        stamp.write_text("2026-03-02 12:00:00 UTC\n", encoding="utf-16")
    due = ["--due", "2026-03-01 13:00", "--zone", "UTC", "--percent", "50"]
    assert main(["late", str(course), *due, "--student", "cy", "--until", "2026-03-05 12:00"]) == 1  # ben has no time
    before = marks_after_penalties(course)
    with Writer(f"sqlite:///{course}/gradebook.db") as writer:
        for notebook in writer.gradebook.find_submission(ASSIGNMENT, "ada").notebooks:
            notebook.late_submission_penalty = None
        writer.gradebook.db.commit()
    program = os.path.join(os.path.dirname(sys.executable), "nbgrader")
    words = [program, "autograde", ASSIGNMENT, "--quiet", "--force"]
    done = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "LIF_COURSE": str(course)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert marks_after_penalties(course) == before
    assert before["ada"] == marks_after_penalties(graded)["ada"] / 2


def marks_after_penalties(course):
    return {each.id: each.score for each in read_marks(f"sqlite:///{course}/gradebook.db").students}


@pytest.mark.slow
def test_several_processes_give_the_same_marks(fresh):
    small_class(fresh)
    run(fresh, local(2))
    assert as_expected(fresh)


@pytest.mark.slow
def test_nbgraders_own_command_gives_the_same_marks(graded, fresh):
    small_class(fresh)
    program = os.path.join(os.path.dirname(sys.executable), "nbgrader")
    here_and_now = {**os.environ, "LIF_COURSE": str(fresh)}
    words = [program, "autograde", ASSIGNMENT, "--quiet"]
    done = subprocess.run(words, cwd=ROOT, env=here_and_now, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert as_expected(fresh)
    assert marks(fresh) == marks(graded)


def test_a_module_that_grading_lacks_costs_nothing_and_both_are_told(fresh):
    hand_in(fresh, "eve", {4: "import pandas as pd\n" + solved(STEMS[4])})
    summary = run(fresh)
    assert marks(fresh)["eve"][STEMS[4]] == 4
    assert [remark for remark in summary.remarks if remark.startswith("eve: ") and "pandas" in remark] != []
    page = (fresh / "feedback" / "eve" / ASSIGNMENT / f"{STEMS[4]}.html").read_text(encoding="utf-8")
    assert MISSING.format(name="pandas").split("`")[-1] in page


def test_feedback_tells_nothing_of_the_hidden_parameters(fresh):
    spy = "v = el\nif abs(tau - 19 * dt) > 1.5 * dt:\n    raise ValueError(f'<{tau}>{el}')"
    answer = solved(STEMS[4]).replace("v = el", spy)
    hand_in(fresh, "eve", {4: answer})
    run(fresh)
    page = (fresh / "feedback" / "eve" / ASSIGNMENT / f"{STEMS[4]}.html").read_text(encoding="utf-8")
    for p in hidden_settings(secret(fresh), COURSE.exercise(4), answer):
        assert str(p.tau) not in page
        assert str(p.el) not in page
    assert "With other parameters your code stops with ValueError" in page


def dies(task: str) -> str:
    """Work that kills its worker on one of the tasks."""
    from grading.execution.workers import perform

    if json.loads(task)["number"] == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return perform(task)


def test_a_submission_that_kills_its_worker_twice_fails_with_the_reason_and_the_rest_goes_on(fresh):
    hand_in(fresh, "ada", {1: solved(STEMS[1]), 4: solved(STEMS[4])})
    hand_in(fresh, "ben", {2: solved(STEMS[2])})
    summary = run(fresh, local(2, dies))
    assert "its worker died" in summary.failed[0]
    assert marks(fresh)["ada"] == {**dict.fromkeys(marks(fresh)["ada"], 0), STEMS[1]: 3}
    assert marks(fresh)["ben"][STEMS[2]] == 3
    assert run(fresh).executed == 1  # a failure is not kept: the next run tries it again
    assert marks(fresh)["ada"][STEMS[4]] == 4
