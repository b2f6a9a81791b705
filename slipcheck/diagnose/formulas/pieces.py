"""Pieces of formulas with their values, in terms and factors.

What gives the same values is the same, however it is written.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

ALIKE = 1e-11  # relative difference of values that are the same but for rounding

OPERATIONS = {ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Div: np.divide}

Values = np.ndarray | None


@dataclass(frozen=True)
class Piece:
    """A piece of a formula, with its value in each execution, one after the other."""

    node: ast.AST
    text: str
    values: Values
    parts: Callable[[ast.expr], Piece]  # a piece of its node's parts
    at: Callable[[Any], Values]  # its values in one execution
    meaning: ast.expr | None = None  # of a name of the course that the answer does not have: its formula

    @property
    def is_name(self) -> bool:
        return isinstance(self.node, ast.Name)


@dataclass(frozen=True)
class Fault:
    """How a formula departs from the right one.

    ``node`` is the piece of the answer, ``words`` what a message needs: texts of pieces.
    """

    kind: str
    node: ast.AST
    words: tuple[str, ...] = ()
    is_specific: bool = True
    needed: Values = field(default=None, compare=False)  # of a name: the values that belong there
    right: str = field(default="", compare=False)  # of a name or a number: what the course has there


def same(first: Values, second: Values, factor: float = 1.0) -> bool:
    """Whether the first values are ``factor`` times the second."""
    if first is None or second is None or first.size != second.size or not first.size:
        return False
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        return False
    scale = max(np.abs(first).max(), np.abs(second).max())
    return bool(np.abs(first - factor * second).max() <= ALIKE * scale)


def inverse(first: Values, second: Values) -> bool:
    """Whether the first values are one over the second."""
    if first is None or second is None or not np.all(second):
        return False
    return same(first, 1 / second)


def size(node: ast.AST) -> int:
    """How many names, numbers and calls a formula has."""
    return sum(isinstance(part, (ast.Name, ast.Constant, ast.Call)) for part in ast.walk(node))


Term = tuple[float, Piece]  # sign of a term, or power (1 or -1) of a factor


def terms(piece: Piece) -> list[Term]:
    """The terms of a sum with their signs; the piece itself, if it is none."""
    node = piece.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        sign = 1 if isinstance(node.op, ast.Add) else -1
        right = terms(piece.parts(node.right))
        return [*terms(piece.parts(node.left)), *((sign * own, part) for own, part in right)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        return [(-sign, part) for sign, part in terms(piece.parts(node.operand))]
    return [(1, piece)]


def factors(piece: Piece) -> list[Term]:
    """The factors of a product with their powers, 1 or -1."""
    node = piece.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div)):
        power = 1 if isinstance(node.op, ast.Mult) else -1
        right = factors(piece.parts(node.right))
        return [*factors(piece.parts(node.left)), *((power * own, part) for own, part in right)]
    return [(1, piece)]


def power_of(piece: Piece) -> tuple[Piece, Piece | None] | None:
    """Base and exponent; of a square root, no exponent."""
    node = piece.node
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return piece.parts(node.left), piece.parts(node.right)
    if isinstance(node, ast.Call) and called(node) == "sqrt" and node.args:
        return piece.parts(node.args[0]), None
    return None


def values_of(loop: ast.For) -> str:
    """The name of the values that a loop goes through one by one; empty for a loop that only counts.

    >>> [values_of(ast.parse(f"for k in {text}: pass").body[0]) for text in ("i", "enumerate(i[1:])", "range(3)")]
    ['i', 'i', '']
    """
    values = loop.iter
    if isinstance(values, ast.Call) and called(values) == "enumerate" and values.args:
        values = values.args[0]
    while isinstance(values, ast.Subscript):
        values = values.value
    return values.id if isinstance(values, ast.Name) else ""


def contains_name(root: ast.AST, name: str) -> bool:
    """Whether the name stands anywhere in a piece of code."""
    return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(root))


def called(node: ast.AST) -> str:
    """The last name of what is called: sin of np.sin(x)."""
    function = node.func if isinstance(node, ast.Call) else None
    return str(getattr(function, "attr", None) or getattr(function, "id", ""))


def unmatched(student: list[Term], right: list[Term]) -> tuple[list[Term], list[Term]]:
    """What remains when equal terms, or factors, of equal sign are taken away on both sides."""
    left = list(student)
    remaining = []
    for sign, part in right:
        equal = next((term for term in left if term[0] == sign and same(term[1].values, part.values)), None)
        if equal is None:
            remaining.append((sign, part))
        else:
            left.remove(equal)
    return left, remaining


def without(product: Piece, factor: Piece) -> str:
    """The other factors of a product, as they are written."""
    text = ""
    for power, part in factors(product):
        if part.node is not factor.node:
            text += f" {'*' if power > 0 else '/'} {part.text}" if text else part.text
    return text


def over(first: Values, second: Values) -> Values:
    if first is None or second is None or not _fit(first, second) or not np.all(second):
        return None
    return first / second


def take(left: list[Term], sign: float, values: Values) -> Piece | None:
    """The term of these values, taken out of the list."""
    for term in left:
        if values is not None and same(term[1].values, sign * term[0] * values):
            left.remove(term)
            return term[1]
    return None


def product(factors_: list[Term]) -> Values:
    """The factors multiplied."""
    product: Values = None
    for power, part in factors_:
        values = part.values if power == 1 else over(np.ones(1), part.values)
        if values is None:
            return None
        if product is not None and not _fit(product, values):
            return None
        product = values if product is None else product * values
    return product


def _fit(first: np.ndarray, second: np.ndarray) -> bool:
    return first.shape == second.shape or 1 in (first.size, second.size)


def is_one(piece: Piece) -> bool:
    return isinstance(piece.node, ast.Constant) and piece.node.value == 1


def names(piece: Piece) -> str:
    """The names in a right piece: what a message may say of it."""
    names: list[str] = []
    for node in ast.walk(piece.node):
        if isinstance(node, ast.Name) and node.id not in (*names, "np"):
            names.append(node.id)
    quoted = [f"`{name}`" for name in names] or [f"`{piece.text}`"]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def joined(values: Sequence[Values]) -> Values:
    """The values of all executions in one row; None where one is missing."""
    if not values or any(value is None for value in values):
        return None
    return np.concatenate([value for value in values if value is not None])
