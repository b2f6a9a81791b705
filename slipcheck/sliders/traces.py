"""Read the traces of an answer for the picture: from its printed lines, its figure, or its variables."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from slipcheck.exercise import Exercise, Parameters
from slipcheck.judge.label_text import AxisQuantity
from slipcheck.judge.quantities import Curve
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array
from slipcheck.view import Traces, times

Read = Callable[[Exercise, Observation, Parameters], Traces]
NOTHING: Traces = (None, [])
CURVES = 3  # at most, of those drawn beside an ensemble


def printed(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
    """One trace: the last printed column over the first, or over the times of the steps."""
    candidates = exercise.quantities[0].candidates(observation, p)
    if not candidates:
        return NOTHING
    rows = candidates[0]
    t = rows[:, 0] if rows.shape[1] > 1 else np.arange(len(rows)) * p.dt
    return np.stack([t, rows[:, -1]])[None], []


def drawn(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
    """One trace: the points of the figure."""
    best = _best(exercise.quantities[0].candidates(observation, p), p)
    return NOTHING if best is None else (best[None], [])


def drawn_ensemble(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
    """The realizations of the figure."""
    best = _best(exercise.quantities[0].candidates(observation, p), p)
    return NOTHING if best is None else (np.stack([np.stack([best[0], row]) for row in best[1:]]), [])


def drawn_with_curves(quantity: AxisQuantity) -> Read:
    """The realizations of the figure, and the curves beside them."""

    def read(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
        rows, _ = drawn_ensemble(exercise, observation, p)
        return (rows, Curve("", quantity).candidates(observation, p)[:CURVES]) if rows is not None else NOTHING

    return read


def stored(name: str) -> Read:
    """One trace: the variable ``name``, with one value a step."""

    def read(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
        best = _best(exercise.quantity(name).candidates(observation, p), p)
        return (best[None], []) if best is not None and best.shape == (p.step_end,) else NOTHING

    return read


def stored_table(name: str, mean: str = "", deviation: str = "") -> Read:
    """The rows of the variable ``name``; of ``mean`` and ``deviation``, the curve and the band around it."""

    def read(exercise: Exercise, observation: Observation, p: Parameters) -> Traces:
        rows = as_array(observation.variables.get(name))
        rows = rows if rows is not None and rows.ndim == 2 else None
        if rows is not None and rows.shape[1] != p.step_end:
            rows = rows.T if rows.shape[0] == p.step_end else None
        middle, width = (as_array(observation.variables.get(name)) for name in (mean, deviation))
        return rows, _band(middle, width, p)

    return read


def _band(mean: np.ndarray | None, deviation: np.ndarray | None, p: Parameters) -> list[np.ndarray]:
    if mean is None:
        return []
    curves = [mean]
    if deviation is not None and mean.shape == deviation.shape:
        curves += [mean + deviation, mean - deviation]
    return [curve for curve in curves if curve.shape == times(p).shape]


def _best(candidates: list[np.ndarray], p: Parameters) -> np.ndarray | None:
    """The candidate with one value a step, else the first."""
    return next(
        (candidate for candidate in candidates if candidate.shape[-1] == p.step_end),
        candidates[0] if candidates else None,
    )
