"""What the print and plot commands of an answer show, beside what the exercise asks them to show."""

from __future__ import annotations

import ast
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..figures.legends import is_text
from ..figures.missing_curves import commented_out
from ..formulas.pieces import called, same
from ..replay import Replay
from ..same_fault import same_in
from .commands_run import (
    Command,
    code_of,
    expected_values,
    in_order_of,
    plot_commands,
    print_commands,
    shows_output,
    shows_value,
)
from .curves_in_loops import curve_in_a_loop
from .misplaced_commands import in_the_loop, is_filled_in, list_of_one, misplaced_command, shows_one_value
from .output_arguments import other_number, second_values, swapped, texts_for_values
from .wrong_pieces import wrong_piece


def wrong_output(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """The first command that shows something else than the exercise asks for."""
    printing = [output for output in exercise.outputs if output.command == "print"]
    drawing = [output for output in exercise.outputs if output.command == "plot"]
    for commands, outputs in ((print_commands(replay), printing), (plot_commands(replay), drawing)):
        unlike = _unlike(exercise, replay, commands, outputs) if outputs else None
        if unlike is not None:
            return unlike
    return None


def _unlike(exercise: Exercise, replay: Replay, commands: list[Command], outputs: list[Output]) -> Diagnosis | None:
    """Of the commands that show none of the outputs, the first, beside the first output that no command shows."""
    missing = list(outputs)
    others = []
    in_order = in_order_of(exercise, commands, outputs)
    for k, command in enumerate(commands):
        later = [in_order[j] for j in in_order if j > k]  # of two commands that show the same, one is in its order
        left = [in_order[k]] if k in in_order else [output for output in missing if output not in later]
        matching = next((output for output in left if shows_output(exercise, command, output)), None)
        if matching is None:
            others.append(command)
            continue
        missing.remove(matching)
        if command.more is not None:
            return second_values(replay, command, [exercise.words.get(text, f"`{text}`") for text in matching.shows])
        misplaced = misplaced_command(replay, command, matching)
        if misplaced is not None:
            return misplaced
    written = [node for node in ast.walk(replay.tree) if isinstance(node, ast.Call) and called(node) == "plot"]
    if missing and not others and commands and outputs[0].command == "plot" and len(written) < len(outputs):
        return commented_out(replay.source) or _no_command(exercise, replay, commands[-1], missing[0], len(outputs))
    for command in others:
        loops = replay.loops_around(command.statement)
        if loops and all(output.depth == 0 for output in outputs):
            if not is_filled_in(loops[0], command):  # one curve after another
                in_a_loop = curve_in_a_loop(exercise, replay, command, missing)
                if in_a_loop is None and len(command.pieces) == 1 and missing and missing[0].command == "plot":
                    in_a_loop = _difference(exercise, replay, command, missing[0])
                if in_a_loop is not None:
                    return in_a_loop
                continue
            whole = next((output for output in missing if _shows_it_each_time(exercise, command, output)), None)
            if whole is not None:
                return in_the_loop(replay, command)
            continue  # a table drawn row by row
        for output in missing:
            of_a_list = list_of_one(replay, command, output)
            diagnosis = of_a_list or _difference(exercise, replay, command, output)
            if diagnosis is not None:
                after = others[others.index(command) + 1 :]
                is_pair = len(missing) == 2 and output is missing[0] and len(after) == 1
                next_one = _difference(exercise, replay, after[0], missing[1]) if is_pair else None
                return _with_the_next(diagnosis, next_one)
    return None


def _with_the_next(diagnosis: Diagnosis, other: Diagnosis | None) -> Diagnosis:
    """The diagnosis of a command, with the same fault of the next one."""
    causes = [each.cause for each in (diagnosis, other) if each is not None]
    if other is None or other.spot is None or not set(causes) <= {"other quantity shown", "missing term"}:
        return diagnosis
    observed = other.message.observed.partition(": ")[2]
    is_said = f"line {other.spot.line}" in f"{diagnosis.message.means} {diagnosis.message.next}"
    advice = f"{diagnosis.message.next} Then look at line {other.spot.line}: {observed}"
    return diagnosis if is_said else replace(diagnosis, message=replace(diagnosis.message, next=advice))


def axes_swapped(exercise: Exercise, replay: Replay) -> Diagnosis | None:
    """A plot command that gets the name of its y values first, and the right x values second."""
    for command in plot_commands(replay):
        for output in (output for output in exercise.outputs if output.command == "plot"):
            is_pair = len(command.pieces) == len(output.shows) == 2
            is_named = is_pair and code_of(replay, command.pieces[0]) == output.shows[1]
            turned = replace(command, pieces=command.pieces[::-1])
            if is_named and shows_value(exercise, turned, 0, output.shows[0]):
                asked = [exercise.words.get(text, f"`{text}`") for text in output.shows]
                return swapped(replay, command, asked, is_print=False)
    return None


def _no_command(exercise: Exercise, replay: Replay, last: Command, missing: Output, needed: int) -> Diagnosis:
    """Where there are fewer plot commands than curves."""
    what = exercise.words.get(missing.shows[-1], f"`{missing.shows[-1]}`")
    message = Message(
        f"No plot command in your cell draws {what}.",
        f"The figure needs {needed} plot commands. The last one in your cell is in line {last.node.lineno}.",
        f"Add the command that draws {what}.",
    )
    return Diagnosis("plot command missing", message)


def _shows_it_each_time(exercise: Exercise, command: Command, output: Output) -> bool:
    """Whether the command is given all that it should show, each time anew."""
    first = command.executions[:1]
    return len(command.pieces) == len(output.shows) and all(
        same(command.values(k, first), expected_values(exercise, first, text)) for k, text in enumerate(output.shows)
    )


def _difference(exercise: Exercise, replay: Replay, command: Command, output: Output) -> Diagnosis | None:
    is_print = output.command == "print"
    asked = [exercise.words.get(text, f"`{text}`") for text in output.shows]
    have, want = len(command.pieces), len(output.shows)
    if not have:
        return None
    if is_print and have != want:
        return other_number(exercise, replay, command, output, asked)
    texts = None if is_print or have >= want else texts_for_values(exercise, replay, command, asked[0])
    if texts is not None:
        return texts
    given = [argument for argument in command.node.args if not is_text(argument)]
    if not is_print and have < want <= len(given):  # what it gets is no number, as a truth value
        return None
    if not is_print and have < want:
        code = code_of(replay, command.pieces[0])
        group = command.pieces[0]
        if isinstance(group, (ast.List, ast.Tuple)) and len(group.elts) == want:
            shape, makes = ("square", "list") if isinstance(group, ast.List) else ("inner round", "pair")
            message = Message(
                f"Line {command.node.lineno}: the {shape} brackets make one {makes} of x and y.",
                f"So plt.plot takes both values of `{code}` for y values, and draws them at x = 0 and x = 1.",
                f"Remove the {shape} brackets, and keep what is between them.",
            )
            return Diagnosis("point in brackets", message, spot_of(replay.source, group))
        if isinstance(group, ast.BoolOp) and len(group.values) == want:
            return _of_a_word(replay, command, group)
        pairs = _list_of_pairs(replay, command, want)
        if pairs is not None:
            return pairs
        places = "each value at x = 0." if shows_one_value(command) else "the values at x = 0, 1, 2, ..."
        alone = [other.node.lineno for other in plot_commands(replay) if len(other.pieces) == have]
        advice = f"Give {asked[0]} first, then the values."
        if output.depth and not replay.loops_around(command.statement):
            advice = "Give the times of all these values first, then the values."
        too = f" {same_in(sorted({line for line in alone if line > command.node.lineno}))}".rstrip()
        message = Message(
            f"Line {command.node.lineno}: {command.function} gets `{code}` to draw, and no x values.",
            f"Without x values {command.function} draws {places} The x axis should show {asked[0]}.{too}",
            advice,
        )
        return Diagnosis("x missing", message, spot_of(replay.source, command.node))
    wrong = [k for k, text in enumerate(output.shows) if not shows_value(exercise, command, k, text)]
    if len(wrong) == 2 == want and all(
        shows_value(exercise, command, 1 - k, text) for k, text in enumerate(output.shows)
    ):
        return swapped(replay, command, asked, is_print)
    if not wrong:
        return None
    is_one_point = shows_one_value(command) and len(command.pieces) == 2 and not is_print
    in_turn = reversed(wrong) if is_one_point else wrong
    first, *others = (wrong_piece(exercise, replay, command, output, k) for k in in_turn)
    return _with_the_other_value(first, others)


def _of_a_word(replay: Replay, command: Command, pair: ast.BoolOp) -> Diagnosis:
    """Of x and y that a word joins, so that a plot command gets one of them only."""
    word = "and" if isinstance(pair.op, ast.And) else "or"
    first, second = (code_of(replay, value) for value in pair.values)
    message = Message(
        f"Line {command.node.lineno}: the word `{word}` is between `{first}` and `{second}`.",
        f"Python makes one value of `{code_of(replay, pair)}`, so {command.function} does not get both.",
        f"What separates two values in the brackets of a call? Type it in place of `{word}`.",
    )
    return Diagnosis("word for a comma", message, spot_of(replay.source, pair))


def _list_of_pairs(replay: Replay, command: Command, want: int) -> Diagnosis | None:
    """Of a list whose entries hold x and y, given to a plot command as a whole."""
    piece = command.pieces[0]
    value = command.executions[0].value(piece)
    entries = value if isinstance(value, (list, tuple)) else []
    if not entries or not all(isinstance(entry, (list, tuple)) and len(entry) == want for entry in entries):
        return None
    code = code_of(replay, piece)
    message = Message(
        f"Line {command.node.lineno}: each entry of `{code}` holds x and y together.",
        f"{command.function} takes both numbers for y values, and draws them at x = 0, 1, 2, ...",
        "Make one list of the x values and one of the y values.",
    )
    return Diagnosis("list of pairs", message, spot_of(replay.source, piece))


def _with_the_other_value(found: Diagnosis | None, others: list[Diagnosis | None]) -> Diagnosis | None:
    """Of a value in another unit: the diagnosis, with another value of its command that has another unit too."""
    cause = found.cause if found is not None else None
    too = next((other for other in others if other is not None and other.cause == cause), None)
    if found is None or too is None or cause != "other unit shown":
        return found
    observed = too.message.observed.partition(": ")[2].removesuffix(".")
    advice = f"{found.message.next} In the same line {observed}: mend that too."
    return replace(found, message=replace(found.message, next=advice))
