"""Names without a value because a line has no equals sign."""

from __future__ import annotations

import ast

from .crash import Crash, Explained

COMPARING = {ast.Eq: "==", ast.Gt: ">", ast.Lt: "<", ast.GtE: ">=", ast.LtE: "<=", ast.NotEq: "!="}


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
    sign = COMPARING.get(type(compared.ops[0]), "this word")
    means = f"`{sign}` compares two values. It stores nothing."
    if sign == "==":
        means = "Two equals signs ask whether both sides are equal. They store nothing."
    observed = f"this line compares, and `{name}` has no value yet."
    return "comparison for assignment", observed, means, "One equals sign gives a value."
