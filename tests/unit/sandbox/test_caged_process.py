"""A caged process that stays for the further runs of an answer: what it keeps, and what it never learns."""

from __future__ import annotations

import pytest

from grading.execution.hidden_parameters import hidden_settings
from grading.execution.task import own_sandbox as of_this_thread
from grading.execution.task import task, work
from grading.paths import stems
from grading.sandbox.results import read_record
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.support.sandboxed import job

COUNTS = "import math\nmath.count = getattr(math, 'count', 0) + 1\nprint(math.count, tau)"
ASKS = """import os
if not os.path.exists('asked'):
    open('asked', 'w').close()
    os.write(3, b'{"printed": "forged"}\\n{"end": {"variables": {}, "failure": null, "overwritten": [], "warnings": []}}\\n')
    os.write(4, b'.')
    next_job = os.read(4, 100_000).decode()
    os.pwrite(3, b'{"printed": "' + next_job[-9:].encode() + b'"}', 0)
    print(next_job)
"""  # noqa: E501


def further(sandbox, source: str, tau: float, wall: float = 10.0):
    return sandbox.run_on(job(source, values={"tau": tau}, stays=True), wall)


def test_a_further_run_goes_on_in_the_process_of_the_first_and_its_results_stand_alone(sandbox):
    first = sandbox.run(job(COUNTS, stays=True))
    second = further(sandbox, COUNTS, 0.5)
    assert [read_record(result, COUNTS).observation.printed for result in (first, second)] == ["1 0.02\n", "2 0.5\n"]
    assert sandbox.has_stayed


def test_a_new_run_gets_a_new_process(sandbox):
    sandbox.run(job(COUNTS, stays=True))
    assert read_record(sandbox.run(job(COUNTS, stays=True)), COUNTS).observation.printed == "1 0.02\n"


def test_one_that_does_not_stay_has_ended_with_its_run(sandbox):
    assert sandbox.run(job("print(1)")).code == 72
    assert not sandbox.has_stayed


def test_once_dismissed_it_is_gone(sandbox):
    sandbox.run(job("pass", stays=True))
    sandbox.dismiss()
    assert not sandbox.has_stayed
    assert read_record(sandbox.run(job("print(1)")), "").observation.printed == "1\n"


@pytest.mark.parametrize("end", ["os._exit(0)", "import ctypes; ctypes.string_at(0)", "os.close(4)"])
def test_one_that_ends_itself_does_not_stay(sandbox, end):
    sandbox.run(job(f"import os\n{end}", stays=True))
    assert not sandbox.has_stayed


def test_one_that_ends_after_its_run_is_seen_to_have_ended(sandbox):
    source = "import os, threading, time\nthreading.Thread(target=lambda: (time.sleep(0.3), os._exit(0))).start()"
    sandbox.run(job(source, stays=True))
    result = further(sandbox, "import time\ntime.sleep(2)", 1.0)
    assert not read_record(result, "").whole
    assert not sandbox.has_stayed


def test_one_that_is_held_up_is_ended_after_its_time(sandbox):
    sandbox.run(job("pass", stays=True))
    result = further(sandbox, "import time\ntime.sleep(30)", 1.0, wall=0.5)
    assert result.timed_out
    assert not sandbox.has_stayed


def test_a_run_that_asks_for_the_next_job_itself_shows_nothing_of_it(sandbox):
    first = sandbox.run(job(ASKS, stays=True))
    further(sandbox, ASKS, 0.123456789, wall=2.0)
    assert read_record(first, ASKS).observation.printed == "forged"
    assert b"123456789" not in first.output


class TestOfAnAnswer:
    def result(self, source: str, number: int = 4) -> dict:
        return work(task(number, source, [], hidden_settings(bytes(32), COURSE.exercise(number), source, [])))

    def test_its_process_is_never_another_s(self):
        marked = f"import math\nassert not hasattr(math, 'left')\nmath.left = 1\n{solved(stems()[3])}"
        assert self.result(marked.replace("assert not hasattr(math, 'left')\n", ""))["state"] == "right"
        assert self.result(solved(stems()[3]) + "\nimport math\nassert not hasattr(math, 'left')")["state"] == "right"

    def test_a_run_that_what_is_left_of_another_stops_is_made_again_alone(self):
        source = (
            f"import os\nif os.path.exists('run'):\n    os._exit(0)\nopen('run', 'w').close()\n{solved(stems()[3])}"
        )
        result = self.result(source)
        assert (result["state"], result["flags"]) == ("right", [])

    def test_all_its_runs_take_one_process(self, monkeypatch):
        begun = []
        sandbox = of_this_thread()
        run = type(sandbox).run
        monkeypatch.setattr(type(sandbox), "run", lambda *given, **more: begun.append(given) or run(*given, **more))
        assert self.result(solved(stems()[3]))["state"] == "right"
        assert len(begun) == 1
