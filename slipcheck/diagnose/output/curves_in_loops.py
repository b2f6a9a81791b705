"""Plot commands in a loop that draws one curve, or one point, of an array in each round."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..formulas.pieces import same
from ..lines.answer_line import names_in
from ..replay import Replay
from .commands_run import Command, code_of, expected_values, numbers_of
from .misplaced_commands import shows_one_value
from .piece_values import unit_of


def curve_in_a_loop(exercise: Exercise, replay: Replay, command: Command, outputs: list[Output]) -> Diagnosis | None:
    """What is wrong of a command that draws a part of an array in each round; None where that is not known."""
    if not command.repeats or len(command.pieces) != 2:
        return None
    if shows_one_value(command):
        return next(filter(None, (_steps_for_times(exercise, replay, command, output) for output in outputs)), None)
    return _same_each_time(replay, command)


def _steps_for_times(exercise: Exercise, replay: Replay, command: Command, output: Output) -> Diagnosis | None:
    """The number of the step as x, beside a value that is the right one of this step."""
    rounds = [execution.number for execution in command.executions]
    x, y = (command.values(k) for k in (0, 1))
    expected = expected_values(exercise, command.executions[:1], output.shows[1])
    if y is None or expected is None or expected.size <= max(rounds) or not same(y, expected[rounds]):
        return None
    if x is None or not np.array_equal(x, rounds):
        return None
    line, code = command.node.lineno, code_of(replay, command.pieces[0])
    asked, unit = exercise.words.get(output.shows[0], f"`{output.shows[0]}`"), unit_of(exercise, output.shows[0])
    message = Message(
        f"Line {line}: `{code}` is given to `{command.function}` as x: the number of the step, 0, 1, 2, ...",
        f"Here the command needs the time of this step, in {unit or 's'}.",
        f"Pick the time of this step from {asked}.",
    )
    return Diagnosis("step for time", message, spot_of(replay.source, command.pieces[0]))


def _same_each_time(replay: Replay, command: Command) -> Diagnosis | None:
    """A curve that does not change from round to round."""
    loop = replay.loops_around(command.statement)[0]
    counters = names_in(loop.target) if isinstance(loop, ast.For) else set()
    piece = command.pieces[1]
    first = numbers_of(piece, command.executions[0])
    later = [numbers_of(piece, execution) for execution in command.executions[1:]]
    if first is None or not counters or counters & names_in(piece) or not all(same(other, first) for other in later):
        return None
    code, counter = code_of(replay, piece), sorted(counters)[0]
    message = Message(
        f"Line {command.node.lineno}: `{code}` is the same in every round of the loop of line {loop.lineno}.",
        "So the same curve is drawn again and again.",
        f"`{counter}` changes from round to round. Where does it belong in this line?",
    )
    return Diagnosis("same curve twice", message, spot_of(replay.source, piece))
