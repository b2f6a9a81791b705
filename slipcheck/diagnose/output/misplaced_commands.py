"""Print and plot commands that show the right thing, and stand in too few loops or too many."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message, Output

from ..formulas.pieces import called
from ..lines.answer_line import names_in
from ..replay import Replay
from ..same_fault import same_in
from .commands_run import Command

LOOPS = (ast.For, ast.While)


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
    of_a_list = list_of_one(replay, command, output)
    if of_a_list is not None:
        return of_a_list
    is_outside = len(loops) < output.depth
    word = "print" if output.command == "print" else "plot command"
    is_after = any(loop.lineno < line for loop in ast.walk(replay.tree) if isinstance(loop, LOOPS))
    if is_outside and shows_one_value(command) and not command.repeats and is_after:
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
    if len(loops) > output.depth > 0 and len(replay.of(loops[-1].body[0])) > 1:
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


def list_of_one(replay: Replay, command: Command, output: Output) -> Diagnosis | None:
    """Of a command outside the loop that shows lists with one value each: why they hold no more."""
    is_outside = len(replay.loops_around(command.statement)) < output.depth
    if not is_outside or not shows_one_value(command):
        return None
    return _emptied_list(replay, command) or _appended_once(replay, command)


def _emptied_list(replay: Replay, command: Command) -> Diagnosis | None:
    """A list that the command shows, and that becomes an empty one in each round of a loop before it."""
    names = {node.id for piece in command.pieces for node in ast.walk(piece) if isinstance(node, ast.Name)}
    emptied = [
        (statement, name)
        for statement, name in empty_lists(replay)
        if name in names and replay.loops_around(statement) and statement.lineno < command.node.lineno
    ]
    if not emptied:
        return None
    statement, name = emptied[0]
    here = [again for other, again in emptied if other.lineno == statement.lineno]
    too = f" {same_in(sorted({other.lineno for other, _ in emptied} - {statement.lineno}))}".rstrip()
    becomes = f"`{name}` becomes an empty list"
    if len(here) > 1:
        becomes = " and ".join(f"`{again}`" for again in here) + " become empty lists"
    holds = f"`{name}` holds" if len(emptied) == 1 else "each of them holds"
    message = Message(
        f"Line {statement.lineno}: {becomes} again in every round.{too}",
        f"So in line {command.node.lineno} {holds} only what the last round appended.",
        _once(replay, statement, name),
    )
    return Diagnosis("list emptied", message, spot_of(replay.source, statement))


def _once(replay: Replay, emptied: ast.stmt, name: str) -> str:
    """What to do with a line that empties a list in each round."""
    loop = replay.loops_around(emptied)[-1].lineno
    made = [s.lineno for s, other in empty_lists(replay) if other == name and not replay.loops_around(s)]
    if made and made[0] < loop:
        return f"Line {made[0]} makes the list already, before the loop. Delete line {emptied.lineno}."
    return f"Make each empty list once, before the loop of line {loop}."


def empty_lists(replay: Replay) -> list[tuple[ast.stmt, str]]:
    """Each statement that makes an empty list, with the name of the list."""
    pairs: list[tuple[ast.stmt, ast.expr, ast.expr]] = []
    for statement, target, value in replay.assignments():
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs += [(statement, *pair) for pair in zip(target.elts, value.elts, strict=False)]
        else:
            pairs.append((statement, target, value))
    return [
        (statement, ast.unparse(target))
        for statement, target, value in pairs
        if isinstance(value, ast.List) and not value.elts
    ]


def _appended_once(replay: Replay, command: Command) -> Diagnosis | None:
    """Of a list that the command shows: the append that is outside of the loop, and so runs once."""
    names = set().union(*map(names_in, command.pieces)) & {name for _, name in empty_lists(replay)}
    appends = [
        (statement, name)
        for name in sorted(names)
        for statement in (node for node in ast.walk(replay.tree) if isinstance(node, ast.Expr))
        if ast.unparse(statement).startswith(f"{name}.append(")
    ]
    if not appends or any(replay.loops_around(statement) for statement, _ in appends):
        return None
    (statement, name), *others = sorted(appends, key=lambda pair: pair[0].lineno)
    too = f" {same_in([other.lineno for other, _ in others])}".rstrip()
    message = Message(
        f"Line {statement.lineno}: this append is outside the loop.{too}",
        f"So it is carried out once, and `{name}` holds one value.",
        "Indent it like the other lines of the loop.",
    )
    return Diagnosis("outside the loop", message, spot_of(replay.source, statement))


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
            if name is None or any(_draws_after(other, loop, name) for other in calls):
                continue
            message = Message(
                f"Line {call.lineno}: this plot command comes before the loop of line {loop.lineno}.",
                f"The loop fills `{name}`. So the command draws `{name}` as it is before the first round.",
                "Which lines belong above the loop, and which below it?",
            )
            return Diagnosis("plot before the loop", message, spot_of(source, call))
    return None


def _draws_after(call: ast.Call, loop: ast.For | ast.While, name: str) -> bool:
    """Whether a plot command in or below a loop draws what the loop fills."""
    is_later = called(call) == "plot" and call.lineno > loop.lineno
    return is_later and any(name in names_in(piece) for piece in call.args)


def _filled_by(loop: ast.For | ast.While) -> set[str]:
    """The arrays and lists of which the loop gives entries a value."""
    entries = (node for node in ast.walk(loop) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store))
    return {getattr(entry.value, "id", "") for entry in entries}
