"""The arguments of plot commands that an exact sketch knows; others stop the run."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.colors import is_color_like, to_hex, to_rgba
from matplotlib.lines import Line2D

from .artist_record import INVISIBLE, SETTINGS
from .fast_matplotlib import LEAST
from .sketch import FORMAT
from .sketched_record import style_of

FIGURE_OPTIONS = {"figsize", "dpi"}
TEXT_OPTIONS = {"fontsize", "size", "color", "fontweight", "weight"}
LEGEND_OPTIONS = {"loc", "fontsize", "frameon", "ncol"}
LINE_OPTIONS = {  # of plot, and the longer name of a short one
    "label": "label", "alpha": "alpha", "marker": "marker", "color": "color", "c": "color", "linestyle": "linestyle",
    "ls": "linestyle", "linewidth": "linewidth", "lw": "linewidth", "markersize": "markersize", "ms": "markersize",
    "zorder": "zorder",
}  # fmt: skip
NUMBERS = "biuf"  # kinds of arrays


class NeedsFigureError(BaseException):
    """The answer uses what only matplotlib can do.

    ``except Exception`` does not catch it. A bare ``except`` does, so ``raised`` counts how often it was raised.
    """

    raised = 0

    def __init__(self) -> None:
        super().__init__()
        NeedsFigureError.raised += 1


class LineStyle:
    """How a plot command draws: marker, line, size, width, color ("" for the next one), opacity, label.

    Raises NeedsFigureError where a format or an option is not a plain one.
    """

    def __init__(self, style: str, named: dict[str, Any]) -> None:
        line, marker, color = FORMAT(style) if style else (None, None, None)
        read = {"linestyle": line, "marker": marker, "color": color}
        if any(value not in (None, "None") and name in named for name, value in read.items()):
            raise NeedsFigureError  # matplotlib warns of what is said twice
        given = {**{name: value for name, value in read.items() if value is not None}, **named}
        line, marker, color = (given.get(name) for name in ("linestyle", "marker", "color"))
        line = SETTINGS["lines.linestyle"] if line is None else line
        marker = SETTINGS["lines.marker"] if marker is None else marker
        self.alpha = _number(named.get("alpha", 1.0))
        self.size = _number(named.get("markersize", SETTINGS["lines.markersize"]))
        self.width = _number(named.get("linewidth", SETTINGS["lines.linewidth"]))
        _number(named.get("zorder", 2))
        is_known = line in Line2D.lineStyles and marker in Line2D.markers and type(marker) is str
        is_color = color is None or (is_color_like(color) and to_rgba(color)[3] == 1)
        if not is_known or not is_color or not 0 <= self.alpha <= 1 or self.size <= 0.3 or self.width <= 0.05:
            raise NeedsFigureError
        self.line = "" if line in INVISIBLE else str(line)
        self.marker = "" if marker in INVISIBLE else marker
        self.color = "" if color is None else to_hex(color)
        self.shows = color is not None and _shows(self.color)  # before the background
        label = named.get("label", "")
        if type(label) is not str:
            raise NeedsFigureError
        self.label = "" if label.startswith("_") else label[:200]
        self.options = given
        self.record = style_of(**given)


def only(args: tuple[object, ...], options: dict[str, object], known: set[str]) -> None:
    """Raises NeedsFigureError where there is any other argument than these options."""
    if args or not options.keys() <= known:
        raise NeedsFigureError


def is_plain(value: object) -> bool:
    """A format, or numbers that matplotlib takes as they are."""
    if type(value) in (float, int, str):
        return True
    array = value if type(value) is np.ndarray else np.asarray(value) if type(value) in (list, np.float64) else None
    return array is not None and array.dtype.kind in NUMBERS and array.ndim <= 2


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise NeedsFigureError
    return float(value)


def _shows(color: str) -> bool:
    background = np.array(to_rgba(SETTINGS["axes.facecolor"])[:3])
    return bool(np.abs(np.array(to_rgba(color)[:3]) - background).max() >= LEAST)
