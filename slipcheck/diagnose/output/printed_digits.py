"""Values that a print shows with too few digits."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.judge import Case
from slipcheck.judge.quantities import NUMBER, Printed

from ..replay import Replay
from .commands_run import Command, code_of, print_commands
from .shown_values import unit_of


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
            values = np.stack(known, axis=1)
            shown = np.array([[float(text) for text in row[first:]] for row in texts])
            for k in range(len(quantity.digits)):
                column = [row[first + k] for row in texts]
                is_shown = not _are_rounded(column, values[:, k]) or quantity.same_column(shown, values, k)
                if not is_shown and _are_right(case, quantity, command, values, k):
                    return _said(case.exercise, replay, command, first + k, column, values[:, k])
    return None


def _are_right(case: Case, quantity: Printed, command: Command, values: np.ndarray, k: int) -> bool:
    """Whether the values of a column that were recorded are those of the reference, in an accepted variant."""
    rows = [execution.number for execution in command.executions]
    run = case.runs[0]
    for change in ({}, *(dict(variant.change) for variant in case.exercise.accepted_variants)):
        expected = np.asarray(case.expected(run, change)[quantity.name], float)
        if len(expected) > max(rows) and quantity.same_column(values, expected[rows], k):
            return True
    return False


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
    shown = np.array([float(text) for text in texts])
    worst = int(np.argmax(np.abs(shown - values)))
    piece = command.pieces[k]
    code = code_of(replay, piece)
    unit = unit_of(exercise, code) if code.isidentifier() else ""
    message = Message(
        f"Line {piece.lineno}: `{code}` is printed with too few digits.",
        f"Its value {values[worst]:.5g} {unit}".rstrip() + f" is shown as {texts[worst]}.",
        "Let the print show more digits of it.",
    )
    return Diagnosis("too few digits", message, spot_of(replay.source, piece))
