"""The lines of an answer whose values are not the right ones, given what the lines before them left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from slipcheck.exercise import Exercise
from slipcheck.observe.rewrite import is_literal

from ..formulas.pieces import Fault, called, contains_name
from ..replay import Replay
from .changed_values import CHANGED
from .compared_line import ComparedLine
from .line_values import changes
from .wrong_line import WrongLine


def wrong_lines(exercise: Exercise, replay: Replay) -> Iterator[WrongLine]:
    """The assignments that do not give what their equation does, in the order of execution."""
    order = {id(execution.statement): k for k, execution in reversed(list(enumerate(replay.executions)))}
    assignments = sorted(replay.assignments(), key=lambda entry: order.get(id(entry[0]), len(order)))
    later = []
    right: dict[str, list[ast.stmt]] = {}  # of each name, the lines that give it the right value
    for statement, target, value in assignments:
        line = ComparedLine(exercise, replay, statement, target, value)
        is_start = _is_start(line)
        if (_is_filled_later(replay, target, value) and not is_start) or _is_never_read(replay, statement, target):
            continue
        name = getattr(target, "id", "")
        is_between = name in right and not line.is_right and _is_read_before_a_change(replay, statement, name)
        wrong = line.wrong() or (line.departing() if is_between else None)
        if wrong is None and isinstance(statement, ast.Assign) and line.is_right:
            right.setdefault(name, []).append(statement)
        elif wrong is not None and is_start and not wrong.is_misplaced:
            yield replace(wrong, fault=Fault("only a start", value, (wrong.student.text,)))
            continue
        elif wrong is not None and wrong.fault.kind == "overwritten" and name not in right:
            if not contains_name(value, name):  # else it adds up: what it should give is not known
                yield replace(wrong, fault=Fault("piece", value, is_specific=False))
            continue
        elif wrong is not None and not wrong.is_misplaced:
            first = next((s for s in right.get(name, []) if _gives_it_already(s, line, wrong, replay)), None)
            kind = CHANGED if changes(statement, name) else "second value"
            if first is not None and (kind == "second value" or _are_together(line, first)):
                yield replace(wrong, fault=Fault(kind, statement, (name, str(first.lineno))))
                continue
        if wrong is not None and wrong.is_misplaced:
            later.append(wrong)  # its value is right: another line may be the reason
        elif wrong is not None:
            yield wrong
    yield from later


def _is_start(line: ComparedLine) -> bool:
    """Whether a number is a start value: the name has one by an equation, and other values in the loop by another."""
    is_number = is_literal(line.value) and not isinstance(line.value, ast.List)
    depths = {equation.depth for equation in line.equations}
    return is_number and isinstance(line.target, ast.Name) and line.depth in depths and len(depths) > 1


def _gives_it_already(first: ast.stmt, line: ComparedLine, wrong: WrongLine, replay: Replay) -> bool:
    """Whether an earlier line gives the name the value that the second one should give."""
    if replay.parents.get(first) is replay.parents.get(line.statement):
        return True
    return wrong.equation.depth < line.depth and len(replay.loops_around(first)) == wrong.equation.depth


def _are_together(line: ComparedLine, first: ast.stmt) -> bool:
    """Whether the line follows another in one block, and no loop fills the places of its name in between."""
    equations = [e for e in line.exercise.equations if e.target == getattr(line.target, "id", "")]
    is_filled = any(equation.is_entry for equation in equations)
    return line.statement in line.replay.block_of(first) and not is_filled


def _is_read_before_a_change(replay: Replay, statement: ast.stmt, name: str) -> bool:
    """Whether a statement changes the name, and another one reads it before the next change."""
    block = replay.block_of(statement) if changes(statement, name) else []
    for other in block[block.index(statement) + 1 :] if statement in block else []:
        if changes(other, name):
            return False
        if any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(other)):
            return True
    return False


def _is_never_read(replay: Replay, statement: ast.stmt, target: ast.expr) -> bool:
    """Whether the name gets another value before anything reads it."""
    name = getattr(target, "id", None)
    block = replay.block_of(statement)
    for other in block[block.index(statement) + 1 :] if name is not None and statement in block else ():
        read = any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load) for n in ast.walk(other))
        if read or isinstance(other, ast.AugAssign):
            return False
        if isinstance(other, ast.Assign) and getattr(other.targets[0], "id", None) == name:
            return isinstance(statement, ast.Assign) and not isinstance(other.value, ast.UnaryOp)  # `=+` may mean `+=`
    return False


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
    depth = len(replay.loops_around(target))
    deeper = [s for s, t, _ in others if getattr(t, "id", None) == name and len(replay.loops_around(s)) > depth]
    return bool(deeper) or any(_adds_to(name, statement, other, right) for statement, other, right in others)


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
