"""The picture above the sliders: drawn once, then only its moving lines are redrawn. No pyplot, so nothing can leak."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from .png import encoded

STYLE = Path(__file__).parent / "lif.mplstyle"
DRAWN = 50  # traces drawn at most; statistics use all
AXES = {  # unit's factor from SI, label, limits in that unit
    "current": (1e12, "$I$ (pA)", (-60, 1060)),
    "voltage": (1e3, "$V_m$ (mV)", (-66, 0)),
    "noisy": (1e3, "$V_m$ (mV)", (-72, 4)),
}


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

    def __init__(self, quantity: str, t_max: float, vth: float, many: bool):
        self.scale, label, limits = AXES[quantity]
        with mpl.rc_context(), mpl.style.context(STYLE):
            self.figure = Figure(figsize=(6.8, 3.8), dpi=100)
            self.canvas = FigureCanvasAgg(self.figure)
            self.axes = self.figure.add_subplot()
            self.axes.set(xlim=(-0.02 * 1e3 * t_max, 1.02 * 1e3 * t_max), ylim=limits, xlabel="time (ms)", ylabel=label)
            if quantity != "current":
                self.axes.axhline(vth * self.scale, color="0.45", lw=0.8)
                place = dict(xycoords=("axes fraction", "data"), textcoords="offset points", va="center")
                self.axes.annotate("$V_{th}$", (1, vth * self.scale), (3, 0), color="0.35", **place)
            self.layers = self._layers(many)
            self.canvas.draw()
        self.background = self.canvas.copy_from_bbox(self.figure.bbox)

    def _layers(self, many: bool) -> dict[str, LineCollection]:
        styles = {
            "answer": dict(colors="#333333", linewidths=0.7 if many else 2.2, alpha=0.3 if many else 1.0),
            "answer_curves": dict(colors=to_hex("C0"), linewidths=1.6),
            "reference": dict(colors=to_hex("C1"), linewidths=1.4 if many else 1.8, linestyles=(0, (4, 3))),
            "theory": dict(colors="#737373", linewidths=1.3, linestyles=(0, (1, 2))),
        }
        names = {
            "answer": "your answer",
            "answer_curves": "your mean ± std",
            "reference": "reference",
            "theory": "theory",
        }
        layers = {}
        for name, style in styles.items():
            layers[name] = LineCollection([], animated=True, zorder=3, **style)
            self.axes.add_collection(layers[name], autolim=False)
        handles = [
            mpl.lines.Line2D([], [], color=style["colors"], lw=style["linewidths"], ls=style.get("linestyles", "-"))
            for name, style in styles.items()
            if many or name != "answer_curves"
        ]
        shown = [names[name] for name in styles if many or name != "answer_curves"]
        self.axes.legend(handles, shown, loc="upper center", bbox_to_anchor=(0.5, 1.13), ncols=4, fontsize=9)
        return layers

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
