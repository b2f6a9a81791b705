"""The numbers in a figure: its artists in SI units, in groups that look alike, as rows of values at each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np

from slipcheck.observe import Observation

from .label_text import PREFIXES, TIME, AxisQuantity, factor

BETWEEN_CURVES = ("area", "bars")  # kinds of artists that fill what is between curves, and are none
TABLES = 3  # of one size that an answer may offer; who offers more has not decided on one


def figures(observation: Observation) -> list[dict[str, Any]]:
    """The figures with something in them, the fullest first."""
    return sorted((figure for figure in observation.figures if figure["artists"]), key=_fullness, reverse=True)


def joined_figures(observation: Observation) -> dict[str, Any] | None:
    """Of several figures with one time each: all of their points in one, with the first labels that there are."""
    drawn = [figure for figure in observation.figures if figure["artists"]]
    times = [{x for artist in figure["artists"] for x in artist["x"]} for figure in drawn]
    if len(drawn) <= TABLES or any(len(x) > 1 for x in times):
        return None
    texts = ("title", "xlabel", "ylabel")
    first = {text: next((figure[text] for figure in drawn if figure[text]), "") for text in texts}
    return {**drawn[0], **first, "artists": [artist for figure in drawn for artist in figure["artists"]]}


def _fullness(figure: dict[str, Any]) -> int:
    return sum(len(artist["x"]) for artist in figure["artists"])


def in_si(figure: dict[str, Any], quantity: AxisQuantity, with_gaps: bool = False) -> list[dict[str, Any]]:
    """The points and lines with x and y as arrays, converted from the units that the labels declare.

    Where a label names another prefix than that of the numbers, and these are in SI units, the label alone is wrong.
    Values that are no finite numbers are left out, or are nan in the arrays ``with_gaps``.
    """
    drawn = [artist for artist in figure["artists"] if artist["kind"] not in BETWEEN_CURVES]
    return _in_si(figure, quantity, drawn, with_gaps)


def between_curves(figure: dict[str, Any], quantity: AxisQuantity) -> list[dict[str, Any]]:
    """The filled areas and upright bars, as ``in_si``: their edges and ends are no curves."""
    return _in_si(figure, quantity, [artist for artist in figure["artists"] if artist["kind"] in BETWEEN_CURVES])


def _in_si(
    figure: dict[str, Any], quantity: AxisQuantity, artists: list[dict[str, Any]], with_gaps: bool = False
) -> list[dict[str, Any]]:
    scale_x, scale_y = _scale(figure, "x", quantity.time or TIME), _scale(figure, "y", quantity)
    arrays = []
    for artist in artists:
        x, y = np.array(artist["x"], float), np.array(artist["y"], float)
        is_number = np.isfinite(y)
        kept = np.isfinite(x) & (is_number | with_gaps)
        y = np.where(is_number, y, np.nan)
        arrays.append({**artist, "x": x[kept] * scale_x, "y": y[kept] * scale_y})
    return arrays


def _scale(figure: dict[str, Any], axis: str, quantity: AxisQuantity) -> float:
    declared = factor(figure[f"{axis}label"], quantity)
    is_label_wrong = declared != 1 and not fits(figure, axis, declared, quantity) and fits(figure, axis, 1.0, quantity)
    return 1.0 if is_label_wrong else declared


def fits(figure: dict[str, Any], axis: str, scale: float, quantity: AxisQuantity) -> bool:
    """Whether the numbers are not, as a whole, those of another prefix than the label's.

    Numbers of no size that the quantity can have are wrong themselves, and no fault of the label.
    """
    values = np.abs(np.concatenate([artist[axis] for artist in figure["artists"]]).astype(float))
    values = values[np.isfinite(values) & (values > 0)]
    if not values.size:
        return True
    low, high = quantity.sizes

    def is_plausible(factor: float) -> bool:
        return bool(low < values.min() * factor and values.max() * factor < high)

    if is_plausible(scale) or low < np.median(values) * scale < high or _are_counts(values):
        return True
    return not any(is_plausible(other) for other in PREFIXES.values() if other != scale)


def _are_counts(values: np.ndarray) -> bool:
    """Whether they are the numbers of steps: not the label is wrong then, but what is drawn."""
    are_whole = values.size > 2 and values.min() > 0.5 and np.allclose(values, np.round(values))
    return bool(are_whole and values.max() <= 2 * len(np.unique(values)))


def can_be_seen(artist: dict[str, Any]) -> bool:
    """By markers, or by a line that runs through time."""
    through_time = artist["kind"] == "segments" or len(np.unique(artist["x"])) > 1
    return artist["visible"] and (bool(artist["marker"]) or through_time)


def can_be_seen_but_for_gaps(artist: dict[str, Any]) -> bool:
    """The same, of an artist with values that are no numbers: nothing is seen of these, whatever its command says."""
    is_all_gaps = not np.isfinite(artist["y"]).any()
    return bool(artist["marker"]) if is_all_gaps else can_be_seen(artist)


def bands(
    figure: dict[str, Any],
    quantity: AxisQuantity,
    which: Callable[[dict[str, Any]], bool] = lambda artist: True,
    with_gaps: bool = False,
) -> list[np.ndarray]:
    """Tables (1 + rows, steps) of the artists that look alike: with colour, without it, by size, and all together."""
    artists = [artist for artist in in_si(figure, quantity, with_gaps) if which(artist)]
    tables: list[np.ndarray] = []
    for style in (artist_style, _style_without_color, _size, lambda artist: 0):
        for group in decided(styles(artists, style)):
            table = _table(group)
            if table is not None and not any(np.array_equal(table, other) for other in tables):
                tables.append(table)
    return tables


def _table(group: list[dict[str, Any]]) -> np.ndarray | None:
    """The values at each time, as rows in the order of drawing; None where times have different numbers of them."""
    x, y = (np.concatenate([artist[key] for artist in group]) for key in "xy")
    if not x.size:
        return None
    order = np.argsort(x, kind="stable")
    x, y = x[order], y[order]
    starts = np.flatnonzero(np.r_[True, np.diff(x) > 1e-9 * (np.ptp(x) or 1.0)])
    counts = np.diff(np.r_[starts, x.size])
    if len(starts) < 2 or (counts != counts[0]).any():
        return None
    return np.vstack([x[starts], y.reshape(len(starts), counts[0]).T])


def styles(artists: list[dict[str, Any]], style: Callable[[dict[str, Any]], object]) -> list[list[dict[str, Any]]]:
    """The artists in groups of one style, in the order of drawing."""
    keyed = sorted(enumerate(artists), key=lambda pair: (str(style(pair[1])), pair[0]))
    return [[artist for _, artist in group] for _, group in groupby(keyed, key=lambda pair: str(style(pair[1])))]


def artist_style(artist: dict[str, Any]) -> tuple[Any, ...]:
    return (*_style_without_color(artist), artist["color"])


def _style_without_color(artist: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(artist[key] for key in ("kind", "marker", "line", "size", "alpha"))


def _size(artist: dict[str, Any]) -> int:
    return len(artist["x"])


def decided(groups: list[list[Any]]) -> list[list[Any]]:
    """The groups, the largest first; of more than a few of one size, none, so that no guess among many counts."""
    sizes = Counter(map(len, groups))
    return sorted((group for group in groups if sizes[len(group)] <= TABLES), key=len, reverse=True)[: 2 * TABLES]
