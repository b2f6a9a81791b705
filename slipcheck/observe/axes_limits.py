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
    is_flat = _is_squeezed(_points(described)[1], limits[1]) and not is_logarithmic
    for group in filter(None, groups):
        points = _points(group)
        is_narrow = _is_squeezed(points[0], limits[0]) and not is_logarithmic
        if is_flat or is_narrow or not _is_in_view(points, limits):
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
    return bool(0 < spread < SPREAD * (limits[1] - limits[0]))
