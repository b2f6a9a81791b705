"""When two values count as the same."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.judge.quantities import Printed
from slipcheck.runs import runs

PAIRS = Printed("t, i", ("3", "2e"))
RIGHT = np.array([[0.0, 3.95e-10], [0.0019, 7.6226e-10], [0.0076, 7.79e-13]])


@pytest.mark.parametrize(
    ("time", "current", "is_same"),
    [(0.002, 7.8e-13, True), (0.002, 7.45e-13, True), (0.003, 7.8e-13, False), (0.002, 2e-12, False)],
)
def test_a_value_near_zero_is_compared_in_the_digits_of_the_largest(time, current, is_same):
    candidate = RIGHT.copy()
    candidate[1, 0], candidate[2, 1] = time, current
    candidate[2, 0] = 0.008
    assert PAIRS.same(candidate, RIGHT, COURSE.exercise(3).parameters) is is_same


def test_a_rounded_time_is_not_accused_where_another_value_is_wrong():
    source = (
        "step_end = 10\nfor step in range(step_end):\n    t = step * dt\n"
        "    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n    print(f'{t:.3f} {i * 1e10:.1f}e-10')\n"
    )
    verdict = assess(COURSE.exercise(3), runs(COURSE.exercise(3), source))
    told = [part.diagnosis for part in verdict.parts if part.diagnosis]
    assert told
    assert all(each.cause != "wrong times" for each in told)
