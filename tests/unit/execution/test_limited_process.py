"""Work in a process of its own: what comes back, and what becomes of work without an end."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from grading import plan
from grading.errors import NotebookFileError, OverLimitError
from grading.execution import limited_process
from grading.execution.limited_process import in_limited_process
from grading.paths import ASSIGNMENT
from tests.hostile.build import notebook, put

ROOM = 500_000_000
HERE = os.getpid()

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process so")


def test_what_is_made_comes_back_however_large_it_is():
    assert in_limited_process(lambda: ["x" * 5_000_000, os.getpid() != HERE], 10, ROOM) == ["x" * 5_000_000, True]


def test_an_error_comes_back():
    def work():
        raise NotebookFileError("It is no notebook.")

    with pytest.raises(NotebookFileError, match="It is no notebook"):
        in_limited_process(work, 10, ROOM)


def test_work_that_takes_too_much_memory_fails_alone():
    with pytest.raises(MemoryError):
        in_limited_process(lambda: bytearray(10 * ROOM), 10, ROOM)


def without_end():
    while True:
        pass


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("work", [without_end, killed])
def test_work_that_dies_or_has_no_end_fails_alone(work):
    with pytest.raises(OverLimitError, match="more than 1 seconds"):
        in_limited_process(work, 1, ROOM)


def test_work_that_waits_for_a_lock_is_done_here(monkeypatch):
    monkeypatch.setattr(limited_process, "PATIENCE", 0.05)
    assert in_limited_process(lambda: "here" if os.getpid() == HERE else time.sleep(60), 1, ROOM) == "here"


def test_without_a_fork_the_work_is_done_here(monkeypatch):
    def no_fork():
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(limited_process, "_fork", no_fork)
    assert in_limited_process(os.getpid, 1, ROOM) == HERE


def test_a_student_whose_files_cannot_be_read_stops_no_other(tmp_path, monkeypatch):
    folders = [tmp_path / "ada", tmp_path / "cleo"]
    for folder in folders:
        (folder / ASSIGNMENT).mkdir(parents=True)
        put(folder / ASSIGNMENT, notebook(4))
    real = plan.read_student
    monkeypatch.setattr(plan, "read_student", lambda folder: killed() if folder.name == "ada" else real(folder))
    students = plan.Plan(plan.Choice(), b"secret", lambda key: True)
    assert not list(students.tasks(folders))
    assert [student.name for student in students.complete] == ["cleo"]
    assert students.failed[0].startswith("ada could not be read: it takes more than 120 seconds")
