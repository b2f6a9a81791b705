"""Rules about the labels of axes: they name the quantity and the unit of the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from slipcheck.exercise import Message, Parameters
from slipcheck.observe import Observation

from .figure_tables import fits
from .label_text import AxisQuantity, names_quantity, odd_case, second_unit, unit, unit_at_the_end, unit_in_brackets
from .rules import Objection, Rule, showing, why_unread

TIMES = 5  # equal steps that are no accident


def labelled(
    axis: str,
    quantity: AxisQuantity,
    quantities: tuple[AxisQuantity, ...] = (),
    beside: AxisQuantity | None = None,
) -> Rule:
    """The label of axis x or y names its quantity, and the unit that its numbers are in.

    ``quantities`` are those that the course's axes can show: by them a label of another one is known. ``beside`` is
    what the other axis of the figure shows.
    """
    others = tuple(other for other in quantities if other is not quantity)

    def rule(observation: Observation, p: Parameters) -> Objection:
        shown = [_upright(figure, p) for figure in showing(observation, p, quantity)]
        wrong = [_mislabelled(figure, axis, quantity, others, beside) for figure in shown]
        if not wrong:
            return _nothing_drawn(observation, axis) or _no_label(axis, quantity)
        return None if None in wrong else wrong[0]

    return rule


def _upright(figure: dict[str, Any], p: Parameters) -> dict[str, Any]:
    """The figure; where the times are given as y, with x and y exchanged: labels are judged by what belongs there."""
    values = {name: np.concatenate([np.ravel(artist[name]) for artist in figure["artists"]]) for name in "xy"}
    if not _are_times(values["y"], p) or _are_times(values["x"], p):
        return figure
    return {**figure, "artists": [{**artist, "x": artist["y"], "y": artist["x"]} for artist in figure["artists"]]}


def _are_times(values: np.ndarray, p: Parameters) -> bool:
    """Whether these are times of steps, in seconds."""
    steps = values.astype(float) / p.dt
    return len(np.unique(steps)) > TIMES and bool((np.abs(steps - np.round(steps)) < 1e-6).all() and steps.max() > 1)


def odd_units(axis: str, quantity: AxisQuantity) -> Callable[[Observation, Parameters], str | None]:
    """A note on a unit that is written with a wrong capital letter, or a wrong small one."""

    def note(observation: Observation, p: Parameters) -> str | None:
        for figure in showing(observation, p, quantity):
            written = odd_case(figure[f"{axis}label"], quantity)
            if written is not None:
                right = written[:-1] + quantity.unit
                return (
                    f"The unit of the {axis} axis is written `{right}`: capital and small letters are different units."
                )
        return None

    return note


def _nothing_drawn(observation: Observation, axis: str) -> Objection:
    """Where a figure has the label, and nothing that it could be the label of."""
    if not any(figure[f"{axis}label"] for figure in observation.figures):
        return None
    means = "A label is judged together with the points or lines of its figure."
    advice = "Which plot command draws them?"
    return "nothing drawn", Message("The figure holds no points and no lines.", means, advice)


def _no_label(axis: str, quantity: AxisQuantity) -> tuple[str, Message]:
    return "axis label", Message(
        f"The {axis} axis has no label.",
        f"A reader must know that this axis shows the {quantity.name}, and in which unit.",
        f"Give plt.{axis}label a text: the quantity, and its unit in brackets.",
    )


def _mislabelled(
    figure: dict[str, Any],
    axis: str,
    quantity: AxisQuantity,
    others: tuple[AxisQuantity, ...],
    beside: AxisQuantity | None,
) -> Objection:
    """What is wrong with a label, if anything."""
    label = figure[f"{axis}label"]
    other_label = figure["ylabel" if axis == "x" else "xlabel"]
    why = why_unread(figure, f"{axis}label")
    if why is not None:
        return "label not readable", Message(f"The label of the {axis} axis cannot be read.", *why)
    if not label or label == "Ellipsis":
        return _no_label(axis, quantity)
    declared = unit(label, quantity)
    is_named = names_quantity(label, quantity)
    said = f"The label of the {axis} axis is “{label}”."
    name = f"{quantity.name[0].upper()}{quantity.name[1:]}"
    other = next((other for other in others if names_quantity(label, other) and unit(label, other)), None)
    if other is not None and not (declared and is_named):
        if other is beside and names_quantity(other_label, quantity) and unit(other_label, quantity):
            return "labels exchanged", Message(
                "The two axis labels are exchanged.",
                f"The {axis} axis shows the {quantity.name}, and its label names the {other.name}.",
                "Exchange the two texts.",
            )
        return "wrong quantity", Message(
            said,
            f"It names the {other.name}; this axis shows the {quantity.name}.",
            "Name what is drawn, with its unit.",
        )
    if other is not None:
        return "two quantities", Message(
            said,
            f"It names the {quantity.name} and the {other.name}; an axis shows one quantity.",
            f"Name the {quantity.name} alone, with its unit.",
        )
    if declared is None:
        return _wrong_unit(label, said, axis, quantity, others)
    if not is_named:
        return "quantity not named", Message(
            said,
            f"It does not name the {quantity.name}, in words or by its symbol.",
            f"{name} and unit make a complete label.",
        )
    second = second_unit(label, quantity)
    if second:
        return "wrong unit", Message(
            said,
            f"“{second}” follows the unit {declared[0]}. The numbers on an axis have one unit.",
            "Name the unit of the numbers alone.",
        )
    asked = declared[1] == 1  # the unit that the text asks for: then the numbers are wrong, and not the label
    if not asked and not fits(figure, axis, declared[1], quantity):
        return not_of_the_label(axis, label, declared[0])
    return None


def not_of_the_label(axis: str, label: str, declared: str) -> tuple[str, Message]:
    """Of numbers that are not in the unit that their label says."""
    power = " Matplotlib writes a power of ten at the end of the axis by itself." if "10" in declared else ""
    return "unit of the label", Message(
        f"The label of the {axis} axis is “{label}”.",
        f"It says {declared}, but the numbers on this axis are not in {declared}.{power}",
        "Which unit do the numbers have that you draw? The label should name that unit.",
    )


def _wrong_unit(
    label: str, said: str, axis: str, quantity: AxisQuantity, others: tuple[AxisQuantity, ...]
) -> tuple[str, Message]:
    """Where a label gives no unit of its quantity: another's, something else in brackets, or none."""
    written = unit_in_brackets(label)
    too = "" if names_quantity(label, quantity) else f" Name the {quantity.name} too."
    other = next((other for other in others if unit(label, other)), None)
    if other is not None:
        declared = unit(label, other)
        text = declared[0] if declared else other.unit
        means = f"{text} is a unit of the {other.name}; this axis shows the {quantity.name}."
        return "wrong unit", Message(said, means, f"Which unit do the numbers have?{too}")
    is_argument = any(re.fullmatch(f"(?i){other.names}", written) for other in others)  # as the t of f(t)
    if written and not is_argument:
        means = f"The check does not know “{written}” as a unit of these numbers."
        return "wrong unit", Message(said, means, f"Which unit do the numbers on this axis have?{too}")
    if _is_a_unit(label, quantity):
        means = f"It gives a unit alone. A reader must know that this axis shows the {quantity.name}."
        return "quantity not named", Message(said, means, "Name the quantity first, and put the unit in brackets.")
    last = unit_at_the_end(label, quantity)
    if last:
        means = f"Nothing shows a reader that “{last}” is a unit here."
        return "no unit", Message(said, means, f"Put the unit in brackets.{too}")
    if too:
        means = f"It names neither the {quantity.name} nor a unit of it."
        return "no unit", Message(said, means, "A label needs both: the quantity, and its unit in brackets.")
    means = f"It gives no unit. A reader must know in which unit the {quantity.name} is."
    return "no unit", Message(said, means, "Put the unit in brackets at the end of the label.")


def _is_a_unit(label: str, quantity: AxisQuantity) -> bool:
    """Whether the label is a unit of the quantity, and nothing else."""
    return unit(f"({label.strip()})", quantity) is not None and not names_quantity(label, quantity)
