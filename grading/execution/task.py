"""The work on one notebook: from its answer and the parameters to a verdict and its outputs. A pure function.

It runs in a worker, on this machine or another. Student code runs in the worker's sandbox, the judge outside of it.
"""

from __future__ import annotations

import atexit
import hashlib
import threading
import time
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np

from grading.current_course import COURSE
from grading.errors import SandboxDiedError
from grading.paths import ROOT
from grading.sandbox import drawings, results
from grading.sandbox.sandbox import RunResult, Sandbox
from grading.sandbox.unconfined import Unconfined
from slipcheck.assessment import assess
from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Parameters
from slipcheck.judge.quantities import Variable
from slipcheck.missing_packages import missing_packages
from slipcheck.observe import EXACT, Observation
from slipcheck.observe.never_ending import LONGER, Endless
from slipcheck.observe.other_cells import CELL_SECONDS
from slipcheck.observe.time_limit import SECONDS_PER_RUN
from slipcheck.runs import STOPPED, given_values, replaced_names, run_all
from slipcheck.verdict import PartVerdict, Rerun, Run, State, Verdict

from .memory_limits import memory_for
from .verdict_data import verdict_as_json

TRIES = 2  # for a sandbox that went down
JUDGE = 20.0  # seconds of processor time that a judgement may take
DIAGNOSIS = 8.0  # the same for why an answer is wrong: the judgement does not wait for it any longer
WALL = 60.0  # seconds of the clock for all runs of one notebook
DRAWING = 20.0  # the same for its pictures
MEMORY = 2 << 30  # bytes that the judgement and the look for causes may take together
BRIEF = "was graded without a look for causes: its worker had died or did not answer"
HELD = "kept its worker waiting until it was stopped"
MISSING = 5  # packages that are named
UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError)  # what reading an answer may raise
PRINTED = 20_000  # characters of what an answer printed that the feedback shows
_of_thread = threading.local()  # each thread of a worker has its sandbox, and keeps drawings


@cache
def checks_fingerprint() -> str:
    """A digest of the checks: of all code that has a say in a verdict."""
    digest = hashlib.sha256()
    for folder in (COURSE.package_folder, ROOT / "slipcheck", ROOT / "grading" / "sandbox"):
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.relative_to(folder.parent).as_posix().encode() + path.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def work(task: dict) -> dict:
    """Do one task: ``number``, ``source``, ``cells`` and ``parameters`` (the hidden ones) in, plain data out.

    With ``brief`` in it nobody looks for causes. Only with ``unconfined`` in it does student code run with the rights
    of this process.

    The result has ``state``, ``points``, ``parts`` (name, points, right, slip, message, and its panel as ``html`` and
    ``text``), ``notes``, ``missing`` (packages), ``flags``, ``outputs``, ``failure``, ``runs``, ``seconds``.
    """
    began = time.monotonic()
    exercise = COURSE.exercise(task["number"])
    records: list[results.Record] = []
    confined = not task.get("unconfined")
    clock = WallClock(task.get("wall", WALL), confined)
    named = [quantity.name for quantity in exercise.quantities if isinstance(quantity, Variable)]
    around = {"cells": task["cells"], "named": named}

    def observed(source: str, p: Parameters, replacing: Mapping[str, float], seconds: float, **more: bool | str):
        job = {"source": source, "values": given_values(exercise, p, replacing), **around}
        asked = {"replacing": dict(replacing), "seconds": seconds, "pictures": not replacing and "record" not in more}
        record = clock.observed({**job, **asked, **more})
        if source == task["source"]:  # of another text, nothing is to be flagged or shown
            records.append(record)
        return record.observation

    def observe_at(p: Parameters, replacing: Mapping[str, float], seconds: float, is_sketched: bool):
        more = {"sketch": EXACT} if is_sketched else {}
        return observed(task["source"], p, replacing, seconds, stays=is_sketched, **more)

    hidden = [type(exercise.parameters)(**values) for values in task["parameters"]]
    runs = run_all(exercise, task["source"], observe_at, hidden)
    first = next(record for record in records if record.observation is runs[0].observation)
    first.observation.missing = _missing(task["source"], exercise)
    if first.records:
        drawings.add(first, _drawn(first.records, confined))

    def rerun(source: str) -> Rerun:
        def record(p: Parameters, as_written: bool, with_figures: bool):
            replacing = {} if as_written else replaced_names(exercise)
            return observed(source, p, replacing, SECONDS_PER_RUN, record=True, sketch=not with_figures)

        return Rerun(record, attempt, rerun)

    def attempt(sources: Sequence[str], p: Parameters, as_written: bool) -> list[Observation]:
        replacing = {} if as_written else replaced_names(exercise)
        job = {"values": given_values(exercise, p, replacing), "replacing": replacing, **around}
        return results.read_trials(clock.run({**job, "trials": list(sources)}), list(sources))

    is_odd = clock.is_over or bool(_flags(records))  # then no search for slips: it would run the code many times
    brief = bool(task.get("brief"))
    verdict = _judged(exercise, runs, None if is_odd else rerun(task["source"]), brief)
    return {
        **verdict_as_json(verdict, task["source"]),
        "notes": list(dict.fromkeys(first.notes)),
        "missing": first.observation.missing,
        "flags": _flags(records) + [HELD] * clock.is_over + [BRIEF] * brief + _offers(verdict),
        "outputs": _outputs(first),
        "failure": first.observation.failure,
        "runs": len(runs),
        "seconds": round(time.monotonic() - began, 3),
    }


def _judged(exercise: Exercise, runs: list[Run], rerun: Rerun | None, brief: bool = False) -> Verdict:
    """The verdict, ``brief`` without causes; of an answer that takes too long to be judged, no part is right."""
    seconds = 0.0 if brief else DIAGNOSIS
    try:
        with memory_for(MEMORY), warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return assess(exercise, runs, hidden=True, rerun=rerun, seconds=seconds, to_judge=JUDGE)
    except (Endless, RecursionError, MemoryError):
        message = Message(
            "Your answer could not be judged.", "What it prints or draws is far too much.", "Make it shorter."
        )
        parts = [PartVerdict(part, False, diagnosis=Diagnosis("too much", message)) for part in exercise.parts]
        return Verdict(exercise, State.WRONG, parts)


def _missing(source: str, exercise: Exercise) -> list[str]:
    """The packages that an answer imports and that are not installed, by its text: its run could say anything."""
    try:
        with memory_for(MEMORY), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return missing_packages(source, ("np", "plt", *exercise.given))[:MISSING]
    except UNREADABLE:
        return []


def own_sandbox() -> Sandbox:
    """This thread's own, made at first use."""
    if not hasattr(_of_thread, "sandbox"):
        _of_thread.sandbox = Sandbox()
        atexit.register(_of_thread.sandbox.close)
    return _of_thread.sandbox


class WallClock:
    """Runs the jobs of one notebook, within seconds of the clock that they may take together.

    A run's own limits end it long before its share is over; one that had to be killed has put them out of action, and
    nothing more is run for it.
    """

    def __init__(self, seconds: float, confined: bool):
        self.left = seconds
        self.confined = confined
        self.is_over = False

    def observed(self, job: dict) -> results.Record:
        """The record of a run. One with ``stays`` in it goes on in the process of such a run before it.

        There it must come to its end; if it does not, it has a process of its own.
        """
        if job.get("stays") and job["replacing"] and self.confined and own_sandbox().has_stayed:
            record = results.read_record(self.run(job, is_further=True), job["source"])
            failure = record.observation.failure
            if record.whole and not record.strange and not (failure and failure["kind"] in STOPPED):
                return record
        return results.read_record(self.run(job), job["source"], is_drawn=job["pictures"])

    def run(self, job: dict, is_further: bool = False) -> RunResult:
        """Run a job for at most its share, which is about three times its own limit; or not at all."""
        if self.is_over:
            return RunResult(b"", timed_out=True)
        began = time.monotonic()
        seconds = LONGER * job.get("seconds", SECONDS_PER_RUN) + CELL_SECONDS
        result = _run(job, self.confined, min(3 * seconds + 1, self.left), is_further)
        self.left -= time.monotonic() - began
        self.is_over = result.timed_out or self.left < 1
        return result


def _run(job: dict, confined: bool, wall: float, is_further: bool = False) -> RunResult:
    for left in reversed(range(TRIES)):
        try:
            runner = own_sandbox() if confined else Unconfined()
            if is_further and own_sandbox().has_stayed:
                return own_sandbox().run_on(job, wall)
            return runner.run(job, wall=wall)
        except SandboxDiedError:
            if not left:
                raise
    raise AssertionError("a sandbox has at least one try")


def _drawn(records: list[dict], confined: bool) -> RunResult:
    if not hasattr(_of_thread, "drawings"):
        _of_thread.drawings = drawings.KeptDrawings()
    return _of_thread.drawings.drawn(records, lambda: _run({"records": records}, confined, DRAWING))


def _offers(verdict: Verdict) -> list[str]:
    """The flag of an answer that is right by one of several tables."""
    return [f"offers {verdict.offered} different answers, and one of them is right"] if verdict.offered else []


def _flags(records: list[results.Record]) -> list[str]:
    """What an instructor may want to look at."""
    flags = []
    failures = [failure for record in records if (failure := record.observation.failure)]
    broken_off = [failure for record in records if not record.whole and (failure := record.observation.failure)]
    if any(record.strange or record.tampered for record in records):
        flags.append("wrote to the channel of its results")
    if any(failure["type"] == "PermissionError" for failure in failures):
        flags.append("tried something that the sandbox forbids")
    if any(failure["kind"] == "ended" for failure in broken_off) or any(record.is_cut_off for record in records):
        flags.append("ended or crashed Python itself")
    return flags


def _outputs(record: results.Record) -> list[list[str]]:
    """Text and pictures of the run as written, text cut short; a picture has an alternative text."""
    left = PRINTED
    outputs: list[list[str]] = []
    for kind, content, *alt in record.outputs:
        if kind == "text":
            length = len(content)
            content = content[:left] + ("\n[...]" if length > left else "")
            left = max(left - length, 0)
        if content:
            outputs.append([kind, content, *alt])
    return outputs


def task(number: int, source: str, cells: list[str], hidden: list[Parameters]) -> dict:
    """What ``work`` needs, as plain data."""
    return {"number": number, "source": source, "cells": cells, "parameters": [asdict(p) for p in hidden]}


def key(task: dict) -> str:
    """Names the result of a task: the same answer, parameters and checks give the same result."""
    text = repr(sorted(task.items())) + checks_fingerprint()
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
