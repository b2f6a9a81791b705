"""Shortcuts through matplotlib's private names: the same picture, sooner. Without them only time is lost.

Most are for figures with thousands of points: what matplotlib would do for each of them is done once.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axes._base import _AxesBase
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

BOX = "_slipcheck_clip_box"
WAITING = "_slipcheck_waiting"
AXES: Any = _AxesBase  # of which private methods are replaced
LINES: Any = Line2D
CLIP = LINES.set_clip_path
UPDATE_LIMITS = AXES._update_line_limits
AUTOSCALE = AXES.autoscale_view
LEAST = 0.04  # of full contrast: less looks like the background


@contextlib.contextmanager
def lazy() -> Iterator[None]:
    """Have axes take the limits of their lines when someone asks for them, and all lines share one clip box."""
    AXES._update_line_limits = _wait
    AXES.autoscale_view = _autoscale
    LINES.set_clip_path = _clip
    try:
        yield
    finally:
        LINES.set_clip_path = CLIP
        AXES._update_line_limits = UPDATE_LIMITS
        AXES.autoscale_view = AUTOSCALE


def _wait(axes: Any, line: Line2D) -> None:
    vars(axes).setdefault(WAITING, []).append(line)


def _autoscale(axes: Any, *args: Any, **kwargs: Any) -> None:
    for sharing in {axes, *axes.figure.axes}:  # others may share its limits
        for line in vars(sharing).pop(WAITING, ()):
            if line.axes is sharing:
                UPDATE_LIMITS(sharing, line)
    AUTOSCALE(axes, *args, **kwargs)


def _clip(line: Line2D, path: Any, transform: Any = None) -> None:
    """As matplotlib clips a line to its axes, with one box for all lines: making one takes a sixth of a plot call."""
    if transform is not None or line.axes is None or path is not line.axes.patch or not isinstance(path, Rectangle):
        CLIP(line, path, transform)
        return
    if BOX not in vars(line.axes):
        Artist.set_clip_path(line, path)
        setattr(line.axes, BOX, line.clipbox)
    line.clipbox = getattr(line.axes, BOX)
    line.stale = True


def keep_title(axes: Axes) -> None:
    """Leave the title where it is: looking for what is in its way takes a quarter of the time of a picture."""
    axes._autotitlepos = False  # type: ignore[attr-defined]  # private


@contextlib.contextmanager
def without_artists(artists: Iterable[Artist]) -> Iterator[None]:
    """Have these artists not drawn; ``set_visible`` would tell all axes and figures of each of them."""
    visible = [artist for artist in artists if artist.get_visible()]
    for artist in visible:
        artist._visible = False  # type: ignore[attr-defined]  # private
    try:
        yield
    finally:
        for artist in visible:
            artist._visible = True  # type: ignore[attr-defined]  # private


class Paint:
    """Tells colors from the background of an axes; each color is looked at once, however many points have it."""

    def __init__(self, axes: Any):
        below = np.ones(3)
        for color in (axes.figure.get_facecolor(), axes.get_facecolor()):
            *paint, alpha = to_rgba(color)
            below = alpha * np.array(paint) + (1 - alpha) * below
        self.background = below
        self.known: dict[object, tuple[str, bool]] = {}

    def __call__(self, color: Any) -> tuple[str, bool]:
        """Its hexadecimal digits ("" if there is none), and whether it can be told from the background."""
        key = color if isinstance(color, str) else to_rgba(color)
        if key not in self.known:
            *paint, alpha = to_rgba(color)
            contrast = alpha * np.abs(paint - self.background).max()
            self.known[key] = to_hex(color) if alpha else "", bool(contrast >= LEAST)
        return self.known[key]

    def first(self, face: Any, edge: Any, width: float) -> Any:
        """The color of a marker: that of its face, or of its edge where only this can be seen."""
        return edge if width > 0 and not self(face)[1] and self(edge)[1] else face
