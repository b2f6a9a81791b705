"""Redraw a figure from its record, in a process without student code.

Only what the record says is drawn, so a forged record merely describes another figure.
"""

from __future__ import annotations

import contextlib
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import artist_from_record as artists
from .artist_record import SETTINGS, Plain
from .figure_record import SETTINGS_KEPT
from .ready_axes import taken_for

Groups = dict[int, Plain]  # the id of a line that was made again, to its record


def set_as(record: Plain) -> None:
    """Take over the settings of a record, as far as they are any."""
    for name in SETTINGS_KEPT:
        value = record["settings"].get(name)
        if SETTINGS[name] != value:
            with contextlib.suppress(ValueError):
                SETTINGS[name] = value


def redrawn(record: Plain) -> tuple[Figure, Groups]:
    """The figure of a record. Raises what matplotlib raises where the record is none."""
    ready = taken_for(record)
    groups: list[tuple[Line2D, Plain]] = []
    if ready:
        figure, axes = ready
        groups += _fill(axes, record["axes"][0], has_usual_ticks=True)
    else:
        figure = Figure(record["size"], record["dpi"], facecolor=record["face"], layout=record["layout"])
        grids: dict[tuple[int, int], Any] = {}
        for of_axes in record["axes"]:
            groups += _fill(_new_axes(figure, of_axes, grids), of_axes)
    for name in ("suptitle", "supxlabel", "supylabel"):
        if record[name]:
            text = getattr(figure, name)(record[name]["text"])
            artists.set_text(text, record[name])
            text.set_position(record[name]["position"])
    artists.add_texts(figure, record["texts"])
    artists.add_lines(figure, [{**line, "in_data": False} for line in record["lines"]])
    artists.add_patches(figure, record["patches"])
    for cover in record["covers"]:
        x, y, width, height = cover["position"]
        sheet = Rectangle((x, y), width, height, color=cover["color"], transform=figure.transFigure)
        figure.add_artist(sheet).set_zorder(cover["zorder"])
    for legend in record["legends"]:
        artists.add_legend(figure, legend)
    return figure, {id(line): of_line for line, of_line in groups}


def _fill(axes: Any, record: Plain, has_usual_ticks: bool = False) -> list[tuple[Line2D, Plain]]:
    """Draw into an axes all that its record has; return its lines, each with its record."""
    axes.patch.set_visible(record["filled"])
    axes.set_frame_on(record["framed"])
    axes.set(visible=record["visible"], zorder=record["zorder"])
    axes.set_axisbelow(record["below"])
    axes.set_aspect(record["aspect"])
    if not record["on"]:
        axes.set_axis_off()
    lines = artists.add_lines(axes, record["lines"])
    artists.add_collections(axes, record["collections"])
    artists.add_patches(axes, record["patches"])
    artists.add_images(axes, record["images"])
    artists.add_texts(axes, record["texts"])
    for axis, name in ((axes.xaxis, "x"), (axes.yaxis, "y")):
        _set_axis(axes, axis, name, record[name], has_usual_ticks)
    for place, title in zip(("center", "left", "right"), record["titles"], strict=True):
        if title["text"]:
            text = axes.set_title(title["text"], loc=place, y=title["position"][1])
            artists.set_text(text, title)
    for name, spine in record["spines"].items():
        if name in axes.spines:
            axes.spines[name].set(visible=spine["visible"], edgecolor=spine["color"], linewidth=spine["width"])
    if record["legend"]:
        artists.add_legend(axes, record["legend"])
    return [(line, of_line) for line, of_line in lines if of_line["in_data"]]


def _new_axes(figure: Figure, record: Plain, grids: dict[tuple[int, int], Any]) -> Any:
    """An axes in its place: in a grid, which a layout arranges, or where the record says."""
    options = {"projection": record["projection"], "facecolor": record["face"]}
    if record["grid"]:
        rows, columns, top, bottom, left, right = record["grid"]
        grid = grids.setdefault((rows, columns), figure.add_gridspec(rows, columns))
        axes: Any = figure.add_subplot(grid[top:bottom, left:right], **options)
    else:
        axes = figure.add_axes(record["position"], **options)
    if record["grid"] and figure.get_layout_engine() is None:
        axes.set_position(record["position"])
    return axes


def _set_axis(axes: Any, axis: Any, name: str, record: Plain, has_usual_ticks: bool) -> None:
    if record["scale"] != "linear":
        with contextlib.suppress(ValueError):  # a scale of the answer's own
            getattr(axes, f"set_{name}scale")(record["scale"])
    getattr(axes, f"set_{name}lim")(*record["limits"])
    axis.set_label_position(record["label"]["side"])
    axis.label.set_visible(True)
    artists.set_text(axis.label, record["label"])
    axis.labelpad = record["label"]["pad"]
    for which, ticks in record["ticks"].items():
        if not has_usual_ticks:
            axis.set_tick_params(which, **ticks)
    if record["locations"] or record["bare"]:
        axis.set_ticks(record["locations"], labels=record["names"])
        getattr(axes, f"set_{name}lim")(*record["limits"])
    axis.set_visible(record["visible"])
