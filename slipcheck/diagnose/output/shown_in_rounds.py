"""A piece that a command shows in each round of a loop, and that holds the values of all rounds, or always the same."""

from __future__ import annotations

import ast
import re

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..formulas.pieces import called, contains_name, same
from .commands_run import expected_values, flattened, numbers_of
from .shown import Shown


def of_many_in_a_round(shown: Shown, size: str) -> Diagnosis:
    """Many values where each round shows one: of a name that holds those of all rounds, where the cell has one."""
    for text in shown.output.shows:
        maker = _maker_of_all(shown, text)
        if maker is not None:
            loop = shown.replay.loops_around(shown.command.statement)[0].lineno
            word = shown.exercise.words.get(text, f"`{text}`")
            message = Message(
                f"Line {maker.lineno}: `{text}` holds the values of all rounds at once.",
                f"The loop of line {loop} needs {word} of its own round: one number. A formula with all of `{text}` "
                "gives an array.",
                f"Which index picks one value of `{text}`? Each line of the loop needs that value.",
            )
            return Diagnosis("all rounds at once", message, spot_of(shown.replay.source, maker))
    observed = f"`{shown.code}` has {size}; one number is needed here."
    means = f"`{shown.code}` {shown.where}. This line should draw one point in each round."
    names = shown.command.executions[0].names
    needed = expected_values(shown.exercise, shown.command.executions[:1], shown.text)
    held = [name for name, value in names.items() if np.ndim(value) == 0 and same(flattened(value), needed)]
    whole = numbers_of(shown.piece, shown.command.executions[0])
    advice = f"What makes many values of {shown.word}?"
    if held:
        advice = f"Which name holds {shown.word} of this round alone?"
    elif isinstance(shown.piece, ast.Name) and whole is not None and whole.size == len(shown.command.executions):
        advice = f"Which index picks the value of this round from `{shown.code}`?"
    return shown.said("other values shown", observed, means, advice)


def _maker_of_all(shown: Shown, name: str) -> ast.stmt | None:
    """The line before the loop that gives the name many values, where the command needs one number."""
    value = flattened(shown.command.executions[0].names.get(name))
    makers = [s for s, target, _ in shown.replay.assignments() if getattr(target, "id", "") == name]
    loop = shown.replay.loops_around(shown.command.statement)[0]
    entries = {id(node.value) for node in ast.walk(loop) if isinstance(node, ast.Subscript)}
    used = [node for node in ast.walk(loop) if isinstance(node, ast.Name) and node.id == name]
    is_used_whole = any(id(node) not in entries for node in used)
    is_before = len(makers) == 1 and not shown.replay.loops_around(makers[0]) and is_used_whole
    return makers[0] if is_before and value is not None and value.size > 1 else None


def where_it_is_made(shown: Shown, facts: str) -> Diagnosis | None:
    """Of a name of the student's own: the one line that gives it its values."""
    known = {*shown.exercise.words, *shown.exercise.given, *shown.exercise.loops}
    base = shown.piece.value if isinstance(shown.piece, ast.Subscript) else shown.piece
    name = base.id if isinstance(base, ast.Name) and base.id not in known else None
    makers = [(s, value) for s, target, value in shown.replay.assignments() if name and contains_name(target, name)]
    if name is None or len(makers) != 1 or not isinstance(makers[0][0], ast.Assign):
        return None
    statement, value = makers[0]
    if isinstance(value, ast.List) and not value.elts:  # what is wrong was appended later
        return None
    of_rounds = _of_its_maker(shown, statement, value, facts)
    if of_rounds is not None:
        return of_rounds
    observed = f"Line {statement.lineno}: `{name}` does not get the values that are needed."
    line = f"Line {shown.command.node.lineno}"
    where = re.sub("is given|is printed", f"{line} shows `{shown.code}`", shown.where)
    means = f"{where}, where {shown.word} belongs. {facts}"
    advice = f"What should each value of `{name}` be?" if shown.output.depth else shown.advice
    return Diagnosis("other quantity shown", Message(observed, means, advice), spot_of(shown.replay.source, value))


def _of_its_maker(shown: Shown, maker: ast.stmt, value: ast.expr, facts: str) -> Diagnosis | None:
    """Of a name that one line gives its values: its end is one of the values, or no round gives it a new value."""
    if _ends_too_late(shown, value) and isinstance(value, ast.Call):
        first = facts.replace(" it is ", f" `{shown.code}` is ")
        message = Message(
            f"Line {maker.lineno}: `{ast.unparse(value.func)}` is called without `endpoint`.",
            f"{shown.exercise.arguments.get('endpoint', '')} {first}".strip(),
            "Which value does this argument need here?",
        )
        return Diagnosis("argument missing", message, spot_of(shown.replay.source, value))
    if _is_made_once(shown, maker):
        observed = f"`{shown.code}` is the same in every round."
        means = f"Line {maker.lineno} makes it once, before the loop. In each round {shown.word} belongs here. {facts}"
        advice = "Which part of it should change from round to round?"
        return shown.said("other quantity shown", observed, means, advice)
    return None


def _ends_too_late(shown: Shown, value: ast.expr) -> bool:
    """Whether a linspace gives the values that are needed once its end is left out."""
    keywords = [keyword.arg for keyword in value.keywords] if isinstance(value, ast.Call) else []
    if not isinstance(value, ast.Call) or called(value) != "linspace" or "endpoint" in keywords:
        return False
    made = [execution.numbers(value) for execution in shown.replay.executions]
    size = next((values.size for values in made if values is not None), 0)
    expected = expected_values(shown.exercise, shown.command.executions, shown.text)
    return size > 1 and expected is not None and same(shown.command.values(shown.k), expected, size / (size - 1))


def _is_made_once(shown: Shown, maker: ast.stmt) -> bool:
    """Whether a line before the loop makes it, and each round needs another value."""
    if not shown.output.depth or shown.replay.loops_around(maker) or not isinstance(shown.piece, ast.Name):
        return False
    executions = shown.command.executions
    rounds = [expected_values(shown.exercise, [execution], shown.text) for execution in executions]
    values = [numbers_of(shown.piece, execution) for execution in executions]
    is_the_same = len(values) > 1 and values[0] is not None and same(values[0], values[-1])
    return is_the_same and rounds[0] is not None and not same(rounds[0], rounds[-1])
