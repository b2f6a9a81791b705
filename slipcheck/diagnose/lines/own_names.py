"""A name of the student's own whose line does not give what the line that uses it needs."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from slipcheck.judge.parse import parsed

from ..formulas.departure import departure
from ..formulas.pieces import Fault, Piece, same
from ..replay import Execution
from ..values import value_of
from .answer_line import AnswerLine, flattened
from .line_values import STAND_IN, Replaced


def of_an_own_name(line: AnswerLine, right: Piece, executions: Sequence[Execution]) -> Fault | None:
    """Where one piece of the right formula, in the place of such a name, makes the line right: what its line lacks."""
    names = {node.id: node for node in ast.walk(line.value) if isinstance(node, ast.Name)}
    for name, node in names.items():
        own = line.student(node, executions)
        if own.node is node:  # no name of the student's own
            continue
        replaced = Replaced(name).visit(copy.deepcopy(line.value))
        for piece in composed_pieces(right):
            needed = [piece.at(execution) for execution in executions]
            if all(value is not None and value.size == 1 for value in needed) and all(
                same(flattened(value_of(replaced, {**e.names, STAND_IN: float(value[0])})), right.at(e))
                for e, value in zip(executions, needed, strict=True)
                if value is not None
            ):
                return departure(own, piece) or Fault("piece", own.node, is_specific=False)
    return None


def substituted(
    line: AnswerLine, right: Piece, executions: Sequence[Execution], bound: Sequence[Mapping[str, Any]]
) -> Fault | None:
    """The name or entry that stands in all places of another one: replaced by it, the line is right."""
    student_names = {ast.unparse(n): n for n in ast.walk(line.value) if isinstance(n, (ast.Subscript, ast.Name))}
    right_names = {n.id for n in ast.walk(right.node) if isinstance(n, ast.Name)}
    for text, node in sorted(student_names.items(), key=lambda pair: -len(pair[0])):
        changed = Replaced(text).visit(copy.deepcopy(line.value))
        for name in right_names - {"np", "U", "XI"}:
            pairs = [
                ({**e.names, STAND_IN: names.get(name)}, right.at(e))
                for e, names in zip(executions, bound, strict=True)
            ]
            if all(same(flattened(value_of(changed, names)), expected) for names, expected in pairs):
                kind = "other entry" if isinstance(node, ast.Subscript) else "other name"
                if isinstance(node, ast.Subscript) and name in line.exercise.given:
                    kind = "other value"  # no index of it is right
                return Fault(kind, node, (text,))
    return None


def made_as_large(line: AnswerLine, student: Piece, executions: Sequence[Execution]) -> ast.expr:
    """The right side of the line, or of the line that made the one name of the student's own that decides its size."""
    value = line.value
    while True:
        own = [line.student(node, executions) for node in ast.walk(value) if isinstance(node, ast.Name)]
        made = [piece.node for piece in own if not piece.is_name and _size(piece) == _size(student)]
        if len(made) != 1 or not isinstance(made[0], ast.expr) or made[0] is value:
            return value
        value = made[0]


def _size(piece: Piece) -> int:
    return 0 if piece.values is None else piece.values.size


def name_of_the_line(source: str, node: ast.AST, statement: ast.stmt) -> str:
    """The name to which another line than the statement, in which a node stands, gives a value; else empty."""
    line = getattr(node, "lineno", statement.lineno)
    if line == statement.lineno:
        return ""
    lines = [node for node in ast.walk(parsed(source) or ast.Module([], [])) if isinstance(node, ast.Assign)]
    targets = [node.targets[0] for node in lines if node.lineno == line]
    return next((target.id for target in targets if isinstance(target, ast.Name)), "")


def composed_pieces(piece: Piece) -> Iterator[Piece]:
    """A formula and all parts of it that are more than a name or a number, the largest first."""
    if isinstance(piece.node, (ast.BinOp, ast.Call)):
        yield piece
    for child in ast.iter_child_nodes(piece.node):
        if isinstance(child, ast.expr):
            yield from composed_pieces(piece.parts(child))
