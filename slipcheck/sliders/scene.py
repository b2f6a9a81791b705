"""Draw the picture above the sliders: once, then only its moving lines. No pyplot, so nothing can leak."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from slipcheck.view import View

from .png import encoded

DRAWN = 50  # traces drawn at most; statistics use all


@dataclass
class Picture:
    """What one frame shows, in SI units: tables (rows, steps) on the times ``t``; (rows, 2, steps) with their own."""

    t: np.ndarray
    answer: np.ndarray | None = None
    answer_curves: list[np.ndarray] = field(default_factory=list)
    reference: np.ndarray | None = None
    theory: list[np.ndarray] = field(default_factory=list)


class Scene:
    """``frame(picture)`` gives the PNG; axes, labels and legend stay as they are."""

    def __init__(self, view: View, t_max: float, style: Path):
        axis = view.axis
        self.scale = axis.scale
        self.limits = axis.limits
        with mpl.rc_context(), mpl.style.context(style):
            self.figure = Figure(figsize=(6.8, 3.8), dpi=100)
            self.canvas = cast(Any, FigureCanvasAgg(self.figure))  # whose methods have no types
            self.axes = self.figure.add_subplot()
            self.axes.set(
                xlim=(-0.02 * 1e3 * t_max, 1.02 * 1e3 * t_max), ylim=self.limits, xlabel="time (ms)", ylabel=axis.label
            )
            if axis.level is not None:
                self._level(*axis.level)
            self.layers = self._layers(view.many)
            self._legend(["your answer", view.curves, "reference", axis.theory])
            self.canvas.draw()
        self.background = self.canvas.copy_from_bbox(self.figure.bbox)

    def _level(self, value: float, name: str) -> None:
        self.axes.axhline(value * self.scale, color="0.45", lw=0.8)
        place: dict[str, Any] = dict(xycoords=("axes fraction", "data"), textcoords="offset points", va="center")
        self.axes.annotate(name, (1, value * self.scale), (3, 0), color="0.35", **place)

    def _layers(self, many: bool) -> dict[str, LineCollection]:
        styles = {
            "answer": dict(colors="#333333", linewidths=0.7 if many else 2.2, alpha=0.3 if many else 1.0),
            "answer_curves": dict(colors=to_hex("C0"), linewidths=1.6),
            "reference": dict(colors=to_hex("C1"), linewidths=1.4 if many else 1.8, linestyles=(0, (4, 3))),
            "theory": dict(colors="#737373", linewidths=1.3, linestyles=(0, (1, 2))),
        }
        layers = {name: LineCollection([], animated=True, zorder=3, **style) for name, style in styles.items()}
        for layer in layers.values():
            self.axes.add_collection(layer, autolim=False)
        return layers

    def _legend(self, names: list[str]) -> None:
        """Of the layers with a name; a faint one is shown in full strength."""
        shown = [(layer, name) for layer, name in zip(self.layers.values(), names, strict=True) if name]
        handles = []
        layer: Any
        for layer, _ in shown:
            start, dashes = layer.get_linestyle()[0]
            width = layer.get_linewidth()[0]
            if dashes:  # the layer has them in points, a line wants them in widths
                dashes = [length / width for length in dashes]
            handles.append(Line2D([], [], color=layer.get_color()[0][:3], lw=width, ls=(start, dashes)))
        place: dict[str, Any] = dict(loc="upper center", bbox_to_anchor=(0.5, 1.13), ncols=4, fontsize=9)
        self.axes.legend(handles, [name for _, name in shown], **place)

    def holds(self, picture: Picture) -> bool:
        """Whether all of the answer lies inside the axes."""
        rows = [] if picture.answer is None else list(picture.answer[:DRAWN])
        values = [self.scale * (row[1] if row.ndim == 2 else row) for row in rows]
        low, high = self.limits
        return all(low <= np.min(row) and np.max(row) <= high for row in values if row.size)

    def frame(self, picture: Picture) -> bytes:
        """One PNG."""
        self.canvas.restore_region(self.background)
        for name, layer in self.layers.items():
            rows = getattr(picture, name)
            layer.set_segments([] if rows is None else [self._line(picture.t, row) for row in rows[:DRAWN]])
            self.axes.draw_artist(layer)
        return encoded(np.asarray(self.canvas.buffer_rgba())[..., :3])

    def _line(self, t: np.ndarray, row: np.ndarray) -> np.ndarray:
        times, values = row if row.ndim == 2 else (t, row)
        return np.column_stack([1e3 * times, self.scale * np.nan_to_num(values, nan=0, posinf=1e3, neginf=-1e3)])
