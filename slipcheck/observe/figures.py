"""Figures as plain data: what is drawn where, how, and whether it can be seen."""

from __future__ import annotations

from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.container import ErrorbarContainer
from matplotlib.figure import Figure
from matplotlib.text import Text

from .isolation import put_back_classes
from .paint import Paint

INVISIBLE = ("None", "none", "", " ", None)
POINTS = 200_000  # kept in one figure
SHOWN = 50  # axes that are described


class Drawn:
    """Stands in for ``plt.show``: like a notebook, it takes all open figures and closes them.

    A figure that was displayed is taken too, once, as it is when it is taken or, where it was closed or emptied since,
    as it was.
    """

    def __init__(self, witness=None):
        self.figures, self.overwritten, self.witness = [], [], witness
        self.displayed: dict[int, tuple[Figure, list[Panel]]] = {}

    def display(self, *shown, **_options) -> None:
        """Stands in for ``display``, which does nothing else here."""
        self.overwritten += put_back_classes()
        for figure in shown:
            if isinstance(figure, Figure) and (id(figure) in self.displayed or len(self.displayed) < SHOWN):
                found = panels(figure)
                if any(panel.described() not in self.figures for panel in found):  # else it was shown just like that
                    self.displayed[id(figure)] = figure, found

    def show(self):
        self.overwritten += put_back_classes()
        taken, self.displayed = self.displayed, {}
        for number in plt.get_fignums()[:SHOWN]:
            figure = plt.figure(number)
            found = panels(figure)
            if any(panel.artists for panel in found) or id(figure) not in taken:
                taken[id(figure)] = figure, found
        for figure, found in taken.values():
            if len(self.figures) < SHOWN:
                if self.witness is not None:
                    self.witness.drew(figure, found)
                self.figures += [panel.described() for panel in found]
        plt.close("all")


@dataclass
class Panel:
    """One axes of a figure: its artists, each with its description, and the texts that tell of it, by their role.

    An artist is described by ``x`` and ``y`` (lists of the same length), ``kind`` (line, scatter, segments, area),
    ``visible``, and its style: ``marker``, ``line``, ``size``, ``color``, ``alpha``, ``label``.
    """

    axes: Axes | None
    artists: list[tuple[Artist, dict]]
    texts: dict[str, list[Text]]

    def described(self) -> dict:
        """Title, labels, legend and artists."""
        told = {role: list(filter(None, (text.get_text() for text in found))) for role, found in self.texts.items()}
        legend = told.pop("legend")
        joined = {role: " ".join(found) for role, found in told.items()}
        return {**joined, "legend": legend, "artists": [described for _, described in self.artists]}


def panels(figure) -> list[Panel]:
    """One for each axes with something in it, or else one for all."""
    every = {axes: _texts(axes) for axes in figure.axes}
    around = {
        "title": [figure._suptitle],
        "xlabel": [figure._supxlabel],
        "ylabel": [figure._supylabel],
        "legend": [text for legend in figure.legends for text in legend.get_texts()],
    }
    drawn = [(axes, artists) for axes in every if (artists := _artists(axes))] or [(None, [])]
    found = []
    for axes, artists in drawn:
        texts = {}
        for role, beside in around.items():
            own = every[axes][role] if axes else []
            others = [text for each in every.values() for text in each[role]]
            texts[role] = (own or (role != "legend" and others) or []) + [each for each in beside if each is not None]
        around["legend"] = []
        found.append(Panel(axes, artists, texts))
    return found


def _texts(axes) -> dict[str, list[Text]]:
    """What is written at an axes, without what is empty."""
    legend = axes.get_legend()
    found = {
        "title": [axes.title, axes._left_title, axes._right_title],
        "xlabel": [axes.xaxis.label],
        "ylabel": [axes.yaxis.label],
        "legend": legend.get_texts() if legend is not None else [],
    }
    return {role: [text for text in texts if text.get_text()] for role, texts in found.items()}


def _artists(axes) -> list[tuple[Artist, dict]]:
    paint, data = Paint(axes), axes.transData
    found = [(line, _line(line, paint)) for line in axes.lines if line.get_transform() is data]
    for collection in axes.collections:
        if isinstance(collection, PathCollection):
            found.append((collection, _scatter(collection, paint)))
        elif isinstance(collection, LineCollection):
            found.append((collection, _pieces(collection, "segments", collection.get_segments(), paint)))
        elif isinstance(collection, PolyCollection):
            paths = [path.vertices for path in collection.get_paths()]
            found.append((collection, _pieces(collection, "area", paths, paint)))
    beside = {id(container[0]) for container in axes.containers if isinstance(container, ErrorbarContainer)}
    return [(artist, told) for artist, told in found if told and (told["visible"] or id(artist) not in beside)]


def _line(line, paint: Paint) -> dict | None:
    try:
        points = np.asarray(line.get_xydata(), float)
    except (TypeError, ValueError):
        return None
    marker, style = str(line.get_marker()), str(line.get_linestyle())
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


def _scatter(collection, paint: Paint) -> dict | None:
    points = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan)
    faces, edges = ([*colors, "none"][0] for colors in (collection.get_facecolor(), collection.get_edgecolor()))
    color = paint.first(faces, edges, max(collection.get_linewidths(), default=0))
    return {
        "kind": "scatter",
        "marker": "o",
        "line": "",
        "size": 0.0,
        **_common(collection, points, color, paint, max(collection.get_sizes(), default=0) > 0.1),
    }


def _pieces(collection, kind, pieces, paint: Paint) -> dict | None:
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
