"""Show any number of traces at once: the more of them cross a pixel, the darker it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

FINE = 4  # rows in each pixel, so that the edges of a trace are smooth
GAIN, MOST = 40.0, 100.0  # how fast darkness grows with the traces on a pixel, and at how many it is full
HEIGHTS, COLUMNS = 50_000, 32  # at most at a time: few enough for the cache, and for memory that is used again


@dataclass(frozen=True)
class Grid:
    """The pixels of the axes, and the times (s) of their left and right edge."""

    width: int
    height: int
    start: float
    end: float

    @property
    def bottom(self) -> int:
        """How many fine rows there are."""
        return FINE * self.height

    def edges(self) -> np.ndarray:
        """The times between the columns of pixels, and of the outer two edges."""
        return np.linspace(self.start, self.end, self.width + 1)


def opacity(t: np.ndarray, rows: np.ndarray, limits: tuple[float, float], grid: Grid) -> np.ndarray:
    """From 0 to 255 in each pixel, of shape (height, width): 0 without a trace, and more the more traces cross it.

    ``rows`` has shape (traces, steps), on the times ``t`` (s), in the unit of ``limits``.

    >>> t, grid = np.array([0.0, 1.0]), Grid(width=2, height=4, start=0, end=1)
    >>> opacity(t, np.full((1, 2), 0.25), (-1, 1), grid).tolist()
    [[0, 0], [114, 114], [0, 0], [0, 0]]
    >>> opacity(t, np.full((9, 2), 0.25), (-1, 1), grid).tolist()
    [[0, 0], [181, 181], [0, 0], [0, 0]]
    """
    counts = np.arange(FINE * len(rows) + 1) / FINE
    table = np.minimum(255 * np.log1p(GAIN * counts) / np.log1p(GAIN * MOST), 255).astype(np.uint8)
    darkness = [table[_crossings(heights, grid)] for heights in _heights(t, rows, limits, grid)]
    return np.concatenate(darkness).T


def _heights(t: np.ndarray, rows: np.ndarray, limits: tuple[float, float], grid: Grid) -> Iterator[np.ndarray]:
    """Where traces cross the edges of columns, in fine rows from the top: blocks of shape (columns + 1, traces).

    Outside a trace's times it is nan.
    """
    low, high = limits
    order = np.argsort(t, kind="stable")
    t = t[order]
    fine = ((high - rows.T[order]) * (grid.bottom / (high - low))).clip(-1e6, 1e6).astype(np.float32)
    edges = grid.edges()
    after = np.clip(np.searchsorted(t, edges), 1, len(t) - 1)
    share = (edges - t[after - 1]) / np.maximum(t[after] - t[after - 1], 1e-12)
    share = np.where((share < 0) | (share > 1), np.nan, share).astype(np.float32)[:, None]
    columns = min(max(HEIGHTS // len(rows), 1), COLUMNS)
    for start in range(0, grid.width, columns):
        block = slice(start, start + columns + 1)
        left = fine[after[block] - 1]
        yield left + (fine[after[block]] - left) * share[block]


def _crossings(heights: np.ndarray, grid: Grid) -> np.ndarray:
    """How many fine rows are covered by traces in each pixel of these columns: shape (columns, height).

    A trace is one pixel thick, and in a column it covers what lies between its two edges. It changes the count
    where it begins and where it ends; the running sum down the column counts the traces between.
    """
    left, right = heights[:-1] - FINE / 2, heights[1:] - FINE / 2
    first, last = np.minimum(left, right), np.maximum(left, right) + FINE
    starts = np.arange(len(left))[:, None] * (grid.bottom + 1)
    size = len(left) * (grid.bottom + 1)
    changes = np.zeros(size, np.intp)
    for sign, ends in ((1, first), (-1, last)):
        rows = np.where(np.isnan(ends), 0, ends).clip(0, grid.bottom).astype(np.intp)
        changes += sign * np.bincount((starts + rows).ravel(), minlength=size)
    covering = changes.cumsum().reshape(-1, grid.bottom + 1)  # the sum is 0 again where a column ends
    total: np.ndarray = np.add.reduce([covering[:, fine : grid.bottom : FINE] for fine in range(FINE)])
    return total
