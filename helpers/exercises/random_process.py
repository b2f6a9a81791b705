"""Is this the random process the exercise describes? Judged from the voltages, whatever generator drew the numbers."""

from __future__ import annotations

import numpy as np

from helpers.model import Parameters


def implied(v: np.ndarray, p: Parameters) -> np.ndarray:
    """The draws xi that lead from each voltage to the next by the Euler rule: from shape (..., k + 1) to (..., k)."""
    i = ((v[..., 1:] - v[..., :-1]) * p.tau / p.dt - p.el + v[..., :-1]) / p.r
    return of_current(i, p)


def of_current(i: np.ndarray, p: Parameters) -> np.ndarray:
    """The draws xi behind currents: I = i_mean (1 + 0.1 sqrt(t_max / dt) xi), solved for xi."""
    return (i / p.i_mean - 1) / (0.1 * (p.t_max / p.dt) ** 0.5)


def is_uniform(xi: np.ndarray) -> bool:
    """Whether draws, of shape (steps,) or (n, steps), look independent and uniform on (-1, 1).

    The bounds refuse one right answer in about 50,000. They ask for the range, the distribution (by Kolmogorov and
    Smirnov, and mean and variance), no repeated values, and no correlation from one step or realization to the next.

    >>> chance = np.random.default_rng(1)
    >>> is_uniform(chance.uniform(-1, 1, 149)), is_uniform(chance.random(149)), is_uniform(np.zeros(149))
    (True, False, False)
    """
    m = xi.size
    if m < 20 or not np.isfinite(xi).all() or np.abs(xi).max() > 1 + 1e-6:
        return False
    ordered = np.sort(xi, axis=None)
    ks = np.abs((ordered + 1) / 2 - (np.arange(m) + 0.5) / m).max()
    edges = ordered[-1] > 1 - 25 / m and ordered[0] < -1 + 25 / m
    if ks > 2.5 / m**0.5 or not edges or np.min(np.diff(ordered)) <= 0:
        return False
    if abs(xi.mean()) > 4.5 * (1 / 3 / m) ** 0.5 or abs((xi**2).mean() - 1 / 3) > 4.5 * (4 / 45 / m) ** 0.5:
        return False
    table = np.atleast_2d(xi)
    return all(_uncorrelated(a, b) for a, b in ((table[:, 1:], table[:, :-1]), (table[1:], table[:-1])) if a.size > 20)


def _uncorrelated(a: np.ndarray, b: np.ndarray) -> bool:
    return abs(3 * (a * b).mean()) < 4.5 / a.size**0.5  # xi has variance 1/3
