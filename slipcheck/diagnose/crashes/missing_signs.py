"""Names without a value because a line has no equals sign."""

from __future__ import annotations

import ast

import numpy as np

from ..glued_names import factors, listed
from .crash import Crash, Explained, contains

COMPARING = {ast.Eq: "==", ast.Gt: ">", ast.Lt: "<", ast.GtE: ">=", ast.LtE: "<=", ast.NotEq: "!=", ast.Is: "is"}


def no_equals_sign(crash: Crash, name: str, line: str) -> Explained:
    """A line that begins with the name, and calculates with it."""
    piece = crash.statement.value if isinstance(crash.statement, ast.Expr) else None
    while isinstance(piece, ast.BinOp):
        piece = piece.left
        if isinstance(piece, ast.Subscript) and isinstance(crash.statement, ast.Expr):  # `a [b] * n`
            piece = piece.value
    if piece is getattr(crash.statement, "value", None) or getattr(piece, "id", None) != name:
        return None
    means = f"So Python calculates with `{name}`, which has no value yet."
    return "no equals sign", "there is no equals sign.", means, "Which sign gives a name its value?"


def glued_names(crash: Crash, name: str, line: str) -> Explained:
    """``ri`` for a product of r and i"""
    is_number = {other: isinstance(value, (int, float, np.ndarray)) for other, value in crash.values.names.items()}
    parts = factors(name, [other for other in is_number if is_number[other] and other not in crash.exercise.loops])
    node = next((node for node in crash.within(ast.Name) if node.id == name), None)
    places = [place.slice for place in crash.within(ast.Subscript)]
    sums = [*crash.within(ast.BinOp)] or [*ast.walk(crash.statement or crash.tree)]
    is_factor = node is not None and any(isinstance(part, ast.BinOp) and contains(part, node) for part in sums)
    if not parts or node is None or not is_factor or any(contains(place, node) for place in places):
        return None
    means = f"No sign is between {listed(parts)}, so they make one name that has no value."
    advice = "Put a star between the two." if len(parts) == 2 else "Put a star between each two of them."
    return "missing operator", f"Python does not know the name `{name}`.", means, advice


def colon(crash: Crash, name: str, line: str) -> Explained:
    """A colon in the place of an equals sign, in a line above."""
    for node in ast.walk(crash.tree):
        if isinstance(node, ast.AnnAssign) and node.value is None and getattr(node.target, "id", None) == name:
            observed = f"a colon comes after `{name}`."
            means = f"It gives `{name}` no value."
            return "no equals sign", observed, means, "Which sign gives a name its value?", node
    return None


def comparison(crash: Crash, name: str, line: str) -> Explained:
    compared = crash.statement.value if isinstance(crash.statement, ast.Expr) else None
    if not isinstance(compared, ast.Compare) or getattr(compared.left, "id", None) != name:
        return None
    sign = COMPARING.get(type(compared.ops[0]), "in")
    means = f"`{sign}` compares two values. It stores nothing."
    if sign == "==":
        means = "Two equals signs ask whether both sides are equal. They store nothing."
    observed = f"this line compares, and `{name}` has no value yet."
    return "comparison for assignment", observed, means, "One equals sign gives a value."
