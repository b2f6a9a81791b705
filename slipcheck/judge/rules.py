"""What a rule is, and which figures it examines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation

from .figure_tables import figures, in_si
from .label_text import AxisQuantity

Objection = tuple[str, Message] | None  # the slip, and what is said of it
Rule = Callable[[Observation, Parameters], Objection]
OF_WRONG_VALUES = "wrong values shown"  # an objection that has no cause but that of the answer's wrong values
UNREAD = {  # why a text cannot be read: what it means, and what to try
    "hidden": ("The picture does not show it.", "Which command hides it, or puts it outside the picture?"),
    "small": ("Its letters are too small.", "Leave their size as it is."),
    "pale": ("Its color is too close to the color behind it.", "Leave its color as it is."),
    "covered": ("Something else is drawn over it.", "Which command draws in the same place?"),
}


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


def why_unread(figure: dict[str, Any], role: str) -> tuple[str, str] | None:
    """Why the title or a label cannot be read in the picture: what it means, and what to try."""
    reasons = [text.partition(" ")[2] for text in figure.get("unread", ()) if text.startswith(f"{role} ")]
    return UNREAD.get(reasons[0]) if reasons else None
