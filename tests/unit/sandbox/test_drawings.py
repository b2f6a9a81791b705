"""Figures of student code: each is taken down in one run, and drawn in another that runs nothing of the student's."""

from __future__ import annotations

import string

import pytest

from grading.execution import task
from grading.sandbox import drawings
from grading.sandbox.inside.limits import RAN
from grading.sandbox.results import read_record
from grading.sandbox.sandbox import RunResult
from grading.sandbox.unconfined import Unconfined
from tests.support.sandboxed import job

pytestmark = [pytest.mark.sandbox]


def drawn(sandbox, source: str):
    """The record of a run, with its figures drawn in a run of their own."""
    record = read_record(sandbox.run(job(source, pictures=True)), source, is_drawn=True)
    drawings.add(record, sandbox.run({"records": record.records}))
    return record


def test_what_was_printed_and_drawn_before_an_exit_is_kept(sandbox):
    source = "print(0.5)\nplt.plot([1, 2], [3, 4])\nplt.show()\nimport os\nos._exit(1)"
    record = drawn(sandbox, source)
    assert record.observation.printed == "0.5\n"
    assert record.observation.figures[0]["artists"][0]["y"] == [3, 4]
    assert [kind for kind, *_ in record.outputs] == ["text", "png"]


def test_a_picture_comes_with_what_it_shows_in_words(sandbox):
    source = "plt.plot([0, 1], [2, 3])\nplt.title('first')\nplt.show()\nplt.title('second')\nplt.plot([0, 1], [4, 5])"
    record = drawn(sandbox, source)
    first, second = (alt for _, _, alt in record.outputs)
    assert first.startswith("Figure “first”:")
    assert "from 2 at 0 to 3 at 1" in first
    assert second.startswith("Figure “second”:")


def test_a_figure_without_a_picture_adds_no_words_to_the_one_before(sandbox):
    source = "plt.plot([0, 1], [2, 3])\nplt.show()\nplt.plot(...)\nplt.title('not drawn')"
    record = drawn(sandbox, source)
    (words, *_) = (alt for _, _, alt in record.outputs)
    assert "not drawn" not in words


@pytest.mark.parametrize("end", ["", "\nplt.show()"])
def test_a_figure_that_cannot_be_drawn_is_described_and_ends_nothing(sandbox, end):
    source = f"plt.plot(...)\nplt.title('half done'){end}\nprint(1)"
    record = drawn(sandbox, source)
    assert (record.whole, record.observation.failure, record.observation.printed) == (True, None, "1\n")
    assert [figure["title"] for figure in record.observation.figures] == ["half done"]


@pytest.mark.parametrize("text", [string.ascii_letters, "$t$ (s)", r"$\frac{\sigma}{\sqrt{n}}$, µ ≈ 3", "0.000 s"])
def test_a_figure_with_any_text_has_its_picture(sandbox, text):
    source = f"plt.plot([0, 1], [2, 3])\nplt.title({text!r})\nplt.ylabel({text!r})"
    assert [kind for kind, *_ in drawn(sandbox, source).outputs] == ["png"]


def test_what_a_run_says_of_its_own_figures_is_visible_nowhere(sandbox):
    artist = {"kind": "line", "marker": "o", "line": "", "color": "#000000", "label": "", "size": 5.0, "alpha": 1.0}
    figure = {"title": "a", "xlabel": "b", "ylabel": "c", "legend": [], "artists": [artist]}
    artist |= {"visible": True, "x": [1.0, 2.0], "y": [3.0, 4.0]}
    record = drawn(sandbox, f"import os, json\nos.write(3, json.dumps({{'figure': {figure}}}).encode() + b'\\n')")
    assert [artist["visible"] for artist in record.observation.figures[0]["artists"]] == [False]
    assert record.outputs == []


def test_a_forged_record_is_drawn_and_shown(sandbox):
    source = """
import json, os
from slipcheck.observe.figure_record import recorded
plt.plot([1, 2], [3, 4], "ko")
os.write(3, json.dumps({"record": recorded(plt.gcf())}).encode() + b"\\n")
os._exit(0)"""
    record = drawn(sandbox, source)
    assert record.observation.figures[0]["artists"][0]["y"] == [3, 4]
    assert [kind for kind, *_ in record.outputs] == ["png"]


def test_without_a_sandbox_the_same_record_comes_out():
    source = "print(2 * tau)\nplt.plot([1], [2], 'o')"
    record = drawn(Unconfined(), source)
    assert (record.observation.printed, record.whole) == ("0.04\n", True)
    assert record.outputs[-1][0] == "png"


class TestKeptDrawings:
    def test_equal_records_are_drawn_once(self):
        kept = drawings.KeptDrawings()
        made = []

        def draw() -> RunResult:
            made.append(RunResult(b"picture", code=RAN))
            return made[-1]

        assert kept.drawn([{"size": [1, 2]}], draw) is kept.drawn([{"size": [1, 2]}], draw)
        assert kept.drawn([{"size": [1, 3]}], draw) is made[1]
        assert len(made) == 2

    def test_what_did_not_come_to_its_end_is_drawn_again(self):
        kept = drawings.KeptDrawings()
        for result in (RunResult(b"", timed_out=True, signal=9), RunResult(b"half", code=71)):
            assert kept.drawn([], lambda result=result: result) is result

    def test_there_is_a_bound_and_what_was_used_last_stays_longest(self):
        kept = drawings.KeptDrawings(size=25)
        results = {number: RunResult(bytes(10), code=RAN) for number in range(4)}
        for number in (0, 1, 0, 2):
            kept.drawn([{"size": number}], lambda number=number: results[number])
        assert kept.drawn([{"size": 0}], lambda: results[3]) is results[0]
        assert kept.drawn([{"size": 1}], lambda: results[3]) is results[3]


def test_a_second_student_s_equal_figure_shows_the_same_picture(monkeypatch):
    jobs = []
    run = task._run
    monkeypatch.setattr(task, "_run", lambda job, *others: jobs.append(job) or run(job, *others))
    shown = []
    for name in ("one", "two"):
        source = f"plt.plot([0, 1], [2, 3])\nplt.title('drawn twice')\nplt.show()\n# {name}"
        result = task.work({"number": 1, "source": source, "cells": [], "parameters": []})
        shown.append([output for output in result["outputs"] if output[0] == "png"])
    assert shown[0] == shown[1]
    assert [len(outputs) for outputs in shown] == [1, 1]
    assert sum("records" in job for job in jobs) == 1
