"""Figures as plain data: what is drawn where, how, and whether it can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.container import ErrorbarContainer
from matplotlib.lines import Line2D
from matplotlib.text import Text

from .artist_record import INVISIBLE
from .axes_limits import leave_out
from .fast_matplotlib import Paint

POINTS = 200_000  # kept in one figure
MOST_AXES = 50  # axes that are described in full
MOST_FIGURES = 200  # figures of which anything is kept: one a step, say, where one for all was asked for


@dataclass
class Subplot:
    """One axes of a figure: its artists, each with its description, and the texts that tell of it, by their role.

    An artist is described by ``x`` and ``y`` (lists of the same length), ``kind`` (line, scatter, segments, area, or
    bars: segments that are all upright), ``visible``, ``outside`` (whether limits that were set leave it out), and its
    style: ``marker``, ``line``, ``size``, ``color``, ``alpha``, ``label``.
    """

    axes: Axes | None
    artists: list[tuple[Artist, dict[str, Any]]]
    texts: dict[str, list[Text]]
    unread: list[str] = field(default_factory=list)  # roles of texts that cannot be read in the picture, and why

    def described(self) -> dict[str, Any]:
        """Title, labels, legend and artists."""
        written = {role: [text.get_text() for text in texts if text.get_text()] for role, texts in self.texts.items()}
        legend = written.pop("legend")
        joined = {role: " ".join(lines) for role, lines in written.items()}
        artists = [described for _, described in self.artists]
        looks = _looks(self.axes)
        return {**joined, "legend": legend, "legend_looks": looks, "unread": list(self.unread), "artists": artists}


def _looks(axes: Axes | None) -> list[str]:
    """Of each entry of an axes' legend, the colour and the opacity of what it stands for."""
    legend = axes.get_legend() if axes is not None else None
    looks = []
    for handle in getattr(legend, "legend_handles", None) or []:
        if handle is None:  # of what is no line, such as a letter of a text
            continue
        color = handle.get_color() if hasattr(handle, "get_color") else handle.get_facecolor()
        looks.append(f"{_hex(color)} {handle.get_alpha()}")
    return looks[:MOST_AXES]


def _hex(color: Any) -> str:
    try:
        return str(to_hex(color if isinstance(color, str) else np.ravel(color)[:4].tolist()))
    except (TypeError, ValueError):
        return "unknown"


def subplots(figure: Any) -> list[Subplot]:
    """One for each axes with something in it, or else one for all."""
    texts = {axes: _texts(axes) for axes in figure.axes}
    drawn = [(axes, artists) for axes in texts if (artists := _artists(axes))] or [(None, [])]
    made = [Subplot(axes, artists, _texts_beside(figure, axes, texts)) for axes, artists in drawn]
    made[0].texts["legend"] += [text for legend in figure.legends for text in legend.get_texts()]
    return made


def _texts_beside(figure: Any, axes: Axes | None, texts: dict[Axes, dict[str, Any]]) -> dict[str, list[Text]]:
    """The texts of an axes; where it has no title or label, those of the other axes; then those of the figure."""
    at_axes = texts[axes] if axes is not None else {}
    of_figure = {"title": figure._suptitle, "xlabel": figure._supxlabel, "ylabel": figure._supylabel}
    beside = {}
    for role, text in of_figure.items():
        others = [other for of_axes in texts.values() for other in of_axes[role]]
        beside[role] = (at_axes.get(role) or others) + ([text] if text is not None else [])
    return {**beside, "legend": at_axes.get("legend", [])}


def _texts(axes: Any) -> dict[str, list[Text]]:
    """What is written at an axes, without what is empty."""
    legend = axes.get_legend()
    written = {
        "title": [axes.title, axes._left_title, axes._right_title],
        "xlabel": [axes.xaxis.label],
        "ylabel": [axes.yaxis.label],
        "legend": legend.get_texts() if legend is not None else [],
    }
    return {role: [text for text in texts if text.get_text()] for role, texts in written.items()}


def _artists(axes: Any) -> list[tuple[Artist, dict[str, Any]]]:
    paint = Paint(axes)
    data = axes.transData
    artists = [(line, _line(line, paint)) for line in axes.lines if line.get_transform() is data]
    for collection in axes.collections:
        if isinstance(collection, PathCollection):
            artists.append((collection, _scatter(collection, paint)))
        elif isinstance(collection, LineCollection):
            pieces = collection.get_segments()
            kind = "bars" if all(np.ptp(piece[:, 0]) == 0 for piece in pieces if len(piece)) else "segments"
            artists.append((collection, _pieces(collection, kind, pieces, paint)))
        elif isinstance(collection, PolyCollection):
            paths = [path.vertices for path in collection.get_paths()]
            artists.append((collection, _pieces(collection, "area", paths, paint)))
    beside = {id(container[0]) for container in axes.containers if isinstance(container, ErrorbarContainer)}
    made = [
        (artist, described)
        for artist, described in artists
        if described and (described["visible"] or id(artist) not in beside)
    ]
    leave_out(axes, [described for _, described in made])
    return made


def _line(line: Line2D, paint: Paint) -> dict[str, Any] | None:
    try:
        points = np.asarray(line.get_xydata(), float)
    except (TypeError, ValueError):
        return None
    marker = str(line.get_marker())
    style = str(line.get_linestyle())
    dots = marker not in INVISIBLE and line.get_markersize() > 0.3
    stroke = style not in INVISIBLE and line.get_linewidth() > 0.05 and len(points) > 1
    color = line.get_color()
    if dots and not stroke:
        color = paint.first(line.get_markerfacecolor(), line.get_markeredgecolor(), line.get_markeredgewidth())
    return {
        "kind": "line",
        "marker": marker if dots else "",
        "line": style if stroke else "",
        "size": line.get_markersize() if dots else line.get_linewidth(),
        **_common(line, points, color, paint, dots or stroke),
    }


def _scatter(collection: Any, paint: Paint) -> dict[str, Any] | None:
    points: np.ndarray = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan)
    faces, edges = ([*colors, "none"][0] for colors in (collection.get_facecolor(), collection.get_edgecolor()))
    color = paint.first(faces, edges, max(collection.get_linewidths(), default=0))
    return {
        "kind": "scatter",
        "marker": "o",
        "line": "",
        "size": 0.0,
        **_common(collection, points, color, paint, max(collection.get_sizes(), default=0) > 0.1),
    }


def _pieces(collection: Any, kind: str, pieces: list[Any], paint: Paint) -> dict[str, Any] | None:
    pieces = [piece for piece in pieces if len(piece)]
    if not pieces:
        return None
    colors = collection.get_facecolor() if kind == "area" else collection.get_edgecolor()
    points = np.unique(np.concatenate(pieces), axis=0)
    return {
        "kind": kind,
        "marker": "",
        "line": "",
        "size": 0.0,
        **_common(collection, points, [*colors, "none"][0], paint, True),
    }


def _common(artist: Artist, points: np.ndarray, color: Any, paint: Paint, is_drawn: bool) -> dict[str, Any]:
    alpha = artist.get_alpha()
    alpha = 1.0 if alpha is None else float(np.max(alpha))
    points = points[:POINTS]
    digits, shows = paint(color)
    label = str(artist.get_label())
    return {
        "x": points[:, 0].tolist(),
        "y": points[:, 1].tolist(),
        "color": digits,
        "alpha": alpha,
        "label": "" if label.startswith("_") else label[:200],
        "outside": False,
        "visible": bool(is_drawn and artist.get_visible() and shows and alpha >= 0.04 and len(points) > 0),
    }
