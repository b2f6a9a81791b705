"""What is tried of an answer whose changes do not come to an end."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose import syntax_repairs
from slipcheck.diagnose.repairs import bounded
from slipcheck.observe import Observation
from slipcheck.verdict import Rerun, Run

P = COURSE.exercise(4).parameters
ENDLESS = {"kind": "endless", "type": "", "message": "", "line": 1, "text": "", "place": None}


def tried(failure, calls: int) -> tuple[int, list[Observation]]:
    """How many texts were run in so many calls of ten, and what the last call gave."""
    ran: list[str] = []

    def attempt(sources, p, as_written):
        ran.extend(sources)
        return [Observation(source, failure=failure) for source in sources]

    rerun = bounded.bounded(Rerun(None, attempt))
    for k in range(calls):
        last = rerun.attempt([f"v = {number}" for number in range(10 * k, 10 * k + 10)], P, False)
    return len(ran), last


def test_changes_that_come_to_an_end_are_all_tried():
    assert tried(None, 20)[0] == 200


def test_no_change_is_tried_twice():
    ran: list[str] = []

    def attempt(sources, p, as_written):
        ran.extend(sources)
        return [Observation(source) for source in sources]

    rerun = bounded.bounded(Rerun(None, attempt))
    made = [run.source for _ in range(2) for run in rerun.attempt(["v = 1", "v = 2", "v = 1"], P, False)]
    assert made == ["v = 1", "v = 2", "v = 1"] * 2
    assert ran == ["v = 1", "v = 2"]


def test_nothing_is_tried_after_several_changes_without_end():
    count, last = tried(ENDLESS, 20)
    assert count == 10
    assert len(last) == 10
    assert all(observation.failure["kind"] == "stopped" for observation in last)


@pytest.mark.parametrize("limit", ["SECONDS", "LONGEST"])
def test_nothing_is_tried_after_the_time_for_all(limit, monkeypatch):
    monkeypatch.setattr(bounded, limit, -1.0)
    assert tried(None, 20)[0] == 0


def test_of_a_long_line_only_some_signs_are_changed(monkeypatch):
    read: list[str] = []
    monkeypatch.setattr(syntax_repairs, "parsed", read.append)
    exercise = COURSE.exercise(4)
    assert syntax_repairs.one_sign(exercise, "." * 20_000, 1, exercise.parts[0], lambda *_: []) is None
    assert 0 < sum(map(len, read)) <= syntax_repairs.READ


def test_an_answer_that_never_ends_is_not_run_again():
    exercise = COURSE.exercise(4)
    failure = {"kind": "endless", "type": "Endless", "message": "", "line": 2, "text": "", "place": None}
    made = [Run(exercise.parameters, Observation("while True:\n    v = el", failure=failure))]

    calls = []

    def again(*arguments):
        calls.append(arguments)
        return []

    verdict = assess(exercise, made, rerun=Rerun(again, again))
    assert verdict.cause == "endless loop"
    assert calls == []
