"""The picture of notebook 01: a neuron with its membrane, its input current, its potential and its leak."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

BLUE, ORANGE, GREEN, GRAY = "#0063a6", "#b34700", "#007a55", "#595959"


def neuron() -> Figure:
    """A cell body with its wall; arrows for input and leak, and a meter between inside and outside."""
    figure = Figure(figsize=(7.2, 3.6), facecolor="white")
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 7.2), ylim=(0, 3.6))
    axes.set_axis_off()
    _cell(axes)
    _input(axes)
    _leak(axes)
    _potential(axes)
    return figure


def _cell(axes: Axes) -> None:
    """The body, short dendrites on the left, an axon on the right."""
    for angle in np.radians([142, 162, 198, 218, 238]):
        axes.plot(*_ray(angle, 1.1, 1.6), color=GRAY, linewidth=5, solid_capstyle="round", zorder=1)
    axes.plot([4.35, 6.9], [1.8, 1.8], color=GRAY, linewidth=6, solid_capstyle="round", zorder=1)
    circle = np.linspace(0, 2 * np.pi, 200)
    axes.fill(3.3 + 1.1 * np.cos(circle), 1.8 + 1.1 * np.sin(circle), facecolor="#f3f0e6", edgecolor=GRAY, linewidth=6)
    axes.annotate("membrane", (4.12, 2.6), (4.75, 3.2), **_words(GRAY), arrowprops=_arrow(GRAY, 1.2))
    axes.text(4.75, 1.6, "to other neurons\n(not in this part)", ha="left", va="top", fontsize=11, color=GRAY)
    axes.text(3.75, 1.4, "inside", ha="center", fontsize=11, color=GRAY)


def _input(axes: Axes) -> None:
    axes.annotate("", (2.75, 1.8), (0.15, 1.8), arrowprops=_arrow(BLUE, 3))
    axes.text(0.15, 1.95, "input\ncurrent $I(t)$", color=BLUE, fontsize=13, va="bottom")
    axes.text(0.15, 1.65, "from other\nneurons", color=BLUE, fontsize=11, va="top")


def _leak(axes: Axes) -> None:
    axes.annotate("", (3.3, 0.12), (3.3, 0.95), arrowprops=_arrow(ORANGE, 3))
    axes.text(3.5, 0.2, "leak", color=ORANGE, fontsize=13, va="bottom")


def _potential(axes: Axes) -> None:
    """A double arrow from the inside to the outside, through the wall at the top."""
    axes.annotate("", (3.3, 3.4), (3.3, 1.7), arrowprops={**_arrow(GREEN, 2.5), "arrowstyle": "<->"})
    axes.text(3.12, 3.27, "membrane potential $V(t)$:\ninside against outside", ha="right", **_place(GREEN))


def _ray(angle: float, start: float, end: float) -> tuple[list[float], list[float]]:
    """The ends of a line that leaves the cell's centre, from one distance to another."""
    both = (start, end)
    return [3.3 + d * np.cos(angle) for d in both], [1.8 + d * np.sin(angle) for d in both]


def _arrow(color: str, width: float) -> dict:
    return {"arrowstyle": "-|>", "color": color, "linewidth": width, "mutation_scale": 16}


def _words(color: str) -> dict:
    return {"color": color, "fontsize": 13, "va": "center"}


def _place(color: str) -> dict:
    return {"color": color, "fontsize": 12, "va": "center"}
