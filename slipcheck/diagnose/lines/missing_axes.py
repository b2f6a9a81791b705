"""A second step that a call needs: the whole table is given, and it takes all of its values together."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from ..values import value_of
from .wrong_line import WrongLine

AXIS_NEEDED = "The call then needs an axis too."
ALONG_AN_AXIS = ("mean", "std", "var", "sum", "median")  # functions that make one number of a table without an axis


def axis_needed(wrong: WrongLine, piece: ast.AST) -> str:
    """What is to be done beside the piece at fault, where a call takes all values of a table together.

    The piece is a part of the table, or another name for it; the table is one that the right formula uses.
    """
    call = _call_of(wrong.statement, piece)
    if call is None or wrong.right is None or wrong.right.size < 2:
        return ""
    is_method = not any(piece is argument for argument in call.args)
    has_axis = len(call.args) > (0 if is_method else 1) or any(keyword.arg == "axis" for keyword in call.keywords)
    names = wrong.execution.names
    base = piece.value if isinstance(piece, ast.Subscript) else None
    tables = [base] if base is not None else _of_the_formula(wrong)
    is_a_table = any(np.ndim(value_of(table, names)) == 2 for table in tables)
    return f" {AXIS_NEEDED}" if is_a_table and not has_axis else ""


def _call_of(statement: ast.stmt, piece: ast.AST) -> ast.Call | None:
    """The call that takes the piece, as its first value or as what its method belongs to."""
    for call in (node for node in ast.walk(statement) if isinstance(node, ast.Call)):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if called(call) in ALONG_AN_AXIS and (owner is piece or (call.args and call.args[0] is piece)):
            return call
    return None


def _of_the_formula(wrong: WrongLine) -> list[ast.expr]:
    """The names in the right formula."""
    nodes = [node for text in wrong.equation.texts for node in ast.walk(ast.parse(text))]
    return [node for node in nodes if isinstance(node, ast.Name)]
