"""A piece that a command shows in another unit than the one asked for, or than the label of its axis says."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of

from ..replay import Replay
from .commands_run import axis_label, plot_commands
from .output_piece import OutputPiece
from .piece_values import POWERS, PREFIX, factor_between, unit_of


def in_another_unit(wrong: OutputPiece, value: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """Of a formula, or a name of the student's own, whose values are right but for a power of ten."""
    is_own_name = wrong.code not in {*wrong.exercise.words, *wrong.exercise.loops}
    is_formula = not isinstance(wrong.piece, ast.Name)
    factor = factor_between(value, expected) if is_formula or is_own_name else None
    if factor is None:
        return None
    unit = wrong.exercise.units.get(wrong.text, "")
    is_one_name = wrong.text.isidentifier()
    observed = f"`{wrong.code}` is {POWERS[factor]} {wrong.word if is_one_name else 'what belongs there'}."
    if wrong.is_printed:
        means, advice = f"The exercise asks for it in {unit}.", f"Show {wrong.word} in {unit}."
        return wrong.said("other unit shown", observed, means, advice)
    means = f"These numbers are in {PREFIX[factor]}{unit}."
    advice = f"Draw {wrong.word if is_one_name else 'the values'} in {unit}"
    if f"({unit})" in axis_label(wrong.replay.tree, "xy"[wrong.k]):
        means = f"The label of the axis says {unit}, and these numbers are in {PREFIX[factor]}{unit}."
        advice += ", as the label says"
    return wrong.said("other unit shown", observed, means, f"{advice}.")


def scale(wrong: OutputPiece) -> float:
    """How many times larger the numbers may be, by the label of their axis."""
    return wrong.command.scales[wrong.k] if wrong.k < 2 else 1.0


def is_scaled(wrong: OutputPiece, value: np.ndarray, expected: np.ndarray) -> bool:
    """Whether the numbers are in the unit of a label with a prefix, wrong as they may be."""
    most, needed = (float(np.abs(numbers).max(initial=0)) for numbers in (value, expected))
    return scale(wrong) > 1 and needed > 0 and most / needed > scale(wrong) ** 0.5


def step_beside_the_label(wrong: OutputPiece, value: np.ndarray, expected: np.ndarray) -> str:
    """At which time a step is, in the unit of a label with a prefix, where its number is another."""
    times = expected * scale(wrong)
    is_wrong = np.abs(value - times) > 1e-6 * np.abs(times).max()
    label = axis_label(wrong.replay.tree, "xy"[wrong.k])
    said = f"The label is `{label}`, and a step number has no unit."
    if not is_wrong.any():
        return said
    j = int(np.argmax(is_wrong))
    unit = f"{PREFIX.get(scale(wrong), '')}{unit_of(wrong.exercise, wrong.text) or 's'}"
    sentence = f"{_setting(wrong)}step {value[j]:.0f} is at {times[j]:.5g} {unit}."
    return f"{sentence[0].upper()}{sentence[1:]} {said}"


def _setting(wrong: OutputPiece) -> str:
    """The parameters that make what belongs there, where a run has changed them, in words that begin a sentence."""
    exercise, names = wrong.exercise, wrong.command.executions[0].names
    made_of = [text for equation in exercise.equations if equation.target == wrong.text for text in equation.texts]
    used = {node.id for text in made_of for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    usual = {name: getattr(exercise.parameters, name) for name in exercise.varied_names if name in used}
    changed = [name for name in usual if names.get(name, usual[name]) != usual[name]]
    texts = [f"{name} = {names[name]:.6g} {exercise.units.get(name, '')}".strip() for name in changed]
    return f"With {' and '.join(texts)}, " if texts else ""


def in_the_unit_of_the_label(wrong: OutputPiece, value: np.ndarray, expected: np.ndarray) -> Diagnosis:
    """With the first wrong value, in the unit without its prefix."""
    values = value / scale(wrong)
    j = int(np.argmax(np.abs(values - expected) > 1e-6 * np.abs(expected).max()))
    unit = unit_of(wrong.exercise, wrong.text)
    facts = f"Its first wrong value is {values[j]:.5g} {unit}; it should be {expected[j]:.5g} {unit}."
    observed = f"`{wrong.code}` {wrong.where}, where {wrong.word} belongs."
    factor = factor_between(values, expected)
    if factor is None or isinstance(wrong.piece, ast.Name):
        return wrong.said("other quantity shown", observed, facts, wrong.advice)
    label = axis_label(wrong.replay.tree, "xy"[wrong.k])
    means = f"These numbers are not in the unit of the label, `{label}`."
    return wrong.said("other unit shown", observed, means, f"By which power of ten does that unit differ from {unit}?")


def is_scaled_in_place(replay: Replay, diagnosis: Diagnosis) -> bool:
    """Whether a plot command itself multiplies a value, so that it no longer has the unit of the label."""
    pieces = (piece for command in plot_commands(replay) for piece in command.pieces)
    scaled = (spot_of(replay.source, piece) for piece in pieces if isinstance(piece, ast.BinOp))
    return diagnosis.cause == "other unit shown" and diagnosis.spot in scaled
