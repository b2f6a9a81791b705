"""What a rule is, and which figures it examines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation

from .axis_labels import AxisQuantity
from .figure_tables import figures, in_si

Objection = tuple[str, Message] | None  # the slip, and what is said of it
Rule = Callable[[Observation, Parameters], Objection]


def _per_step(artists: list[dict[str, Any]], p: Parameters) -> float:
    """How many different points there are, divided by the steps."""
    if not artists:
        return 0
    x, y = (np.concatenate([artist[key] for artist in artists]) for key in "xy")
    later = x > 0.5 * p.dt  # at time 0 many traces share one point
    points = np.unique(np.round(np.stack([x[later] / p.dt, y[later] * 1e15]), 3), axis=1)
    return float(points.shape[1] / max(p.step_end - 1, 1))


def showing(observation: Observation, p: Parameters, quantity: AxisQuantity) -> list[dict[str, Any]]:
    """The figures that may be the one asked for: the fullest, and all others with a value at most time steps."""
    full = figures(observation)
    return full[:1] + [figure for figure in full[1:] if _per_step(in_si(figure, quantity), p) > 0.9]
