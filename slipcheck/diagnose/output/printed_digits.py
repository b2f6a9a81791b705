"""Values that a print shows with too few digits."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.judge import Case
from slipcheck.judge.quantities import NUMBER, Printed

from ..replay import Replay
from .commands_run import Command, code_of, print_commands
from .piece_values import unit_of


def too_few_digits(case: Case, replay: Replay, printed: str) -> Diagnosis | None:
    """The first value that is the right one, and of which the output shows another number."""
    everything = [case.exercise.quantity(name) for part in case.exercise.parts for name in part.quantities]
    quantities = [quantity for quantity in everything if isinstance(quantity, Printed)]
    for command in print_commands(replay):
        texts = _as_printed(command, printed)
        for quantity in quantities[:1] if texts else ():
            first = len(command.pieces) - len(quantity.digits)  # of more columns, the last ones are judged
            columns = [command.values(k) for k in range(max(first, 0), len(command.pieces))]
            known = [values for values in columns if values is not None and values.size == len(texts)]
            if first < 0 or len(known) != len(quantity.digits):
                continue
            right = _right_values(case, quantity, command)
            values = np.stack(known, axis=1)
            k = _shortened_column(quantity, [row[first:] for row in texts], values)
            if k is not None and any(quantity.same_column(values, table, k) for table in right):
                column = [row[first + k] for row in texts]
                return _said(case.exercise, replay, command, first + k, column, values[:, k])
    return None


def _right_values(case: Case, quantity: Printed, command: Command) -> list[np.ndarray]:
    """What the reference has for the executions that were recorded, in each accepted variant."""
    rows = [execution.number for execution in command.executions]
    changes = ({}, *(dict(variant.change) for variant in case.exercise.accepted_variants))
    tables = [np.asarray(case.expected(case.runs[0], change)[quantity.name], float) for change in changes]
    return [table[rows] for table in tables if len(table) > max(rows)]


def _shortened_column(quantity: Printed, texts: list[list[str]], values: np.ndarray) -> int | None:
    """The first column that shows the values with fewer digits, so that they are other numbers."""
    printed = np.array([[float(text) for text in row] for row in texts])
    for k in range(len(quantity.digits)):
        is_rounded = _are_rounded([row[k] for row in texts], values[:, k])
        if is_rounded and not quantity.same_column(printed, values, k):
            return k
    return None


def _as_printed(command: Command, printed: str) -> list[list[str]]:
    """The numbers in the line of the output of each execution, where no other command prints numbers."""
    rows = [numbers for line in printed.splitlines() if (numbers := NUMBER.findall(line))]
    last = max(execution.number for execution in command.executions)
    is_its_own = last < len(rows) and all(len(row) == len(command.pieces) for row in rows)
    return [rows[execution.number] for execution in command.executions] if is_its_own else []


def _are_rounded(texts: list[str], values: np.ndarray) -> bool:
    """Whether each number is the value with fewer digits."""
    pairs = zip(texts, values, strict=True)
    return all(abs(float(text) - value) <= _last_digit(text) for text, value in pairs)


def _last_digit(text: str) -> float:
    """What the last digit of a printed number counts.

    >>> _last_digit("0.05"), _last_digit("3"), _last_digit("2.5e-10")
    (0.01, 1.0, 1e-11)
    """
    mantissa, _, exponent = text.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(f"1e{int(exponent or 0) - decimals}")


def _said(
    exercise: Exercise, replay: Replay, command: Command, k: int, texts: list[str], values: np.ndarray
) -> Diagnosis:
    """With the value that is farthest from what is shown."""
    printed = np.array([float(text) for text in texts])
    worst = int(np.argmax(np.abs(printed - values)))
    piece = command.pieces[k]
    code = code_of(replay, piece)
    unit = unit_of(exercise, code) if code.isidentifier() else ""
    message = Message(
        f"Line {piece.lineno}: `{code}` is printed with too few digits.",
        f"Its value {values[worst]:.5g} {unit}".rstrip() + f" is shown as {texts[worst]}.",
        "Let the print show more digits of it" + (", in exponential notation." if not printed[worst] else "."),
    )
    return Diagnosis("too few digits", message, spot_of(replay.source, piece))
