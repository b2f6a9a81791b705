"""Advice that can be followed to the letter: each row is an answer, and what its message says."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.support import repairs

ANSWERS = Path(__file__).parents[2] / "answers"
SAID = {
    "02/wrong_phase_in_steps": "Use `t` instead of `step`. Which number belongs beside it then?",
    "02/wrong_seconds_made_of_seconds": "Keep `t` in s.",
    "04/wrong_charging_curve": "the solution of the equation for a constant current",
    "04/wrong_time_in_brackets_everywhere": "Write the plain names `v` and `i`, without brackets",
    "06/wrong_rounded_while_stepping": "Leave `v` as line 13 makes it, with all its digits.",
    "08/wrong_place_before_for_the_time_before": "Each realization continues from the value of the one before it",
    "13/wrong_shift_doubled_and_columns": "With line 7 repaired, this line stops with an error.",
    "14/wrong_mean_raised_for_its_curve": "A plot command can compute what it draws inside its brackets.",
}


@pytest.mark.parametrize("answer", SAID)
def test_an_answer_is_told(answer):
    cell = repairs.read(ANSWERS / f"{answer}.py").cell
    exercise = COURSE.exercise(int(answer[:2]))
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    messages = [part.message for part in verdict.parts if part.message is not None]

    assert any(SAID[answer] in f"{said.observed} {said.means} {said.next}" for said in messages)
