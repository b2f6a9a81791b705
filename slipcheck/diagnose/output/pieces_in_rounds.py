"""A piece that a command shows in each round of a loop, and that holds the values of all rounds, or always the same."""

from __future__ import annotations

import ast
import re

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..formulas.pieces import called, contains_name, same
from .commands_run import expected_values, flattened, numbers_of
from .output_piece import OutputPiece


def of_many_in_a_round(wrong: OutputPiece, size: str) -> Diagnosis:
    """Many values where each round shows one: of a name that holds those of all rounds, where the cell has one."""
    for text in wrong.output.shows:
        maker = _maker_of_all(wrong, text)
        if maker is not None:
            loop = wrong.replay.loops_around(wrong.command.statement)[0].lineno
            word = wrong.exercise.words.get(text, f"`{text}`")
            message = Message(
                f"Line {maker.lineno}: `{text}` holds the values of all rounds at once.",
                f"The loop of line {loop} needs {word} of its own round: one number. A formula with all of `{text}` "
                "gives an array.",
                f"Which index picks one value of `{text}`? Each line of the loop needs that value.",
            )
            return Diagnosis("all rounds at once", message, spot_of(wrong.replay.source, maker))
    observed = f"`{wrong.code}` has {size}; one number is needed here."
    means = f"`{wrong.code}` {wrong.where}. This line should draw one point in each round."
    names = wrong.command.executions[0].names
    needed = expected_values(wrong.exercise, wrong.command.executions[:1], wrong.text)
    held = [name for name, value in names.items() if np.ndim(value) == 0 and same(flattened(value), needed)]
    whole = numbers_of(wrong.piece, wrong.command.executions[0])
    advice = f"What makes many values of {wrong.word}?"
    if held:
        advice = f"Which name holds {wrong.word} of this round alone?"
    elif isinstance(wrong.piece, ast.Name) and whole is not None and whole.size == len(wrong.command.executions):
        advice = f"Which index picks the value of this round from `{wrong.code}`?"
    return wrong.said("other values shown", observed, means, advice)


def _maker_of_all(wrong: OutputPiece, name: str) -> ast.stmt | None:
    """The line before the loop that gives the name many values, where the command needs one number."""
    value = flattened(wrong.command.executions[0].names.get(name))
    makers = [s for s, target, _ in wrong.replay.assignments() if getattr(target, "id", "") == name]
    loop = wrong.replay.loops_around(wrong.command.statement)[0]
    entries = {id(node.value) for node in ast.walk(loop) if isinstance(node, ast.Subscript)}
    used = [node for node in ast.walk(loop) if isinstance(node, ast.Name) and node.id == name]
    is_used_whole = any(id(node) not in entries for node in used)
    is_before = len(makers) == 1 and not wrong.replay.loops_around(makers[0]) and is_used_whole
    return makers[0] if is_before and value is not None and value.size > 1 else None


def where_it_is_made(wrong: OutputPiece, facts: str) -> Diagnosis | None:
    """Of a name of the student's own: the one line that gives it its values."""
    known = {*wrong.exercise.words, *wrong.exercise.given, *wrong.exercise.loops}
    base = wrong.piece.value if isinstance(wrong.piece, ast.Subscript) else wrong.piece
    name = base.id if isinstance(base, ast.Name) and base.id not in known else None
    makers = [(s, value) for s, target, value in wrong.replay.assignments() if name and contains_name(target, name)]
    if name is None or len(makers) != 1 or not isinstance(makers[0][0], ast.Assign):
        return None
    statement, value = makers[0]
    if isinstance(value, ast.List) and not value.elts:  # what is wrong was appended later
        return None
    of_rounds = _of_its_maker(wrong, statement, value, facts)
    if of_rounds is not None:
        return of_rounds
    observed = f"Line {statement.lineno}: `{name}` does not get the values that are needed."
    line = f"Line {wrong.command.node.lineno}"
    where = re.sub("is given|is printed", f"{line} shows `{wrong.code}`", wrong.where)
    means = f"{where}, where {wrong.word} belongs. {facts}"
    advice = f"What should each value of `{name}` be?" if wrong.output.depth else wrong.advice
    return Diagnosis("other quantity shown", Message(observed, means, advice), spot_of(wrong.replay.source, value))


def _of_its_maker(wrong: OutputPiece, maker: ast.stmt, value: ast.expr, facts: str) -> Diagnosis | None:
    """Of a name that one line gives its values: its end is one of the values, or no round gives it a new value."""
    if _ends_too_late(wrong, value) and isinstance(value, ast.Call):
        first = facts.replace(" it is ", f" `{wrong.code}` is ")
        message = Message(
            f"Line {maker.lineno}: `{ast.unparse(value.func)}` is called without `endpoint`.",
            f"{wrong.exercise.arguments.get('endpoint', '')} {first}".strip(),
            "Which value does this argument need here?",
        )
        return Diagnosis("argument missing", message, spot_of(wrong.replay.source, value))
    if _is_made_once(wrong, maker):
        observed = f"`{wrong.code}` is the same in every round."
        means = f"Line {maker.lineno} makes it once, before the loop. In each round {wrong.word} belongs here. {facts}"
        advice = "Which part of it should change from round to round?"
        return wrong.said("other quantity shown", observed, means, advice)
    return None


def _ends_too_late(wrong: OutputPiece, value: ast.expr) -> bool:
    """Whether a linspace gives the values that are needed once its end is left out."""
    keywords = [keyword.arg for keyword in value.keywords] if isinstance(value, ast.Call) else []
    if not isinstance(value, ast.Call) or called(value) != "linspace" or "endpoint" in keywords:
        return False
    made = [execution.numbers(value) for execution in wrong.replay.executions]
    size = next((values.size for values in made if values is not None), 0)
    expected = expected_values(wrong.exercise, wrong.command.executions, wrong.text)
    return size > 1 and expected is not None and same(wrong.command.values(wrong.k), expected, size / (size - 1))


def _is_made_once(wrong: OutputPiece, maker: ast.stmt) -> bool:
    """Whether a line before the loop makes it, and each round needs another value."""
    if not wrong.output.depth or wrong.replay.loops_around(maker) or not isinstance(wrong.piece, ast.Name):
        return False
    executions = wrong.command.executions
    rounds = [expected_values(wrong.exercise, [execution], wrong.text) for execution in executions]
    values = [numbers_of(wrong.piece, execution) for execution in executions]
    is_the_same = len(values) > 1 and values[0] is not None and same(values[0], values[-1])
    return is_the_same and rounds[0] is not None and not same(rounds[0], rounds[-1])
