"""A Dask scheduler and two workers on this machine, of which one is killed in the middle."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from grading.demo_class import submission, write_demo
from grading.errors import GradingError
from grading.execution.workers import cluster
from grading.gradebook.reader import read_marks
from grading.grading_run import GradingRun
from grading.paths import ASSIGNMENT, stems
from grading.plan import Choice
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.support.dask_programs import found_in, started

pytestmark = [pytest.mark.sandbox, pytest.mark.slow]
STUDENTS = 12


@pytest.fixture
def scheduler(tmp_path):
    log = tmp_path / "scheduler.log"
    with started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", log=log):
        yield found_in(log, r"Scheduler at:\s+(tcp://\S+)")


def worker(address: str, tmp_path: Path, name: str):
    words = (
        "--nworkers",
        "1",
        "--nthreads",
        "1",
        "--no-dashboard",
        "--host",
        "127.0.0.1",
        "--no-nanny",
        "--name",
        name,
    )
    return started("worker", address, *words, "--local-directory", str(tmp_path / name), log=tmp_path / f"{name}.log")


def test_a_lost_worker_s_work_is_done_by_the_other_and_all_marks_are_right(scheduler, tmp_path):
    course, numbers = tmp_path / "course", (1, 2, 3, 4)
    for k in range(STUDENTS):
        for number in numbers:
            answer = solved(stems()[number - 1]) + f"\n# student {k}"
            write_demo(
                course / "submitted" / f"s{k:02d}" / ASSIGNMENT,
                stems()[number - 1],
                submission(stems()[number - 1], answer),
            )
    with worker(scheduler, tmp_path, "one"), worker(scheduler, tmp_path, "two") as second:
        found_in(tmp_path / "two.log", r"(Registered to)")
        told = []

        def tell(done: int, total: int) -> None:
            told.append(done)
            if len(told) == 3:
                second.send_signal(signal.SIGKILL)

        summary = GradingRun(course, cluster(scheduler), Choice(), tell).run()
    assert second.returncode == -signal.SIGKILL
    assert summary.failed == []
    marks = read_marks(f"sqlite:///{course}/gradebook.db").students
    full = sum(part.points for number in numbers for part in COURSE.exercise(number).parts)
    assert {each.id: each.raw for each in marks} == {f"s{k:02d}": full for k in range(STUDENTS)}


def test_where_there_is_no_scheduler_a_sentence_says_so():
    with pytest.raises(GradingError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"):
        list(cluster("tcp://127.0.0.1:9")(iter([])))
