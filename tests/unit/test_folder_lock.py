"""One grader a course."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from grading.errors import CourseLockedError
from grading.folder_lock import locked
from grading.paths import ROOT

HOLD = "import sys, time, pathlib; from grading.folder_lock import locked\n"
HOLD += "with locked(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock of the course in ``tmp_path``."""
    words = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_grader_is_told_who_is_at_it_and_since_when(other, tmp_path):
    with (
        pytest.raises(CourseLockedError, match=rf"process {other.pid} on .*, started at \d\d:"),
        locked(tmp_path),
    ):
        pass


def test_the_lock_of_a_grader_that_was_killed_is_taken_over(other, tmp_path):
    other.send_signal(signal.SIGKILL)
    other.wait()
    with locked(tmp_path):
        assert f"process {os.getpid()} on" in (tmp_path / ".grading" / "lock").read_text()


def test_it_is_free_again_afterwards(tmp_path):
    for _ in range(2):
        with locked(tmp_path):
            pass
