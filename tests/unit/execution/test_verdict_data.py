"""A worker that lies: what arrives is taken only where it can be a result."""

from __future__ import annotations

import copy
import dataclasses
import json

import pytest

from grading.errors import GradingError
from grading.execution import task, workers
from grading.execution.verdict_data import NoResultError, received
from helpers.course import COURSE
from slipcheck.parameter_draws import unseen_in_the_notebook
from tests.hostile.build import right

WRONG = right(5).replace('"ko"', '"k"') + "\nprint('<b>words</b>')"


@pytest.fixture(
    scope="module",
    params=[pytest.param(right(5), marks=pytest.mark.slow), WRONG, pytest.param("v = (", marks=pytest.mark.slow)],
    ids=["right", "partly", "syntax"],
)
def result(request):
    """A true one, as it travels."""
    hidden = [dataclasses.asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(5))]
    made = task.work({"number": 5, "source": request.param, "cells": [], "parameters": hidden, "unconfined": True})
    return json.loads(json.dumps(made))


def test_a_true_result_arrives_as_it_was_sent_and_no_panel_holds_formulas(result):
    assert received(5, result) == result
    assert all(part["html"].startswith("<div class='tex2jax_ignore ") for part in result["parts"])


LIES = {
    "nothing": lambda r: r.clear(),
    "points of its own": lambda r: r.update(points=99),
    "points that are no whole number": lambda r: r["parts"][0].update(points=1e9),
    "right that is a number": lambda r: r["parts"][0].update(right=1),
    "another part": lambda r: r["parts"][0].update(name="everything"),
    "a part more": lambda r: r["parts"].append(r["parts"][0]),
    "no part": lambda r: r.update(parts=[]),
    "another state": lambda r: r.update(state="excellent"),
    "no time": lambda r: r.update(seconds=float("nan")),
    "a script": lambda r: r["parts"][0].update(html="<script>alert(1)</script>"),
    "a picture from elsewhere": lambda r: r["parts"][0].update(html="<p style='background:url(http://a)'>x</p>"),
    "a class of the page's": lambda r: r["parts"][0].update(html="<p class='grade'>4</p>"),
    "a handler": lambda r: r["parts"][0].update(html="<p onclick='alert(1)'>x</p>"),
    "a text without end": lambda r: r["parts"][0].update(text="a" * 10**6),
    "a message of other parts": lambda r: r["parts"][0].update(message={"observed": "a"}),
    "an output that is a page": lambda r: r["outputs"].append(["html", "<b>"]),
    "a picture that is none": lambda r: r["outputs"].append(["png", "AAAA"]),
    "outputs that are a number": lambda r: r.update(outputs=3),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_result_that_cannot_be_one_is_not_taken(result, lie):
    lied = copy.deepcopy(result)
    lie(lied)
    with pytest.raises(NoResultError):
        received(5, lied)


NO_RESULTS = [None, b"x", "", "[]", "3", "[" * 100_000, "x" * (workers.LONGEST + 1)]


@pytest.mark.parametrize("sent", NO_RESULTS, ids=range(len(NO_RESULTS)))
def test_what_is_no_answer_at_all_fails_this_task_alone(sent):
    assert workers._opened(sent, 5) == {"failed": "its worker sent something that is not a result"}


def test_a_worker_that_says_no_version_is_of_another():
    with pytest.raises(GradingError, match="other checks"):
        workers._opened("{}", 5)
