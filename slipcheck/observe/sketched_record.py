"""The record of a figure that was never made: that of an empty one, with the texts, lines and limits put in."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

from .artist_record import SETTINGS, Plain, grouped, line_style, plain_colors
from .figure_record import LETTERS, legend_record, recorded


@dataclass
class SketchedLine:
    """A line with its style (see ``line_style``), its label, the options that it was drawn with, and its points."""

    style: Plain
    label: str
    options: dict[str, Any]
    points: np.ndarray


@dataclass
class SketchedContent:
    """What a run drew into one figure: texts by their role, and each line with its points."""

    options: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    lines: list[SketchedLine] = field(default_factory=list)
    legend: dict[str, Any] | None = None  # its options
    in_legend: list[SketchedLine] = field(default_factory=list)
    has_axes: bool = False


class EmptyFigure:
    """A figure with one axes, as pyplot makes them with the present settings; it is looked at, and never drawn."""

    def __init__(self) -> None:
        self.settings = dict(SETTINGS)
        self.figure = Figure()
        self.without_axes = recorded(self.figure)
        self.axes: Any = self.figure.add_subplot()
        self.with_axes = recorded(self.figure)

    def is_of_these_settings(self) -> bool:
        """Whether the settings are those that it was made with."""
        return self.settings == dict(SETTINGS)

    def limits(self, points: list[np.ndarray]) -> tuple[list[float], list[float]]:
        """Those that matplotlib gives the axes for lines through these points."""
        self.axes.dataLim = Bbox.null()
        self.axes.ignore_existing_data_limits = True
        self.axes.set(xlim=(0, 1), ylim=(0, 1))
        self.axes.autoscale(True)
        if points:
            self.axes.update_datalim(np.concatenate(points))
            self.axes.autoscale_view()
        x, y = self.axes.get_xlim(), self.axes.get_ylim()
        return [float(limit) for limit in x], [float(limit) for limit in y]

    def legend(self, lines: list[SketchedLine], options: dict[str, Any]) -> Plain:
        """The record of a legend of these lines."""
        legend = self.axes.legend(handles=[Line2D([], [], **line.options) for line in lines], **options)
        made = legend_record(legend, self.axes.transAxes)
        legend.remove()
        return made


def style_of(**options: Any) -> Plain:
    """The style of a line that matplotlib would draw with these options."""
    line = Line2D([], [], **options)
    return line_style(line, line.get_transform())


_empty: list[EmptyFigure] = []
_of_all_forks: list[EmptyFigure] = []


def make_empty_figure() -> None:
    """Make the empty figure in a process from which others are forked, whose settings do not change."""
    _of_all_forks[:] = [EmptyFigure()]


def _empty_figure() -> EmptyFigure:
    if _of_all_forks:
        return _of_all_forks[0]
    if not _empty or not _empty[0].is_of_these_settings():
        _empty[:] = [EmptyFigure()]
    return _empty[0]


def record_of(figure: SketchedContent) -> Plain:
    """What ``recorded`` says of the figure that matplotlib would have made."""
    empty = _empty_figure()
    record: Plain = copy.deepcopy(empty.with_axes if figure.has_axes else empty.without_axes)
    if "figsize" in figure.options:
        record["size"] = [float(side) for side in figure.options["figsize"]]
    if "dpi" in figure.options:
        record["dpi"] = float(figure.options["dpi"])
    if figure.has_axes:
        (axes,) = record["axes"]
        axes["titles"][0]["text"] = figure.texts.get("title", "")[:LETTERS]
        for name, limits in zip("xy", empty.limits([line.points for line in figure.lines]), strict=True):
            axes[name]["limits"] = limits
            axes[name]["label"]["text"] = figure.texts.get(f"{name}label", "")[:LETTERS]
        axes["lines"] = [plain_colors(group) for group in grouped((line.style, line.points) for line in figure.lines)]
        if figure.legend is not None:
            axes["legend"] = empty.legend(figure.in_legend, figure.legend)
    return record
