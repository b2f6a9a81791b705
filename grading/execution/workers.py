"""Where the work is done: in this process, in several on this machine, or on a Dask cluster. One interface for all.

An executor is a function from an iterator of (key, task) to a generator of (key, result), in any order. It takes few
more tasks than it has workers for, so the tasks of thousands are never in memory at once. Tasks and results travel
as JSON.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import threading
import time
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait

from grading.errors import GradingError, SandboxError
from grading.text import clean

from .task import checks_fingerprint, own_sandbox, work
from .verdict_data import NoResultError, received

Tasks = Iterable[tuple[str, dict]]
Results = Generator[tuple[str, dict], None, None]
Executor = Callable[[Tasks], Results]

PATIENCE = 240  # seconds that a worker may take for one task; the runs in it have limits of their own, far below
TRIES = 2  # of a task whose worker died
LONGEST = 10_000_000  # characters of a result
SECOND = 1.0  # between two looks at whether the grader is still there
AHEAD = 3  # tasks in flight for each worker


def perform(task: str) -> str:
    """``work`` with JSON at both ends; its errors are data, so that they do not look like a lost worker."""
    try:
        answer: dict[str, dict | str] = {"result": work(json.loads(task))}
    except SandboxError as problem:
        answer = {"no sandbox": str(problem)}
    except Exception as problem:
        answer = {"failed": f"{type(problem).__name__}: {problem}"[:300]}
    return json.dumps({**answer, "version": checks_fingerprint()})


def here(tasks: Tasks) -> Results:
    """One after the other, in this process."""
    for key, task in tasks:
        yield key, _opened(perform(json.dumps(task)), task["number"])


def start_sandbox() -> None:
    """Start this process's sandbox; where there can be none, the first task says so."""
    with contextlib.suppress(SandboxError):
        own_sandbox().start()


def end_with(grader: int) -> None:
    """End this worker once the grader is gone, however it ended; the sandbox goes with it."""

    def watch() -> None:
        while os.getppid() == grader:
            time.sleep(SECOND)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def local(workers: int, do: Callable[[str], str] = perform, warm: bool = True) -> Executor:
    """In ``workers`` processes on this machine, or in one for each task where there are fewer.

    A dead or hanging one is replaced, and its task done again, once. With ``warm`` they start their sandboxes at once.
    """

    def executor(tasks: Tasks) -> Results:
        from multiprocessing import get_context

        from pebble import ProcessPool

        tasks = iter(tasks)
        first = list(itertools.islice(tasks, workers))
        if not first:
            return
        needed = len(first)
        pool = ProcessPool(
            max_workers=needed, context=get_context("spawn"), initializer=end_with, initargs=[os.getpid()]
        )
        every = itertools.chain(first, tasks)
        try:
            for _ in range(needed if warm else 0):  # while more tasks are made
                pool.schedule(start_sandbox, timeout=PATIENCE)
            yield from _in_flight(every, lambda task: pool.schedule(do, [task], timeout=PATIENCE), needed, TRIES)
        finally:
            pool.stop()
            pool.join()

    return executor


def cluster(address: str) -> Executor:
    """On the workers of a Dask scheduler, which replaces those that are lost."""

    def executor(tasks: Tasks) -> Results:
        from distributed import Client

        try:
            client = Client(address, timeout=8)
        except (OSError, ValueError) as problem:
            raise GradingError(f"There is no Dask scheduler at {address} ({problem}).") from None
        with client:
            client.run_on_scheduler(_be_strict)
            client.wait_for_workers(1, timeout=60)
            workers = max(sum(client.nthreads().values()), 1)
            pool = client.get_executor(pure=False)
            yield from _in_flight(tasks, lambda task: pool.submit(perform, task), workers, 1)

    return executor


def _be_strict(dask_scheduler) -> None:
    """A task whose worker dies is tried once more; a worker that is silent for a minute is given up."""
    dask_scheduler.allowed_failures = TRIES - 1
    dask_scheduler.worker_ttl = 60
    check = dask_scheduler.periodic_callbacks.get("worker-ttl")
    if check is not None:
        check.callback_time = 10_000  # ms


def _in_flight(tasks: Tasks, submit: Callable[[str], Future], workers: int, tries: int) -> Results:
    """Keep so many workers busy; give back what is done as it comes. A task is tried ``tries`` times.

    After the first time nobody looks for causes, as this may have held the worker. What it took counts all the same.
    """
    tasks = iter(tasks)
    flying: dict[Future, tuple[str, str, int, float]] = {}  # to key, task, tries left and seconds lost
    more = True
    while flying or more:
        while more and len(flying) < workers * AHEAD:
            upcoming = next(tasks, None)
            if upcoming is None:
                more = False
            else:
                key, task = upcoming
                text = json.dumps(task)
                flying[submit(text)] = (key, text, tries, 0.0)
        done, _ = wait(flying, timeout=1, return_when=FIRST_COMPLETED)
        for future in done:
            key, text, left, lost = flying.pop(future)
            if future.cancelled():
                raise GradingError("The connection to the workers was lost. Run the same command again to go on.")
            problem = future.exception()
            lost += PATIENCE if isinstance(problem, TimeoutError) else 0.0
            if problem is None:
                result = _opened(future.result(), json.loads(text)["number"])
                yield key, {**result, "seconds": result.get("seconds", 0.0) + lost}
            elif left > 1:
                brief = json.dumps({**json.loads(text), "brief": True})
                flying[submit(brief)] = (key, brief, left - 1, lost)
            else:
                failed = f"its worker died or did not answer, twice ({type(problem).__name__})"
                yield key, {"failed": failed, "seconds": lost}


def _opened(text: object, number: int) -> dict:
    """A result of exercise ``number``, or {"failed": why}. Raises GradingError where no other could fare better."""
    try:
        answer = json.loads(text) if isinstance(text, str) and len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        answer = None
    if type(answer) is not dict:
        return {"failed": "its worker sent something that is not a result"}
    if type(answer.get("no sandbox")) is str:
        raise GradingError(clean(answer["no sandbox"])[:1_000])
    if answer.get("version") != checks_fingerprint():
        raise GradingError("A worker has other checks than this machine. Give all the same version of the repository.")
    if type(answer.get("failed")) is str:
        return {"failed": clean(answer["failed"])[:300]}
    try:
        return received(number, answer.get("result"))
    except NoResultError as problem:
        return {"failed": f"its worker sent something that is not a result ({problem})"}
