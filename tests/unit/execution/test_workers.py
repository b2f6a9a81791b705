"""Workers of this machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future

import pebble
import pytest

from grading.execution import workers
from grading.paths import ROOT

GRADER = """
import sys, time
from grading.execution import workers

def main():
    for _ in workers.local(1, do=tell, warm=False)(iter([("a", {})])):
        pass

def tell(task):
    import os
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    main()
"""


def test_a_worker_ends_with_a_grader_that_was_killed(tmp_path):
    path = tmp_path / "grader.py"
    path.write_text(GRADER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(path)], stdout=subprocess.PIPE, env=environment, text=True) as grader:
        worker = int(grader.stdout.readline())
        grader.send_signal(signal.SIGKILL)
        assert is_gone(worker, seconds=20)


def test_a_task_that_held_its_worker_is_done_again_without_a_look_for_causes():
    given = []

    def submit(text):
        given.append(json.loads(text))
        future = Future()
        if len(given) == 1:
            future.set_exception(TimeoutError())
        else:
            future.set_result(json.dumps({"version": workers.checks_fingerprint(), "failed": "once more"}))
        return future

    results = list(workers._in_flight([("a", {"number": 4})], submit, workers=1, tries=2))
    assert given == [{"number": 4}, {"number": 4, "brief": True}]
    assert results == [("a", {"failed": "once more", "seconds": workers.PATIENCE})]


@pytest.mark.parametrize("tasks", [0, 1, 5])
def test_there_are_no_more_workers_than_tasks(tasks, monkeypatch):
    sizes = []

    def pool(max_workers, **more):
        sizes.append(max_workers)
        return ThreadPool(max_workers)

    monkeypatch.setattr("pebble.ProcessPool", pool)
    version = workers.checks_fingerprint()
    executor = workers.local(3, do=lambda task: json.dumps({"version": version, "failed": "a test"}), warm=False)
    results = dict(executor((str(k), {"number": 4}) for k in range(tasks)))
    assert (len(results), sizes) == (tasks, [min(tasks, 3)] if tasks else [])


class ThreadPool(pebble.ThreadPool):
    """In place of processes, whose tasks have a time limit."""

    def schedule(self, function, args=(), timeout=None):
        return super().schedule(function, args)


def is_gone(process: int, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.2)
    return False
