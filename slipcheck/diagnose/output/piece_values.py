"""What is known of a piece that a command shows: its size, its unit, and what else has its values."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import joined, same
from ..values import size_of, value_of
from .commands_run import Command, code_of, expected_values, flattened, numbers_of, values_by_name
from .output_piece import OutputPiece

POWERS = {
    1e3: "a thousand times",
    1e-3: "a thousandth of",
    1e6: "a million times",
    1e9: "a billion times",
    1e12: "1e12 times",
}
PREFIX = {1e3: "m", 1e-3: "k", 1e6: "µ", 1e9: "n", 1e12: "p"}  # of the unit in which the number is so many times larger


def typed_before(command: ast.AST, piece: ast.expr) -> str:
    """Digits in an f-string that stand right in front of a piece in curly brackets."""
    for text in (node for node in ast.walk(command) if isinstance(node, ast.JoinedStr)):
        for before, value in pairwise(text.values):
            is_piece = isinstance(value, ast.FormattedValue) and value.value is piece
            match = re.search(r"[\d.]+$", str(before.value)) if isinstance(before, ast.Constant) and is_piece else None
            if match is not None:
                return match[0]
    return ""


def sizes(exercise: Exercise, command: Command, k: int, text: str) -> tuple[str, str]:
    """How much the piece holds, and how much is needed."""
    execution = command.executions[0]
    value = execution.value(command.pieces[k])
    if isinstance(value, dict):
        have = size_of(np.broadcast_to(0.0, value.get("shape") or np.shape(value.get("array", 0.0))))
    else:
        have = size_of(value if value is not None else value_of(command.pieces[k], execution.names))
    needed = evaluated(course_formula(text), values_by_name(exercise, execution))
    return have, size_of(needed)


def shown_by_others(exercise: Exercise, output: Output, k: int) -> list[str]:
    """What the other commands of this kind show at this place."""
    return [other.shows[k] for other in exercise.outputs if other.command == output.command and other is not output]


def are_steps(exercise: Exercise, piece: ast.expr, value: np.ndarray) -> bool:
    """Whether a piece counts the steps, as a formula of a loop's counter or an array does."""
    counters = {node.id for node in ast.walk(piece) if isinstance(node, ast.Name)} & set(exercise.loops)
    if counters and not isinstance(piece, ast.Name):
        return bool(np.array_equal(value, np.round(value)))
    steps = np.arange(value.size)
    if any(isinstance(node, ast.Div) for node in ast.walk(piece)) and not any(map(is_typed_number, parts_of(piece))):
        is_counted = value.size > 2 and np.allclose(value[:3], steps[:3], 0, 1e-9)  # later ones may be left out
        return bool(is_counted and np.allclose(value, np.round(value), 0, 1e-9))
    is_counted = value.size > 2 and np.array_equal(value[:3], steps[:3])  # later ones may be left out
    return bool(is_counted and np.array_equal(value, np.round(value)) and (np.diff(value) > 0).all())


def parts_of(piece: ast.expr) -> list[ast.expr]:
    """The expressions in a piece."""
    return [node for node in ast.walk(piece) if isinstance(node, ast.expr)]


def counts_with(value: np.ndarray, expected: np.ndarray) -> bool:
    """Whether whole numbers grow as the expected values do: the numbers of the steps beside their times."""
    are_whole = value.size > 2 and bool(np.array_equal(value, np.round(value)))
    return are_whole and bool(value[-1]) and same(value * (expected[-1] / value[-1]), expected)


def is_typed_number(piece: ast.expr) -> bool:
    """Whether a piece is a number that is typed, with a sign or without."""
    inside = piece.operand if isinstance(piece, ast.UnaryOp) else piece
    return isinstance(inside, ast.Constant)


def unit_of(exercise: Exercise, text: str) -> str:
    """Of what an output shows: that of all its names."""
    names = [node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)]
    units = {exercise.units[name] for name in names if name in exercise.units}
    return exercise.units.get(text) or (units.pop() if len(units) == 1 else "")


def factor_between(value: np.ndarray, expected: np.ndarray) -> float | None:
    return next((factor for factor in POWERS if np.any(expected) and same(value, expected, factor)), None)


def known_as(exercise: Exercise, command: Command, k: int, output: Output) -> str | None:
    """The name that the course has a word for and whose values the piece has."""
    for name in exercise.words:
        if name in output.shows and output.shows.index(name) == k:
            continue
        if name not in _of_the_exercise(exercise):
            continue
        expected = joined([flattened(execution.names.get(name)) for execution in command.executions])
        if expected is not None and np.ptp(expected) > 0 and same(command.values(k), expected):
            return name
        piece = command.pieces[k]
        if isinstance(piece, ast.Attribute) and piece.attr == "T" and f"{name}.T" != output.shows[k]:
            piece = piece.value
        if isinstance(piece, ast.Name) and piece.id == name:
            return name
    return None


def _of_the_exercise(exercise: Exercise) -> set[str]:
    """The names to which the exercise gives a meaning; others may hold anything."""
    made = {equation.target for equation in exercise.equations}
    return {*made, *exercise.given, *exercise.loops, *exercise.counts, *exercise.times}


def with_verb(size: str) -> str:
    """A size with its verb."""
    return f"{'is' if size == 'one number' else 'has'} {size}"


def different_for_equal(wrong: OutputPiece) -> Diagnosis | None:
    """Many different x values for values of which all belong to the same x."""
    for execution in wrong.command.executions if wrong.k == 0 and not wrong.is_printed else ():
        value, expected = numbers_of(wrong.piece, execution), expected_values(wrong.exercise, [execution], wrong.text)
        if value is None or expected is None or value.size < 2 or np.ptp(expected) or not np.ptp(value):
            continue
        y = code_of(wrong.replay, wrong.command.pieces[1])
        count = len(np.unique(value))
        observed = f"`{wrong.code}` {wrong.where}. It holds {count} different values in one round."
        means = f"All values of `{y}` belong to the same time, so in each round all of them need the same x value."
        advice, made = "Repeat the time of this round, once for each of these values.", wrong.maker()
        if made is not None and not wrong.replay.loops_around(made):  # whatever it holds, no round changes it
            means = f"Line {made.lineno} makes it once, before the loop. {means}"
        elif made is not None:
            observed = f"Line {made.lineno}: `{wrong.code}` gets {count} different values in one round."
            means = f"Line {wrong.command.node.lineno} takes them as x. {means}"
            spot = spot_of(wrong.replay.source, getattr(made, "value", made))
            return Diagnosis("different times", Message(observed, means, advice), spot)
        return wrong.said("different times", observed, means, advice)
    return None
