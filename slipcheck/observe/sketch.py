"""A quick replacement for pyplot: it records what would be drawn, and draws nothing.

A run with it is many times as fast, and accurate enough to try many small changes to an answer. Only a run with
matplotlib shows what the figure really contains.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.axes import _base

FORMAT: Any = vars(_base)["_process_plot_format"]  # splits a format string into its parts
POINTS = 20_000  # of one run
OF_AXES = ("plot", "scatter", "title", "xlabel", "ylabel", "set_title", "set_xlabel", "set_ylabel")
Curve = tuple[np.ndarray, np.ndarray, str]  # x, y, format


class Sketch:
    """Stands in for ``plt``, for an axes and for a figure; a name that it does not know does nothing when called."""

    def __init__(self, keeps: bool = True) -> None:
        """Without ``keeps`` nothing is taken down: for a run of which nobody wants the figure."""
        self.keeps = keeps
        self.figures: list[dict[str, Any]] = []
        self.points = 0
        self.is_open = False

    @property
    def figure_now(self) -> dict[str, Any]:
        """The figure that is drawn into."""
        if not self.is_open:
            self.figure()
        return self.figures[-1]

    def figure(self, *_args: object, **_options: object) -> SketchedFigure:
        """Begin a figure."""
        self.is_open = True
        texts = {"title": "", "xlabel": "", "ylabel": ""}
        self.figures.append({**texts, "legend": [], "legend_looks": [], "unread": [], "artists": []})
        return SketchedFigure(self)

    def subplots(self, *_args: object, **_options: object) -> tuple[SketchedFigure, Sketch]:
        """Begin a figure with one axes."""
        return self.figure(), self

    def gca(self) -> Sketch:
        """The axes that is drawn into."""
        return self

    def show(self, *_args: object, **_options: object) -> None:
        """The next command begins another figure."""
        self.is_open = False

    def title(self, text: object, *_args: object, **_options: object) -> None:
        """Write a title."""
        self.figure_now["title"] = str(text)

    def xlabel(self, text: object, *_args: object, **_options: object) -> None:
        """Name the x axis."""
        self.figure_now["xlabel"] = str(text)

    def ylabel(self, text: object, *_args: object, **_options: object) -> None:
        """Name the y axis."""
        self.figure_now["ylabel"] = str(text)

    set_title, set_xlabel, set_ylabel = title, xlabel, ylabel

    def legend(self, *_args: object, **_options: object) -> None:
        """List the labels of the lines."""
        labels = [artist["label"] for artist in self.figure_now["artists"] if artist["label"]]
        self.figure_now["legend"] = labels
        self.figure_now["legend_looks"] = [f"#000000 {k}" for k in range(len(labels))]

    def plot(self, *args: object, **options: object) -> None:
        """Draw lines or points. Raises ValueError where x and y differ in length, as pyplot does."""
        label = str(options.get("label") or "")
        for x, y, style in curves(args):
            if len(x) != len(y):
                raise ValueError(f"x and y must have same first dimension, but have shapes {x.shape} and {y.shape}")
            if self.keeps:
                self._draw("line", x, y, *_looks(style, options), label, options)

    def scatter(self, x: object, y: object, *_args: object, **options: object) -> None:
        """Draw points."""
        across, up = np.ravel(np.asarray(x, float)), np.ravel(np.asarray(y, float))
        if across.size != up.size:
            raise ValueError("x and y must be the same size")
        if self.keeps:
            self._draw("scatter", across, up, "o", "", str(options.get("label") or ""), options)

    def _draw(self, kind: str, x: Any, y: Any, marker: str, line: str, label: str, options: dict[str, Any]) -> None:
        self.points += len(x)
        if self.points > POINTS:
            raise ValueError("too much is drawn")
        alpha = options.get("alpha")
        stroke = line if len(x) > 1 else ""
        self.figure_now["artists"].append({
            "kind": kind, "x": x.tolist(), "y": y.tolist(), "marker": marker, "line": stroke, "size": 6.0,
            "color": "#000000", "alpha": float(alpha) if isinstance(alpha, (int, float)) else 1.0, "label": label,
            "outside": False,
            "visible": bool(marker or stroke),
        })  # fmt: skip

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_args, **_options: self


class SketchedFigure:
    """Stands in for a figure, which has fewer commands than its axes."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name in OF_AXES:
            raise AttributeError(f"'Figure' object has no attribute '{name}'")
        return getattr(self.sketch, name)


class SketchedImports(ast.NodeTransformer):
    """An import of pyplot becomes another name for what stands in for it, which the namespace has as ``NAME``."""

    NAME = "__pyplot__"

    def visit_Import(self, node: ast.Import) -> ast.stmt:
        alias = node.names[0]
        is_pyplot = len(node.names) == 1 and alias.name == "matplotlib.pyplot" and alias.asname
        return self._named(node, str(alias.asname)) if is_pyplot else node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        alias = node.names[0]
        is_pyplot = len(node.names) == 1 and node.module == "matplotlib" and alias.name == "pyplot"
        return self._named(node, alias.asname or "pyplot") if is_pyplot else node

    def _named(self, node: ast.stmt, name: str) -> ast.stmt:
        stand_in = ast.Assign([ast.Name(name, ast.Store())], ast.Name(self.NAME, ast.Load()))
        return ast.fix_missing_locations(ast.copy_location(stand_in, node))


def curves(args: tuple[object, ...]) -> Iterator[Curve]:
    """The lines of one plot command, as pyplot takes its arguments: ``y``, ``x, y``, each with a format or without."""
    rest = list(args)
    while rest:
        values = [rest.pop(0)]
        if rest and not isinstance(rest[0], str):
            values.append(rest.pop(0))
        style = str(rest.pop(0)) if rest and isinstance(rest[0], str) else ""
        tables = [np.atleast_1d(np.asarray(value, float)) for value in values]
        if any(table.ndim > 2 for table in tables):
            raise ValueError("x and y can be no greater than 2D, as pyplot has it")
        y = tables[-1]
        x = tables[0] if len(tables) == 2 else np.arange(len(y), dtype=float)
        across, up = (list(table.T) if table.ndim == 2 else [table] for table in (x, y))
        many = max(len(across), len(up))
        if not {len(across), len(up)} <= {1, many}:
            raise ValueError(f"x has {len(across)} columns but y has {len(up)} columns")
        for k in range(many):
            yield across[k % len(across)], up[k % len(up)], style


def _looks(style: str, options: dict[str, Any]) -> tuple[str, str]:
    """Marker and line style, each "" where there is none."""
    line, marker = _read(style) if style else (None, None)
    marker = options.get("marker", marker)
    line = options.get("linestyle", options.get("ls", line if style or marker is None else "None"))
    looks = [
        "" if look in (None, "None", "none", "", " ") else str(look) for look in (marker, "-" if line is None else line)
    ]
    return looks[0], looks[1]


@lru_cache(maxsize=64)
def _read(style: str) -> tuple[Any, Any]:
    """Line style and marker of a format: matplotlib takes longer to read it than a short loop takes for the rest."""
    line, marker, _ = FORMAT(style)
    return line, marker
