"""The cell with what is right in the place of what a diagnosis marks, as the course has it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from slipcheck.diagnosis import Diagnosis, Spot, spot_of
from slipcheck.exercise import Exercise

from .formulas.pieces import called
from .lines.wrong_line import WrongLine
from .output.commands_run import plot_commands, print_commands
from .repaired_line import with_its_formula
from .replay import Replay
from .second_stop import repaired_piece, with_piece


def repaired_by_course(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], exercise: Exercise, replay: Replay
) -> list[str]:
    """The cell with what is right in the place of what the diagnosis marks."""
    spot = diagnosis.spot
    if spot is None:
        return []
    exactly = repaired_piece(replay.source, diagnosis)
    if exactly is not None:
        return [exactly]
    valued = [line for line in lines if not line.is_misplaced and line.is_at(spot.line)]
    if diagnosis.cause == "axes swapped":
        return _with_axes_exchanged(replay, spot)
    if diagnosis.cause == "x missing":
        return _with_x(replay, spot, exercise)
    return (
        with_its_formula(replay.source, valued[0])
        if valued
        else _with_what_is_asked(replay.source, spot, exercise, replay)
    )


def with_the_right_piece(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], known: AbstractSet[str], source: str
) -> str | None:
    """The cell with the course's name, or number, in the place of the marked one; None where that is not all."""
    spot = diagnosis.spot
    if spot is None:
        return None
    for line in lines:
        right = line.fault.right
        is_known = right in known or not right.isidentifier()
        if right and is_known and spot_of(source, line.fault.node) == spot:
            return with_piece(source, spot, right)
    return None


def _with_what_is_asked(source: str, spot: Spot, exercise: Exercise, replay: Replay) -> list[str]:
    """The cell with what the exercise asks for in the place of the marked piece that a command draws or prints.

    In the ``source`` another line may be repaired already.
    """
    rows = source.split("\n")
    before, _, after = spot.pieces
    texts = []
    for command in (*plot_commands(replay), *print_commands(replay)):
        asked = [output.shows for output in exercise.outputs if output.command == called(command.node)]
        for k, piece in enumerate(command.pieces):
            if spot_of(replay.source, piece) == spot:
                shows = dict.fromkeys(each[k] for each in asked if k < len(each))
                changed = [f"{before}{text}{after}" for text in shows]
                texts += ["\n".join([*rows[: spot.line - 1], row, *rows[spot.line :]]) for row in changed]
    return texts


def _with_axes_exchanged(replay: Replay, spot: Spot) -> list[str]:
    """The cell with x and y of the marked plot command in each other's place."""
    rows = replay.source.split("\n")
    for command in plot_commands(replay):
        if spot != spot_of(replay.source, command.node):
            continue
        x, y = (spot_of(replay.source, argument) for argument in command.node.args[:2])
        if x is not None and y is not None and x.line == y.line == spot.line:
            (before, first, _), (_, second, after) = x.pieces, y.pieces
            between = x.text[x.end : y.start]
            return ["\n".join([*rows[: x.line - 1], f"{before}{second}{between}{first}{after}", *rows[x.line :]])]
    return []


def _with_x(replay: Replay, spot: Spot, exercise: Exercise) -> list[str]:
    """The cell with what the exercise asks for as x, in front of the values of the marked plot command."""
    rows = replay.source.split("\n")
    asked = dict.fromkeys(output.shows[0] for output in exercise.outputs if output.command == "plot")
    for command in plot_commands(replay):
        first = spot_of(replay.source, command.node.args[0]) if command.node.args else None
        if spot == spot_of(replay.source, command.node) and first is not None:
            before, values, after = first.pieces
            changed = [f"{before}{x}, {values}{after}" for x in asked]
            return ["\n".join([*rows[: first.line - 1], row, *rows[first.line :]]) for row in changed]
    return []
