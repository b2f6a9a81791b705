"""What ``plt.show`` and ``display`` do while an answer is observed: they take the figures, and draw nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from .artist_record import Plain
from .figure_record import recorded
from .figures import MOST_AXES, MOST_FIGURES, subplots
from .isolation import put_back_classes


class Drawn:
    """Stands in for ``plt.show``: like a notebook, it takes all open figures and closes them.

    A figure that was displayed is taken too, once, as it is when it is taken or, where it was closed or emptied since,
    as it was. With ``draw``, which is given a figure's record, what it says of the figure is kept in place of what the
    figure says of itself.
    """

    def __init__(
        self,
        draw: Callable[[Plain], list[Plain]] | None = None,
        tell: Callable[[list[Plain]], None] = lambda described: None,
    ):
        self.draw = draw
        self.tell = tell
        self.figures: list[Plain] = []
        self.overwritten: list[str] = []
        self.displayed: dict[int, CapturedFigure] = {}
        self.captured: list[CapturedFigure] = []

    def display(self, *values: object, **_options: object) -> None:
        """Stands in for ``display``, which does nothing else here."""
        self.overwritten += put_back_classes()
        for figure in values:
            if isinstance(figure, Figure) and (id(figure) in self.displayed or len(self.displayed) < MOST_AXES):
                taken = self._take(figure)
                if taken not in self.captured:
                    self.displayed[id(figure)] = taken

    def show(self) -> None:
        """Take all open figures, and close them."""
        if not self.displayed and not plt.get_fignums():
            return
        self.overwritten += put_back_classes()
        taken = self.displayed
        self.displayed = {}
        figures = [plt.figure(number) for number in plt.get_fignums()]
        for figure in sorted(figures, key=_is_empty)[:MOST_FIGURES]:
            is_one_of_few = len(self.captured) + len(taken) < MOST_AXES
            now = self._take(figure) if is_one_of_few else self._take_unseen(figure)
            if now.has_artists or id(figure) not in taken:
                taken[id(figure)] = now
        for one in taken.values():
            if len(self.captured) < MOST_FIGURES:
                self.captured.append(one)
                described = one.described if self.draw is None or one.record is None else self.draw(one.record)
                self.tell(described)
                self.figures += described
        plt.close("all")

    def _take(self, figure: Any) -> CapturedFigure:
        if self.draw is None:
            return self._take_unseen(figure)
        try:
            return CapturedFigure([], recorded(figure))
        except Exception:  # plt.plot(...), say, cannot be drawn
            return self._take_unseen(figure)

    def _take_unseen(self, figure: Any) -> CapturedFigure:
        """A figure's own description, in which nothing can be seen where figures have to be drawn to be looked at."""
        described = [subplot.described() for subplot in subplots(figure)]
        return CapturedFigure(described if self.draw is None else [invisible(axes) for axes in described])


def _is_empty(figure: Any) -> bool:
    """Whether nothing is drawn in a figure: of very many, those are left out first."""
    return not any(axes.has_data() for axes in figure.axes)


@dataclass
class CapturedFigure:
    """A figure as it was when it was taken: a description for each subplot, or the record of the whole."""

    described: list[Plain]
    record: Plain | None = None

    @property
    def has_artists(self) -> bool:
        """Whether something is drawn in it."""
        if self.record is not None:
            return any(axes["lines"] or axes["collections"] for axes in self.record["axes"])
        return any(described["artists"] for described in self.described)


def invisible(described: Plain) -> Plain:
    """A subplot's description which says that nothing of it can be seen."""
    return {**described, "artists": [{**artist, "visible": False} for artist in described["artists"]]}
