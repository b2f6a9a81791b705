"""The print and plot commands of an answer as they were carried out, with the pieces that they were given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

import numpy as np

from slipcheck.exercise import Exercise, Output
from slipcheck.judge.label_text import LONG, PREFIXES, plain_label
from slipcheck.observe.tracer import corner

from ..as_typed import typed_text
from ..course_formulas import course_formula, defining, evaluated
from ..formulas.pieces import Values, called, joined, same
from ..replay import Execution, Replay, flat
from ..values import value_of

DRAWING = ("plot", "scatter")


@dataclass(frozen=True)
class Command:
    """A print or plot command with the pieces that it shows, and what each gave."""

    node: ast.Call
    statement: ast.stmt
    executions: list[Execution]
    pieces: list[ast.expr]
    more: ast.expr | None = None  # a third one, of a plot command
    scales: tuple[float, float] = (1.0, 1.0)  # what the axis labels say of its x and y: 1000 of the unit ms

    @property
    def repeats(self) -> bool:
        """Whether it was carried out more than once."""
        return len(self.executions) > 1

    @property
    def function(self) -> str:
        """What is called, as it is written."""
        return ast.unparse(self.node.func)

    def values(self, k: int, executions: Sequence[Execution] | None = None) -> Values:
        """What the piece gave, in all executions."""
        return joined([numbers_of(self.pieces[k], execution) for execution in executions or self.executions])


def shows_output(exercise: Exercise, command: Command, output: Output) -> bool:
    if len(command.pieces) != len(output.shows):
        return False
    return all(shows_value(exercise, command, k, text) for k, text in enumerate(output.shows))


def in_order_of(exercise: Exercise, commands: list[Command], outputs: list[Output]) -> dict[int, Output]:
    """The outputs that the command at the same place shows, where there are as many of both."""
    if len(commands) != len(outputs):
        return {}
    pairs = enumerate(zip(commands, outputs, strict=True))
    return {k: output for k, (command, output) in pairs if shows_output(exercise, command, output)}


def shows_value(exercise: Exercise, command: Command, k: int, text: str) -> bool:
    expected = expected_values(exercise, command.executions, text)
    values = command.values(k)
    is_shown = same(values, expected) or (k < 2 and same(values, expected, command.scales[k]))
    return expected is not None and is_shown and has_shape(exercise, command, k, text)


def has_shape(exercise: Exercise, command: Command, k: int, text: str) -> bool:
    """Whether a table has the shape that it should have: of a large one, only the beginning is compared."""
    execution = command.executions[0]
    value = execution.value(command.pieces[k])
    shape = tuple(value.get("shape") or ()) if isinstance(value, dict) else ()
    needed = np.shape(evaluated(course_formula(text), values_by_name(exercise, execution)))
    return not (len(shape) == len(needed) == 2) or shape == needed


def expected_values(exercise: Exercise, executions: Sequence[Execution], text: str) -> Values:
    node = course_formula(text)
    return joined([flattened(evaluated(node, values_by_name(exercise, execution))) for execution in executions])


def values_by_name(exercise: Exercise, execution: Execution) -> dict[str, Any]:
    """The data under each name, and what the answer has under no name, by the formula that defines it."""
    names = dict(execution.names)
    bound = {equation.target for equation in exercise.equations if equation.bind is not None}
    for target, formula in defining(exercise).items():
        value = evaluated(course_formula(formula), names) if target not in names and target not in bound else None
        if value is not None:
            names[target] = value
    return names


def print_commands(replay: Replay) -> list[Command]:
    commands = []
    for node, statement, executions in _calls(replay, ("print",)):
        pieces: list[ast.expr] = []
        for argument in (_as_written(replay, argument) for argument in node.args):
            if isinstance(argument, ast.JoinedStr):
                pieces += [part.value for part in argument.values if isinstance(part, ast.FormattedValue)]
            elif (filled := values_filled_in(argument)) is not None:
                pieces += filled
            elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                continue
            else:
                pieces.append(argument)
        if pieces and all(numbers_of(piece, executions[0]) is not None for piece in pieces):
            commands.append(Command(node, statement, executions, pieces))
    return commands


def _as_written(replay: Replay, argument: ast.expr) -> ast.expr:
    """What a line gives to the name that is printed, where that is a text with values in it."""
    name = getattr(argument, "id", None)
    lines = [value for _, target, value in replay.assignments() if name and getattr(target, "id", None) == name]
    is_text = len(lines) == 1 and (isinstance(lines[0], ast.JoinedStr) or values_filled_in(lines[0]) is not None)
    return lines[0] if is_text else argument


def values_filled_in(node: ast.expr) -> list[ast.expr] | None:
    """The values that ``"...".format(...)`` or ``"..." % (...)`` shows, in the order of their places in the text."""
    text = node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
    if isinstance(node, ast.Call) and called(node) == "format" and isinstance(text, ast.Constant):
        places = {str(k): argument for k, argument in enumerate(node.args)}
        places.update((keyword.arg, keyword.value) for keyword in node.keywords if keyword.arg)
        try:
            fields = [name for _, name, _, _ in Formatter().parse(str(text.value)) if name is not None]
        except ValueError:
            return None
        keys = [name or str(k) for k, name in enumerate(fields)]
        return [places[key] for key in keys] if all(key in places for key in keys) else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
        return list(node.right.elts) if isinstance(node.right, ast.Tuple) else [node.right]
    return None


def text_around(tree: ast.AST, value: ast.expr) -> ast.expr | None:
    """The text whose curly brackets ``"...".format(...)`` fills with a value."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format" and value in call.args:
            return call.func.value
    return None


def plot_commands(replay: Replay) -> list[Command]:
    commands = []
    scales = (label_scale(axis_label(replay.tree, "x")), label_scale(axis_label(replay.tree, "y")))
    for node, statement, executions in _calls(replay, DRAWING):
        pieces = [argument for argument in node.args if numbers_of(argument, executions[0]) is not None]
        if pieces:
            more = pieces[2] if len(pieces) == 3 else None
            commands.append(Command(node, statement, executions, pieces[:2], more, scales))
    return commands


def axis_label(tree: ast.AST, axis: str) -> str:
    """The text that the last command for the label of an axis is given."""
    names = (f"{axis}label", f"set_{axis}label")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in names and node.args]
    given = max(calls, key=lambda call: call.lineno).args[0] if calls else None
    return str(given.value) if isinstance(given, ast.Constant) else ""


def label_scale(label: str) -> float:
    """How many times larger the numbers are in the unit of a label than in the unit without its prefix.

    >>> label_scale("time (ms)"), label_scale("$V_m$ (V)"), label_scale("current in nanoampere")
    (1000.0, 1.0, 1000000000.0)
    """
    match = re.search(r"(?:[(\[/,]|\bin)\s*([mμunp])[A-Zs]\b|(milli|micro|nano|pico)", plain_label(label))
    if match is None:
        return 1.0
    return float(round(1 / (PREFIXES[match[1]] if match[1] else LONG[match[2]])))


def _calls(replay: Replay, names: Sequence[str]) -> Iterator[tuple[ast.Call, ast.stmt, list[Execution]]]:
    for statement in (node for node in ast.walk(replay.tree) if isinstance(node, (ast.Expr, ast.Assign))):
        executions = replay.of(statement)
        for node in ast.walk(statement):
            if executions and isinstance(node, ast.Call) and called(node) in names:
                yield node, statement, executions


def numbers_of(piece: ast.expr, execution: Execution) -> Values:
    values = execution.numbers(piece)
    return values if values is not None else flattened(value_of(piece, execution.names))


def flattened(value: Any) -> Values:
    if value is None or isinstance(value, (dict, str, bool)):
        return None
    if isinstance(value, range):
        value = list(value)
    if isinstance(value, (np.floating, np.integer)):
        value = float(value)
    return flat(corner(value)) if isinstance(value, (int, float, list, tuple, np.ndarray)) else None


def code_of(replay: Replay, node: ast.AST) -> str:
    return typed_text(replay.source, node).replace("`", "'")[:60]
