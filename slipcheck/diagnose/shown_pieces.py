"""A piece that a print or plot command shows and that is not what belongs there."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from .commands_run import Command, code_of, expected_values, flattened, names_in, numbers_of, shows_value
from .formulas.pieces import called, joined, same
from .replay import Replay
from .values import evaluated, size_of, value_of

POWERS = {
    1e3: "a thousand times",
    1e-3: "a thousandth of",
    1e6: "a million times",
    1e9: "a billion times",
    1e12: "1e12 times",
}


def wrong_piece(exercise: Exercise, replay: Replay, command: Command, output: Output, k: int) -> Diagnosis | None:
    text = output.shows[k]
    piece = command.pieces[k]
    code = code_of(replay, piece)
    word = exercise.words.get(text, f"`{text}`")
    is_print = output.command == "print"
    where = "is printed" if is_print else f"is given to plt.plot as {'x' if k == 0 else 'y'}"
    spot = spot_of(replay.source, piece)
    line = command.node.lineno
    value, expected = command.values(k), expected_values(exercise, command.executions, text)
    if value is None or expected is None or not np.isfinite(expected).all():
        return None
    if value.size != expected.size:
        if is_print or len(replay.loops_around(command.statement)) < output.depth:
            return None
        first, need = _sizes(exercise, command, k, text)
        message = Message(
            f"Line {line}: `{code}` has {first}; {word} has {need}.",
            f"`{code}` {where}, where {word} belongs.",
            _advice(text, word),
        )
        return Diagnosis("other values shown", message, spot)
    twice = next((t for t in _others(exercise, output, k) if shows_value(exercise, command, k, t)), None)
    if twice is not None and not text.isidentifier():
        again = exercise.words.get(twice, f"`{twice}`")
        advice = "Compare it with your other plot commands, sign by sign."
        if isinstance(piece, ast.Name):
            advice = f"Follow `{code}` through the lines above: what does it hold when this line draws it?"
        message = Message(
            f"Line {line}: `{code}` is {again}, which another line draws already.",
            f"The curve of {word} is missing.",
            advice,
        )
        return Diagnosis("same curve twice", message, spot)
    if isinstance(piece, ast.Call) and called(piece) in ("round", "int"):
        message = Message(
            f"Line {line}: `{called(piece)}` changes the value.",
            f"Rounding leaves little or nothing of so small a number as {word}.",
            "Show the value as it is; a format can shorten it.",
        )
        return Diagnosis("rounded", message, spot)
    if not is_print and k == 0 and text not in exercise.loops and _are_steps(exercise, piece, value):
        message = Message(
            f"Line {line}: `{code}` {where}: the numbers of the steps, 0, 1, 2, ...",
            f"The x axis should show {word}, in {_unit(exercise, text) or 's'}.",
            _advice(text, word),
        )
        return Diagnosis("step for time", message, spot)
    factor = _factor(value, expected) if not isinstance(piece, ast.Name) else None
    other = _known_as(exercise, command, k, output) if factor is None else None
    if factor is not None:
        unit = exercise.units.get(text, "")
        message = Message(
            f"Line {line}: `{code}` is {POWERS[factor]} {word}.",
            f"The exercise asks for it in {unit}."
            if is_print
            else f"The label of the axis says {unit}, and these numbers are in another unit.",
            f"Show {word} in {unit}." if is_print else "Change either the numbers or the unit in the label.",
        )
        return Diagnosis("other unit shown", message, spot)
    if other is not None:
        what = exercise.words.get(other, f"`{other}`")
        is_name = isinstance(piece, ast.Name) and piece.id == other
        observed = f"`{code}` {where}, where {word} belongs." if is_name else f"`{code}` {where}. It is {what}."
        means = f"`{code}` is {what}." if is_name else f"{word[0].upper()}{word[1:]} belongs there."
        typed = _typed_before(command.node, piece)
        if typed:
            means += f" The digits `{typed}` in front of it are typed."
        message = Message(f"Line {line}: {observed}", means, _advice(text, word))
        return Diagnosis("other quantity shown", message, spot)
    return _unknown_piece(exercise, command, k, text, code, where, word, spot)


def _typed_before(command: ast.AST, piece: ast.expr) -> str:
    """Digits in an f-string that stand right in front of a piece in curly brackets."""
    for text in (node for node in ast.walk(command) if isinstance(node, ast.JoinedStr)):
        for before, value in pairwise(text.values):
            is_piece = isinstance(value, ast.FormattedValue) and value.value is piece
            match = re.search(r"[\d.]+$", str(before.value)) if isinstance(before, ast.Constant) and is_piece else None
            if match is not None:
                return match[0]
    return ""


def _advice(text: str, word: str) -> str:
    return f"Which name holds {word}?" if text.isidentifier() else f"Give the command {word} there."


def _unknown_piece(exercise, command, k, text, code, where, word, spot) -> Diagnosis:  # type: ignore[no-untyped-def]
    unit = _unit(exercise, text)
    for execution in command.executions:
        value, expected = numbers_of(command.pieces[k], execution), expected_values(exercise, [execution], text)
        if value is not None and expected is not None and np.isfinite(expected).all() and not same(value, expected):
            j = int(np.argmax(np.abs(value - expected) > 1e-6 * np.abs(expected).max()))
            step = execution.names.get("step")
            at = f"At step {step} " if isinstance(step, int) and command.repeats else "Its first wrong value: "
            facts = f"{at}it is {value[j]:.5g} {unit}; {word} is {expected[j]:.5g} {unit}."
            if len(expected) > 1 and at.startswith("At"):
                facts = f"{at}its first wrong value is {value[j]:.5g} {unit}; it should be {expected[j]:.5g} {unit}."
            facts = facts.replace(" ;", ";").replace(" .", ".")
            message = Message(
                f"Line {command.node.lineno}: `{code}` {where}, where {word} belongs.",
                facts,
                _advice(text, word),
            )
            return Diagnosis("other quantity shown", message, spot)
    return Diagnosis(
        "other quantity shown", Message(f"Line {command.node.lineno}: `{code}` is not {word}.", "", ""), spot
    )


def _sizes(exercise: Exercise, command: Command, k: int, text: str) -> tuple[str, str]:
    """How much the piece holds, and how much is needed."""
    execution = command.executions[0]
    value = execution.value(command.pieces[k])
    if isinstance(value, dict):
        have = size_of(np.broadcast_to(0.0, value.get("shape") or np.shape(value.get("array", 0.0))))
    else:
        have = size_of(value if value is not None else value_of(command.pieces[k], execution.names))
    needed = evaluated(ast.parse(text, mode="eval").body, names_in(exercise, execution))
    return have, size_of(needed)


def _others(exercise: Exercise, output: Output, k: int) -> list[str]:
    """What the other commands of this kind show at this place."""
    return [other.shows[k] for other in exercise.outputs if other.command == output.command and other is not output]


def _are_steps(exercise: Exercise, piece: ast.expr, value: np.ndarray) -> bool:
    """Whether a piece counts the steps, as a formula of a loop's counter or an array does."""
    counters = {node.id for node in ast.walk(piece) if isinstance(node, ast.Name)} & set(exercise.loops)
    if counters and not isinstance(piece, ast.Name):
        return bool(np.array_equal(value, np.round(value)))
    return value.size > 2 and bool(np.array_equal(value, np.arange(value.size)))


def _unit(exercise: Exercise, text: str) -> str:
    """Of what an output shows: that of all its names."""
    names = [node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)]
    units = {exercise.units[name] for name in names if name in exercise.units}
    return exercise.units.get(text) or (units.pop() if len(units) == 1 else "")


def _factor(value: np.ndarray, expected: np.ndarray) -> float | None:
    return next((factor for factor in POWERS if np.any(expected) and same(value, expected, factor)), None)


def _known_as(exercise: Exercise, command: Command, k: int, output: Output) -> str | None:
    """The name that the course has a word for and whose values the piece has."""
    for name in exercise.words:
        if name in output.shows and output.shows.index(name) == k:
            continue
        if not name.isidentifier():
            continue
        expected = joined([flattened(execution.names.get(name)) for execution in command.executions])
        if expected is not None and np.ptp(expected) > 0 and same(command.values(k), expected):
            return name
        if isinstance(command.pieces[k], ast.Name) and command.pieces[k].id == name:  # type: ignore[attr-defined]
            return name
    return None
