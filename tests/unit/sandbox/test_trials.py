"""Small changes of an answer, run in the sandbox one after the other."""

from __future__ import annotations

import json

import pytest

from grading.sandbox.results import TRIALS, read_trials
from grading.sandbox.sandbox import RunResult, Sandbox
from slipcheck.observe import trials

GIVEN = {"dt": 0.001, "n": 3.0}
SOURCES = [
    "n = 50\nprint(n)",
    "plt.figure()\nplt.plot([1, 2], [3, 4], 'k.', label='a')\nplt.xlabel('time (s)')",
    "v = dt * np.arange(3)\nw = [1, 2]",
    "v = 1 / 0",
    "v = (",
    "import os\nos._exit(0)",
    "print('never run')",
]


def job(sources: list[str]) -> dict:
    return {"trials": sources, "cells": [], "values": GIVEN, "replacing": {"n": 50.0}}


@pytest.mark.sandbox
def test_the_sandbox_says_of_each_what_this_process_says():
    with Sandbox() as sandbox:
        inside = read_trials(sandbox.run(job(SOURCES[:5])), SOURCES[:5])
    assert inside == trials(SOURCES[:5], GIVEN, {"n": 50.0})
    assert inside[0].printed == "3.0\n"


@pytest.mark.sandbox
def test_one_that_ends_the_process_takes_those_after_it_along():
    with Sandbox() as sandbox:
        inside = read_trials(sandbox.run(job(SOURCES)), SOURCES)
    assert [seen.source for seen in inside] == SOURCES
    assert [seen.failure and seen.failure["kind"] for seen in inside[5:]] == ["stopped", "stopped"]


@pytest.mark.parametrize(
    "event", [1, {}, {"printed": 3}, {"printed": "", "figures": [1], "variables": {}}, {"printed": "", "figures": []}]
)
def test_what_is_no_trial_counts_as_stopped(event):
    output = json.dumps({"trial": event}).encode() + b"\n"
    seen = read_trials(RunResult(output, code=0), ["v = 1"])
    assert [one.failure["kind"] for one in seen] == ["stopped"]


def test_of_too_many_only_the_first_are_taken():
    made = {"printed": "x", "figures": [], "variables": {}, "failure": None}
    output = json.dumps({"trial": made}).encode() + b"\n"
    seen = read_trials(RunResult(output * (TRIALS + 2), code=0), ["v = 1"] * (TRIALS + 2))
    assert [one.failure is None for one in seen] == [True] * TRIALS + [False] * 2
