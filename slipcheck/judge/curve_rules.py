"""Rules about what is drawn: the answer's own values, at their times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from .figure_tables import bands, between_curves, can_be_seen, can_be_seen_but_for_gaps, figures, in_si
from .label_rules import not_of_the_label
from .label_text import AxisQuantity, unit
from .quantities import CURVES, close, is_same_value
from .rules import Objection, Rule


def draws_own(name: str, quantity: AxisQuantity) -> Rule:
    """The answer's own array ``name`` is drawn against the times of the steps: each realization, if it has several."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        values = as_array(observation.variables.get(name))
        tables = [table for figure in figures(observation) for table in bands(figure, quantity, can_be_seen)]
        if values is not None and np.isfinite(values).any() and not np.isfinite(values).all():
            tables += tables_with_gaps(observation, quantity)
        if values is None or not tables:
            return "nothing drawn", Message(
                f"There is no `{name}`, or nothing drawn.", f"The figure shows `{name}`.", "Fill in the plot command."
            )
        steps = np.arange(p.step_end, dtype=float)
        timed = [table for table in tables if close(table[0] / p.dt, steps, 1e-4)]
        for rows in (np.atleast_2d(values), np.atleast_2d(values).T):
            if any(_same_rows(table[1 : len(rows) + 1], rows) for table in timed):
                return None
        return "not against time", _undrawn(name, values, figures(observation), quantity, p)

    return _or_the_label(rule, quantity)


def _or_the_label(rule: Rule, quantity: AxisQuantity) -> Rule:
    """The rule; where it has no objection to the numbers as they are, without the label's unit, the label is wrong."""

    def both(observation: Observation, p: Parameters) -> Objection:
        objection = rule(observation, p)
        label = next((figure["ylabel"] for figure in figures(observation)), "")
        declared = unit(label, quantity)
        if objection is None or declared is None or declared[1] == 1:
            return objection
        bare = replace(observation, figures=[{**figure, "ylabel": ""} for figure in observation.figures])
        return not_of_the_label("y", label, declared[0]) if rule(bare, p) is None else objection

    return both


def _undrawn(
    name: str, values: np.ndarray, drawn: list[dict[str, Any]], quantity: AxisQuantity, p: Parameters
) -> Message:
    """How many values of the answer's own array are in its figure, and which is the first that is not."""
    rows = np.atleast_2d(values)
    rows = rows if rows.shape[-1] == p.step_end else rows.T
    points = {
        (round(float(x) / p.dt, 3), round(float(y) * 1e9, 3))
        for figure in drawn
        for artist in in_si(figure, quantity)
        for x, y in zip(artist["x"], artist["y"], strict=True)
    }
    wanted = [(float(k), round(float(row[k]) * 1e9, 3)) for row in rows for k in range(rows.shape[-1])]
    missing = [point for point in wanted if point not in points]
    if missing and len(missing) < len(wanted):
        first = missing[0][0] * p.dt
        observed = (
            f"{len(missing)} of the {len(wanted)} values of `{name}` are not in the figure, or not at their times."
        )
        means = f"The first of them belongs to the time {first:.4g} s."
        if len(missing) == 1:
            observed = f"One value of `{name}` is not in the figure, or not at its time."
            means = f"It belongs to the time {first:.4g} s."
        return Message(observed, means, "Check what the plot command is given, and how often it is carried out.")
    return Message(
        f"The figure does not show the values of `{name}` at their times.",
        "plt.plot takes the times first, then the values.",
        "Check what the plot command is given as x and as y.",
    )


def draws_last(
    name: str, quantity: AxisQuantity, called: str, value: Callable[[dict[str, Any]], float | None], curves: int = 1
) -> Rule:
    """A curve with a value at every time is visible, and ends in the answer's own ``value`` of the last step.

    Where the answer has no such value, since its name is another, ``curves`` curves beside the ensemble will do.
    """

    def rule(observation: Observation, p: Parameters) -> Objection:
        own = value(observation.variables)
        tables = [table for figure in figures(observation) for table in bands(figure, quantity, can_be_seen)]
        tables += tables_with_gaps(observation, quantity)
        full = [table for table in tables if table.shape[1] == p.step_end and _is_time(table[0], p)]
        rows = [row for table in full for row in _curves(table[1:], p)]
        if own is not None and any(is_same_value(row[-1], own) for row in rows):
            return None
        if own is None and len({_end_of(row) for row in rows}) >= curves:
            return None
        kind = kind_of_the_edge(observation, quantity, own) if own is not None else None
        if kind is not None:
            return band_for_curves([called], kind)
        return "curve missing", Message(
            f"The curve of {called} is not in the figure, or not at every time.",
            f"At each time the figure should show {called}, as `{name}` has it.",
            "Check what its plot command is given, and that it is carried out once in each step.",
        )

    return _or_the_label(rule, quantity)


def _end_of(row: np.ndarray) -> float | bytes:
    """The last value of a curve; of one that ends in no number, all values, by which it is another than the others."""
    return float(row[-1]) if np.isfinite(row[-1]) else row.tobytes()


def tables_with_gaps(observation: Observation, quantity: AxisQuantity) -> list[np.ndarray]:
    """The tables of curves with values that are no numbers: their plot commands are not to blame for the gaps."""
    drawn = [in_si(figure, quantity, with_gaps=True) for figure in figures(observation)]
    if not any(np.isnan(artist["y"]).any() for artists in drawn for artist in artists):
        return []
    return [
        table
        for figure in figures(observation)
        for table in bands(figure, quantity, can_be_seen_but_for_gaps, with_gaps=True)
    ]


def kind_of_the_edge(observation: Observation, quantity: AxisQuantity, last: float) -> str | None:
    """The kind of what ends in the ``last`` value of a curve without being one: a filled area, or upright bars."""
    filled = [artist for figure in figures(observation) for artist in between_curves(figure, quantity)]
    for artist in filled:
        ends = artist["y"][artist["x"] == artist["x"].max(initial=-np.inf)]
        if any(is_same_value(float(end), last) for end in ends):
            return str(artist["kind"])
    return None


def band_for_curves(missing: list[str], kind: str) -> tuple[str, Message]:
    """Of a filled area, or of upright bars, in the place of the curves that are its edges."""
    curves, each = ("curve", "this curve") if len(missing) == 1 else ("curves", "each of them")
    drawn, too = ("a filled band", "A band may be drawn too, but it does not replace them.")
    if kind == "bars":
        drawn, too = ("bars", "Bars may be drawn too, but they do not replace them.")
    return "band for curves", Message(
        f"The figure shows {drawn} in place of the {curves} of {' and '.join(missing)}.",
        f"The exercise asks for curves. {too}",
        f"Draw {each} with a plt.plot of its own.",
    )


def _is_time(x: np.ndarray, p: Parameters) -> bool:
    """Whether x values lie one time step apart, from 0 or from the end of the first step on."""
    steps = x / p.dt
    return abs(steps[0]) < 1.5 and close(np.diff(steps), np.ones(len(x) - 1), 1e-4)


def _curves(rows: np.ndarray, p: Parameters) -> np.ndarray:
    """Of the rows of a table, those that are curves beside an ensemble: a few alone, or a few after its n."""
    if len(rows) <= CURVES:
        return rows
    return rows[p.n :] if p.n < len(rows) <= p.n + CURVES else rows[:0]


def _same_rows(drawn: np.ndarray, expected: np.ndarray) -> bool:
    return drawn.shape == expected.shape and close(np.sort(drawn, axis=0), np.sort(expected, axis=0))
