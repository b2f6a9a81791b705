"""Remake artists from their records (see ``artist_record``)."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform

from .artist_record import Plain

LARGEST = 5_000.0  # points of type: of a line's width, a letter or a marker


def add_lines(axes: Any, records: list[Plain]) -> list[tuple[Line2D, Plain]]:
    """The lines of an axes or a figure, each with its record."""
    made = []
    for record in records:
        line = made_line(record)
        line.set_data(record["x"], record["y"])
        if len(record["lengths"]) > 1:  # points that were drawn one by one
            line.set_linestyle("None")
        if record["in_data"]:
            axes.add_line(line)
        else:
            line.set_transform(_shares(axes))
            axes.add_artist(line)
        made.append((line, record))
    return made


def made_line(record: Plain) -> Line2D:
    """A line of this style, without points."""
    style: Any = record["style"]
    line = Line2D(
        [],
        [],
        linestyle=tuple(style) if isinstance(style, list) else style,
        drawstyle=record["steps"],
        linewidth=_size(record["width"]),
        color=record["color"],
        marker=_marker(record["marker"]),
        markersize=_size(record["size"]),
        markerfacecolor=record["face"],
        markeredgecolor=record["edge"],
        markeredgewidth=_size(record["edge_width"]),
        markevery=record["every"],
    )
    _set_common(line, record)
    return line


def _marker(marker: Any) -> Any:
    return path_of(marker) if isinstance(marker, dict) else marker


def path_of(record: Plain) -> Path:
    """An outline."""
    return Path(np.reshape(np.array(record["vertices"], float), (-1, 2)), record["codes"])


def _size(value: float) -> float:
    return min(float(value), LARGEST)


def _set_common(artist: Any, record: Plain) -> None:
    artist.set_alpha(record["alpha"])
    artist.set_zorder(record["zorder"])
    artist.set_visible(record["visible"])
    artist.set_label(record["label"] or "_")
    artist.set_clip_on(record["clipped"])


def _shares(owner: Any) -> Any:
    return owner.transAxes if hasattr(owner, "transAxes") else owner.transFigure


def add_collections(axes: Any, records: list[Plain]) -> None:
    """Scatters, pieces of lines, areas."""
    for record in records:
        transform = axes.transData if record["in_data"] else axes.transAxes
        if record["kind"] == "scatter":
            offsets = np.column_stack([record["x"], record["y"]])
            outline = [path_of(record["marker"])] if record["marker"]["vertices"] else []
            made: Any = PathCollection(outline, record["sizes"], offsets=offsets, offset_transform=transform)
            made.set_transform(IdentityTransform())
        else:
            pieces = [np.reshape(np.array(piece, float), (-1, 2)) for piece in record["pieces"]]
            made = LineCollection(pieces) if record["kind"] == "segments" else PolyCollection(pieces)
            made.set_transform(transform)
        made.set(facecolor=record["faces"], edgecolor=record["edges"])
        made.set_linewidth([_size(width) for width in record["widths"]] or 0)
        _set_common(made, record)
        axes.add_collection(made, autolim=False)


def add_patches(owner: Any, records: list[Plain]) -> None:
    """Outlines, in shares of the axes or the figure."""
    for record in records:
        patch = PathPatch(path_of(record), linewidth=_size(record["width"]), transform=_shares(owner))
        patch.set(facecolor=record["face"], edgecolor=record["edge"])
        _set_common(patch, record)
        owner.add_artist(patch)


def add_images(axes: Any, records: list[Plain]) -> None:
    """Images, which leave the limits of the axes as they are."""
    for record in records:
        colors = np.array(record["pixels"], np.uint8)
        image = axes.imshow(colors, extent=record["extent"], origin=record["origin"], aspect=axes.get_aspect())
        _set_common(image, record)


def add_texts(owner: Any, records: list[Plain]) -> None:
    """Texts at places in shares of the axes or the figure."""
    for record in records:
        text = Text(*record["position"], transform=_shares(owner))
        set_text(text, record)
        text.set(ha=record["across"], va=record["up"], rotation=record["rotation"], zorder=record["zorder"])
        owner.add_artist(text)


def set_text(text: Text, record: Plain) -> None:
    """Write and style a text; where it stands is left to its owner."""
    text.set_text(record["text"])
    text.set(size=_size(record["size"]), color=record["color"], alpha=record["alpha"], visible=record["visible"])
    text.set(weight=record["weight"], style=record["slant"], usetex=False)


def add_legend(owner: Any, record: Plain) -> None:
    """A legend of entries that look as in the record."""
    location = record["location"]
    legend = owner.legend(
        [_handle(handle) for handle in record["handles"]],
        [text["text"] for text in record["texts"][: len(record["handles"])]],
        loc=location if isinstance(location, int) else tuple(location),
        bbox_to_anchor=record["anchor"],
        bbox_transform=_shares(owner),
        ncols=record["columns"],
        frameon=record["framed"],
        title=record["title"]["text"] or None,
        fontsize=_size(record["texts"][0]["size"]) if record["texts"] else None,
        borderaxespad=None,
        **record["pads"],
    )
    legend.get_frame().set(facecolor=record["face"], edgecolor=record["edge"])
    for text, written in zip(legend.get_texts(), record["texts"], strict=False):
        set_text(text, written)
    legend.set(visible=record["visible"], zorder=record["zorder"])


def _handle(record: Plain) -> Any:
    if record["kind"] == "line":
        return made_line({**record, "visible": True, "clipped": True})
    if record["kind"] == "patch":
        return Patch(facecolor=record["face"], edgecolor=record["edge"], linewidth=_size(record["width"]))
    return Line2D([], [], linestyle="None", marker="o", color=record["face"])
