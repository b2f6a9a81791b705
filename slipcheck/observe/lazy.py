"""Leave out what pyplot does anew for each of thousands of points, until it matters."""

from __future__ import annotations

import contextlib

from matplotlib.artist import Artist
from matplotlib.axes._base import _AxesBase
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

BOX, WAITING = "_lif_clip_box", "_lif_waiting"
CLIP, UPDATE_LIMITS, AUTOSCALE = Line2D.set_clip_path, _AxesBase._update_line_limits, _AxesBase.autoscale_view


@contextlib.contextmanager
def lazy():
    """Have axes take the limits of their lines when someone asks for them, and all lines share one clip box."""
    _AxesBase._update_line_limits = lambda axes, line: vars(axes).setdefault(WAITING, []).append(line)
    _AxesBase.autoscale_view = _autoscale
    Line2D.set_clip_path = _clip
    try:
        yield
    finally:
        Line2D.set_clip_path = CLIP
        _AxesBase._update_line_limits, _AxesBase.autoscale_view = UPDATE_LIMITS, AUTOSCALE


def follow(axes) -> None:
    """Have the limits of axes fit the lines that they show now, and no others that wait."""
    setattr(axes, WAITING, [line for line in axes.lines if line.get_visible()])
    axes._request_autoscale_view()


def _autoscale(axes, *args, **kwargs) -> None:
    for each in {axes, *axes.figure.axes}:  # others may share its limits
        for line in vars(each).pop(WAITING, ()):
            if line.axes is each:
                UPDATE_LIMITS(each, line)
    AUTOSCALE(axes, *args, **kwargs)


def _clip(line: Line2D, path, transform=None) -> None:
    """As matplotlib clips a line to its axes, with one box for all lines: making one takes a sixth of a plot call."""
    if transform is not None or line.axes is None or path is not line.axes.patch or not isinstance(path, Rectangle):
        return CLIP(line, path, transform)
    if BOX not in vars(line.axes):
        Artist.set_clip_path(line, path)
        setattr(line.axes, BOX, line.clipbox)
    line.clipbox, line.stale = getattr(line.axes, BOX), True
