"""The moving lines of the picture, and the legend that names those that are drawn."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.legend import Legend
from matplotlib.lines import Line2D

from slipcheck.view import View

INK = "#333333"  # of the answer
LEGEND_SIZE = 12  # points


def made_layers(axes: Axes, many: bool) -> dict[str, LineCollection]:
    """By name; with many traces the curves beside them are thinner. A halo parts these from the dark of the traces."""
    styles: dict[str, dict[str, Any]] = {
        "answer": dict(colors=INK, linewidths=1.4 if many else 2.2),
        "answer_curves": dict(colors=to_hex("C0"), linewidths=1.8),
        "reference": dict(colors=to_hex("C1"), linewidths=1.6 if many else 1.8, linestyles=(0, (4, 3))),
        "theory": dict(colors="#000000" if many else "#737373", linewidths=1.4, linestyles=(0, (1, 2))),
        "halo": dict(colors="#ffffff", linewidths=3.6, alpha=0.8),
    }
    layers = {name: LineCollection([], animated=True, zorder=3, **style) for name, style in styles.items()}
    for layer in layers.values():
        axes.add_collection(layer, autolim=False)
    return layers


def made_legend(axes: Axes, layers: dict[str, LineCollection], view: View) -> dict[str, list[Any]]:
    """Above the axes, an entry for each layer that has a name; by layer, the artists of its entry."""
    names = {
        "answer": "your answer",
        "answer_curves": view.curves,
        "reference": "reference",
        "theory": view.axis.theory,
    }
    named = [name for name in names if names[name]]
    place: dict[str, Any] = dict(loc="upper center", bbox_to_anchor=(0.5, 1.0), bbox_transform=axes.figure.transFigure)
    tight: dict[str, Any] = dict(ncols=len(named), fontsize=LEGEND_SIZE, columnspacing=1.0, handlelength=1.5)
    handles = [_handle(layers[name]) for name in named]
    legend: Legend = axes.legend(handles, [names[name] for name in named], **place, **tight)
    entries = zip(named, legend.get_lines(), legend.get_texts(), strict=True)
    return {name: [line, text] for name, line, text in entries}


def show_entries(entries: dict[str, list[Any]], present: Collection[str]) -> None:
    """Hide the entries of the layers that are not there; the others keep their places."""
    for name, artists in entries.items():
        for artist in artists:
            artist.set_visible(name in present)


def _handle(layer: Any) -> Line2D:
    """A short line in the layer's style."""
    start, dashes = layer.get_linestyle()[0]
    width = layer.get_linewidth()[0]
    if dashes:  # the layer has them in points, a line wants them in widths
        dashes = [length / width for length in dashes]
    return Line2D([], [], color=layer.get_color()[0][:3], lw=width, ls=(start, dashes))
