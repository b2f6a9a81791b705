"""Print and plot commands that show the right thing, and stand in too few loops or too many."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message, Output

from .answer_line import names_in
from .commands_run import Command
from .formulas.pieces import called
from .replay import Replay


def in_the_loop(replay: Replay, command: Command) -> Diagnosis:
    """Of a command that draws a whole array, once for each round of a loop."""
    loop = replay.loops_around(command.statement)[0]
    line = command.node.lineno
    message = Message(
        f"Line {line}: this plot command is in the loop of line {loop.lineno}.",
        "So it draws the whole array in every round, even before most of it is computed.",
        "It should be carried out once, after the loop.",
    )
    return Diagnosis("plot in the loop", message, spot_of(replay.source, command.node))


def is_filled_in(loop: ast.For | ast.While, command: Command) -> bool:
    """Whether the loop stores something in what the command draws."""
    drawn = set().union(*map(names_in, command.pieces))
    nodes = [node for statement in loop.body for node in ast.walk(statement)]
    stored = [node for node in nodes if isinstance(getattr(node, "ctx", None), ast.Store)]
    return any(names_in(node) & drawn for node in stored)


def misplaced_command(replay: Replay, command: Command, output: Output) -> Diagnosis | None:
    """Where the command stands in fewer loops than it should, or in more."""
    loops = replay.loops_around(command.statement)
    line = command.node.lineno
    spot = spot_of(replay.source, command.node)
    if loops and output.depth == 0 and command.repeats and is_filled_in(loops[0], command):
        return in_the_loop(replay, command)
    emptied = _emptied_list(replay, command) if len(loops) < output.depth else None
    if emptied is not None:
        return emptied
    word = "print" if output.command == "print" else "plot command"
    if len(loops) < output.depth and shows_one_value(command):
        message = Message(
            f"Line {line}: this {word} is outside the loop.",
            "So it is carried out once, after the loop, and shows the last step only.",
            "Indent it like the other lines of the loop.",
        )
        return Diagnosis(f"{output.command} outside the loop", message, spot)
    if output.command == "print" and len(command.pieces) > 1 and len(loops) < output.depth:
        message = Message(
            f"Line {line}: this print shows the values of all steps at once.",
            "The exercise asks for one line for each step.",
            "Print in a loop, one step after the other.",
        )
        return Diagnosis("all steps in one print", message, spot)
    if len(loops) > output.depth > 0:
        message = Message(
            f"Line {line}: this {word} is in a second loop, that of line {loops[0].lineno}.",
            "So it is carried out many times in each step.",
            f"It should be carried out once in each step. {_way_out(loops[0])}",
        )
        return Diagnosis(f"{output.command} in a second loop", message, spot)
    return None


def shows_one_value(command: Command) -> bool:
    """Whether nothing that it shows has more values than one."""
    pieces = [command.values(k, command.executions[:1]) for k in range(len(command.pieces))]
    return all(values is None or values.size == 1 for values in pieces)


def _emptied_list(replay: Replay, command: Command) -> Diagnosis | None:
    """A list that the command shows, and that becomes an empty one in each round of a loop before it."""
    names = {node.id for piece in command.pieces for node in ast.walk(piece) if isinstance(node, ast.Name)}
    for statement, target, value in replay.assignments():
        is_empty = isinstance(value, ast.List) and not value.elts
        loops = replay.loops_around(statement)
        if is_empty and getattr(target, "id", None) in names and loops and statement.lineno < command.node.lineno:
            message = Message(
                f"Line {statement.lineno}: `{ast.unparse(target)}` becomes an empty list again in every round.",
                f"So in line {command.node.lineno} it holds only what the last round appended.",
                f"Make the empty list once, before the loop of line {loops[0].lineno}.",
            )
            return Diagnosis("list emptied", message, spot_of(replay.source, statement))
    return None


def _way_out(loop: ast.stmt) -> str:
    is_alone = len(getattr(loop, "body", [])) == 1
    return f"Is the loop of line {loop.lineno} needed?" if is_alone else "Move it out of the second loop."


def plot_before_the_loop(source: str, tree: ast.Module, calls: list[ast.Call]) -> Diagnosis | None:
    """A plot command above the loop that fills the array which it draws."""
    for call in (call for call in calls if called(call) == "plot"):
        around = [n for n in tree.body if isinstance(n, ast.For) and n.lineno <= call.lineno <= (n.end_lineno or 0)]
        drawn = [name for node in (*call.args, *(loop.iter for loop in around)) for name in names_in(node)]
        for loop in (n for n in tree.body if isinstance(n, (ast.For, ast.While)) and n.lineno > call.lineno):
            name = next((name for name in drawn if name in _filled_by(loop)), None)
            if name is None:
                continue
            message = Message(
                f"Line {call.lineno}: this plot command comes before the loop of line {loop.lineno}.",
                f"The loop fills `{name}`. So the command draws `{name}` as it is before the first round.",
                "Which lines belong above the loop, and which below it?",
            )
            return Diagnosis("plot before the loop", message, spot_of(source, call))
    return None


def _filled_by(loop: ast.For | ast.While) -> set[str]:
    """The arrays and lists of which the loop gives entries a value."""
    entries = (node for node in ast.walk(loop) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store))
    return {getattr(entry.value, "id", "") for entry in entries}
