"""More realizations look denser, and each of them is there."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from helpers.views import NUMBERS
from slipcheck.sliders.density import FINE, Grid, opacity
from tests.support.sliders import pixels, sliders_over

GRID = Grid(width=60, height=40, start=0.0, end=1.0)
LIMITS = (-2.0, 2.0)
T = np.linspace(0, 1, 21)


def walks(n: int) -> np.ndarray:
    """Traces as those of an ensemble: they start together and settle in a band."""
    values = np.zeros((n, len(T)))
    noise = np.random.default_rng(1).normal(size=values.shape)
    for k in range(1, len(T)):
        values[:, k] = 0.8 * values[:, k - 1] + 0.3 * noise[:, k]
    return values


def painted(rows: np.ndarray) -> np.ndarray:
    """How many traces cover each pixel, trace by trace and column by column: slow, and easy to follow."""
    counts = np.zeros((GRID.width, GRID.bottom), int)
    for row in rows:
        edges = (LIMITS[1] - np.interp(GRID.edges(), T, row)) / (LIMITS[1] - LIMITS[0]) * GRID.bottom - FINE / 2
        for column, ends in enumerate(pairwise(edges)):
            counts[column, max(int(min(ends)), 0) : max(int(max(ends) + FINE), 0)] += 1
    return counts.reshape(GRID.width, GRID.height, FINE).sum(axis=2).T


def test_each_larger_n_of_the_slider_is_darker():
    darkness = [opacity(T, walks(n), LIMITS, GRID).mean() for n in NUMBERS]
    assert all(more > 1.05 * fewer for fewer, more in pairwise(darkness))


@pytest.mark.parametrize("n", [2, 7, 300])
def test_a_pixel_is_as_dark_as_the_traces_that_cross_it(n):
    counts = painted(walks(n)).ravel()
    found = opacity(T, walks(n), LIMITS, GRID).ravel()
    levels = {count: set(found[counts == count]) for count in sorted(set(counts))}
    close = {count: max(dark) - int(min(dark)) for count, dark in levels.items()}  # float32 moves an end by a fine row
    assert (found[counts == 0] == 0).mean() > 0.999
    assert np.corrcoef(np.log1p(10 * counts), found)[0, 1] > 0.99
    assert np.median(list(close.values())) <= 10


def test_the_last_of_2000_traces_is_there_too():
    rows = np.zeros((2000, len(T)))
    rows[-1] = 1.5
    dark = opacity(T, rows, LIMITS, GRID)
    assert dark[4:6].max() > 50
    assert dark[8:18].max() == 0


def test_a_steep_trace_has_no_gap():
    dark = opacity(T, np.where(T < 0.5, -1.5, 1.5)[None], LIMITS, GRID)
    assert (dark[5:35].max(axis=1) > 0).all()


def test_outside_its_times_a_trace_is_not_drawn():
    dark = opacity(0.25 + 0.5 * T, np.zeros((3, len(T))), LIMITS, GRID)
    assert not dark[:, :15].any()
    assert dark[:, 16:44].any(axis=0).all()
    assert not dark[:, 46:].any()


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf, 1e300])
def test_an_odd_value_leaves_the_rest_of_its_trace(odd):
    rows = np.zeros((2, len(T)))
    rows[0, 10] = odd
    dark = opacity(T, rows, LIMITS, GRID)
    assert (dark[19:21, :24] == opacity(T, np.zeros((2, len(T))), LIMITS, GRID)[19:21, :24]).all()


def test_times_in_any_order_give_the_same():
    order = np.random.default_rng(2).permutation(len(T))
    assert (opacity(T[order], walks(5)[:, order], LIMITS, GRID) == opacity(T, walks(5), LIMITS, GRID)).all()


@pytest.mark.parametrize("number", [13, 14])
def test_the_picture_gets_darker_with_n(number, solved):
    explorer = sliders_over(number, solved(number))
    ink = []
    for n in (5, 50, 500, 2000):
        explorer.sliders["n"].value = n
        ink.append((pixels(explorer) < 128).all(axis=2).mean())
    assert all(more > 1.2 * fewer for fewer, more in pairwise(ink))
