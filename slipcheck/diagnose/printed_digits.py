"""Values that a print shows with too few digits."""

from __future__ import annotations

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message
from slipcheck.judge.quantities import NUMBER, Printed

from .commands_run import Command, code_of, print_commands, shows_output
from .replay import Replay
from .shown_values import unit_of


def too_few_digits(exercise: Exercise, replay: Replay, printed: str) -> Diagnosis | None:
    """The first value that is right, and of which the output shows another number."""
    everything = [exercise.quantity(name) for part in exercise.parts for name in part.quantities]
    quantities = [quantity for quantity in everything if isinstance(quantity, Printed)]
    outputs = [output for output in exercise.outputs if output.command == "print"]
    for command in print_commands(replay):
        quantity = next((quantity for quantity in quantities if len(quantity.digits) == len(command.pieces)), None)
        if quantity is None or not any(shows_output(exercise, command, output) for output in outputs):
            continue
        texts = _as_printed(command, printed)
        for k in range(len(command.pieces)) if texts else ():
            values = command.values(k)
            if values is None or values.size != len(texts):
                continue
            shown = np.array([float(row[k]) for row in texts])
            table, right = (np.tile(column[:, None], len(quantity.digits)) for column in (shown, values))
            is_rounded = all(
                abs(number - value) <= _last_digit(row[k])
                for row, number, value in zip(texts, shown, values, strict=True)
            )
            if is_rounded and not quantity.same_column(table, right, k):
                return _said(exercise, replay, command, k, [row[k] for row in texts], values)
    return None


def _as_printed(command: Command, printed: str) -> list[list[str]]:
    """The numbers in the line of the output of each execution, where no other command prints numbers."""
    rows = [numbers for line in printed.splitlines() if (numbers := NUMBER.findall(line))]
    last = max(execution.number for execution in command.executions)
    is_its_own = last < len(rows) and all(len(row) == len(command.pieces) for row in rows)
    return [rows[execution.number] for execution in command.executions] if is_its_own else []


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
        f"Line {command.node.lineno}: `{code}` is printed with too few digits.",
        f"Its value {values[worst]:.5g} {unit}".rstrip() + f" is shown as {texts[worst]}.",
        "Let the print show more digits of it.",
    )
    return Diagnosis("too few digits", message, spot_of(replay.source, piece))
