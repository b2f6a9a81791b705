"""Where no cause is known: no number is called right that another accepted order does not have."""

from __future__ import annotations

import numpy as np

from helpers.course import COURSE
from slipcheck.diagnose.first_steps import first_difference
from slipcheck.observe import Observation
from slipcheck.verdict import Run


def said_of(number: int, name: str) -> str:
    exercise = COURSE.exercise(number)
    expected = exercise.reference(exercise.parameters)[name].ravel()[-1:]
    run = Run(exercise.parameters, Observation(""))
    return str(first_difference(exercise, exercise.quantity(name), np.array([-0.06]), expected, run).message)


def test_an_expected_number_has_only_the_digits_that_all_accepted_orders_share():
    assert "-0.06 V; about -0.0354 V is expected." in said_of(9, "v_mean")


def test_what_takes_many_steps_is_not_to_be_worked_out_by_hand_as_a_whole():
    assert "first two steps" in said_of(9, "v_mean")
