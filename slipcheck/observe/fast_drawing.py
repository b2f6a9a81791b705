"""Shortcuts through matplotlib's private names: the same picture, sooner. Without them only time is lost.

The limits of axes, which wait in ``fast_matplotlib.lazy`` until someone asks for them, are among these.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

from matplotlib.artist import Artist
from matplotlib.axes import Axes


def keep_title(axes: Axes) -> None:
    """Leave the title where it is: looking for what is in its way takes a quarter of the time of a picture."""
    axes._autotitlepos = False  # type: ignore[attr-defined]  # private


@contextlib.contextmanager
def without(artists: Iterable[Artist]) -> Iterator[None]:
    """Have these artists not drawn; ``set_visible`` would tell all axes and figures of each of them."""
    visible = [artist for artist in artists if artist.get_visible()]
    for artist in visible:
        artist._visible = False  # type: ignore[attr-defined]  # private
    try:
        yield
    finally:
        for artist in visible:
            artist._visible = True  # type: ignore[attr-defined]  # private
