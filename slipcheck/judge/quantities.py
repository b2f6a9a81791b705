"""Read the quantities of an exercise out of an Observation: printed columns, variables, points and curves of a figure.

A quantity gives candidates, the most likely first, since an answer may print or draw more than was asked. All are float
arrays in SI units; what a figure's label declares to be in mV or ms is converted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from slipcheck.exercise import Parameters
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from .figure_tables import TABLES, artist_style, bands, can_be_seen, decided, figures, in_si, joined_figures, styles
from .label_text import AxisQuantity

LEAST = 1e-4  # of the largest value: a smaller difference is no other value, however small the value
CURVES = 4  # at most drawn beside an ensemble: more values a time step belong to the ensemble
UNIT = r"(?:[mµunp]?[sVA]|[kM]?(?:ohm|Ω|\u2126))"  # that may stand right behind a number
NUMBER = re.compile(
    rf"(?<![\w.])[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?={UNIT}?(?!\w))|(?<!\w)[-+]?(?:nan|inf)(?!\w)"
)
TUPLE_OF_ONE = re.compile(r"\d\)?,\)")  # what print shows of a value with a comma behind it
LINE, LINES = 1_000, 5_000  # characters of a printed line, and lines, that are read


def close(candidate: np.ndarray, expected: np.ndarray, rtol: float = 1e-6) -> bool:
    """Same shape, all finite, nowhere further apart than ``rtol`` of the expected spread.

    Where the expected values are constant, a thousandth of that, of their size: a small rise is not a constant.

    >>> close(np.array([1e-10, 2e-10]), np.array([1e-10, 2.1e-10]))
    False
    """
    if candidate.shape != expected.shape or not candidate.size:
        return False
    known = np.isfinite(expected)  # a wrong variant may have nan or inf; the reference never has
    if not known.all():
        if not np.array_equal(np.isfinite(candidate), known) or not known.any():
            return np.array_equal(np.isnan(candidate), np.isnan(expected))
        candidate = candidate[known]
        expected = expected[known]
    if not np.isfinite(candidate).all():
        return False
    scale = np.ptp(expected) or 1e-3 * np.abs(expected).max() or 1.0
    return bool(np.abs(candidate - expected).max() <= rtol * scale)


@dataclass(frozen=True)
class Printed:
    """Columns of printed numbers: array (lines, columns).

    ``digits``: how many after the point, for each column; ``e`` means exponential notation; None means all.
    """

    name: str
    digits: tuple[str | None, ...]
    over_lines: bool = False  # whether a rule judges the form of a line: then values may stand on lines of their own

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        columns = len(self.digits)
        rows: list[list[float]] = []
        shapes: dict[str, list[list[float]]] = {}  # of lines that differ in their numbers alone
        for line in map(self._line, observation.printed.splitlines()[:LINES]):
            row = [] if TUPLE_OF_ONE.search(line) else [float(number) for number in NUMBER.findall(line)]
            if len(row) >= columns:
                rows.append(row)
                shapes.setdefault(NUMBER.sub("#", line), []).append(row)
        groups = [rows, *decided(list(shapes.values())), *(_in_turn(rows) if len(shapes) <= TABLES else [])]
        tables = [np.array([row[-columns:] for row in group]) for group in groups if group]
        numbers = [number for row in rows for number in row]
        numbers_of_lines = [NUMBER.findall(self._line(text)) for text in observation.printed.splitlines()[:LINES]]
        if self.over_lines and columns > 1 and all(len(line) <= 1 for line in numbers_of_lines):
            alone = [float(line[0]) for line in numbers_of_lines if line]
            if alone and len(alone) % columns == 0:
                tables.append(np.reshape(alone, (-1, columns)))
        if self.over_lines and len(rows) == 1 and len(rows[0]) > columns > 1 and len(rows[0]) % columns == 0:
            tables.append(np.reshape(rows[0], (-1, columns)))  # all in one line
        if columns == 1 and len(rows) < len(numbers):  # one value a step, several in a line
            tables.append(np.array(numbers)[:, None])
        return tables

    def _line(self, text: str) -> str:
        """The line; with points for decimal commas where the form of a line is judged by a rule of its own."""
        line = self._apart(text[:LINE])
        return re.sub(r"(?<=\d),(?=\d)", ".", line) if self.over_lines and "." not in line else line

    def _apart(self, line: str) -> str:
        """The line with a space where two numbers run into each other: no number has two points."""
        decimals = self.digits[0]
        if not self.over_lines or len(self.digits) < 2 or decimals is None or not decimals.isdigit():
            return line
        return re.sub(rf"(?<![\d.])(-?\d+\.\d{{{decimals}}})(?=-?\d+\.\d)", r"\1 ", line)

    def same(self, candidate: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        if candidate.shape != expected.shape or not np.isfinite(expected).all():
            return np.array_equal(candidate, expected, equal_nan=True)
        columns = range(len(self.digits))
        return bool(np.isfinite(candidate).all()) and all(self.same_column(candidate, expected, k) for k in columns)

    def same_column(self, candidate: np.ndarray, expected: np.ndarray, k: int) -> bool:
        """Whether the values of column ``k`` agree in the digits that are to be printed."""
        return _to_digits(candidate[:, k], expected[:, k], self.digits[k])


def _in_turn(rows: list[list[float]]) -> list[list[list[float]]]:
    """Every second line, and every third, where two or three kinds of lines take turns."""
    return [rows[k::kinds] for kinds in (2, 3) if len(rows) % kinds == 0 for k in range(kinds)]


def _to_digits(candidate: np.ndarray, expected: np.ndarray, digits: str | None) -> bool:
    if digits is None:
        return bool((np.abs(candidate - expected) <= 1e-9 * np.abs(expected)).all())
    unit: Any = 10.0 ** -int(digits.rstrip("e"))
    if digits.endswith("e"):
        size = np.abs(expected)
        unit = np.maximum(unit * 10.0 ** np.floor(np.log10(np.where(size == 0, 1, size))), LEAST * size.max())
    return bool((np.abs(candidate - expected) <= 0.5001 * unit).all())


@dataclass(frozen=True)
class Variable:
    """A variable that the exercise names. ``kind``: array, list, number or values (an array or a list of them).

    The array may be ``transposed`` work.
    """

    name: str
    kind: str = "number"
    transposed: bool = False

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        plain = observation.variables.get(self.name)
        value = as_array(plain)
        if value is None or (self.kind in ("array", "number") and isinstance(plain, list)):
            return []
        if self.kind == "number" and value.size == 1:
            value = value.reshape(())
        return [value, value.T] if self.transposed and value.ndim == 2 else [value]

    def same(self, candidate: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        return close(candidate, np.asarray(expected))


@dataclass(frozen=True)
class Points:
    """One point a time step in a figure: array (2, points), times above values, in the order of time."""

    name: str
    quantity: AxisQuantity

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        candidate = []
        for figure in filter(None, (*figures(observation), joined_figures(observation))):
            for artists in (in_si(figure, self.quantity), in_si({**figure, "ylabel": "", "xlabel": ""}, self.quantity)):
                for group in [artists, *decided(styles(artists, artist_style))] if artists else []:
                    x, y = (np.concatenate([artist[key] for artist in group]) for key in "xy")
                    candidate.append(np.unique(np.stack([x, y]), axis=1))
        return candidate

    def same(self, candidate: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        return (
            candidate.shape == expected.shape
            and close(candidate[0] / p.dt, expected[0] / p.dt)
            and close(candidate[1], expected[1])
        )


@dataclass(frozen=True)
class Ensemble:
    """Many values a time step in a figure: array (1 + n, steps), the times in row 0, then the realizations."""

    name: str
    quantity: AxisQuantity

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        tables = [table for figure in figures(observation) for table in bands(figure, self.quantity)]
        tables = [table for table in tables if len(table) > min(p.n, 2)]
        tables.sort(key=lambda table: (len(table) != p.n + 1, -len(table)))
        return tables + [table[: p.n + 1] for table in tables if p.n + 1 < len(table) <= p.n + 1 + CURVES]

    def same(self, candidate: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        if candidate.shape != expected.shape or not close(candidate[0] / p.dt, expected[0] / p.dt):
            return False
        return close(np.sort(candidate[1:], axis=0), np.sort(expected[1:], axis=0))


@dataclass(frozen=True)
class Curve:
    """One value a time step, to be seen beside an ensemble in a figure: array (2, steps), times above values."""

    name: str
    quantity: AxisQuantity

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        tables = [table for figure in figures(observation) for table in bands(figure, self.quantity, can_be_seen)]
        few = [table for table in tables if len(table) <= 1 + CURVES] + [
            table[[0, *range(p.n + 1, len(table))]] for table in tables
        ]
        return [table[[0, row]] for table in few for row in range(1, len(table))]

    same = Points.same


@dataclass(frozen=True)
class CurveOf(Curve):
    """The values over time of a variable that keeps the last one alone: the curves that end in its value ``end``.

    What a curve has after the last step is left out.
    An answer without such a curve says nothing of the earlier values: then the variable itself decides.
    """

    end: Callable[[dict[str, Any]], float | None]

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        end = self.end(observation.variables)
        if end is None:
            return []
        ending = [curve for curve in super().candidates(observation, p) if is_same_value(curve[1, -1], end)]
        at_steps = [curve[:, np.round(curve[0] / p.dt) < p.step_end] for curve in ending]
        return [curve for curve in at_steps if curve.shape[1] == p.step_end]


def is_same_value(candidate: float, value: float) -> bool:
    """Whether two values of a quantity are one, but for rounding."""
    return abs(candidate - value) <= 1e-9 * max(abs(value), 1e-6)
