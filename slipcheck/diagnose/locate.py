"""The lines of an answer whose values are not the right ones, given what the lines before them left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from slipcheck.exercise import Exercise
from slipcheck.observe.rewrite import is_literal

from .compared_line import ComparedLine
from .formulas.pieces import Fault, called, contains_name
from .replay import Replay
from .wrong_line import WrongLine


def wrong_lines(exercise: Exercise, replay: Replay) -> Iterator[WrongLine]:
    """The assignments that do not give what their equation does, in the order of execution."""
    order = {id(execution.statement): k for k, execution in reversed(list(enumerate(replay.executions)))}
    assignments = sorted(replay.assignments(), key=lambda entry: order.get(id(entry[0]), len(order)))
    later = []
    was_right: dict[tuple[str, int], int] = {}
    for statement, target, value in assignments:
        if _is_filled_later(replay, target, value):
            continue
        line = ComparedLine(exercise, replay, statement, target, value)
        wrong = line.wrong()
        name = getattr(target, "id", "")
        key = (name, id(replay.parents.get(statement)))
        if wrong is None and line.equations and isinstance(statement, ast.Assign):
            was_right[key] = statement.lineno
        elif wrong is not None and key in was_right and not wrong.is_misplaced and not contains_name(value, name):
            yield replace(wrong, fault=Fault("second value", statement, (name, str(was_right[key]))))
            continue
        if wrong is not None and wrong.is_misplaced:
            later.append(wrong)  # its value is right: another line may be the reason
        elif wrong is not None:
            yield wrong
    yield from later


def _is_filled_later(replay: Replay, target: ast.expr, value: ast.expr) -> bool:
    """Whether a number, zeros or an empty list is only a beginning: a loop below adds to it, or fills its entries."""
    name = getattr(target, "id", None)
    is_empty = isinstance(value, ast.List) and not value.elts
    if is_empty and name is not None and _calls_a_method_of(name, replay, target.lineno):
        return True
    is_number = is_literal(value) and not isinstance(value, ast.List)
    is_beginning = is_number or (isinstance(value, ast.Call) and called(value) in ("zeros", "empty"))
    if name is None or not is_beginning:
        return False
    others = [(s, t, v) for s, t, v in replay.assignments() if s.lineno > target.lineno]
    return any(_adds_to(name, statement, other, right) for statement, other, right in others)


def _calls_a_method_of(name: str | None, replay: Replay, line: int) -> bool:
    """Whether a line below calls something of the list's: it may be meant to append."""
    calls = (node.func for node in ast.walk(replay.tree) if isinstance(node, ast.Call) and node.lineno > line)
    return any(
        isinstance(function, ast.Attribute) and getattr(function.value, "id", None) == name for function in calls
    )


def _adds_to(name: str, statement: ast.stmt, target: ast.expr, value: ast.expr) -> bool:
    if isinstance(target, ast.Subscript):
        return getattr(target.value, "id", None) == name
    is_same = getattr(target, "id", None) == name
    used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    return is_same and (isinstance(statement, ast.AugAssign) or name in used)
