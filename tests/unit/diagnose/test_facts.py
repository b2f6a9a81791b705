"""What is said of stored answers: facts of their values, and what is not claimed of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.support import repairs

ANSWERS = Path(__file__).parents[2] / "answers"
SAID = {  # an answer, and a piece of what is said of it
    "02/wrong_spreadsheet_names": "Then look at `PI`. No brackets follow `pi`.",
    "04/wrong_star_import_of_a_parameter": "From this line on `tau` is the number 6.283 of `math`.",
    "07/wrong_generator_made_above": "come from `rng`, the generator that line 3 makes.",
    "08/wrong_seed_of_each_realization": "each `j` gets the same numbers again in every round of the loop of line 12.",
    "09/wrong_mean_of_the_theory": "this line does not use `v_n` at all.",
    "10/wrong_mean_of_squares": "this line and line 14 compute the mean of the squares minus",
    "11/wrong_bracket_multiplied_out": "-0.2247 belongs in its place.",
    "12/wrong_slice_and_continue": "`i_step` is `i[step + 1]`, and the loop needs `i[step]`.",
    "13/wrong_row_and_no_transpose": "With line 10 repaired, this line stops with an error.",
}


def wrong_parts(name: str):
    exercise, cell = COURSE.exercise(int(name[:2])), repairs.read(ANSWERS / f"{name}.py").cell
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    return [part for part in verdict.parts if not part.right]


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", SAID)
def test_a_fact_is_said(name):
    told = [part.message for part in wrong_parts(name)]
    assert any(SAID[name] in f"{said.observed} {said.means} {said.next}" for said in told)


def test_a_second_stop_is_not_for_the_same_reason():
    parts = wrong_parts("13/wrong_row_and_no_transpose")
    assert [part.is_repeated for part in parts] == [False, False, True]


def test_a_round_that_ends_before_the_line_loses_no_value():
    said = wrong_parts("12/wrong_slice_and_continue")[0].message
    assert "first round" not in said.means
