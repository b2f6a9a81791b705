"""Names without a value because a sign is missing: an equals sign, or those between factors written as one name."""

from __future__ import annotations

import ast
from collections.abc import Collection

import numpy as np

from .crash import Crash, Explained, contains

PI = ("π", "pi")  # which no answer gives a value
MOST = 3  # factors in one name
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


def factors(name: str, known: Collection[str]) -> list[str]:
    """The known names that make up a name; none where it is no product of different ones.

    >>> factors("ri", ["r", "i"]), factors("rr", ["r"]), factors("πt", ["t"])
    (['r', 'i'], [], ['π', 't'])
    """
    if name in known or name in [other.replace("_", "") for other in known]:
        return []
    parts = _parts(name, {*known, *PI}, MOST)
    return parts if len(set(parts)) > 1 else []


def _parts(name: str, known: Collection[str], most: int) -> list[str]:
    if name in known:
        return [name]
    for end in range(len(name) - 1, 0, -1):
        rest = _parts(name[end:], known, most - 1) if most > 1 and name[:end] in known else []
        if rest:
            return [name[:end], *rest]
    return []


def listed(parts: list[str]) -> str:
    """The factors in words."""
    return f"{', '.join(f'`{part}`' for part in parts[:-1])} and `{parts[-1]}`"
