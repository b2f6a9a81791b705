"""Arguments of a print or plot command that are too many, too few, in the wrong order, or texts."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message, Output

from ..figures.legends import is_text
from ..replay import Replay
from ..values import many
from .commands_run import Command, code_of, shows_output, shows_value
from .misplaced_commands import shows_one_value
from .print_patterns import without_f
from .quoted_code import lines_with_quoted_code, quoted_in


def texts_for_values(exercise: Exercise, replay: Replay, command: Command, asked: str) -> Diagnosis | None:
    """Texts in the place of values: code in quotes, or numbers as texts."""
    quoted = quoted_in(command.node, replay.tree, exercise)
    if quoted is None:
        return _text_as_y(replay, command) or _texts_as_x(replay, command, asked)
    text, observed, means, advice = quoted
    line = command.node.lineno
    means = f"{means} {lines_with_quoted_code(replay.tree, exercise, line)}".strip()
    return Diagnosis("name in quotes", Message(f"Line {line}: {observed}", means, advice), spot_of(replay.source, text))


def _text_as_y(replay: Replay, command: Command) -> Diagnosis | None:
    """A text between the x values and the format string."""
    arguments = command.node.args
    if len(arguments) < 3 or not (is_text(arguments[1]) and is_text(arguments[2])) or is_text(arguments[0]):
        return None
    observed = (
        f"Line {command.node.lineno}: the text `{code_of(replay, arguments[1])}` is in the place of the y values."
    )
    means = f"The format string is `{code_of(replay, arguments[2])}`. A text in quotes has no values to draw."
    message = Message(observed, means, "Which name holds the values? A name has no quotes.")
    return Diagnosis("text as y", message, spot_of(replay.source, arguments[1]))


def _texts_as_x(replay: Replay, command: Command, asked: str) -> Diagnosis | None:
    """Texts in the place of the x values."""
    first = command.node.args[0] if len(command.node.args) > 1 else None
    value = command.executions[0].value(first) if first is not None else None
    value = ast.unparse(first) if isinstance(first, ast.JoinedStr) or (first is not None and is_text(first)) else value
    if first is None or first in command.pieces or not (isinstance(value, str) or _are_texts(value)):
        return None
    is_one = isinstance(value, str)
    what, are = ("the x value", "is a text") if is_one else ("the x values", "are texts")
    message = Message(
        f"Line {command.node.lineno}: {what} `{code_of(replay, first)}` {are}.",
        "plt.plot takes no number from a text. It sets texts side by side, in the order in which they come.",
        f"Give {asked} itself, without quotes and without a format.",
    )
    return Diagnosis("text as x", message, spot_of(replay.source, first))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, str) for part in value)


def second_values(replay: Replay, command: Command, asked: list[str]) -> Diagnosis:
    bare = _number_without_a_name(replay, command)
    if bare is not None:
        return bare
    code = code_of(replay, command.more) if command.more is not None else ""
    means = (
        "plt.plot takes its arguments in pairs, x and y. A third set of values is drawn "
        f"against 0, 1, 2, ..., not against {asked[0]}."
    )
    advice = "Use a plot command for each curve."
    format_string = next((text for text in command.node.args[3:] if is_text(text)), None)
    is_bare = len(command.node.args) > 3 and command.node.args[2] is command.more and shows_one_value(command)
    if is_bare and format_string is not None:
        typed, first = code_of(replay, format_string), code_of(replay, command.pieces[1])
        means = f"{means} The format string `{typed}` belongs to this one alone, so `{first}` has no marker."
        advice = "Use a plot command for each curve. Each needs x values and a format string."
    message = Message(f"Line {command.node.lineno}: `{code}` has no x values of its own.", means, advice)
    return Diagnosis("x missing", message, spot_of(replay.source, command.more or command.node))


def _number_without_a_name(replay: Replay, command: Command) -> Diagnosis | None:
    """``plt.plot(t, v, "k.", 0.1)``: a number that is typed in, beside a format string."""
    more = command.more
    args = command.node.args
    is_number = isinstance(more, ast.Constant) and isinstance(more.value, (int, float))
    if more is None or not is_number or not any(is_text(text) for text in args[2:4]):
        return None
    code = code_of(replay, more)
    means = f"So {command.function} draws it as one more value, at x = 0. The axis stretches to reach it."
    named = re.search(rf"\b([a-z_]+)\s*=\s*{re.escape(code)}(?![\w.])", replay.source)
    advice = "Write the name of its argument and an equals sign in front of it."
    if named is not None and named[1] in OPTIONS:
        advice = f"Write the name `{named[1]}` and an equals sign in front of it."
    if is_text(args[-1]):
        advice = f"{advice} Put it after the format string."
    message = Message(
        f"Line {command.node.lineno}: the number `{code}` is given without the name of an argument.", means, advice
    )
    return Diagnosis("x missing", message, spot_of(replay.source, more))


OPTIONS = ("alpha", "markersize", "linewidth", "ms", "lw")


def other_number(
    exercise: Exercise, replay: Replay, command: Command, output: Output, asked: list[str]
) -> Diagnosis | None:
    have, want = len(command.pieces), len(output.shows)
    if have > want:
        judged = replace(command, pieces=command.pieces[have - want :])
        if shows_output(exercise, judged, output):
            return None  # of more columns, the last ones are judged
        extra = [k for k in range(have) if not any(shows_value(exercise, command, k, text) for text in output.shows)]
        if len(extra) != have - want:
            return None
        code = code_of(replay, command.pieces[extra[0]])
        message = Message(
            f"Line {command.node.lineno}: `{code}` is printed too.",
            f"A line should hold {many(want, 'value')}: {' and '.join(asked)}.",
            "Print what is asked for, and no more.",
        )
        return Diagnosis("column too many", message, spot_of(replay.source, command.pieces[extra[0]]))
    missing = [
        asked[k]
        for k, text in enumerate(output.shows)
        if not any(shows_value(exercise, command, j, text) for j in range(have))
    ]
    if len(missing) != want - have:
        return None
    hit = without_f(command.statement, replay.source)
    if hit is not None:
        piece, observed, means, advice = hit
        message = Message(f"Line {command.node.lineno}: {observed}", means, advice)
        return Diagnosis("no f-string", message, spot_of(replay.source, piece))
    bare = _without_braces(command.node)
    if bare:
        message = Message(
            f"Line {command.node.lineno}: `{bare}` has no curly brackets around it.",
            f"So these letters are printed as they are, and not {' and '.join(missing)}.",
            "Put curly brackets around them, as around the other value.",
        )
        return Diagnosis("braces missing", message, spot_of(replay.source, command.node))
    message = Message(
        f"Line {command.node.lineno}: this print does not show {' and '.join(missing)}.",
        f"A line should hold {many(want, 'value')}: {' and '.join(asked)}, in one print.",
        "Put both values into the same print.",
    )
    return Diagnosis("value not printed", message, spot_of(replay.source, command.node))


def _without_braces(call: ast.Call) -> str:
    """A name with its format that is plain text in an f-string; empty where there is none."""
    strings = [part for part in ast.walk(call) if isinstance(part, ast.JoinedStr)]
    texts = [str(part.value) for whole in strings for part in whole.values if isinstance(part, ast.Constant)]
    found = [piece for text in texts if (piece := re.search(r"\b[A-Za-z_]\w*:\.\d+[a-zA-Z]\b", text))]
    return found[0][0] if found else ""


def swapped(replay: Replay, command: Command, asked: list[str], is_print: bool) -> Diagnosis:
    first, second = (code_of(replay, piece) for piece in command.pieces)
    if is_print:
        message = Message(
            f"Line {command.node.lineno}: `{first}` is printed before `{second}`.",
            f"The exercise asks for {asked[0]} first, then {asked[1]}.",
            "Change their order.",
        )
        return Diagnosis("columns swapped", message, spot_of(replay.source, command.node))
    message = Message(
        f"Line {command.node.lineno}: {command.function} gets `{first}` first, then `{second}`.",
        f"The x values come first, then the y values: here {asked[1]} is given as x, and {asked[0]} as y.",
        "Exchange the two.",
    )
    return Diagnosis("axes swapped", message, spot_of(replay.source, command.node))
