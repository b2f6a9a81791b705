"""The cell with what is right in the place of what a diagnosis marks, as the course has it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from slipcheck.diagnosis import Diagnosis, Spot, spot_of
from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed

from .crashes.calls import SHAPE_IN_A_LIST
from .formulas.pieces import called
from .lines.wrong_line import WrongLine
from .output.commands_run import plot_commands, print_commands
from .repaired_line import with_its_formula
from .replay import Replay


def repaired_by_course(
    diagnosis: Diagnosis, lines: Sequence[WrongLine], exercise: Exercise, replay: Replay
) -> list[str]:
    """The cell with what is right in the place of what the diagnosis marks."""
    spot = diagnosis.spot
    if spot is None:
        return []
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


def repaired_piece(source: str, first: Diagnosis) -> str | None:
    """The cell with the marked piece repaired, where the diagnosis says exactly how."""
    if first.spot is None:
        return None
    piece = first.spot.pieces[1]
    meant = re.match(r"Did you mean `(\w+)`", first.message.next)
    pointless = re.match(r"Put a point in front of the (\d+)", first.message.next)
    if pointless is not None:
        return with_piece(source, first.spot, piece.replace(pointless[1], f".{pointless[1]}", 1))
    repair = REPAIRS.get(first.message.next) or REPAIRS.get(first.cause or "")
    other = repair(piece) if repair is not None else _with_last_name(piece, meant[1]) if meant is not None else None
    if other is None:
        return None
    return with_piece(source, first.spot, other)


def with_piece(source: str, spot: Spot, other: str) -> str:
    """The cell with another text in the place of a piece."""
    rows, (before, _, after) = source.split("\n"), spot.pieces
    return "\n".join([*rows[: spot.line - 1], f"{before}{other}{after}", *rows[spot.line :]])


def _with_last_name(text: str, name: str) -> str | None:
    """A name, or a name with those before it, with another one in the place of the last."""
    pieces = text.split(".")
    return ".".join([*pieces[:-1], name]) if all(piece.isidentifier() for piece in pieces) else None


def _called(text: str) -> str | None:
    return f"{text}()" if text.startswith("np.random.") else None


def _sizes_in_a_list(text: str) -> str:
    function, _, sizes = text.partition("(")
    return f"{function}([{sizes.removesuffix(')')}])"


def _as_whole_number(text: str) -> str | None:
    """The line that makes a count, with a whole number as its value; None of another piece."""
    tree = parsed(text)
    line = tree.body[0] if tree is not None and len(tree.body) == 1 else None
    if not isinstance(line, ast.Assign):
        return None
    targets = " = ".join(ast.unparse(target) for target in line.targets)
    return f"{targets} = int(round({ast.unparse(line.value)}))"


def _with_limits(text: str) -> str | None:
    """The call as one that draws between its two limits, before which R takes the number of draws."""
    try:
        call = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    given = call.args if isinstance(call, ast.Call) and not call.keywords else []
    if len(given) not in (2, 3):
        return None
    several = [count for count in given[:-2] if ast.unparse(count) != "1"]
    return f"np.random.uniform({', '.join(ast.unparse(value) for value in [*given[-2:], *several])})"


def _as_column(text: str) -> str | None:
    """The piece with its index as that of a column."""
    try:
        piece = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if not isinstance(piece, ast.Subscript):
        return None
    return f"{ast.unparse(piece.value)}[:, {ast.unparse(piece.slice)}]"


REPAIRS: dict[
    str, Callable[[str], str | None]
] = {  # of a cause, or an advice, that says exactly how: the marked piece, repaired
    "row for column": _as_column,
    "float as count": _as_whole_number,
    "function not called": _called,
    "called a value": lambda text: text.partition("(")[0],
    "round brackets for an index": lambda text: (
        text.replace("(", "[").replace(")", "]") if text.endswith(")") else None
    ),
    "arrow": lambda text: text.replace("<-", "="),
    "comment of Matlab": lambda text: "#",
    "comment sign missing": lambda text: f"# {text}",
    "comment of other languages": lambda text: text.replace("//", "#", 1) if "//" in text else None,
    "label without a name": lambda text: f"label={text}",
    "comparison for assignment": lambda text: text.replace("==", "=", 1),
    "equals plus": lambda text: text.replace("=+", "+=", 1).replace("=-", "-=", 1),
    "round left out": lambda text: "continue" if text == "break" else None,
    "names exchanged": lambda text: ", ".join(reversed(text.split(", "))),
    "limits of random": _with_limits,
    SHAPE_IN_A_LIST: _sizes_in_a_list,
}
