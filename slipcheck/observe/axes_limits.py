"""Whether the axis limits that an answer sets leave its data in view."""

from __future__ import annotations

from typing import Any

import numpy as np

IN_VIEW = 0.9  # of the points, at least
SPREAD = 0.02  # of a side of the axes, over which the data lies: less is one blot


def leave_out(axes: Any, described: list[dict[str, Any]]) -> None:
    """Note of artists, by their descriptions, that too few of their points lie within the limits of their axes.

    Single points, each drawn by a command of its own, share their fate.
    """
    is_logarithmic = "log" in (axes.get_xscale(), axes.get_yscale())  # it shows only what is above 0
    if axes.get_autoscalex_on() and axes.get_autoscaley_on() and not is_logarithmic:  # then the limits fit
        return
    limits = [sorted(limits) for limits in (axes.get_xlim(), axes.get_ylim())]
    single = [artist for artist in described if len(artist["x"]) == 1]
    groups = [single, *([artist] for artist in described if len(artist["x"]) > 1)]
    both = zip(_points(described), limits, strict=True)
    is_squeezed = not is_logarithmic and any(_is_squeezed(values, ends) for values, ends in both)
    for group in filter(None, groups):
        if is_squeezed or not _is_in_view(_points(group), limits):
            for artist in group:
                artist.update(visible=False, outside=True)


def _points(group: list[dict[str, Any]]) -> np.ndarray:
    """Of artists, x above y; only numbers."""
    points = np.array([[value for artist in group for value in artist[axis]] for axis in "xy"], float)
    return points[:, np.isfinite(points).all(axis=0)]


def _is_in_view(points: np.ndarray, limits: list[list[float]]) -> bool:
    low, high = np.array(limits).T
    slack = 1e-9 * (high - low)
    is_inside = ((low - slack <= points.T) & (high + slack >= points.T)).all(axis=1)
    return not points.size or bool(is_inside.mean() >= IN_VIEW)


def _is_squeezed(values: np.ndarray, limits: list[float]) -> bool:
    spread = np.ptp(values) if values.size else 0.0
    rounding = 1e-9 * np.abs(values).max(initial=0.0)
    return bool(rounding < spread < SPREAD * (limits[1] - limits[0]))
