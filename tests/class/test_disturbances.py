"""Grading that is disturbed: killed, started twice, on a full disk. No mark is lost, doubled or changed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from grading.execution.result_store import Store
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, ROOT
from grading.submissions.course_notebooks import solved
from tests.support.small_class import STEMS, hand_in, small_class

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]
EXPECTED = {"ada": {1: 3, 2: 3, 4: 4}, "ben": {}, "cy": {10: 5}, "dan": {1: 3, 2: 3, 3: 4, 4: 4}}
ROUNDS = 5


@pytest.fixture
def course(tmp_path):
    """Four students with ten notebooks."""
    small_class(tmp_path)
    hand_in(tmp_path, "dan", {number: solved(STEMS[number]) for number in (1, 2, 3, 4)})
    return tmp_path


def command(course) -> list[str]:
    return [sys.executable, "-m", "grading", str(course), "--workers", "2"]


def graded(course) -> tuple[int, str]:
    done = subprocess.run(command(course), cwd=ROOT, capture_output=True, text=True, timeout=200)
    return done.returncode, done.stdout + done.stderr


def marks(course) -> dict[str, dict[int, float]]:
    """By student, the exercises that earned points."""
    students = read_marks(f"sqlite:///{course}/gradebook.db").students
    return {each.id: {int(stem[:2]): points for stem, points in each.points.items() if points} for each in students}


@pytest.mark.parametrize("times", [1, 10])
def test_a_run_that_is_killed_is_continued_without_a_lost_or_doubled_mark(course, times):
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    quiet = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    for _ in range(times):
        process = subprocess.Popen(command(course), **quiet)
        time.sleep(chance.uniform(0.5, 5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    code, told = graded(course)

    assert code == 0, (seed, told)
    assert marks(course) == EXPECTED, seed
    with Store(course) as store:
        assert len(list(store.rows())) == 10
    for student, exercises in EXPECTED.items():
        for number in exercises:
            json.loads((course / "autograded" / student / ASSIGNMENT / f"{STEMS[number]}.ipynb").read_text())


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_of_two_graders_one_grades_and_the_other_says_who_does(course, turn):
    both = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    first = subprocess.Popen(command(course), **both)
    time.sleep(turn / 2)
    second = subprocess.Popen(command(course), **both)
    told = {process: process.communicate(timeout=200)[0] for process in (first, second)}

    assert sorted(process.returncode for process in told) == [0, 2]
    (refused,) = (text for process, text in told.items() if process.returncode == 2)
    assert "Another run is grading" in refused
    assert marks(course) == EXPECTED


@contextmanager
def small_disk(folder, size: str):
    """A disk of this size, in memory."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root alone")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("size", ["500k", "700k", "1m", "1400k"])
def test_on_a_full_disk_a_sentence_says_so_and_the_next_run_is_right(course, tmp_path_factory, size):
    with small_disk(tmp_path_factory.mktemp("disk") / "small", size) as disk:
        shutil.copytree(course, disk / "course")
        code, told = graded(disk / "course")
        assert code in (1, 2), told
        assert "make room" in told.lower()
        assert "Traceback" not in told
        larger = shutil.copytree(disk / "course", tmp_path_factory.mktemp("larger") / "course")

    assert graded(larger)[0] == 0
    assert marks(larger) == EXPECTED
