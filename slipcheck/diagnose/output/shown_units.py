"""A piece that a command shows in another unit than the one asked for, or than the label of its axis says."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis

from .commands_run import axis_label
from .shown import Shown
from .shown_values import POWERS, PREFIX, factor_between, unit_of


def in_another_unit(shown: Shown, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """Of a formula whose values are right but for a power of ten."""
    factor = factor_between(value, expected) if not isinstance(shown.piece, ast.Name) else None
    if factor is None:
        return None
    unit = shown.exercise.units.get(shown.text, "")
    is_one_name = shown.text.isidentifier()
    observed = f"`{shown.code}` is {POWERS[factor]} {shown.word if is_one_name else 'what belongs there'}."
    if shown.is_printed:
        means, advice = f"The exercise asks for it in {unit}.", f"Show {shown.word} in {unit}."
        return shown.said("other unit shown", observed, means, advice)
    means = f"These numbers are in {PREFIX[factor]}{unit}."
    advice = f"Draw {shown.word if is_one_name else 'the values'} in {unit}"
    if f"({unit})" in axis_label(shown.replay.tree, "xy"[shown.k]):
        means = f"The label of the axis says {unit}, and these numbers are in {PREFIX[factor]}{unit}."
        advice += ", as the label says"
    return shown.said("other unit shown", observed, means, f"{advice}.")


def scale(shown: Shown) -> float:
    """How many times larger the numbers may be, by the label of their axis."""
    return shown.command.scales[shown.k] if shown.k < 2 else 1.0


def is_scaled(shown: Shown, value: np.ndarray, expected: np.ndarray) -> bool:
    """Whether the numbers are in the unit of a label with a prefix, wrong as they may be."""
    most, needed = (float(np.abs(numbers).max(initial=0)) for numbers in (value, expected))
    return scale(shown) > 1 and needed > 0 and most / needed > scale(shown) ** 0.5


def in_the_unit_of_the_label(shown: Shown, value: np.ndarray, expected: np.ndarray) -> Diagnosis:
    """With the first wrong value, in the unit without its prefix."""
    values = value / scale(shown)
    j = int(np.argmax(np.abs(values - expected) > 1e-6 * np.abs(expected).max()))
    unit = unit_of(shown.exercise, shown.text)
    facts = f"Its first wrong value is {values[j]:.5g} {unit}; it should be {expected[j]:.5g} {unit}."
    observed = f"`{shown.code}` {shown.where}, where {shown.word} belongs."
    factor = factor_between(values, expected)
    if factor is None or isinstance(shown.piece, ast.Name):
        return shown.said("other quantity shown", observed, facts, shown.advice)
    label = axis_label(shown.replay.tree, "xy"[shown.k])
    means = f"These numbers are not in the unit of the label, `{label}`."
    return shown.said("other unit shown", observed, means, f"By which power of ten does that unit differ from {unit}?")
