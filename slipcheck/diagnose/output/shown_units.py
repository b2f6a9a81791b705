"""A piece that a command shows in another unit than the one asked for, or than the label of its axis says."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis

from .commands_run import axis_label
from .shown import Shown
from .shown_values import POWERS, PREFIX, factor_between, unit_of


def in_another_unit(shown: Shown, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """Of a formula, or a printed name of the student's own, whose values are right but for a power of ten."""
    is_own_name = shown.is_printed and shown.code not in {*shown.exercise.words, *shown.exercise.loops}
    is_formula = not isinstance(shown.piece, ast.Name)
    factor = factor_between(value, expected) if is_formula or is_own_name else None
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


def step_beside_the_label(shown: Shown, value: np.ndarray, expected: np.ndarray) -> str:
    """At which time a step is, in the unit of a label with a prefix, where its number is another."""
    times = expected * scale(shown)
    wrong = np.abs(value - times) > 1e-6 * np.abs(times).max()
    label = axis_label(shown.replay.tree, "xy"[shown.k])
    said = f"The label is `{label}`, and a step number has no unit."
    if not wrong.any():
        return said
    j = int(np.argmax(wrong))
    unit = f"{PREFIX.get(scale(shown), '')}{unit_of(shown.exercise, shown.text) or 's'}"
    sentence = f"{_setting(shown)}step {value[j]:.0f} is at {times[j]:.5g} {unit}."
    return f"{sentence[0].upper()}{sentence[1:]} {said}"


def _setting(shown: Shown) -> str:
    """The parameters that make what belongs there, where a run has changed them, in words that begin a sentence."""
    exercise, names = shown.exercise, shown.command.executions[0].names
    made_of = [text for equation in exercise.equations if equation.target == shown.text for text in equation.texts]
    used = {node.id for text in made_of for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    usual = {name: getattr(exercise.parameters, name) for name in exercise.varied_names if name in used}
    changed = [name for name in usual if names.get(name, usual[name]) != usual[name]]
    texts = [f"{name} = {names[name]:.6g} {exercise.units.get(name, '')}".strip() for name in changed]
    return f"With {' and '.join(texts)}, " if texts else ""


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
