"""Where the points of artists are in a picture, and whether something is visible there.

An artist comes as (subplot, artist, description).
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import numpy as np

REACH = 40.0  # points of type: no marker is looked for further from its place
LINE = 2.0  # nor a line
CELL, MOST = 4, 4096  # pixels in a cell, and of a side of a picture
SubplotArtist = tuple[Any, Any, dict[str, Any]]  # subplot, artist, description
Changed = tuple[np.ndarray, np.ndarray]  # rows and columns of pixels


def shares(artists: list[SubplotArtist], changed: Changed, height: int, scale: float) -> np.ndarray:
    """Of each artist, the share of its places in whose reach something is ``changed`` (rows and columns of pixels).

    Artists of one point and one style share their fate. ``scale``: pixels in a point of type.
    """
    lengths = [len(description["x"]) for *_, description in artists]
    groups = _groups(artists)
    x, y = _pixels(artists, height)
    reach = np.repeat(
        [reach_of(artist, description) * scale + 2 for _, artist, description in artists], lengths
    ).astype(int)
    group = np.repeat(groups, lengths)
    places = (group * MOST + x.clip(-1, MOST - 2) + 1) * MOST + y.clip(-1, MOST - 2) + 1
    _, first = np.unique(places, return_index=True)
    met = _any_within(changed, x[first], y[first], reach[first])
    count = len(artists)
    met_places = np.bincount(group[first], met, count)
    all_places = np.bincount(group[first], minlength=count)
    shares_of_groups: np.ndarray = met_places / np.maximum(all_places, 1)
    of_artists: np.ndarray = shares_of_groups[groups]
    return of_artists


def reach_of(artist: Any, description: dict[str, Any]) -> float:
    """How far from its place a point may be painted."""
    if description["kind"] == "scatter":
        return min(float(np.sqrt(np.max(artist.get_sizes(), initial=0))) / 2, REACH)
    return min(float(description["size"]) / 2, REACH) if description["marker"] else LINE


def _groups(artists: list[SubplotArtist]) -> np.ndarray:
    """A number for each artist, the same for those of one point and one style."""
    numbers: dict[tuple[Any, ...], int] = {}
    keys = (
        (
            id(subplot),
            description["color"],
            description["alpha"],
            description["size"],
            len(description["x"]) > 1 and id(artist),
        )
        for subplot, artist, description in artists
    )
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], int)


def _pixels(artists: list[SubplotArtist], height: int) -> np.ndarray:
    """Columns and rows of the points; what is not a number lies outside."""
    pixels = []
    for _, of_panel in groupby(artists, key=lambda artist: id(artist[0])):
        group = list(of_panel)
        points = np.array([[value for *_, description in group for value in description[axis]] for axis in "xy"], float)
        with np.errstate(all="ignore"):
            pixels.append(group[0][0].axes.transData.transform(points.T))
    places = np.nan_to_num(np.concatenate(pixels), nan=-1e6).clip(-1e6, 1e6).astype(int).T
    return np.stack([places[0], height - 1 - places[1]])


def _any_within(changed: Changed, x: np.ndarray, y: np.ndarray, reach: np.ndarray) -> np.ndarray:
    """Whether something is changed in the squares around points: by cells, of which there are few."""
    cells = np.zeros([places.max(initial=0) // CELL + 2 for places in changed], int)
    cells[changed[0] // CELL + 1, changed[1] // CELL + 1] = 1
    sums = cells.cumsum(0).cumsum(1)
    last = [side - 1 for side in cells.shape]
    left = ((x - reach) // CELL).clip(0, last[1])
    right = ((x + reach) // CELL + 1).clip(0, last[1])
    above = ((y - reach) // CELL).clip(0, last[0])
    below = ((y + reach) // CELL + 1).clip(0, last[0])
    counts: np.ndarray = sums[below, right] - sums[above, right] - sums[below, left] + sums[above, left]
    return counts > 0
