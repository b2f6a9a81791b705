"""Which artists and texts of a figure are visible in its picture.

An artist is visible where the picture changes without it; a text, where the pixels that it painted are still there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from .fast_matplotlib import without_artists
from .figures import Subplot
from .visibility_grid import REACH, SubplotArtist, reach_of, shares

CONTRAST = 10  # of 255: less is blank to the eye
READABLE = 50  # of 255, between letters and what is below them
FEWEST = 0.2  # of the points of an artist: some may lie in gaps or beneath others
LETTER = 5  # pixels that a text has at least
TYPE = 5.0  # points of the size of letters
NOTHING = np.zeros(0, int)


class VisibilityCheck:
    """To be made before the figure is drawn with ``renderer``, and asked afterwards."""

    def __init__(self, figure: Figure, subplots: Iterable[Subplot], renderer: Any):
        self.figure = figure
        self.subplots = list(subplots)
        self.renderer = renderer
        self.painted: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        self.contrast: dict[int, int] = {}
        self.spare: list[np.ndarray] = []  # memory that was used before costs less
        self.beside = list(_beside(figure))
        for artist in {id(artist): artist for artist in (*self.beside, *self._texts())}.values():
            self._watch(artist)

    def _texts(self) -> list[Text]:
        return [text for subplot in self.subplots for texts in subplot.texts.values() for text in texts]

    def _pixels(self) -> np.ndarray:
        """Of the renderer, each one number."""
        return np.asarray(self.renderer.buffer_rgba()).view(np.uint32).ravel()

    def _watch(self, artist: Artist) -> None:
        """Keep which pixels are painted as ``artist`` is drawn for the first time, and how they look then."""
        draw = artist.draw

        def watched(renderer: Any, *args: Any, **kwargs: Any) -> Any:
            if id(artist) in self.painted:
                return draw(renderer, *args, **kwargs)
            before = self.spare.pop() if self.spare else np.empty_like(self._pixels())
            np.copyto(before, self._pixels())
            draw(renderer, *args, **kwargs)
            places, contrast = _changed(before, self._pixels())
            self.contrast[id(artist)] = contrast
            self.painted[id(artist)] = places, self._pixels()[places]
            self.spare.append(before)

        vars(artist)["draw"] = watched  # of this artist alone

    def outside(self) -> list[Text]:
        """The texts that painted nothing."""
        return [text for text in self._texts() if not len(self.painted.get(id(text), (NOTHING,))[0])]

    def apply(self) -> None:
        """Leave in the subplots no more than the picture shows, which is in the renderer now."""
        picture = self.spare.pop() if self.spare else np.empty_like(self._pixels())
        np.copyto(picture, self._pixels())
        self._leave_texts(picture)
        self.figure.set_layout_engine("none")
        for artist in self.beside:
            artist.set_visible(False)
        for group in filter(None, self._groups()):
            changed = self._changed_without([artist for _, artist, _ in group], picture)
            visible_shares = shares(group, changed, int(self.renderer.height), self.figure.dpi / 72)
            for (_, _, description), share in zip(group, visible_shares, strict=True):
                description["visible"] = bool(share >= FEWEST)

    def _leave_texts(self, picture: np.ndarray) -> None:
        for subplot in self.subplots:
            for role, texts in subplot.texts.items():
                reasons = [self._why_unread(text, picture) for text in texts]
                subplot.unread += [f"{role} {reason}" for reason in reasons if reason][:1]
                subplot.texts[role] = [text for text, reason in zip(texts, reasons, strict=True) if not reason]

    def _groups(self) -> tuple[list[SubplotArtist], list[SubplotArtist]]:
        """The artists, as (subplot, artist, description): the slim ones, and the broad ones."""
        slim: list[SubplotArtist] = []
        broad: list[SubplotArtist] = []
        for subplot in self.subplots:
            for artist, description in subplot.artists:
                if description["visible"]:
                    group = broad if _is_broad(artist, description) else slim
                    group.append((subplot, artist, description))
        return slim, broad

    def _why_unread(self, text: Text, picture: np.ndarray) -> str:
        """Why a text cannot be read in the picture: it is hidden, small, pale or covered; empty where it can."""
        if id(text) not in self.painted or not text.get_visible():
            return "hidden"
        places, paint = self.painted[id(text)]
        if float(text.get_fontsize()) < TYPE or 0 < len(places) < LETTER:
            return "small"
        if not len(places):
            return "pale" if self.figure.bbox.overlaps(text.get_window_extent(self.renderer)) else "hidden"
        if self.contrast.get(id(text), 0) < READABLE:
            return "pale"
        return "" if bool((picture[places] == paint).mean() > 0.5) else "covered"

    def _changed_without(self, artists: list[Artist], picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the pixels that ``artists`` change in the picture."""
        with without_artists(artists):
            self.renderer.clear()
            self.figure.draw(self.renderer)
        changed = np.zeros(picture.size, bool)
        changed[_changed(self._pixels(), picture)[0]] = True
        for artist in self.beside:
            changed[self.painted.get(id(artist), (NOTHING,))[0]] = False
        return np.divmod(np.flatnonzero(changed), int(self.renderer.width))


def _beside(figure: Figure) -> Iterator[Artist]:
    """What is drawn of a figure beside the data."""
    titles = [figure._suptitle, figure._supxlabel, figure._supylabel]  # type: ignore[attr-defined]  # private
    for axes in figure.axes:
        yield from (axes.xaxis, axes.yaxis)
        titles += [axes.title, axes._left_title, axes._right_title]  # type: ignore[attr-defined]  # private
        yield from filter(None, [axes.get_legend()])
    yield from (title for title in titles if title is not None and title.get_text())
    yield from figure.legends


def _changed(before: np.ndarray, after: np.ndarray) -> tuple[np.ndarray, int]:
    """The places of pixels that differ to the eye, and the largest difference, of 255."""
    places = np.flatnonzero(before != after)
    colors = (pixels[places].view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int16) for pixels in (before, after))
    differences: np.ndarray = np.abs(np.subtract(*colors)).max(axis=1, initial=0)
    return places[differences >= CONTRAST], int(differences.max(initial=0))


def _is_broad(artist: Any, description: dict[str, Any]) -> bool:
    """Whether it is a sheet, before which all other points would seem to be visible."""
    width = np.max(artist.get_linewidth(), initial=0)
    return description["kind"] == "area" or width > REACH or reach_of(artist, description) >= REACH
