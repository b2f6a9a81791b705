"""Rules about figures and formats: each returns None, or what it objects to as (slip, Message)."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from .axis_labels import AxisQuantity, names, unit
from .figure_tables import bands, can_be_seen, figures, in_si
from .quantities import close

Objection = tuple[str, Message] | None  # the slip, and what is said of it
Rule = Callable[[Observation, Parameters], Objection]


def visible(quantity: AxisQuantity, count: int = 1) -> Rule:
    """At least ``count`` values a time step can be seen: by a marker, or by a line that runs through time."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        if not figures(observation):
            return "nothing drawn", Message(
                "There is no figure with anything in it.",
                "The check looks at what your cell draws.",
                "Fill in the plot command.",
            )
        most = 0.0
        hidden = 0
        for figure in figures(observation):
            artists = in_si(figure, quantity)
            visible_artists = [artist for artist in artists if can_be_seen(artist)]
            most = max(most, _per_step(visible_artists, p))
            hidden += sum(len(artist["x"]) for artist in artists if not can_be_seen(artist))
        if most >= count and hidden < p.step_end / 2:
            return None
        if hidden:
            return "invisible markers", Message(
                "Some of what you plot cannot be seen.",
                "A single point has no line: without a marker in the format string, nothing appears.",
                "Add a marker, such as the dot or the o, to the format string.",
            )
        return "too little drawn", Message(
            f"Your figure shows {most:.3g} values a time step; at least {count} are expected.",
            "Something that the exercise asks for is not drawn at every step.",
            "Check that each plot command runs once a time step, and what it is given.",
        )

    return rule


def _per_step(artists: list[dict], p: Parameters) -> float:
    """How many different points there are, divided by the steps."""
    if not artists:
        return 0
    x, y = (np.concatenate([artist[key] for artist in artists]) for key in "xy")
    later = x > 0.5 * p.dt  # at time 0 many traces share one point
    points = np.unique(np.round(np.stack([x[later] / p.dt, y[later] * 1e15]), 3), axis=1)
    return points.shape[1] / max(p.step_end - 1, 1)


def labelled(axis: str, quantity: AxisQuantity) -> Rule:
    """The label of axis x or y names its quantity, and the unit that its numbers are in."""
    word = quantity.name
    si = quantity.unit

    def rule(observation: Observation, p: Parameters) -> Objection:
        wrong = [_mislabelled(figure, axis, quantity) for figure in _showing(observation, p, quantity)]
        if None in wrong:
            return None
        return "axis label", Message(
            (wrong[0] if wrong else None) or f"The {axis} axis has no label.",
            f"A reader must know that this axis shows the {word}, and in which unit its numbers are.",
            f"Name the {word} and put the unit in brackets; in SI units it is {si}.",
        )

    return rule


def _showing(observation: Observation, p: Parameters, quantity: AxisQuantity) -> list[dict]:
    """The figures that may be the one asked for: the fullest, and all others with a value at most time steps."""
    full = figures(observation)
    return full[:1] + [figure for figure in full[1:] if _per_step(in_si(figure, quantity), p) > 0.9]


def _mislabelled(figure: dict, axis: str, quantity: AxisQuantity) -> str | None:
    """What is wrong with a label, if anything."""
    label = figure[f"{axis}label"]
    declared = unit(label, quantity)
    if not label or label == "Ellipsis":
        return f"The {axis} axis has no label."
    if declared is None:
        return f"The label of the {axis} axis, “{label}”, gives no unit."
    if not names(label, quantity):
        return f"The label of the {axis} axis, “{label}”, does not name the quantity, in English or by its symbol."
    if not _fits(figure, axis, declared[1], quantity):
        return f"The label of the {axis} axis says {declared[0]}, but its numbers are not in {declared[0]}."
    return None


def _fits(figure: dict, axis: str, scale: float, quantity: AxisQuantity) -> bool:
    """Whether the numbers, times the label's factor, have the size that the quantity has in this model."""
    values = np.abs(np.concatenate([artist[axis] for artist in figure["artists"]]).astype(float)) * scale
    values = values[np.isfinite(values) & (values > 0)]
    if not values.size:
        return True
    low, high = quantity.sizes
    return bool(low < np.median(values) < high)


def titled(quantity: AxisQuantity) -> Rule:
    """The figure that shows ``quantity`` has a title."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        if any(figure["title"].strip() not in ("", "Ellipsis") for figure in _showing(observation, p, quantity)):
            return None
        return "no title", Message(
            "The figure has no title.", "A title says what the figure shows.", "Give plt.title a text in quotes."
        )

    return rule


def legend(fewest: int, most: int) -> Rule:
    """The number of different entries of the legend."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        entries = [text for figure in figures(observation) for text in figure["legend"] if text.strip()]
        if len(set(entries)) >= fewest and len(entries) <= most:
            return None
        if len(entries) > most:
            return "legend too long", Message(
                f"The legend has {len(entries)} entries.",
                "A label on a plot command of many traces labels each of them.",
                "Label one trace only.",
            )
        return "legend", Message(
            f"The legend has {len(set(entries))} different entries; {fewest} are expected.",
            "A line gets an entry by the label argument of its plot command, once plt.legend() is called.",
            "Give the mean, and one of the two curves beside it, a label, before the legend is made.",
        )

    return rule


def draws_own(name: str, quantity: AxisQuantity) -> Rule:
    """The answer's own array ``name`` is drawn against the times of the steps: each realization, if it has several."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        values = as_array(observation.variables.get(name))
        tables = [table for figure in figures(observation) for table in bands(figure, quantity, can_be_seen)]
        if values is None or not tables:
            return "nothing drawn", Message(
                f"There is no `{name}`, or nothing drawn.", f"The figure shows `{name}`.", "Fill in the plot command."
            )
        steps = np.arange(p.step_end, dtype=float)
        timed = [table for table in tables if close(table[0] / p.dt, steps, 1e-4)]
        for rows in (np.atleast_2d(values), np.atleast_2d(values).T):
            if any(_same_rows(table[1 : len(rows) + 1], rows) for table in timed):
                return None
        return "not against time", Message(
            f"The figure does not show `{name}` against the times of its steps.",
            "plt.plot takes the times first, then the values; of a table it draws each column as a line.",
            f"Check the x values (spacing dt), and whether a column of what you draw is one realization of `{name}`.",
        )

    return rule


def _same_rows(drawn: np.ndarray, expected: np.ndarray) -> bool:
    return drawn.shape == expected.shape and close(np.sort(drawn, axis=0), np.sort(expected, axis=0))


def printed_as(pattern: str, example: str, slip: str = "format code") -> Rule:
    """Every printed line with numbers, if there is any, matches ``pattern``; at least one line a step does."""

    def rule(observation: Observation, p: Parameters) -> Objection:
        lines = [line.rstrip() for line in observation.printed.splitlines() if re.search(r"\d", line)]
        good = [line for line in lines if re.fullmatch(pattern, line)]
        if len(good) >= p.step_end:
            return None
        bad = next((line for line in lines if line not in good), "")
        return slip, Message(
            f"A line reads `{bad[:60]}`." if bad else "Too few lines of numbers are printed.",
            f"It should look like `{example}`: digits, spaces and exponent in the same places.",
            "Check the format code after each colon, and what stands between the two values.",
        )

    return rule
