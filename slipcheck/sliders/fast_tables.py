"""Let an answer's own figure take 50 lines of a table, not thousands, where the sliders do not show that figure."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.axes import Axes


@contextlib.contextmanager
def thinned(most: int) -> Iterator[None]:
    """Meanwhile, of tables with more columns than ``most``, ``plot`` draws the first ``most`` alone.

    The times a student waits for 2000 lines that nobody sees are then those of 50; what is computed stays the same.
    """
    usual = Axes.plot

    def plot(axes: Axes, *args: Any, **styles: Any) -> Any:
        return usual(axes, *(_first_columns(arg, most) for arg in args), **styles)

    patched: Any = Axes
    patched.plot = plot
    try:
        yield
    finally:
        patched.plot = usual


def _first_columns(arg: Any, most: int) -> Any:
    """
    >>> _first_columns(np.zeros((3, 70)), 50).shape, _first_columns("k.", 50)
    ((3, 50), 'k.')
    """
    return arg[:, :most] if type(arg) is np.ndarray and arg.ndim == 2 else arg
