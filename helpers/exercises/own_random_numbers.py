"""Where an answer draws its own random numbers: find them, and if they are the right process, use them in the reference.

Numbers that go along with the reference's draws without being them, or their mirror image, are not the answer's own: they
come from the same generator by a wrong formula.
"""

from __future__ import annotations

import numpy as np

from helpers.model import Parameters, draws
from slipcheck.exercise import Message

SAME, AGAIN = 1e-11, 5  # how close two values are that are one, and how often chance may make two so


def from_points(candidates, p: Parameters, reading: dict) -> dict | None:
    """From one trace that was drawn."""
    return _first((points[1:] for points in candidates("points v") if points.shape[1] == p.step_end), p, reading)


def from_ensemble(candidates, p: Parameters, reading: dict) -> dict | None:
    """From an ensemble that was drawn."""
    return _first((table[1:] for table in candidates("ensemble") if table.shape == (p.n + 1, p.step_end)), p, reading)


def from_currents(candidates, p: Parameters, reading: dict) -> dict | None:
    """From the array ``i``."""
    for i in candidates("i"):
        xi = of_current(i, p)
        if xi.ndim and xi.shape[-1] == p.step_end and is_uniform(xi) and _is_own(xi, draws(p, xi.shape)):
            return {"xi": xi}
    return None


def noise_of_points(candidates, p: Parameters) -> tuple[str, Message] | None:
    """What is wrong with the random numbers behind one trace."""
    traces = [points[1:] for points in candidates("points v") if points.shape[1] == p.step_end and _is_time(points[0])]
    return _wrong_noise(implied(traces[0], p)) if traces else None


def noise_of_currents(candidates, p: Parameters) -> tuple[str, Message] | None:
    """What is wrong with the random numbers behind the array ``i``."""
    currents = candidates("i")
    return _wrong_noise(of_current(currents[0], p)) if currents and currents[0].size >= p.step_end else None


def _is_time(x: np.ndarray) -> bool:
    """Whether what is drawn as x runs evenly from left to right, as the times of all steps do."""
    apart = np.diff(x)
    return bool(apart.size and apart.mean() > 0 and np.ptp(apart) < 1e-3 * apart.mean())


def _wrong_noise(xi: np.ndarray) -> tuple[str, Message] | None:
    if not np.isfinite(xi).all() or np.ptp(xi) > 20 or np.ptp(xi) < 1e-6:
        return None
    if np.all(np.diff(np.atleast_2d(xi)) > 0):
        observed = "The numbers in your currents rise from step to step."
        means = "So they are not random: random numbers come in no order."
        return "numbers in order", Message(observed, means, "Which function draws a random number?")
    low = xi.min()
    high = xi.max()
    different = len(np.unique(np.round(xi, 6)))
    if different <= 12:
        what, means = f"take {different} different values only", "Any value between -1 and 1 should be possible."
    elif high > 1.001 or low < -1.001:
        what, means = f"run from {low:.2f} to {high:.2f}", "They should lie between -1 and 1."
    elif not is_spread_evenly(xi):
        what, means = "are not spread evenly between -1 and 1", "Every part of the interval should be equally likely."
    elif not is_uniform(xi):
        what, means = "depend on each other", "Each time step needs a random number of its own."
    else:
        return None
    observed = f"The random numbers behind your currents {what}."
    return "random numbers", Message(observed, means, "Which function draws them, and what is done to them afterwards?")


def _is_own(xi: np.ndarray, reference: np.ndarray) -> bool:
    xi = np.atleast_2d(xi)
    reference = np.atleast_2d(reference)
    shifted = (_together(xi[:, 1:], reference[:, :-1]), _together(xi[:, :-1], reference[:, 1:]))
    together = _together(xi, reference)
    if abs(together) > 0.5:
        return bool(np.abs(xi - np.sign(together) * reference).max() < 1e-6)
    return max(np.abs(shifted)) < 0.5


def _together(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def _first(traces, p: Parameters, reading: dict) -> dict | None:
    for v in traces:
        if reading.get("after"):
            v = np.column_stack([np.full(len(v), p.el), v])
        xi = implied(v, p)
        if is_uniform(xi) and _is_own(xi, draws(p, (p.step_end, len(v))).T[:, : xi.shape[1]]):
            if not reading.get("after"):  # the last draw never shows
                xi = np.column_stack([xi, np.zeros(len(xi))])
            return {"xi": xi if len(xi) > 1 else xi[0]}
    return None


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
    Smirnov, and mean and variance), no values that come again, also with the other sign, and no correlation from one
    step to the next or between any two realizations.

    >>> chance = np.random.default_rng(1)
    >>> is_uniform(chance.uniform(-1, 1, 149)), is_uniform(chance.random(149)), is_uniform(np.zeros(149))
    (True, False, False)
    """
    table = np.atleast_2d(xi)
    if not is_spread_evenly(xi) or np.min(np.diff(np.sort(xi, axis=None))) <= 0 or _repeats_itself(table):
        return False
    return all(_uncorrelated(a, b) for a, b in ((table[:, 1:], table[:, :-1]), (table[1:], table[:-1])) if a.size > 20)


def is_spread_evenly(xi: np.ndarray) -> bool:
    """Whether draws lie in (-1, 1) with the same density everywhere, as far as chance allows."""
    m = xi.size
    if m < 20 or not np.isfinite(xi).all() or np.abs(xi).max() > 1 + 1e-6:
        return False
    ordered = np.sort(xi, axis=None)
    ks = np.abs((ordered + 1) / 2 - (np.arange(m) + 0.5) / m).max()
    edges = ordered[-1] > 1 - 25 / m and ordered[0] < -1 + 25 / m
    if ks > 2.5 / m**0.5 or not edges:
        return False
    return bool(abs(xi.mean()) <= 4.5 * (1 / 3 / m) ** 0.5 and abs((xi**2).mean() - 1 / 3) <= 4.5 * (4 / 45 / m) ** 0.5)


def _repeats_itself(table: np.ndarray) -> bool:
    """Whether values come again, as they are or with the other sign, or two realizations go along with each other."""
    sizes = np.sort(np.abs(table), axis=None)
    if np.count_nonzero(np.diff(sizes) < SAME) >= AGAIN:
        return True
    together = 3 * table @ table.T / table.shape[1]
    np.fill_diagonal(together, 0)
    most = (2 * np.log(1e6 * together.size)) ** 0.5  # of standard deviations: once in a million tables
    return bool(np.abs(together).max() > most / table.shape[1] ** 0.5)


def _uncorrelated(a: np.ndarray, b: np.ndarray) -> bool:
    return abs(3 * (a * b).mean()) < 4.5 / a.size**0.5  # xi has variance 1/3
