"""Draw the picture below the sliders: once, then only its moving lines. No pyplot, so nothing can leak."""

from __future__ import annotations

import contextlib
import struct
import zlib
from pathlib import Path
from typing import Any, cast

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from slipcheck.view import View

from .density import Grid, opacity
from .frame import Curve, Picture
from .layers import INK, made_layers, made_legend, show_entries
from .vertical_range import Limits, touches

WIDTH, HEIGHT = 640, 420  # pixels
LEFT, RIGHT, BOTTOM, TOP = 86, 44, 62, 40  # pixels between the axes and the edges of the picture
OWN_STYLE = {
    "font.size": 13,  # points: letters can be read where a phone shows the picture at half its size
    "figure.constrained_layout.use": False,  # the axes keep their place, whatever the legend and the ticks are
}
BESIDE = ("answer_curves", "reference", "theory")  # the traces, in the order in which they are drawn
DARK = 100  # so many traces and more hide the curves among them
FEW = 1  # traces drawn as lines; more of them as density


class Scene:
    """``frame(picture)`` gives the PNG; axes and labels stay as they are until ``limits`` are set."""

    def __init__(self, view: View, t_max: float, style: Path):
        self.axis = view.axis
        self.first_limits = self.axis.first_limits or self.axis.limits
        self.style = style
        with self._own_style():
            self.figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
            self.canvas = cast(Any, FigureCanvasAgg(self.figure))  # whose methods have no types
            self._make_axes(t_max)
            self.layers = made_layers(self.axes, view.many)
            self.entries = made_legend(self.axes, self.layers, view)
        self.backgrounds: dict[frozenset[str], Any] = {}
        self.limits = self.first_limits

    def _own_style(self) -> contextlib.AbstractContextManager[None]:
        """Meanwhile, what the student has set for figures does not count."""
        return mpl.style.context(["default", self.style, OWN_STYLE])

    def _make_axes(self, t_max: float) -> None:
        self.grid = Grid(WIDTH - LEFT - RIGHT, HEIGHT - BOTTOM - TOP, -0.02 * t_max, 1.02 * t_max)
        place = (LEFT / WIDTH, BOTTOM / HEIGHT, self.grid.width / WIDTH, self.grid.height / HEIGHT)
        self.axes = self.figure.add_axes(place)
        ends = (1e3 * self.grid.start, 1e3 * self.grid.end)
        self.axes.set(xlim=ends, xlabel="time (ms)", ylabel=self.axis.label)
        self.axes.yaxis.set_major_locator(MaxNLocator(7, steps=[1, 2, 5, 10]))
        self.level: dict[Any, float] = {}  # artists, and where they are
        if self.axis.level is not None:
            self._draw_level(*self.axis.level)

    def _draw_level(self, value: float, name: str) -> None:
        line = self.axes.axhline(value * self.axis.scale, color="0.45", lw=0.8)
        place: dict[str, Any] = dict(xycoords=("axes fraction", "data"), textcoords="offset points", va="center")
        note = self.axes.annotate(name, (1, value * self.axis.scale), (3, 0), color="0.35", **place)
        self.level = dict.fromkeys((line, note), value * self.axis.scale)

    @property
    def limits(self) -> Limits:
        """The lowest and the highest value of the vertical axis, in its unit."""
        return self.axes.get_ylim()

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self.axes.set_ylim(limits)
        self.backgrounds.clear()
        for artist, place in self.level.items():
            artist.set_visible(limits[0] <= place <= limits[1])

    def frame(self, picture: Picture) -> bytes:
        """One PNG."""
        self.canvas.restore_region(self._background(self.present(picture)))
        t, rows = picture.traces()
        beside = {name: picture.curves(name) for name in BESIDE}
        if len(rows) > FEW:
            self._draw_density(t, rows)
            self._draw("halo", [curve for curves in beside.values() for curve in curves] if len(rows) >= DARK else [])
        else:
            self._draw("answer", [(t, row) for row in rows])
        for name, curves in beside.items():
            self._draw(name, curves)
        return encoded(np.asarray(self.canvas.buffer_rgba())[..., :3])

    def present(self, picture: Picture) -> frozenset[str]:
        """The layers of which something lies inside the axes."""
        curves = {"answer": [picture.traces()], **{name: picture.curves(name) for name in BESIDE}}
        return frozenset(name for name in curves if any(self._is_inside(*curve) for curve in curves[name]))

    def _is_inside(self, t: np.ndarray, values: np.ndarray) -> bool:
        inside = (self.grid.start <= t) & (t <= self.grid.end)
        return touches(self.limits, values[..., inside], self.axis)

    def _background(self, present: frozenset[str]) -> Any:
        """All that does not move, with a legend of the layers that are present."""
        if present not in self.backgrounds:
            show_entries(self.entries, present)
            with self._own_style():
                self.canvas.draw()
            self.backgrounds[present] = self.canvas.copy_from_bbox(self.figure.bbox)
        return self.backgrounds[present]

    def _draw(self, name: str, curves: list[Curve]) -> None:
        self.layers[name].set_segments([self._line(t, values) for t, values in curves])
        self.axes.draw_artist(self.layers[name])

    def _line(self, t: np.ndarray, values: np.ndarray) -> np.ndarray:
        """Points in the axes' units; none lies so far outside that the renderer fails."""
        low, high = self.limits
        reach = 1e3 * (high - low)
        return np.column_stack([1e3 * t, np.clip(self.axis.scale * values, low - reach, high + reach)])

    def _draw_density(self, t: np.ndarray, rows: np.ndarray) -> None:
        ink = np.empty((self.grid.height, self.grid.width, 4), np.uint8)
        ink[..., :3] = [255 * part for part in to_rgb(INK)]
        ink[..., 3] = opacity(t, self.axis.scale * rows, self.limits, self.grid)
        renderer = self.canvas.get_renderer()
        context = renderer.new_gc()
        renderer.draw_image(context, LEFT, BOTTOM, ink[::-1])  # which begins with the lowest row
        context.restore()


def encoded(rgb: np.ndarray) -> bytes:
    """The PNG of ``rgb``, bytes of shape (height, width, 3): made quickly rather than small, as it lives for a moment.

    >>> encoded(np.zeros((2, 3, 3), np.uint8))[1:4]
    b'PNG'
    """
    height, width, _ = rgb.shape
    rows = np.empty((height, 1 + 3 * width), np.uint8)
    rows[:, 0] = 0  # each row begins with its filter, 0 for none
    rows[:, 1:] = rgb.reshape(height, 3 * width)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits each of red, green, blue
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows.data, 1)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
