"""Read the quantities of an exercise out of an Observation: printed columns, variables, points and curves of a figure.

A quantity gives candidates, the most likely first, since an answer may print or draw more than was asked. All are float
arrays in SI units; what a figure's label declares to be in mV or ms is converted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from slipcheck.exercise import Parameters
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from .axis_labels import TIME, AxisQuantity, factor

CURVES = 4  # at most drawn beside an ensemble: more values a time step belong to the ensemble
UNIT = r"(?:[mµunp]?[sVA]|[kM]?(?:ohm|Ω|\u2126))"  # that may stand right behind a number
NUMBER = re.compile(
    rf"(?<![\w.])[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?={UNIT}?(?!\w))|(?<!\w)[-+]?(?:nan|inf)(?!\w)"
)
LINE, LINES = 1_000, 5_000  # characters of a printed line, and lines, that are read
TABLES = 3  # of one size that an answer may offer; who offers more has not decided on one


def close(found: np.ndarray, expected: np.ndarray, rtol: float = 1e-6) -> bool:
    """Same shape, all finite, nowhere further apart than ``rtol`` of the expected spread (of its size, if constant).

    >>> close(np.array([1e-10, 2e-10]), np.array([1e-10, 2.1e-10]))
    False
    """
    if found.shape != expected.shape or not found.size:
        return False
    known = np.isfinite(expected)  # a wrong variant may have nan or inf; the reference never has
    if not known.all():
        if not np.array_equal(np.isfinite(found), known) or not known.any():
            return np.array_equal(np.isnan(found), np.isnan(expected))
        found, expected = found[known], expected[known]
    if not np.isfinite(found).all():
        return False
    scale = np.ptp(expected) or np.abs(expected).max() or 1.0
    return bool(np.abs(found - expected).max() <= rtol * scale)


@dataclass(frozen=True)
class Printed:
    """Columns of printed numbers: array (lines, columns).

    ``digits``: how many after the point, for each column; ``e`` marks exponential notation; None means all.
    """

    name: str
    digits: tuple[str | None, ...]

    def found(self, seen: Observation, p: Parameters) -> list[np.ndarray]:
        columns = len(self.digits)
        lines = [text[:LINE] for text in seen.printed.splitlines()[:LINES]]
        flat = [float(number) for text in lines for number in NUMBER.findall(text)] if columns == 1 else []
        lines = [(NUMBER.sub("#", text), NUMBER.findall(text)) for text in lines]
        lines = [(shape, [float(number) for number in numbers]) for shape, numbers in lines if len(numbers) >= columns]
        every, shapes = [row for _, row in lines], {}
        for shape, row in lines:
            shapes.setdefault(shape, []).append(row)
        groups = [every, *_decided(list(shapes.values()))]
        groups += [every[k::m] for m in (2, 3) if len(shapes) <= TABLES and len(every) % m == 0 for k in range(m)]
        found = [np.array([row[-columns:] for row in group]) for group in groups if group]
        return found + [np.array(flat)[:, None]] * (len(every) < len(flat))  # one value a step, several in a line

    def same(self, found: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        if found.shape != expected.shape or not np.isfinite(expected).all():
            return np.array_equal(found, expected, equal_nan=True)
        return bool(np.isfinite(found).all()) and all(
            _to_digits(found[:, k], expected[:, k], digits) for k, digits in enumerate(self.digits)
        )


def _decided(groups: list[list]) -> list[list]:
    """The groups, the largest first; of more than a few of one size, none, so that no guess among many counts."""
    sizes = Counter(map(len, groups))
    return sorted((group for group in groups if sizes[len(group)] <= TABLES), key=len, reverse=True)[: 2 * TABLES]


def _to_digits(found, expected, digits) -> bool:
    if digits is None:
        return bool((np.abs(found - expected) <= 1e-9 * np.abs(expected)).all())
    unit = 10.0 ** -int(digits.rstrip("e"))
    if digits.endswith("e"):
        unit = unit * 10.0 ** np.floor(np.log10(np.abs(np.where(expected == 0, 1, expected))))
    return bool((np.abs(found - expected) <= 0.5001 * unit).all())


@dataclass(frozen=True)
class Variable:
    """A variable that the exercise names. ``kind``: array, list, number or values (an array or a list of them).

    The array may be ``transposed`` work.
    """

    name: str
    kind: str = "number"
    transposed: bool = False

    def found(self, seen: Observation, p: Parameters) -> list[np.ndarray]:
        plain = seen.variables.get(self.name)
        value = as_array(plain)
        if value is None or (self.kind == "array" and isinstance(plain, list)):
            return []
        if self.kind == "number" and value.size == 1:
            value = value.reshape(())
        return [value, value.T] if self.transposed and value.ndim == 2 else [value]

    def same(self, found: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        return close(found, np.asarray(expected))


@dataclass(frozen=True)
class Points:
    """One point a time step in a figure: array (2, points), times above values, in the order of time."""

    name: str
    quantity: AxisQuantity

    def found(self, seen: Observation, p: Parameters) -> list[np.ndarray]:
        found = []
        for figure in figures(seen):
            for artists in (in_si(figure, self.quantity), in_si({**figure, "ylabel": "", "xlabel": ""}, self.quantity)):
                for group in [artists, *_decided(styles(artists, _style))]:
                    x, y = (np.concatenate([artist[key] for artist in group]) for key in "xy")
                    found.append(np.unique(np.stack([x, y]), axis=1))
        return found

    def same(self, found: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        return (
            found.shape == expected.shape
            and close(found[0] / p.dt, expected[0] / p.dt)
            and close(found[1], expected[1])
        )


@dataclass(frozen=True)
class Ensemble:
    """Many values a time step in a figure: array (1 + n, steps), the times in row 0, then the realizations."""

    name: str
    quantity: AxisQuantity

    def found(self, seen: Observation, p: Parameters) -> list[np.ndarray]:
        tables = [table for figure in figures(seen) for table in bands(figure, self.quantity)]
        tables = [table for table in tables if len(table) > min(p.n, 2)]
        tables.sort(key=lambda table: (len(table) != p.n + 1, -len(table)))
        return tables + [table[: p.n + 1] for table in tables if p.n + 1 < len(table) <= p.n + 1 + CURVES]

    def same(self, found: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        if found.shape != expected.shape or not close(found[0] / p.dt, expected[0] / p.dt):
            return False
        return close(np.sort(found[1:], axis=0), np.sort(expected[1:], axis=0))


@dataclass(frozen=True)
class Curve:
    """One value a time step, to be seen beside an ensemble in a figure: array (2, steps), times above values."""

    name: str
    quantity: AxisQuantity

    def found(self, seen: Observation, p: Parameters) -> list[np.ndarray]:
        tables = [table for figure in figures(seen) for table in bands(figure, self.quantity, can_be_seen)]
        few = [table for table in tables if len(table) <= 1 + CURVES] + [
            table[[0, *range(p.n + 1, len(table))]] for table in tables
        ]
        return [table[[0, row]] for table in few for row in range(1, len(table))]

    same = Points.same


def figures(seen: Observation) -> list[dict]:
    """The figures with something in them, the fullest first."""
    return sorted((figure for figure in seen.figures if figure["artists"]), key=_fullness, reverse=True)


def _fullness(figure: dict) -> int:
    return sum(len(artist["x"]) for artist in figure["artists"])


def in_si(figure: dict, quantity: AxisQuantity) -> list[dict]:
    """The artists with x and y as arrays, converted from the units that the labels declare."""
    scale_x, scale_y = factor(figure["xlabel"], TIME), factor(figure["ylabel"], quantity)
    arrays = []
    for artist in figure["artists"]:
        x, y = np.array(artist["x"], float), np.array(artist["y"], float)
        seen = np.isfinite(x) & np.isfinite(y)
        arrays.append({**artist, "x": x[seen] * scale_x, "y": y[seen] * scale_y})
    return arrays


def can_be_seen(artist: dict) -> bool:
    """By markers, or by a line that runs through time."""
    through_time = artist["kind"] in ("segments", "area") or len(np.unique(artist["x"])) > 1
    return artist["visible"] and (bool(artist["marker"]) or through_time)


def bands(figure: dict, quantity: AxisQuantity, which=lambda artist: True) -> list[np.ndarray]:
    """Tables (1 + rows, steps) of the artists that look alike: with colour, without it, by size, and all together."""
    artists = [artist for artist in in_si(figure, quantity) if which(artist)]
    found = []
    for style in (_style, _style_without_color, _size, lambda artist: 0):
        for group in _decided(styles(artists, style)):
            table = _table(group)
            if table is not None and not any(np.array_equal(table, other) for other in found):
                found.append(table)
    return found


def _table(group: list[dict]) -> np.ndarray | None:
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


def styles(artists: list[dict], style) -> list[list[dict]]:
    """The artists in groups of one style, in the order of drawing."""
    keyed = sorted(enumerate(artists), key=lambda pair: (str(style(pair[1])), pair[0]))
    return [[artist for _, artist in group] for _, group in groupby(keyed, key=lambda pair: str(style(pair[1])))]


def _style(artist: dict) -> tuple:
    return (*_style_without_color(artist), artist["color"])


def _style_without_color(artist: dict) -> tuple:
    return tuple(artist[key] for key in ("kind", "marker", "line", "size", "alpha"))


def _size(artist: dict) -> int:
    return len(artist["x"])
