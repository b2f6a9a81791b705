"""A stand-in for pyplot that takes down what ``figures`` says of matplotlib's own figure, or stops the run.

It knows the plain commands with their plain arguments, which are nearly all that answers use. Any other stops the run
with ``NeedsFigureError``: the answer is then run again with matplotlib itself. So nothing is ever guessed.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import numpy as np
from matplotlib.colors import to_hex

from .artist_record import SETTINGS, Plain
from .fast_matplotlib import LEAST
from .figures import MOST_AXES, POINTS
from .plot_arguments import (
    FIGURE_OPTIONS,
    LEGEND_OPTIONS,
    LINE_OPTIONS,
    TEXT_OPTIONS,
    LineStyle,
    NeedsFigureError,
    is_plain,
    only,
)
from .sketch import Sketch, curves
from .sketched_record import SketchedContent, SketchedLine, record_of


def needs_matplotlib(tree: ast.AST, source: str, offered: Mapping[str, object]) -> bool:
    """Whether an answer takes more of matplotlib than pyplot: it may change settings where no sketch sees it."""
    imported: list[str] = []
    for node in ast.walk(tree) if "import" in source else ():
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            imported.append(node.module or "")
    imported += [value.__name__ for value in offered.values() if isinstance(value, ModuleType)]
    return any(name.split(".")[0] in ("matplotlib", "pylab", "mpl_toolkits") for name in imported)


class ExactSketch(Sketch):
    """Stands in for ``plt``. Raises NeedsFigureError where it does not know what matplotlib does.

    With ``draw`` each figure that is shown is described by what this returns for its record, as of a figure that
    matplotlib made; ``tell`` is given each description.
    """

    def __init__(
        self,
        draw: Callable[[Plain], list[Plain]] | None = None,
        tell: Callable[[list[Plain]], None] = lambda described: None,
    ) -> None:
        super().__init__()
        self.draw = draw
        self.tell = tell
        self.open: list[SketchedContent] = []
        self.turn = 0  # in the cycle of colors
        self.styles: dict[Any, LineStyle] = {}  # those that were read already
        self.own = {*vars(self), "own"}

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self.__dict__.get("own", (name,)):
            raise NeedsFigureError  # the answer has overwritten a command
        super().__setattr__(name, value)

    def figure(self, *args: object, **options: Any) -> Any:
        """Begin a figure."""
        only(args, options, FIGURE_OPTIONS)
        if self.is_open and not self.figure_now["artists"]:
            raise NeedsFigureError
        super().figure()
        self.open.append(SketchedContent(options))
        self.turn = 0
        return PlotResult()

    @property
    def axes_now(self) -> SketchedContent:
        """The figure that is drawn into, with axes."""
        _ = self.figure_now
        self.open[-1].has_axes = True
        return self.open[-1]

    def subplots(self, *args: object, **options: object) -> Any:
        """Begin a figure with one axes."""
        figure = self.figure(*args, **options)
        return figure, self.gca()

    def gca(self) -> Any:
        """The axes that is drawn into."""
        _ = self.axes_now
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
        only(args, options, TEXT_OPTIONS)
        if type(text) is not str or (self.draw and options):
            raise NeedsFigureError
        self.figure_now[role] = text
        self.axes_now.texts[role] = text
        return PlotResult()

    def legend(self, *args: object, **options: object) -> Any:
        """List the labels of the lines."""
        only(args, options, LEGEND_OPTIONS)
        self.axes_now.legend = options
        self.axes_now.in_legend = [line for line in self.axes_now.lines if line.label]
        labelled = [artist for artist in self.figure_now["artists"] if artist["label"]]
        self.figure_now["legend"] = [artist["label"] for artist in labelled]
        opacities = (None if artist["alpha"] == 1.0 else artist["alpha"] for artist in labelled)
        self.figure_now["legend_looks"] = [
            f"{artist['color']} {opacity}" for artist, opacity in zip(labelled, opacities, strict=True)
        ]
        return PlotResult()

    def grid(self, *_args: object, **_options: object) -> Any:
        """Draw a grid, which is not described."""
        self._refuse_where_drawn()
        return PlotResult()

    tight_layout = grid

    def _refuse_where_drawn(self) -> None:
        if self.draw:
            raise NeedsFigureError

    def show(self, *args: object, **options: object) -> None:
        """Take the open figures. The next command begins another one."""
        only(args, options, set())
        self.is_open = False
        self.turn = 0
        taken, self.open = self.open, []
        if self.draw is None:
            self.tell(self.figures[len(self.figures) - len(taken) :])
        if self.draw is None or not taken:
            return
        if len(self.figures) > MOST_AXES:
            raise NeedsFigureError
        del self.figures[-len(taken) :]
        for figure in taken:
            try:
                record = record_of(figure)
            except Exception:  # such as a legend in a place that there is not
                raise NeedsFigureError from None
            described = self.draw(record)
            self.tell(described)
            self.figures += described

    def plot(self, *args: object, **options: object) -> Any:
        """Draw lines or points."""
        is_text = [type(arg) is str for arg in args]
        has_text_for_values = any(map(operator.and_, is_text, [True, *is_text]))
        if has_text_for_values or not all(map(is_plain, args)) or not options.keys() <= LINE_OPTIONS.keys():
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
        axes = self.axes_now
        look = self._style(style, named)
        if not look.color:
            look = self._style(style, {**named, "color": self._next_color()})
        axes.lines.append(SketchedLine(look.record, look.label, look.options, np.column_stack([x, y])))
        stroke = look.line if len(x) > 1 else ""
        self.figure_now["artists"].append({
            "kind": "line",
            "marker": look.marker,
            "line": stroke,
            "size": look.size if look.marker else look.width,
            "x": x.tolist(),
            "y": y.tolist(),
            "color": look.color,
            "alpha": look.alpha,
            "label": look.label,
            "outside": False,
            "visible": bool((look.marker or stroke) and look.alpha >= LEAST and len(x) and look.shows),
        })  # fmt: skip

    def _style(self, style: str, named: dict[str, Any]) -> LineStyle:
        key = (style, *sorted(named.items()))
        if key not in self.styles:
            self.styles[key] = LineStyle(style, named)
        return self.styles[key]

    def _next_color(self) -> str:
        cycle = SETTINGS["axes.prop_cycle"].by_key().get("color", ["C0"])
        color = to_hex(cycle[self.turn % len(cycle)])
        self.turn += 1
        return color

    def __getattr__(self, name: str) -> Any:
        raise NeedsFigureError


class ExactAxes:
    """Stands in for an axes, as long as it is the one that is drawn into."""

    def __init__(self, sketch: ExactSketch) -> None:
        commands = {"set_title": sketch.title, "set_xlabel": sketch.xlabel, "set_ylabel": sketch.ylabel}
        commands |= {"plot": sketch.plot, "legend": sketch.legend, "grid": sketch.grid}
        vars(self).update(_sketch=sketch, _figure=sketch.open[-1], _commands=commands)

    def __getattr__(self, name: str) -> Any:
        is_drawn_into = self._sketch.is_open and self._sketch.open[-1] is self._figure
        if name not in self._commands or not is_drawn_into:
            raise NeedsFigureError
        return self._commands[name]

    def __setattr__(self, name: str, value: object) -> None:
        raise NeedsFigureError


class PlotResult:
    """What a plot command returns: an answer that looks at it needs the figure itself."""

    def _needs_figure(self, *_args: object) -> Any:
        raise NeedsFigureError

    __getattr__ = __iter__ = __len__ = __getitem__ = __repr__ = __str__ = __eq__ = _needs_figure
    __setattr__ = _needs_figure
    __hash__ = None  # type: ignore[assignment]
