"""A look for causes that takes too long: it ends once, and the verdict stands."""

from __future__ import annotations

import time

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose.syntax import unreadable
from slipcheck.observe.never_ending import Endless
from slipcheck.runs import runs


@pytest.mark.parametrize("source", ["x = (", "x = [1][5]", "while True:\n    print(1)"])
def test_what_took_too_long_is_not_looked_for_again(monkeypatch, source):
    asked = []

    def look_for_ever(*_arguments):
        asked.append(1)
        while True:
            time.sleep(0.01)

    exercise = COURSE.exercise(4)
    made = runs(exercise, source)
    for module in ("diagnose", "diagnose.answer"):
        monkeypatch.setattr(f"slipcheck.{module}.stopped", look_for_ever)
    verdict = assess(exercise, made, seconds=0.1)
    assert len(asked) == 1
    assert all(part.message and part.cause in ("syntax", "error", "endless loop") for part in verdict.parts)


def test_a_judgement_has_a_limit_of_its_own(monkeypatch):
    def judge_for_ever(_case):
        while True:
            time.sleep(0.01)

    monkeypatch.setattr("slipcheck.assessment.judge", judge_for_ever)
    with pytest.raises(Endless):
        assess(COURSE.exercise(4), runs(COURSE.exercise(4), "x = 1"), to_judge=0.1)


def test_a_long_answer_is_read_with_few_changes(monkeypatch):
    read = []
    usual = unreadable.stopped_at
    monkeypatch.setattr(unreadable, "stopped_at", lambda source: read.append(len(source)) or usual(source))
    exercise = COURSE.exercise(4)
    assess(exercise, runs(exercise, "x = " + "a..b " * 3000))
    assert sum(read) < 2 * unreadable.READ
