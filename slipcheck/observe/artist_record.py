"""Artists of an axes or a figure as plain data from which ``artist_from_record`` makes them again.

Positions in data coordinates keep their numbers; all others are fractions of the axes or the figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.colors import to_hex
from matplotlib.image import AxesImage
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.patheffects import Normal

INVISIBLE = ("None", "none", "", " ", None)
POINTS = 200_000  # of one figure
EXTRAS = 500  # patches, texts and images of an axes
PIXELS = 200  # of a side of an image
DASHES = {"--": "lines.dashed_pattern", "-.": "lines.dashdot_pattern", ":": "lines.dotted_pattern"}
Plain = dict[str, Any]
SETTINGS: Any = rcParams  # whose names its types list one by one


def is_drawn(artist: Any) -> bool:
    """Whether matplotlib draws it, in a way that a record can say: with no clip path, filter or ``draw`` of its own."""
    effects = artist.get_path_effects() or ()
    is_plain = not effects or any(
        isinstance(effect, Normal) or type(effect).__name__.startswith("with") for effect in effects
    )
    has_own_way = "draw" in vars(artist) or artist.get_animated() or artist.get_agg_filter() is not None
    return bool(artist.get_visible() and is_plain and not has_own_way and not _is_cut(artist))


def _is_cut(artist: Any) -> bool:
    """Whether it is clipped by something else than its axes."""
    axes = artist.axes
    path = artist.get_clip_path()
    if axes is None or not artist.get_clip_on():
        return False
    is_other_path = path is not None and getattr(path, "_patch", None) is not axes.patch
    return is_other_path or (artist.clipbox is not None and artist.clipbox is not axes.bbox and _differs(artist))


def _differs(artist: Any) -> bool:
    return not np.allclose(artist.clipbox.extents, artist.axes.bbox.extents)


def hexadecimal(color: Any) -> str:
    """A colour with its opacity; "none" where there is none."""
    try:
        return str(to_hex(color if isinstance(color, str) else np.ravel(color)[:4].tolist(), keep_alpha=True))
    except (TypeError, ValueError):
        return "none"


def label_of(artist: Any) -> str:
    """Its label, where it has one of its own."""
    label = str(artist.get_label())
    return "" if label.startswith("_") else label[:200]


def line_groups(artists: Iterable[Any], data: Any, shares: Any) -> list[Plain]:
    """The lines in groups (see ``grouped``), those that are not in data coordinates in fractions of the axes."""
    return grouped(_styled(artists, data, shares))


def _styled(artists: Iterable[Any], data: Any, shares: Any) -> Iterator[tuple[Plain, np.ndarray]]:
    for line in artists:
        style = line_style(line, data)
        try:
            xy = np.asarray(line.get_xydata(), float)
        except (TypeError, ValueError):
            continue
        if not style["in_data"]:
            xy = shares.inverted().transform(line.get_transform().transform(xy))
        yield style, xy


def grouped(styled: Iterable[tuple[Plain, np.ndarray]]) -> list[Plain]:
    """Lines, each a style and its points, in groups; points of one style alone are one group.

    ``lengths`` has the number of points of each line of a group, and ``order`` its place among all.
    """
    groups: dict[object, Plain] = {}
    points: dict[object, list[np.ndarray]] = {}
    for number, (style, xy) in enumerate(styled):
        is_points = style["style"] == "None" or len(xy) == 1
        key: object = tuple(map(str, style.values())) if is_points and style["every"] is None else number
        group = groups.setdefault(key, {**style, "lengths": [], "order": []})
        group["lengths"].append(len(xy))
        group["order"].append(number)
        points.setdefault(key, []).append(xy)
    made = []
    for key, group in groups.items():
        xy = np.concatenate(points[key])[:POINTS]
        made.append({**group, "x": xy[:, 0].tolist(), "y": xy[:, 1].tolist()})
    return made


def line_style(line: Any, data: Any) -> Plain:
    return {
        "in_data": line.get_transform() is data,
        "style": _dashes(line),
        "steps": line.get_drawstyle(),
        "width": float(line.get_linewidth()),
        "color": line.get_color(),
        "marker": marker_of(line.get_marker()),
        "size": float(line.get_markersize()),
        "face": line.get_markerfacecolor(),
        "edge": line.get_markeredgecolor(),
        "edge_width": float(line.get_markeredgewidth()),
        "every": _every(line.get_markevery()),
        **_common(line),
    }


def plain_colors(styled: Plain) -> Plain:
    """The record of a line with its colours as text."""
    return {**styled, **{name: hexadecimal(styled[name]) for name in ("color", "face", "edge")}}


def _dashes(line: Any) -> Any:
    """The name of a line style, or its offset and lengths where these are not the usual ones of that name."""
    name = str(line.get_linestyle())
    if name in INVISIBLE or name not in DASHES:
        return "None" if name in INVISIBLE else "-"
    offset, lengths = getattr(line, "_unscaled_dash_pattern", (0, ()))
    is_usual = not lengths or list(lengths) == list(SETTINGS[DASHES[name]])
    return name if is_usual else [float(offset), [float(length) for length in lengths]]


def _every(value: Any) -> Any:
    if isinstance(value, (int, float)):
        return value
    is_list = isinstance(value, (list, tuple)) and all(isinstance(entry, (int, float)) for entry in value)
    return list(value) if is_list else None


def marker_of(marker: Any) -> str | int | Plain:
    """Its name, or its outline."""
    if isinstance(marker, (str, int)):
        return marker
    try:
        style = MarkerStyle(marker)
    except (TypeError, ValueError):
        return "None"
    return outline(style.get_path().transformed(style.get_transform()))


def outline(path: Path) -> Plain:
    """A path as plain data."""
    codes: Any = path.codes
    codes = None if codes is None else codes[:POINTS].tolist()
    return {"vertices": np.asarray(path.vertices, float)[:POINTS].tolist(), "codes": codes}


def _common(artist: Any) -> Plain:
    alpha = artist.get_alpha()
    return {
        "alpha": float(alpha) if isinstance(alpha, (int, float)) else None,
        "zorder": float(artist.get_zorder()),
        "visible": is_drawn(artist),
        "label": label_of(artist),
        "clipped": bool(artist.get_clip_on()),
    }


def collections(artists: Iterable[Any], data: Any, shares: Any) -> list[Plain]:
    """Scatters, pieces of lines and areas; other collections cannot be said."""
    made: list[Plain] = []
    for artist in list(artists)[:POINTS]:
        if isinstance(artist, PathCollection):
            made.append(_scatter(artist, data, shares))
        elif isinstance(artist, (LineCollection, PolyCollection)):
            made.append(_pieces(artist, data, shares))
    return made


def _scatter(artist: Any, data: Any, shares: Any) -> Plain:
    points: np.ndarray = np.ma.filled(np.ma.asarray(artist.get_offsets(), float), np.nan)[:POINTS]
    is_in_data = artist.get_offset_transform() is data
    if not is_in_data:
        points = shares.inverted().transform(artist.get_offset_transform().transform(points))
    paths = artist.get_paths()
    return {
        "kind": "scatter",
        "in_data": is_in_data,
        "x": points[:, 0].tolist(),
        "y": points[:, 1].tolist(),
        "sizes": [float(size) for size in artist.get_sizes()[:POINTS]],
        "marker": outline(paths[0]) if len(paths) else outline(Path(np.zeros((0, 2)))),
        **_paint(artist),
    }


def _pieces(artist: Any, data: Any, shares: Any) -> Plain:
    is_line = isinstance(artist, LineCollection)
    pieces = artist.get_segments() if is_line else [path.vertices for path in artist.get_paths()]
    is_in_data = artist.get_transform() is data
    if not is_in_data:
        transform = artist.get_transform() - shares
        pieces = [transform.transform(piece) for piece in pieces]
    return {
        "kind": "segments" if is_line else "area",
        "in_data": is_in_data,
        "pieces": [np.asarray(piece, float).tolist() for piece in pieces],
        **_paint(artist),
    }


def _paint(artist: Any) -> Plain:
    artist.update_scalarmappable()  # where numbers stand for colours
    return {
        "faces": [hexadecimal(color) for color in artist.get_facecolor()[:POINTS]],
        "edges": [hexadecimal(color) for color in artist.get_edgecolor()[:POINTS]],
        "widths": [float(width) for width in np.ravel(artist.get_linewidths())[:POINTS]],
        **_common(artist),
    }


def patches(artists: Sequence[Any], shares: Any) -> list[Plain]:
    """Rectangles, circles, arrows: the outline of each."""
    return [_patch(artist, shares) for artist in artists[:EXTRAS] if is_drawn(artist)]


def _patch(artist: Any, shares: Any) -> Plain:
    path = artist.get_path().transformed(artist.get_transform()).transformed(shares.inverted())
    return {
        **outline(path),
        "face": hexadecimal(artist.get_facecolor()) if artist.get_fill() else "none",
        "edge": hexadecimal(artist.get_edgecolor()),
        "width": float(artist.get_linewidth()),
        **_common(artist),
        "alpha": None,  # it is in the colours
    }


def images(artists: Sequence[Any]) -> list[Plain]:
    """Images at the size of a thumbnail."""
    return [_image(artist) for artist in artists[:EXTRAS] if isinstance(artist, AxesImage) and is_drawn(artist)]


def _image(artist: Any) -> Plain:
    colors: Any = artist.to_rgba(artist.get_array(), bytes=True)
    steps = [max(1, -(-side // PIXELS)) for side in colors.shape[:2]]
    return {
        "pixels": colors[:: steps[0], :: steps[1]].tolist(),
        "extent": [float(edge) for edge in artist.get_extent()],
        "origin": artist.origin,
        **_common(artist),
    }
