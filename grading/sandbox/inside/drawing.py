"""Draw a figure as the picture that a feedback page shows."""

from __future__ import annotations

import io
from collections.abc import Iterable

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from slipcheck.observe.fast_matplotlib import follow
from slipcheck.observe.figures import Panel

from .visibility import Look

PIXELS = 2_000  # of a side of a picture
SMALL, FAR = 0.1, 40  # of a side of a figure, points: an axes, and the distance of its label
COLORS = 64  # of a picture: it takes half the time and half the bytes that all do
RENDERERS: dict = {}  # by size: one that has measured a text before need not do it again
ROOM = 0.7  # of a side of a figure, for what lies beyond it


def rendered(figure, panels: Iterable[Panel] = ()) -> bytes:
    """The figure as a PNG, of bounded size. The ``panels`` are left with what can be seen in it."""
    width, height = figure.get_size_inches()
    figure.set_dpi(min(figure.dpi, 100, PIXELS / max(width, height, 0.1)))
    if len(figure.axes) == 1:
        _place(figure, figure.axes[0])
    for axes in figure.axes:
        join_markers(axes)
        follow(axes)
        axes._autotitlepos = False  # a title stays where it is: looking for what is in its way takes a quarter of it
    size = (int(figure.bbox.width), int(figure.bbox.height), figure.dpi)
    renderer = RENDERERS[size] = RENDERERS.get(size) or RendererAgg(*size)
    look = _drawn(figure, panels, renderer)
    if _make_room(figure, look.outside(), renderer):
        look = _drawn(figure, panels, renderer)
    picture = Image.frombuffer("RGBA", size[:2], renderer.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")
    look.tell()
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


def _drawn(figure, panels: Iterable[Panel], renderer: RendererAgg) -> Look:
    renderer.clear()
    look = Look(figure, panels, renderer)
    figure.draw(renderer)
    return look


def _make_room(figure, texts: list, renderer: RendererAgg) -> bool:
    """Whether axes were moved together, for texts that lie beyond the page: a notebook shows these."""
    boxes = np.array([text.get_window_extent(renderer).extents for text in texts if text.get_visible()])
    if not boxes.size:
        return False
    low, high = -boxes[:, :2].min(axis=0) / figure.bbox.size, boxes[:, 2:].max(axis=0) / figure.bbox.size - 1
    low, high = (np.maximum(beyond, 0) * 1.1 for beyond in (low, high))
    if not max(*low, *high) > 0 or not max(low + high) < ROOM:
        return False
    figure.set_layout_engine("none")
    for axes in figure.axes:
        place = axes.get_position()
        axes.set_position((*(low + place.min * (1 - low - high)), *(place.size * (1 - low - high))))
    return True


def join_markers(axes) -> None:
    """Draw markers of one look at once, where an answer drew them in hundreds of calls: the same picture, sooner."""
    looks: dict[tuple, list] = {}
    for line in axes.lines:
        if line.get_transform() == axes.transData and (line.get_linestyle() == "None" or len(line.get_xdata()) == 1):
            looks.setdefault(_look(line), []).append(line)
    gone = set()
    for lines in looks.values():
        if len(lines) > 1:
            lines[0].set_data(*(np.concatenate([line.get_data()[k] for line in lines]) for k in (0, 1)))
            lines[0].set_linestyle("None")
            gone |= set(map(id, lines[1:]))
    axes._children = [each for each in axes._children if id(each) not in gone]


def _look(line) -> tuple:
    colors = (line.get_markerfacecolor(), line.get_markeredgecolor())
    return (
        str(line.get_marker()),
        line.get_markersize(),
        str(colors),
        line.get_alpha(),
        line.get_zorder(),
        line.get_visible(),
    )
