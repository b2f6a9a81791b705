"""A figure with one axes that was made before it is needed: making its ticks takes a third of the time of a picture.

Only for a process from which others are forked: each fork takes it as it was.
"""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .artist_record import SETTINGS, Plain
from .figure_record import SETTINGS_KEPT, ticks_of

TICKS = 10  # of each axis: as many as matplotlib draws
WHOLE = [1, 1, 0, 1, 0, 1]  # the place of a single axes in its grid
_ready: list[ReadyAxes] = []


class ReadyAxes:
    """A figure with one axes, as ``plt.figure`` and ``plt.gca`` make them with the present settings."""

    def __init__(self) -> None:
        self.figure = Figure()
        self.axes = self.figure.add_subplot()
        for axis in (self.axes.xaxis, self.axes.yaxis):
            axis.get_major_ticks(TICKS)
        self.settings = _settings()
        self.ticks = _ticks(self.axes)

    def fits(self, record: Plain) -> bool:
        """Whether the figure of a record can be made of it."""
        if len(record["axes"]) != 1 or self.settings != _settings():
            return False
        (of_axes,) = record["axes"]
        is_usual = of_axes["projection"] == "rectilinear" and of_axes["grid"] == WHOLE and record["layout"] != "none"
        return is_usual and self.ticks == {name: of_axes[name]["ticks"] for name in "xy"}

    def take(self, record: Plain) -> tuple[Figure, Axes]:
        """The figure with the size and the colors of the record, and its axes."""
        self.figure.set_layout_engine(record["layout"])
        self.figure.set_dpi(record["dpi"])
        self.figure.set_size_inches(record["size"])
        self.figure.set_facecolor(record["face"])
        self.axes.set_facecolor(record["axes"][0]["face"])
        return self.figure, self.axes


def _settings() -> list[Any]:
    return [SETTINGS[name] for name in SETTINGS_KEPT]


def _ticks(axes: Any) -> Plain:
    both = {"x": axes.xaxis, "y": axes.yaxis}
    return {name: {which: ticks_of(axis, which) for which in ("major", "minor")} for name, axis in both.items()}


def make_ready() -> None:
    """Make one, with the present settings."""
    _ready[:] = [ReadyAxes()]


def taken_for(record: Plain) -> tuple[Figure, Axes] | None:
    """The one that was made, where it fits; it is there once."""
    if not _ready or not _ready[0].fits(record):
        return None
    return _ready.pop().take(record)
