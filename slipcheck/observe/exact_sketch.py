"""A stand-in for pyplot that takes down what ``figures`` says of matplotlib's own figure, or stops the run.

It knows the plain commands with their plain arguments, which are nearly all that answers use. Any other stops the run
with ``NeedsFigureError``: the answer is then run again with matplotlib itself. So nothing is ever guessed.
"""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.colors import is_color_like, to_hex, to_rgba
from matplotlib.lines import Line2D

from .artist_record import INVISIBLE
from .fast_matplotlib import LEAST
from .sketch import FORMAT, Sketch, curves

FIGURE_OPTIONS = {"figsize", "dpi"}
TEXT_OPTIONS = {"fontsize", "size", "color", "fontweight", "weight"}
LEGEND_OPTIONS = {"loc", "fontsize", "frameon", "ncol"}
LINE_OPTIONS = {  # of plot, and the longer name of a short one
    "label": "label", "alpha": "alpha", "marker": "marker", "color": "color", "c": "color", "linestyle": "linestyle",
    "ls": "linestyle", "linewidth": "linewidth", "lw": "linewidth", "markersize": "markersize", "ms": "markersize",
    "zorder": "zorder",
}  # fmt: skip
HARMLESS = ("grid", "tight_layout")  # of nothing that is drawn with them anything is said
NUMBERS = "biuf"  # kinds of arrays
POINTS = 200_000


class NeedsFigureError(BaseException):
    """The answer uses what only matplotlib can do. ``except Exception`` does not catch it."""


class ExactSketch(Sketch):
    """Stands in for ``plt``. Raises NeedsFigureError where it does not know what matplotlib does."""

    def __init__(self) -> None:
        super().__init__()
        self.cycle = [to_hex(color) for color in rcParams["axes.prop_cycle"].by_key().get("color", ["C0"])]
        self.turn = 0  # in the cycle of colors
        self.styles: dict[Any, Any] = {}  # those that were read already

    def figure(self, *args: object, **options: object) -> Any:
        """Begin a figure."""
        _only(args, options, FIGURE_OPTIONS)
        if self.is_open and not self.figure_now["artists"]:
            raise NeedsFigureError
        super().figure()
        self.turn = 0
        return PlotResult()

    def subplots(self, *args: object, **options: object) -> Any:
        """Begin a figure with one axes."""
        return self.figure(*args, **options), ExactAxes(self)

    def gca(self) -> Any:
        """The axes that is drawn into."""
        return ExactAxes(self)

    def title(self, text: object, *args: object, **options: object) -> Any:
        """Write a title."""
        return self._write("title", text, args, options)

    def xlabel(self, text: object, *args: object, **options: object) -> Any:
        """Name the x axis."""
        return self._write("xlabel", text, args, options)

    def ylabel(self, text: object, *args: object, **options: object) -> Any:
        """Name the y axis."""
        return self._write("ylabel", text, args, options)

    def set_title(self, *_args: object, **_options: object) -> Any:
        """Stop the run: this is a command of an axes."""
        raise NeedsFigureError

    set_xlabel = set_ylabel = set_title

    def _write(self, role: str, text: object, args: tuple[object, ...], options: dict[str, object]) -> Any:
        _only(args, options, TEXT_OPTIONS)
        if type(text) is not str:
            raise NeedsFigureError
        self.figure_now[role] = text
        return PlotResult()

    def legend(self, *args: object, **options: object) -> Any:
        """List the labels of the lines."""
        _only(args, options, LEGEND_OPTIONS)
        labelled = [artist for artist in self.figure_now["artists"] if artist["label"]]
        self.figure_now["legend"] = [artist["label"] for artist in labelled]
        opacities = (None if artist["alpha"] == 1.0 else artist["alpha"] for artist in labelled)
        self.figure_now["legend_looks"] = [
            f"{artist['color']} {opacity}" for artist, opacity in zip(labelled, opacities, strict=True)
        ]
        return PlotResult()

    def show(self, *args: object, **options: object) -> None:
        """The next command begins another figure."""
        _only(args, options, set())
        self.is_open = False
        self.turn = 0

    def plot(self, *args: object, **options: object) -> Any:
        """Draw lines or points."""
        is_text = [type(arg) is str for arg in args]
        has_text_for_values = any(map(operator.and_, is_text, [True, *is_text]))
        if has_text_for_values or not all(map(_is_plain, args)) or not options.keys() <= LINE_OPTIONS.keys():
            raise NeedsFigureError
        named = {LINE_OPTIONS[name]: value for name, value in options.items()}
        if len(named) < len(options) or (len(args) > 3 and "label" in named):
            raise NeedsFigureError
        try:
            for x, y, style in curves(args):
                self._plot(x, y, style, named)
        except (TypeError, ValueError):
            raise NeedsFigureError from None
        return PlotResult()

    def scatter(self, *_args: object, **_options: object) -> Any:
        """Stop the run: how points look depends on much."""
        raise NeedsFigureError

    def _plot(self, x: np.ndarray, y: np.ndarray, style: str, named: dict[str, Any]) -> None:
        if len(x) != len(y):
            raise NeedsFigureError
        self.points += len(x)
        if self.points > POINTS:
            raise NeedsFigureError
        key = (style, *sorted(named.items()))
        if key not in self.styles:
            self.styles[key] = _Style(style, named)
        look = self.styles[key]
        figure = self.figure_now
        color = look.color or self._next_color()
        stroke = look.line if len(x) > 1 else ""
        figure["artists"].append({
            "kind": "line",
            "marker": look.marker,
            "line": stroke,
            "size": look.size if look.marker else look.width,
            "x": x.tolist(),
            "y": y.tolist(),
            "color": color,
            "alpha": look.alpha,
            "label": look.label,
            "outside": False,
            "visible": bool((look.marker or stroke) and look.alpha >= LEAST and len(x) and _shows(color)),
        })  # fmt: skip

    def _next_color(self) -> str:
        color = self.cycle[self.turn % len(self.cycle)]
        self.turn += 1
        return color

    def __getattr__(self, name: str) -> Any:
        if name not in HARMLESS:
            raise NeedsFigureError
        return _harmless


class ExactAxes:
    """Stands in for an axes, as long as it is the one that is drawn into."""

    def __init__(self, sketch: ExactSketch) -> None:
        self._sketch = sketch
        self._figure = sketch.figure_now
        self._commands = {"set_title": sketch.title, "set_xlabel": sketch.xlabel, "set_ylabel": sketch.ylabel}
        self._commands |= {"plot": sketch.plot, "legend": sketch.legend, "grid": _harmless}

    def __getattr__(self, name: str) -> Any:
        is_drawn_into = self._sketch.is_open and self._sketch.figures[-1] is self._figure
        if name not in self._commands or not is_drawn_into:
            raise NeedsFigureError
        return self._commands[name]


class _Style:
    """How a plot command draws: marker, line, size, width, color ("" for the next one), opacity, label."""

    def __init__(self, style: str, named: dict[str, Any]) -> None:
        line, marker, color = FORMAT(style) if style else (None, None, None)
        line = named.get("linestyle", line)
        marker = named.get("marker", marker)
        color = named.get("color", color)
        line = rcParams["lines.linestyle"] if line is None else line
        marker = rcParams["lines.marker"] if marker is None else marker
        self.alpha = _number(named.get("alpha", 1.0))
        self.size = _number(named.get("markersize", rcParams["lines.markersize"]))
        self.width = _number(named.get("linewidth", rcParams["lines.linewidth"]))
        _number(named.get("zorder", 2))
        is_known = line in Line2D.lineStyles and marker in Line2D.markers and type(marker) is str
        is_color = color is None or (is_color_like(color) and to_rgba(color)[3] == 1)
        if not is_known or not is_color or not 0 <= self.alpha <= 1 or self.size <= 0.3 or self.width <= 0.05:
            raise NeedsFigureError
        self.line = "" if line in INVISIBLE else str(line)
        self.marker = "" if marker in INVISIBLE else marker
        self.color = "" if color is None else to_hex(color)
        label = named.get("label", "")
        if type(label) is not str:
            raise NeedsFigureError
        self.label = "" if label.startswith("_") else label[:200]


class PlotResult:
    """What a plot command returns: an answer that looks at it needs the figure itself."""

    def _needs_figure(self, *_args: object) -> Any:
        raise NeedsFigureError

    __getattr__ = __iter__ = __len__ = __getitem__ = __repr__ = __str__ = __eq__ = _needs_figure
    __hash__ = None  # type: ignore[assignment]


def _harmless(*_args: object, **_options: object) -> Any:
    return PlotResult()


def _only(args: tuple[object, ...], options: dict[str, object], known: set[str]) -> None:
    if args or not options.keys() <= known:
        raise NeedsFigureError


def _is_plain(value: object) -> bool:
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
    """Whether it can be told from the background."""
    background = np.array(to_rgba(rcParams["axes.facecolor"])[:3])
    return bool(np.abs(np.array(to_rgba(color)[:3]) - background).max() >= LEAST)
