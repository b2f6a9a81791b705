"""A figure as plain data from which ``figure_from_record`` draws it again in a process without student code."""

from __future__ import annotations

from typing import Any

from matplotlib.layout_engine import ConstrainedLayoutEngine, TightLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.ticker import FixedLocator, NullLocator

from .artist_record import (
    EXTRAS,
    INVISIBLE,
    SETTINGS,
    Plain,
    collections,
    hexadecimal,
    images,
    is_drawn,
    line_groups,
    line_style,
    patches,
    plain_colors,
)

AXES = 50
LETTERS = 1_000  # of one text
TICKS = (  # what of the ticks of an axis is kept, where it was set
    "left", "right", "top", "bottom", "labelleft", "labelright", "labeltop", "labelbottom", "gridOn", "length",
    "width", "color", "labelsize", "labelcolor", "labelrotation", "grid_color", "grid_linewidth", "grid_linestyle",
    "grid_alpha", "grid_lw", "grid_ls", "direction", "zorder",
)  # fmt: skip
SETTINGS_KEPT = (
    "font.size", "font.family", "xtick.color", "ytick.color", "xtick.labelcolor", "ytick.labelcolor",
    "xtick.labelsize", "ytick.labelsize", "grid.color", "grid.linewidth", "grid.linestyle", "grid.alpha",
    "axes.grid", "axes.formatter.use_locale", "axes.formatter.useoffset",
)  # fmt: skip


def recorded(figure: Any) -> Plain:
    """Its size and layout, its axes, and what is drawn beside them."""
    width, height = figure.get_size_inches()
    engine = figure.get_layout_engine()
    layouts = ((ConstrainedLayoutEngine, "constrained"), (TightLayoutEngine, "tight"))
    texts = {name: getattr(figure, f"_{name}", None) for name in ("suptitle", "supxlabel", "supylabel")}
    named = {id(text) for text in texts.values()}
    beside = [*figure.lines, *figure.patches, *figure.texts, *figure.artists][:EXTRAS]
    placed = [text for text in beside if isinstance(text, Text) and id(text) not in named and is_drawn(text)]
    strokes = [line for line in beside if isinstance(line, Line2D)]
    return {
        "size": [float(width), float(height)],
        "dpi": float(figure.dpi),
        "face": hexadecimal(figure.get_facecolor()),
        "layout": next((name for kind, name in layouts if isinstance(engine, kind)), "none"),
        "settings": {name: _plain_setting(name) for name in SETTINGS_KEPT},
        "axes": [_axes(axes) for axes in figure.axes[:AXES]],
        **{name: _text(text) if text is not None else None for name, text in texts.items()},
        "texts": [_placed(text, figure.transFigure) for text in placed],
        "lines": [plain_colors(line) for line in line_groups(strokes, None, figure.transFigure)],
        "patches": patches([patch for patch in beside if isinstance(patch, Patch)], figure.transFigure),
        "covers": [_cover(image, figure) for image in figure.images[:EXTRAS] if is_drawn(image)],
        "legends": [legend_record(legend, figure.transFigure) for legend in figure.legends[:5]],
    }


def _plain_setting(name: str) -> Any:
    value = SETTINGS[name]
    return value if isinstance(value, (str, bool, int, float)) else [entry for entry in value if type(entry) is str]


def _axes(axes: Any) -> Plain:
    is_flat = axes.name in ("rectilinear", "polar")
    shares = axes.transAxes
    children = [text for text in axes.texts[:EXTRAS] if is_drawn(text)]
    legend = axes.get_legend()
    return {
        "grid": _grid(axes),
        "position": [float(side) for side in axes.get_position().bounds],
        "projection": axes.name if is_flat else "rectilinear",
        "face": hexadecimal(axes.get_facecolor()),
        "filled": bool(axes.patch.get_visible() and axes.get_frame_on()),
        "framed": bool(axes.get_frame_on()),
        "on": bool(axes.axison),
        "visible": is_drawn(axes),
        "zorder": float(axes.get_zorder()),
        "below": axes.get_axisbelow(),
        "aspect": axes.get_aspect(),
        "x": _axis(axes, axes.xaxis, axes.get_xlim()),
        "y": _axis(axes, axes.yaxis, axes.get_ylim()),
        "titles": [_text(axes.title), _text(axes._left_title), _text(axes._right_title)],
        "spines": {name: _spine(spine) for name, spine in axes.spines.items()},
        "lines": [plain_colors(line) for line in line_groups(_lines(axes), axes.transData, shares)] if is_flat else [],
        "collections": collections(axes.collections, axes.transData, shares) if is_flat else [],
        "patches": patches(axes.patches, shares) + patches(_arrows(children, axes.figure), shares),
        "images": images(axes.images),
        "texts": [_placed(text, shares) for text in children],
        "legend": legend_record(legend, shares) if legend is not None else None,
    }


def _lines(axes: Any) -> list[Any]:
    """Its lines; of error bars without a line or marker in their middle, there is none."""
    middles = {id(container[0]) for container in axes.containers if type(container).__name__ == "ErrorbarContainer"}
    return [line for line in axes.lines if id(line) not in middles or _paints(line)]


def _paints(line: Any) -> bool:
    has_stroke = str(line.get_linestyle()) not in INVISIBLE and len(line.get_xydata()) > 1
    return has_stroke or str(line.get_marker()) not in INVISIBLE


def _grid(axes: Any) -> list[int] | None:
    """Rows and columns of the grid that it has a place in, and the place: first and last row, first and last column."""
    spec = axes.get_subplotspec()
    if (
        spec is None
        or not axes.get_in_layout()
        or spec.get_gridspec() is not spec.get_topmost_subplotspec().get_gridspec()
    ):
        return None
    rows, columns = spec.get_gridspec().get_geometry()
    return [rows, columns, spec.rowspan.start, spec.rowspan.stop, spec.colspan.start, spec.colspan.stop]


def _axis(axes: Any, axis: Any, limits: tuple[float, float]) -> Plain:
    locator = axis.get_major_locator()
    is_fixed = isinstance(locator, FixedLocator)
    places = list(locator.locs[:EXTRAS]) if is_fixed else []
    return {
        "limits": [float(limit) for limit in limits],
        "scale": axis.get_scale(),
        "visible": is_drawn(axis),
        "label": {**_text(axis.label), "pad": float(axis.labelpad), "side": axis.get_label_position()},
        "ticks": {which: ticks_of(axis, which) for which in ("major", "minor")},
        "locations": [float(place) for place in places],
        "bare": isinstance(locator, NullLocator) or (is_fixed and not places),
        "names": [str(text)[:LETTERS] for text in axis.get_major_formatter().format_ticks(places)],
    }


def ticks_of(axis: Any, which: str) -> Plain:
    """What is kept of the ticks of an axis, the ``major`` or the ``minor`` ones."""
    params = axis.get_tick_params(which)
    return {name: params[name] for name in TICKS if isinstance(params.get(name), (str, bool, int, float))}


def _spine(spine: Any) -> Plain:
    return {
        "visible": is_drawn(spine),
        "color": hexadecimal(spine.get_edgecolor()),
        "width": float(spine.get_linewidth()),
    }


def _text(text: Any) -> Plain:
    x, y = text.get_position()
    return {
        "text": text.get_text()[:LETTERS],
        "position": [float(x), float(y)],
        "size": float(text.get_fontsize()),
        "color": hexadecimal(text.get_color()),
        "alpha": float(text.get_alpha()) if isinstance(text.get_alpha(), (int, float)) else None,
        "weight": text.get_fontweight() if isinstance(text.get_fontweight(), (str, int)) else "normal",
        "slant": text.get_fontstyle(),
        "visible": is_drawn(text),
    }


def _placed(text: Any, shares: Any) -> Plain:
    """A text with its place in shares of the axes or the figure."""
    if hasattr(text, "update_positions"):  # an annotation
        text.update_positions(text.figure.canvas.get_renderer())
    place = shares.inverted().transform(text.get_transform().transform(text.get_position()))
    return {
        **_text(text),
        "position": [float(share) for share in place],
        "across": text.get_horizontalalignment(),
        "up": text.get_verticalalignment(),
        "rotation": float(text.get_rotation()),
        "zorder": float(text.get_zorder()),
    }


def _arrows(texts: list[Any], figure: Any) -> list[Any]:
    arrows = [text for text in texts if getattr(text, "arrow_patch", None) is not None]
    for text in arrows:
        text.update_positions(figure.canvas.get_renderer())
    return [text.arrow_patch for text in arrows]


def _cover(image: Any, figure: Any) -> Plain:
    """An image that lies on the figure: the part that it covers, in the colour of its middle."""
    colors = image.to_rgba(image.get_array(), bytes=False)
    height, width = colors.shape[:2]
    left, bottom = image.ox / figure.bbox.width, image.oy / figure.bbox.height
    return {
        "position": [float(left), float(bottom), width / figure.bbox.width, height / figure.bbox.height],
        "color": hexadecimal(colors[height // 2, width // 2]),
        "zorder": float(image.get_zorder()),
    }


def legend_record(legend: Any, shares: Any) -> Plain:
    """What a legend says of what, and where it stands."""
    anchor = shares.inverted().transform_bbox(legend.get_bbox_to_anchor())
    frame = legend.get_frame()
    texts = legend.get_texts()
    location = getattr(legend, "_loc_real", 0)
    return {
        "texts": [_text(text) for text in texts[:AXES]],
        "handles": [_handle(handle) for handle in legend.legend_handles[: min(AXES, len(texts))]],
        "title": _text(legend.get_title()),
        "location": location if isinstance(location, int) else [float(share) for share in location],
        "anchor": [float(side) for side in anchor.bounds],
        "columns": int(getattr(legend, "_ncols", 1)),
        "framed": bool(legend.get_frame_on()),
        "face": hexadecimal(frame.get_facecolor()),
        "edge": hexadecimal(frame.get_edgecolor()),
        "pads": {name: float(getattr(legend, name)) for name in ("borderpad", "labelspacing", "handlelength")},
        "visible": is_drawn(legend),
        "zorder": float(legend.get_zorder()),
    }


def _color_of_handle(handle: Any) -> str:
    """The color of an entry of a legend; bars of errors and hollow circles have one at their edge alone."""
    faces = handle.get_facecolor() if hasattr(handle, "get_facecolor") else handle.get_color()
    if getattr(faces, "ndim", 1) != 2:
        return hexadecimal(faces)
    return hexadecimal([*faces, *handle.get_edgecolor(), "none"][0])


def _handle(handle: Any) -> Plain:
    """What an entry of a legend stands for: a line, or a patch of a colour."""
    if isinstance(handle, Line2D):
        return {"kind": "line", **plain_colors(line_style(handle, None))}
    is_patch = isinstance(handle, Patch)
    edge = hexadecimal(handle.get_edgecolor()) if is_patch else "none"
    return {
        "kind": "patch" if is_patch else "dot",
        "face": _color_of_handle(handle),
        "edge": edge,
        "width": float(handle.get_linewidth()) if is_patch else 0.0,
    }
