"""A name, a number or an entry that is not the right one."""

from __future__ import annotations

import ast

import numpy as np

from ..lines.answer_line import names_in
from .pieces import Fault, Piece, same


def unlike_leaf(student: Piece, right: Piece) -> Fault | None:
    """The fault of a piece that has no parts to compare; None of any other."""
    student_node, right_node = student.node, right.node
    if isinstance(student_node, ast.Name) and isinstance(right_node, ast.Name):
        needed = () if right.meaning is None else (right.text,)  # that no name of the answer holds
        name = "" if needed else right.text
        return Fault("other name", student_node, (student.text, *needed), needed=right.values, right=name)
    if isinstance(student_node, ast.Constant) and isinstance(right_node, ast.BinOp) and len(names_in(right_node)) > 1:
        return Fault("number for a formula", student_node, (student.text,))
    if isinstance(student_node, ast.Constant):
        number = right.text if isinstance(right_node, ast.Constant) else ""
        return Fault("other number", student_node, (student.text,), right=number)
    if isinstance(student_node, ast.UnaryOp) and isinstance(student_node.operand, ast.Constant):
        return Fault("other number", student_node, (student.text,))
    if isinstance(student_node, ast.Subscript):
        base = student.parts(student_node.value)
        if base.values is not None and right.values is not None and same(base.values, right.values):
            return Fault("part of it", student_node, (student.text, base.text))
        is_no_entry = base.values is not None and right.values is not None and not _holds(base.values, right.values)
        return Fault("other value" if is_no_entry else "other entry", student_node, (student.text,))
    is_a_leaf = isinstance(right_node, (ast.Name, ast.Constant)) and right.meaning is None
    if is_a_leaf and not isinstance(student_node, (ast.BinOp, ast.Call)):
        return Fault("other value", student_node, (student.text,))
    return None


def _holds(values: np.ndarray, needed: np.ndarray) -> bool:
    """Whether each of the values that are needed is among those of the whole list."""
    return all(np.isclose(values, value, rtol=1e-9, atol=0).any() for value in needed)
