"""Figures as plain data: what is drawn where, how, and whether it can be seen."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import same_color, to_hex
from matplotlib.figure import Figure

from .isolation import put_back_classes

INVISIBLE = ("None", "none", "", " ", None)
POINTS = 200_000  # kept in one figure
FIGURES = 50  # kept of one run


class Drawn:
    """Stands in for ``plt.show``: like a notebook, it takes all open figures and closes them.

    A figure that was displayed is taken too, once, as it is when it is taken or, where it was closed or emptied since,
    as it was.
    """

    def __init__(self, witness=None):
        self.figures, self.overwritten, self.witness = [], [], witness
        self.displayed: dict[int, tuple[Figure, dict]] = {}

    def display(self, *shown, **_options) -> None:
        """Stands in for ``display``, which does nothing else here."""
        self.overwritten += put_back_classes()
        for figure in shown:
            if isinstance(figure, Figure) and (id(figure) in self.displayed or len(self.displayed) < FIGURES):
                description = describe(figure)
                if description not in self.figures:  # else it was shown just like that
                    self.displayed[id(figure)] = figure, description

    def show(self):
        self.overwritten += put_back_classes()
        taken, self.displayed = self.displayed, {}
        for number in plt.get_fignums()[:FIGURES]:
            figure = plt.figure(number)
            description = describe(figure)
            if description["artists"] or id(figure) not in taken:
                taken[id(figure)] = figure, description
        for figure, description in taken.values():
            if len(self.figures) < FIGURES:
                self.figures.append(description)
                if self.witness is not None:
                    self.witness.drew(figure, description)
        plt.close("all")


def describe(figure) -> dict:
    """Title, labels, legend and artists of a figure's axes, all axes together.

    An artist is a dict: ``x`` and ``y`` (lists of the same length), ``kind`` (line, scatter, segments, area),
    ``visible``, and its style: ``marker``, ``line``, ``size``, ``color``, ``alpha``, ``label``.
    """
    texts = {"title": [], "xlabel": [], "ylabel": [], "legend": []}
    artists = []
    for axes in figure.axes:
        for name, found in (("title", axes.get_title()), ("xlabel", axes.get_xlabel()), ("ylabel", axes.get_ylabel())):
            texts[name].append(found)
        if axes.get_legend() is not None:
            texts["legend"] += [text.get_text() for text in axes.get_legend().get_texts()]
        artists += _artists(axes)
    if figure._suptitle is not None:
        texts["title"].append(figure._suptitle.get_text())
    return {
        **{name: " ".join(filter(None, found)) for name, found in texts.items() if name != "legend"},
        "legend": texts["legend"],
        "artists": artists,
    }


def _artists(axes) -> list[dict]:
    paint, data = Paint(axes.get_facecolor()), axes.transData
    found = [_line(line, paint) for line in axes.lines if line.get_transform() == data]
    for collection in axes.collections:
        if isinstance(collection, PathCollection):
            found.append(_scatter(collection, paint))
        elif isinstance(collection, LineCollection):
            found.append(_pieces(collection, "segments", collection.get_segments(), paint))
        elif isinstance(collection, PolyCollection):
            found.append(_pieces(collection, "area", [path.vertices for path in collection.get_paths()], paint))
    return [artist for artist in found if artist is not None]


class Paint:
    """Colors before a background: each looked at once, however many points have it."""

    def __init__(self, background):
        self.background, self.known = background, {}

    def __call__(self, color) -> tuple[str, bool]:
        """Its hexadecimal digits ("" if there is none), and whether it can be told from the background."""
        key = color if isinstance(color, str) else tuple(map(float, color))
        if key not in self.known:
            none = same_color(color, "none")
            self.known[key] = "" if none else to_hex(color), not none and not same_color(color, self.background)
        return self.known[key]


def _line(line, paint: Paint) -> dict | None:
    try:
        points = np.asarray(line.get_xydata(), float)
    except (TypeError, ValueError):
        return None
    marker, style = str(line.get_marker()), str(line.get_linestyle())
    dots = marker not in INVISIBLE and line.get_markersize() > 0.3
    stroke = style not in INVISIBLE and line.get_linewidth() > 0.05 and len(points) > 1
    color = line.get_markerfacecolor() if dots and not stroke else line.get_color()
    if isinstance(color, str) and color in ("none", "None"):
        color = line.get_markeredgecolor()
    return {
        "kind": "line",
        "marker": marker if dots else "",
        "line": style if stroke else "",
        "size": line.get_markersize() if dots else line.get_linewidth(),
        **_common(line, points, color, paint, dots or stroke),
    }


def _scatter(collection, paint: Paint) -> dict | None:
    points = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan)
    colors, sizes = collection.get_facecolor(), collection.get_sizes()
    if not len(colors):
        colors = collection.get_edgecolor()
    color = colors[0] if len(colors) else "none"
    seen = len(sizes) > 0 and max(sizes) > 0.1 and len(colors) > 0
    return {
        "kind": "scatter",
        "marker": "o",
        "line": "",
        "size": 0.0,
        **_common(collection, points, color, paint, seen),
    }


def _pieces(collection, kind, pieces, paint: Paint) -> dict | None:
    pieces = [piece for piece in pieces if len(piece)]
    if not pieces:
        return None
    colors = collection.get_facecolor() if kind == "area" else collection.get_edgecolor()
    color = colors[0] if len(colors) else "none"
    points = np.unique(np.concatenate(pieces), axis=0)
    return {
        "kind": kind,
        "marker": "",
        "line": "",
        "size": 0.0,
        **_common(collection, points, color, paint, len(colors) > 0),
    }


def _common(artist, points, color, paint: Paint, seen) -> dict:
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
        "visible": bool(seen and artist.get_visible() and shows and alpha >= 0.02 and len(points) > 0),
    }
