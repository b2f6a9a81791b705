"""Where the points of artists lie in a picture, and whether something is there.

An artist comes as (panel, artist, description).
"""

from __future__ import annotations

from itertools import groupby

import numpy as np

REACH = 40.0  # points of type: no marker is looked for further from its place
LINE = 2.0  # nor a line


def shares(artists: list[tuple], changed: np.ndarray, scale: float) -> np.ndarray:
    """Of each artist, the share of its places in whose reach ``changed`` has ones.

    Artists of one point and one look share their fate. ``scale``: pixels in a point of type.
    """
    lengths = [len(told["x"]) for *_, told in artists]
    groups = _groups(artists)
    x, y = _pixels(artists, changed.shape[0])
    reach = np.repeat([reach_of(artist, told) * scale + 2 for _, artist, told in artists], lengths).astype(int)
    group = np.repeat(groups, lengths)
    places = (group * 4096 + x.clip(-1, 4094) + 1) * 4096 + y.clip(-1, 4094) + 1
    _, first = np.unique(places, return_index=True)
    met = _any_within(changed, x[first], y[first], reach[first])
    count = len(artists)
    found, all_of = np.bincount(group[first], met, count), np.bincount(group[first], minlength=count)
    return (found / np.maximum(all_of, 1))[groups]


def reach_of(artist, told: dict) -> float:
    """How far from its place a point may be painted."""
    if told["kind"] == "scatter":
        return min(np.sqrt(np.max(artist.get_sizes(), initial=0)) / 2, REACH)
    return min(told["size"] / 2, REACH) if told["marker"] else LINE


def _groups(artists: list[tuple]) -> np.ndarray:
    """A number for each artist, the same for those of one point and one look."""
    numbers: dict[tuple, int] = {}
    keys = (
        (id(panel), told["color"], told["alpha"], told["size"], len(told["x"]) > 1 and id(artist))
        for panel, artist, told in artists
    )
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], int)


def _pixels(artists: list[tuple], height: int) -> np.ndarray:
    """Columns and rows of the points; what is no number lies outside."""
    found = []
    for _, of_one in groupby(artists, key=lambda each: id(each[0])):
        each = list(of_one)
        points = np.array([[value for *_, told in each for value in told[axis]] for axis in "xy"], float)
        with np.errstate(all="ignore"):
            found.append(each[0][0].axes.transData.transform(points.T))
    places = np.nan_to_num(np.concatenate(found), nan=-1e6).clip(-1e6, 1e6).astype(int).T
    return np.stack([places[0], height - 1 - places[1]])


def _any_within(changed: np.ndarray, x: np.ndarray, y: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Whether there are ones in the squares around points."""
    height, width = changed.shape
    sums = np.zeros((height + 1, width + 1), np.int32)
    changed.cumsum(0, out=sums[1:, 1:]).cumsum(1, out=sums[1:, 1:])
    left, right = (x - reach).clip(0, width), (x + reach + 1).clip(0, width)
    above, below = (y - reach).clip(0, height), (y + reach + 1).clip(0, height)
    return sums[below, right] - sums[above, right] - sums[below, left] + sums[above, left] > 0
