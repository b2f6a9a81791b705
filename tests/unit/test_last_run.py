"""A course in which nothing has changed is known as such without being read; whatever has changed is read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from grading import last_run
from grading.__main__ import main
from grading.cli import grade as command
from grading.folder_lock import locked
from grading.grading_run import GradingRun
from grading.kept_files import kept_file
from grading.paths import ASSIGNMENT
from tests.support.small import STEM, by_hand, farm, small_course

STUDENTS = ("ada", "cleo")


@pytest.fixture
def readings(monkeypatch) -> list[Path]:
    """The courses that were read, one for each run that did not know what it would find."""
    courses: list[Path] = []
    made = command._graded

    def noted(course, *others):
        courses.append(course)
        return made(course, *others)

    monkeypatch.setattr(command, "_graded", noted)
    monkeypatch.setattr(command, "_executor", lambda *_: farm)
    monkeypatch.setattr(last_run, "SETTLED", -60.0)  # as if the class had handed in a minute ago
    return courses


@pytest.fixture
def course(tmp_path, readings) -> Path:
    """A small course after a run; the next one knows it."""
    folder = small_course(tmp_path / "course", STUDENTS)
    assert main([str(folder)]) == 0
    readings.clear()
    return folder


def submitted(course: Path) -> Path:
    return course / "submitted" / "ada" / ASSIGNMENT / f"{STEM}.ipynb"


def test_a_run_that_finds_nothing_changed_reads_nothing_and_prints_what_it_would_have_printed(course, readings, capsys):
    assert main([str(course)]) == 0
    printed = capsys.readouterr().out
    assert readings == []
    kept_file(course, last_run.NOTE).unlink()
    assert main([str(course)]) == 0
    assert readings == [course]
    assert capsys.readouterr().out == printed
    assert "2 students were graded before; their work has not changed since." in printed


def test_a_cache_that_python_makes_in_a_folder_is_no_change(course, readings):
    (course / "submitted" / "ada" / "__pycache__").mkdir()
    assert main([str(course)]) == 0
    assert readings == []


def same_length_and_time(course: Path) -> None:
    path = submitted(course)
    times = path.stat()
    path.write_text(path.read_text(encoding="utf-8")[::-1], encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def one_more_student(course: Path) -> None:
    shutil.copytree(course / "submitted" / "ada", course / "submitted" / "zoe")


CHANGES = {
    "a notebook of the same length and time": same_length_and_time,
    "one more student": one_more_student,
    "a notebook less": lambda course: submitted(course).unlink(),
    "a time of handing in": lambda course: submitted(course).with_name("timestamp.txt").write_text("2026-03-01 UTC"),
    "a stray file": lambda course: (course / "submitted" / "stray.txt").touch(),
    "an autograded notebook is gone": lambda course: next((course / "autograded").rglob("*.ipynb")).unlink(),
    "a feedback page is gone": lambda course: next((course / "feedback").rglob("*.html")).unlink(),
    "the marks are gone": lambda course: (course / "grades.csv").unlink(),
    "a grade by hand": lambda course: by_hand(course, "ada", "ex04_numbers", 1.0),
    "the gradebook is gone": lambda course: (course / "gradebook.db").unlink(),
    "another secret": lambda course: kept_file(course, "secret").touch(),
    "the results are gone": lambda course: kept_file(course, "results.db").unlink(),
    "settings of its own": lambda course: (course / "nbgrader_config.py").write_text("c = get_config()\n"),
    "lateness": lambda course: main(["late", str(course), "--due", "2026-03-01 12:00 UTC", "--percent", "10"]),
}


@pytest.mark.sample(5)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_has_changed_the_course_is_read(course, readings, change):
    change(course)
    main([str(course)])
    assert readings == [course]


@pytest.mark.parametrize("words", [["--force"], ["--student", "ada"], ["--notebook", STEM[:2]], ["--unconfined"]])
def test_a_run_of_another_choice_reads_the_course(course, readings, words):
    main([str(course), *words])
    assert readings == [course]


def test_a_file_that_has_only_just_been_written_may_change_unseen_so_the_next_run_reads_it(
    course, readings, monkeypatch
):
    monkeypatch.setattr(last_run, "SETTLED", 60.0)
    os.utime(submitted(course))
    for _ in range(2):
        main([str(course)])
    assert readings == [course, course]


def test_what_changes_while_the_class_is_graded_is_read_by_the_next_run(course, readings, monkeypatch):
    run = GradingRun.run

    def slow(grading):
        summary = run(grading)
        submitted(course).touch()
        return summary

    monkeypatch.setattr(GradingRun, "run", slow)
    main([str(course), "--force"])
    monkeypatch.setattr(GradingRun, "run", run)
    main([str(course)])
    assert len(readings) == 2


def test_a_notebook_that_could_not_be_graded_is_tried_again(tmp_path, readings):
    course = small_course(tmp_path / "course", ("cleo", "ivy"))
    for _ in range(2):
        assert main([str(course)]) == 1
    assert len(readings) == 2


def test_another_grader_s_course_is_not_looked_at(course, readings, capsys):
    with locked(course):
        assert main([str(course)]) == 2
    assert readings == []
    assert "Another run is grading" in capsys.readouterr().out


def test_an_unreadable_note_counts_as_none(course, readings):
    kept_file(course, last_run.NOTE).write_text("[1, 2", encoding="utf-8")
    assert main([str(course)]) == 0
    assert readings == [course]


def test_of_a_course_in_another_database_nothing_is_noted(tmp_path, readings):
    course = small_course(tmp_path / "course", STUDENTS)
    last_run.LastRun(course, ()).keep(last_run.Ended("text", 0), None)
    assert not kept_file(course, last_run.NOTE).exists()
