"""Draw a figure from its record, as grading does: its picture, and a description of what can be seen in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from matplotlib import rc_context, rcParams
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure

from .artist_record import Plain
from .displayed_figures import invisible
from .fast_matplotlib import keep_title
from .figure_from_record import redrawn, set_as
from .figures import Subplot, subplots
from .visibility import VisibilityCheck

RENDERER: Any = RendererAgg  # it has no types
PIXELS = 2_000  # of a side of a picture
SMALL, FAR = 0.1, 40  # of a side of a figure, points: an axes, and the distance of its label
ROOM = 0.7  # of a side of a figure, for what lies beyond it
PICTURES = 6  # figures that are drawn
FEW = 10  # points: a figure with no more is not drawn, once so many are drawn; it can show no answer by itself


class Drawing:
    """Draws the figures of one run from their records, and keeps the pictures of the first.

    ``renderers`` has those that were used before, by size: one that has measured a text need not do it again.
    """

    def __init__(self, renderers: dict[Any, Any] | None = None):
        self.renderers = {} if renderers is None else renderers
        self.left = PICTURES
        self.settings = dict(rcParams)  # those before an answer is run

    def look(self, record: Plain) -> list[Plain]:
        """A description for each subplot, with what can be seen in the picture; none of what cannot be drawn.

        An artist's ``lengths`` and ``order`` say of which lines it was joined (see ``apart``).
        """
        is_shown = self.left > 0
        self.left -= 1
        try:
            with rc_context():
                dict.update(rcParams, self.settings)
                set_as(record)
                figure, groups = redrawn(record)
                made = subplots(figure)
                if not is_shown and _points(record) <= FEW:
                    return [invisible(subplot.described()) for subplot in made]
                picture = draw(figure, made, self.renderers)
        except Exception:  # whatever stands in a record
            return []
        if is_shown:
            self.keep(picture)
        for subplot in made:
            for artist, description in subplot.artists:
                group = groups.get(id(artist), {})
                description.update({name: group[name] for name in ("lengths", "order") if group})
        return [subplot.described() for subplot in made]

    def described(self, record: Plain) -> list[Plain]:
        """The same, with an artist for each line that was drawn."""
        return [lines_apart(figure) for figure in self.look(record)]

    def keep(self, picture: np.ndarray) -> None:
        """Take a picture: rows of pixels of red, green, blue and opacity. Here nobody wants it."""


def _points(record: Plain) -> int:
    """How many points a figure has."""
    artists = [artist for axes in record["axes"] for artist in (*axes["lines"], *axes["collections"])]
    return sum(len(artist["x"] if "x" in artist else artist["pieces"]) for artist in artists)


def lines_apart(figure: Plain) -> Plain:
    """A figure's description with the lines that were joined apart again, in their order."""
    lines: list[tuple[int, Plain]] = []
    others: list[Plain] = []
    for artist in figure["artists"]:
        common = {name: value for name, value in artist.items() if name not in ("lengths", "order")}
        if "lengths" not in artist:
            others.append(common)
            continue
        end = 0
        for length, place in zip(artist["lengths"], artist["order"], strict=True):
            start, end = end, end + length
            lines.append((place, {**common, "x": artist["x"][start:end], "y": artist["y"][start:end]}))
    lines.sort(key=lambda line: line[0])
    return {**figure, "artists": [line for _, line in lines] + others}


def draw(figure: Any, subplots: Iterable[Subplot], renderers: dict[Any, Any]) -> np.ndarray:
    """The figure's picture, of bounded size. The ``subplots`` keep only what is visible in it."""
    width, height = figure.get_size_inches()
    figure.set_dpi(min(figure.dpi, 100, PIXELS / max(width, height, 0.1)))
    if len(figure.axes) == 1:
        _place(figure, figure.axes[0])
    for axes in figure.axes:
        keep_title(axes)
    size = (int(figure.bbox.width), int(figure.bbox.height), figure.dpi)
    renderer = renderers[size] = renderers.get(size) or RENDERER(*size)
    check = _drawn(figure, subplots, renderer)
    if _make_room(figure, check.outside(), renderer):
        check = _drawn(figure, subplots, renderer)
    picture = np.array(renderer.buffer_rgba())
    check.apply()
    return picture


def _place(figure: Figure, axes: Any) -> None:
    """Margins and labels that fit, in a quarter of the time that a layout takes; not where they were put elsewhere."""
    if min(axes.get_position().size) < SMALL:
        return
    figure.set_layout_engine("none")
    axes.set_position((0.16, 0.15, 0.81, 0.75))
    if axes.xaxis.labelpad < FAR:
        axes.xaxis.set_label_coords(0.565, 0.075, figure.transFigure)
    if axes.yaxis.labelpad < FAR:
        axes.yaxis.set_label_coords(0.03, 0.525, figure.transFigure)


def _drawn(figure: Figure, subplots: Iterable[Subplot], renderer: Any) -> VisibilityCheck:
    renderer.clear()
    check = VisibilityCheck(figure, subplots, renderer)
    figure.draw(renderer)
    return check


def _make_room(figure: Figure, texts: list[Any], renderer: Any) -> bool:
    """Whether axes were moved together, for texts that lie beyond the page: a notebook shows these."""
    boxes = np.array([text.get_window_extent(renderer).extents for text in texts if text.get_visible()])
    if not boxes.size:
        return False
    low = np.maximum(-boxes[:, :2].min(axis=0) / figure.bbox.size, 0) * 1.1
    high = np.maximum(boxes[:, 2:].max(axis=0) / figure.bbox.size - 1, 0) * 1.1
    if not max(*low, *high) > 0 or not max(low + high) < ROOM:
        return False
    figure.set_layout_engine("none")
    for axes in figure.axes:
        place = axes.get_position()
        axes.set_position((*(low + place.min * (1 - low - high)), *(place.size * (1 - low - high))))
    return True
