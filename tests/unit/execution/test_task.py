"""One task of a worker."""

from __future__ import annotations

import dataclasses

import pytest

from grading.execution import task
from helpers.course import COURSE
from slipcheck.parameter_draws import unseen_in_the_notebook

WEAK = "step_end = 10\nfor step in range(step_end):\n    t = step * dt\n    print(t)\n"


@pytest.mark.parametrize(("source", "is_searched"), [(WEAK, True), (f"{WEAK}raise PermissionError(1)", False)])
def test_code_that_tries_what_is_forbidden_is_not_searched_for_slips(monkeypatch, source, is_searched):
    asked = []
    monkeypatch.setattr(task, "_tried", lambda job, confined: asked.append(job) or [])
    monkeypatch.setattr(task, "_judged", lambda exercise, runs, rerun: asked.append(rerun) or _untold(exercise, runs))
    hidden = [dataclasses.asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(2))]
    task.work({"number": 2, "source": source, "cells": [], "parameters": hidden, "unconfined": True})
    assert [rerun is not None for rerun in asked] == [is_searched]


def _untold(exercise, runs):
    return task.assess(exercise, runs)
