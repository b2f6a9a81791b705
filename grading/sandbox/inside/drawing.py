"""Draw a figure as the picture that a feedback page shows."""

from __future__ import annotations

import io
from collections.abc import Iterable

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from slipcheck.observe.fast_matplotlib import follow
from slipcheck.observe.figures import Panel

from .fast_drawing import join_markers, keep_title
from .visibility import VisibilityCheck

PIXELS = 2_000  # of a side of a picture
SMALL, FAR = 0.1, 40  # of a side of a figure, points: an axes, and the distance of its label
COLORS = 64  # of a picture: it takes half the time and half the bytes that all do
RENDERERS: dict = {}  # by size: one that has measured a text before need not do it again
ROOM = 0.7  # of a side of a figure, for what lies beyond it


def rendered(figure, panels: Iterable[Panel] = ()) -> bytes:
    """The figure as a PNG, of bounded size. The ``panels`` keep only what is visible in it."""
    width, height = figure.get_size_inches()
    figure.set_dpi(min(figure.dpi, 100, PIXELS / max(width, height, 0.1)))
    if len(figure.axes) == 1:
        _place(figure, figure.axes[0])
    for axes in figure.axes:
        join_markers(axes)
        follow(axes)
        keep_title(axes)
    size = (int(figure.bbox.width), int(figure.bbox.height), figure.dpi)
    renderer = RENDERERS[size] = RENDERERS.get(size) or RendererAgg(*size)
    check = _drawn(figure, panels, renderer)
    if _make_room(figure, check.outside(), renderer):
        check = _drawn(figure, panels, renderer)
    picture = Image.frombuffer("RGBA", size[:2], renderer.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
    check.apply()
    png = io.BytesIO()
    picture.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(png, "png", compress_level=1)
    return png.getvalue()


def _place(figure, axes) -> None:
    """Margins and labels that fit, in a quarter of the time that a layout takes; not where they were put elsewhere."""
    if min(axes.get_position().size) < SMALL:
        return
    figure.set_layout_engine("none")
    axes.set_position((0.16, 0.15, 0.81, 0.75))
    if axes.xaxis.labelpad < FAR:
        axes.xaxis.set_label_coords(0.565, 0.075, figure.transFigure)
    if axes.yaxis.labelpad < FAR:
        axes.yaxis.set_label_coords(0.03, 0.525, figure.transFigure)


def _drawn(figure, panels: Iterable[Panel], renderer: RendererAgg) -> VisibilityCheck:
    renderer.clear()
    check = VisibilityCheck(figure, panels, renderer)
    figure.draw(renderer)
    return check


def _make_room(figure, texts: list, renderer: RendererAgg) -> bool:
    """Whether axes were moved together, for texts that lie beyond the page: a notebook shows these."""
    boxes = np.array([text.get_window_extent(renderer).extents for text in texts if text.get_visible()])
    if not boxes.size:
        return False
    low = np.maximum(-boxes[:, :2].min(axis=0) / figure.bbox.size, 0) * 1.1
    high = np.maximum(boxes[:, 2:].max(axis=0) / figure.bbox.size - 1, 0) * 1.1
    if not max(*low, *high) > 0 or not max(low + high) < ROOM:
        return False
    figure.set_layout_engine("none")
    for axes in figure.axes:
        place = axes.get_position()
        axes.set_position((*(low + place.min * (1 - low - high)), *(place.size * (1 - low - high))))
    return True
