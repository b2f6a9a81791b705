"""Unseen parameters show both signs of what has both with the given ones."""

from __future__ import annotations

import random

import numpy as np
import pytest

from helpers.course import COURSE
from helpers.model import draws, random_current
from slipcheck.parameter_draws import unseen_in_the_notebook, unseen_parameters

NOISY = (7, 11, 12, 13, 14)  # not those with an ensemble in lists, which takes long


def settings(number: int):
    exercise = COURSE.exercise(number)
    return [*unseen_in_the_notebook(exercise), *unseen_parameters(exercise, random.Random(number), 2)]


@pytest.mark.parametrize("number", NOISY)
def test_the_random_current_is_negative_at_some_step(number):
    for p in settings(number):
        rows = 1 if number in (7, 11, 12) else p.n
        xi = draws(p, (rows, p.step_end)) if number > 10 else draws(p, (p.step_end, rows)).T

        assert random_current(xi, p).min() < 0


def test_the_sine_of_ten_currents_is_negative_at_some_step():
    for p in settings(2):
        assert np.sin(2 * np.pi * np.arange(p.step_end) * p.dt / 0.01).min() < 0
