"""Where an answer multiplies by a number."""

from __future__ import annotations

import ast
import math

from ..values import value_of


def multiplication_by(tree: ast.AST, factor: float) -> ast.AST | None:
    """The one product with a number, or quotient by its inverse; None where there are several, or none.

    >>> ast.unparse(multiplication_by(ast.parse("a = 2 * b + c * 1000"), 1e3))
    'c * 1000'
    >>> ast.unparse(multiplication_by(ast.parse("a /= 1e-3"), 1e3))
    'a /= 0.001'
    >>> multiplication_by(ast.parse("a = 1000 * b + 1000 * c"), 1e3)
    """
    found = [node for node in ast.walk(tree) if _multiplies(node, factor)]
    return found[0] if len(found) == 1 else None


def _multiplies(node: ast.AST, factor: float) -> bool:
    if isinstance(node, ast.AugAssign):
        sides = [node.value]
    elif isinstance(node, ast.BinOp):
        sides = [node.right, node.left]
    else:
        return False
    if isinstance(node.op, ast.Mult):
        return any(_equals(side, factor) for side in sides)
    return isinstance(node.op, ast.Div) and _equals(sides[0], 1 / factor)


def _equals(node: ast.expr, number: float) -> bool:
    value = value_of(node, {})
    return isinstance(value, (int, float)) and math.isclose(value, number)
