"""Look at the picture of a figure: which of its artists and texts can be seen in it.

An artist is seen where the picture changes without it; a text, where the pixels that it painted are still there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from slipcheck.observe.figures import Panel

from .visibility_grid import REACH, reach_of, shares

CONTRAST = 5  # of 255: less is blank to the eye
FEWEST = 0.2  # of the points of an artist: some may lie in gaps, beneath others or beyond the limits of the axes
LETTER = 5  # pixels that a text has at least
TYPE = 3.0  # points of the size of letters
NOTHING = np.zeros(0, int)


class Look:
    """To be made before the figure is drawn with ``renderer``, and asked afterwards."""

    def __init__(self, figure: Figure, panels: Iterable[Panel], renderer: RendererAgg):
        self.figure, self.panels, self.renderer = figure, list(panels), renderer
        self.painted: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        self.spare: list[np.ndarray] = []  # memory that was used before costs less
        self.beside = list(_beside(figure))
        texts = [text for panel in self.panels for found in panel.texts.values() for text in found]
        for each in {id(each): each for each in (*self.beside, *texts)}.values():
            self._watch(each)

    def _pixels(self) -> np.ndarray:
        """Of the renderer, each one number."""
        return np.asarray(self.renderer.buffer_rgba()).view(np.uint32).ravel()

    def _watch(self, artist: Artist) -> None:
        """Keep which pixels are painted as ``artist`` is drawn for the first time, and how they look then."""
        draw = artist.draw

        def watched(renderer, *args, **kwargs):
            if id(artist) in self.painted:
                return draw(renderer, *args, **kwargs)
            before = self.spare.pop() if self.spare else np.empty_like(self._pixels())
            np.copyto(before, self._pixels())
            draw(renderer, *args, **kwargs)
            places = _changed(before, self._pixels())
            self.painted[id(artist)] = places, self._pixels()[places]
            self.spare.append(before)

        artist.draw = watched

    def outside(self) -> list[Text]:
        """The texts that painted nothing."""
        texts = [text for panel in self.panels for found in panel.texts.values() for text in found]
        return [text for text in texts if not len(self.painted.get(id(text), (NOTHING,))[0])]

    def tell(self) -> None:
        """Have the panels say no more than what the picture shows, which is in the renderer now."""
        picture = self.spare.pop() if self.spare else np.empty_like(self._pixels())
        np.copyto(picture, self._pixels())
        for panel in self.panels:
            for role, texts in panel.texts.items():
                panel.texts[role] = [text for text in texts if self._reads(text, picture)]
        artists = [(panel, *each) for panel in self.panels for each in panel.artists if each[1]["visible"]]
        slim, broad = [], []
        for each in artists:
            (broad if _is_broad(*each[1:]) else slim).append(each)
        self.figure.set_layout_engine("none")
        for each in self.beside:
            each.set_visible(False)
        for kind in filter(None, (slim, broad)):
            without = self._without([artist for _, artist, _ in kind], picture)
            found = shares(kind, without, int(self.renderer.height), self.figure.dpi / 72)
            for (_, _, told), share in zip(kind, found, strict=True):
                told["visible"] = bool(share >= FEWEST)

    def _reads(self, text: Text, picture: np.ndarray) -> bool:
        places, paint = self.painted.get(id(text), (NOTHING, NOTHING))
        large = len(places) >= LETTER and text.get_fontsize() >= TYPE
        return large and bool((picture[places] == paint).mean() > 0.5)

    def _without(self, artists: list[Artist], picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the pixels that ``artists`` change in the picture."""
        shown = [artist for artist in artists if artist.get_visible()]
        for artist in shown:
            artist._visible = False  # set_visible() tells all axes and figures of it
        self.renderer.clear()
        self.figure.draw(self.renderer)
        for artist in shown:
            artist._visible = True
        changed = np.zeros(picture.size, bool)
        changed[_changed(self._pixels(), picture)] = True
        for each in self.beside:
            changed[self.painted.get(id(each), (NOTHING,))[0]] = False
        return np.divmod(np.flatnonzero(changed), int(self.renderer.width))


def hide(panels: list[Panel]) -> None:
    """No picture shows them."""
    for panel in panels:
        for _, told in panel.artists:
            told["visible"] = False


def _beside(figure: Figure) -> Iterator[Artist]:
    """What is drawn of a figure beside the data."""
    titles = [figure._suptitle, figure._supxlabel, figure._supylabel]
    for axes in figure.axes:
        yield from (axes.xaxis, axes.yaxis)
        titles += [axes.title, axes._left_title, axes._right_title]
        yield from filter(None, [axes.get_legend()])
    yield from (title for title in titles if title is not None and title.get_text())
    yield from figure.legends


def _changed(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """The places of pixels that differ to the eye."""
    places = np.flatnonzero(before != after)
    colors = (each[places].view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int16) for each in (before, after))
    return places[np.abs(np.subtract(*colors)).max(axis=1, initial=0) >= CONTRAST]


def _is_broad(artist: Artist, told: dict) -> bool:
    """Whether it is a sheet, before which all other points would seem to be seen."""
    wide = artist.get_linewidth()
    wide = wide if told["kind"] == "line" else np.max(wide, initial=0)
    return told["kind"] == "area" or wide > REACH or reach_of(artist, told) >= REACH
