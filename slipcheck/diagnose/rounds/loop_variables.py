"""A name that a loop takes for its variable, while a command below still needs what it held before."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from ..formulas.pieces import same
from ..lines.answer_line import names_in
from ..output.commands_run import Command, flattened, plot_commands, print_commands
from ..replay import Replay


def overwritten_by_a_loop(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """The loop whose variable replaces a value that a print or plot command shows."""
    for command in (*print_commands(replay), *plot_commands(replay)):
        for name in sorted(set().union(*map(names_in, command.pieces)) & exercise.words.keys()):
            maker = _maker(replay, command, name)
            loop = _loop_between(replay, maker, command, name) if maker is not None else None
            if maker is not None and loop is not None and _is_another(replay, maker, command, name):
                word = exercise.words[name]
                message = Message(
                    f"Line {loop.lineno}: this loop gives `{name}` a new value in each round.",
                    f"Line {maker.lineno} has stored {word} there. Line {command.node.lineno} needs it, and gets the "
                    "last value of the loop instead.",
                    "Give the variable of this loop another name.",
                )
                return Diagnosis("counter of this name", message, spot_of(replay.source, loop.target))
    return None


def _maker(replay: Replay, command: Command, name: str) -> ast.stmt | None:
    """The last line above a command, in the same loop, that gives a name its value."""
    loops = replay.loops_around(command.statement)
    makers = [
        statement
        for statement, target, _ in replay.assignments()
        if getattr(target, "id", "") == name
        and statement.lineno < command.node.lineno
        and replay.loops_around(statement) == loops
    ]
    return max(makers, key=lambda statement: statement.lineno, default=None)


def _loop_between(replay: Replay, maker: ast.stmt, command: Command, name: str) -> ast.For | None:
    """A loop below that line and above the command, with the name for its variable."""
    loops = [node for node in ast.walk(replay.tree) if isinstance(node, ast.For) and name in names_in(node.target)]
    around = replay.loops_around(command.statement)
    return next(
        (loop for loop in loops if maker.lineno < loop.lineno < command.node.lineno and loop not in around), None
    )


def _is_another(replay: Replay, maker: ast.stmt, command: Command, name: str) -> bool:
    """Whether the command finds another value in the name than the line gave it."""
    value = maker.value if isinstance(maker, (ast.Assign, ast.AugAssign)) else None
    if value is None:
        return False
    pairs = zip(replay.of(maker), command.executions, strict=False)
    return any(not same(made.numbers(value), flattened(execution.names.get(name))) for made, execution in pairs)
