"""Where the points of artists lie in a picture, and whether something is there.

An artist comes as (panel, artist, description).
"""

from __future__ import annotations

from itertools import groupby

import numpy as np

REACH = 40.0  # points of type: no marker is looked for further from its place
LINE = 2.0  # nor a line
CELL, MOST = 4, 4096  # pixels in a cell, and of a side of a picture


def shares(artists: list[tuple], changed: tuple, height: int, scale: float) -> np.ndarray:
    """Of each artist, the share of its places in whose reach something is ``changed`` (rows and columns of pixels).

    Artists of one point and one look share their fate. ``scale``: pixels in a point of type.
    """
    lengths = [len(told["x"]) for *_, told in artists]
    groups = _groups(artists)
    x, y = _pixels(artists, height)
    reach = np.repeat([reach_of(artist, told) * scale + 2 for _, artist, told in artists], lengths).astype(int)
    group = np.repeat(groups, lengths)
    places = (group * MOST + x.clip(-1, MOST - 2) + 1) * MOST + y.clip(-1, MOST - 2) + 1
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


def _any_within(changed: tuple, x: np.ndarray, y: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Whether something is changed in the squares around points: by cells, of which there are few."""
    cells = np.zeros([each.max(initial=0) // CELL + 2 for each in changed], int)
    cells[changed[0] // CELL + 1, changed[1] // CELL + 1] = 1
    sums = cells.cumsum(0).cumsum(1)
    last = [side - 1 for side in cells.shape]
    left, right = ((x + way * reach) // CELL + (way > 0) for way in (-1, 1))
    above, below = ((y + way * reach) // CELL + (way > 0) for way in (-1, 1))
    left, right = left.clip(0, last[1]), right.clip(0, last[1])
    above, below = above.clip(0, last[0]), below.clip(0, last[0])
    return sums[below, right] - sums[above, right] - sums[below, left] + sums[above, left] > 0
