"""Shortcuts through matplotlib's private names: the same picture, sooner. Without them only time is lost.

The limits of axes, which wait in ``fast_matplotlib.lazy`` until someone asks for them, are among these.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sized
from typing import Any, cast

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D


def keep_title(axes: Axes) -> None:
    """Leave the title where it is: looking for what is in its way takes a quarter of the time of a picture."""
    axes._autotitlepos = False  # type: ignore[attr-defined]  # private


@contextlib.contextmanager
def without(artists: Iterable[Artist]) -> Iterator[None]:
    """Have these artists not drawn; ``set_visible`` would tell all axes and figures of each of them."""
    visible = [artist for artist in artists if artist.get_visible()]
    for artist in visible:
        artist._visible = False  # type: ignore[attr-defined]  # private
    try:
        yield
    finally:
        for artist in visible:
            artist._visible = True  # type: ignore[attr-defined]  # private


def join_markers(axes: Axes) -> None:
    """Draw markers of one style at once, where an answer drew them in hundreds of calls."""
    by_style: dict[tuple[Any, ...], list[Line2D]] = {}
    for line in axes.lines:
        if _is_markers_alone(line, axes):
            by_style.setdefault(_style(line), []).append(line)
    joined = {id(line) for lines in by_style.values() for line in _join(lines)}
    children = axes._children  # type: ignore[attr-defined]  # private
    axes._children = [artist for artist in children if id(artist) not in joined]  # type: ignore[attr-defined]  # private


def _is_markers_alone(line: Line2D, axes: Axes) -> bool:
    is_unconnected = line.get_linestyle() == "None" or len(cast(Sized, line.get_xdata())) == 1
    return line.get_transform() == axes.transData and is_unconnected


def _join(lines: list[Line2D]) -> list[Line2D]:
    """Give the points of all lines to the first; the others, which are needed no more."""
    if len(lines) > 1:
        x = np.concatenate([line.get_xdata() for line in lines])
        y = np.concatenate([line.get_ydata() for line in lines])
        lines[0].set_data(x, y)
        lines[0].set_linestyle("None")
    return lines[1:]


def _style(line: Line2D) -> tuple[Any, ...]:
    colors = (line.get_markerfacecolor(), line.get_markeredgecolor())
    return (
        str(line.get_marker()),
        line.get_markersize(),
        str(colors),
        line.get_alpha(),
        line.get_zorder(),
        line.get_visible(),
    )
