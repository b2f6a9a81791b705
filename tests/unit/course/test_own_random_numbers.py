"""Which random numbers of an answer's own are the process that the exercise asks for."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.exercises.own_random_numbers import is_uniform

DRAWN = np.random.default_rng(3).uniform(-1, 1, (50, 150))
HALF = DRAWN[:25]
REPEATED = {
    "half again": np.vstack([HALF, HALF]),
    "half mirrored": np.vstack([HALF, -HALF]),
    "half mirrored in another order": np.vstack([HALF, -HALF[::-1]]),
    "half backwards in time": np.vstack([HALF, HALF[:, ::-1]]),
    "one realization again": np.vstack([DRAWN[:49], -DRAWN[:1]]),
    "one realization with little added": np.vstack([DRAWN[:49], DRAWN[0] * 0.9 + DRAWN[49] * 0.1]),
}


@pytest.mark.parametrize("name", REPEATED)
def test_numbers_that_repeat_themselves_are_none(name):
    assert not is_uniform(REPEATED[name])


@pytest.mark.parametrize("shape", [(149,), (50, 150), (2000, 60)])
def test_independent_numbers_are_taken(shape):
    chance = np.random.default_rng(5)
    assert all(is_uniform(chance.uniform(-1, 1, shape)) for _ in range(60))
