"""The vertical range of a picture: what it contains, what fits into it, and what no range could show."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from slipcheck.view import Axis

Limits = tuple[float, float]
REACH = 5  # values so many heights of the axis outside its limits are far outside
LEAST = 0.05  # of the axis' height, that a fitted range has at least: rounding errors are no curve
MARGIN = 0.06  # of a fitted range, above and below


def fitted(values: Iterable[np.ndarray], axis: Axis) -> Limits:
    """Limits around all values (SI units) that are not far outside.

    >>> from slipcheck.view import Axis
    >>> fitted([np.array([-0.060, -0.035, 1e9])], Axis(1e3, "V (mV)", (-70, 10)))
    (-61.5, -33.5)
    """
    near = [scaled[_is_near(scaled, axis)] for scaled in _in_its_unit(values, axis)]
    ends = [end for scaled in near if scaled.size for end in (scaled.min(), scaled.max())]
    if not ends:
        return axis.limits
    low, high = float(min(ends)), float(max(ends))
    short = max(LEAST * (axis.limits[1] - axis.limits[0]) - (high - low), 0.0)
    margin = MARGIN * (high - low) + short / 2
    return round(low - margin, 6), round(high + margin, 6)


def holds(limits: Limits, values: Iterable[np.ndarray], axis: Axis) -> bool:
    """Whether all values (SI units) lie inside the limits."""
    low, high = limits
    return all(bool(np.all((low <= scaled) & (scaled <= high))) for scaled in _in_its_unit(values, axis))


def touches(limits: Limits, values: np.ndarray, axis: Axis) -> bool:
    """Whether a curve of these values (SI units) passes through the limits."""
    low, high = limits
    scaled = [each[np.isfinite(each)] for each in _in_its_unit([values], axis)]
    return any(each.size > 0 and bool(each.min() <= high and each.max() >= low) for each in scaled)


def far_part(values: Iterable[np.ndarray], axis: Axis) -> float:
    """Which part of the values (SI units), from 0 to 1, lies far outside the axis."""
    far = [~_is_near(scaled, axis).ravel() for scaled in _in_its_unit(values, axis)]
    return float(np.mean(np.concatenate(far))) if far else 0.0


def _in_its_unit(values: Iterable[np.ndarray], axis: Axis) -> list[np.ndarray]:
    """The values in the axis' unit."""
    return [axis.scale * np.asarray(each, float) for each in values if np.size(each)]


def _is_near(scaled: np.ndarray, axis: Axis) -> np.ndarray:
    low, high = axis.limits
    reach = REACH * (high - low)
    near: np.ndarray = (scaled >= low - reach) & (scaled <= high + reach)  # False for nan
    return near
