"""Division by zero, and numbers that are too large."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from .crash import Crash, Explained

DIVISIONS = (ast.Div, ast.FloorDiv, ast.Mod)


def by_zero(crash: Crash) -> Explained:
    """What is 0, and behind the sign of a division."""
    node = crash.node if isinstance(crash.node, ast.BinOp) else crash.statement
    divisor = getattr(node, "right", None) or getattr(node, "value", None)
    if not isinstance(node, (ast.BinOp, ast.AugAssign)) or not isinstance(node.op, DIVISIONS) or divisor is None:
        return None
    code = crash.code(divisor)
    if isinstance(divisor, ast.Call) and called(divisor) in ("int", "round"):
        function = called(divisor)
        means = f"`{function}` rounds such a small number down to 0. Nothing can be divided by 0."
        return "division by zero", f"`{code}` is 0.", means, f"To which value should `{function}` be applied?"
    where = "is 0, and is below the fraction line." if isinstance(node.op, ast.Div) else "is 0, and is the divisor."
    zero = next((factor for factor in _factors(divisor) if crash.values.of(factor) == 0), None)
    means, piece = "Nothing can be divided by 0.", code
    if zero is not None and zero is not divisor:
        piece = crash.code(zero)
        means = f"`{piece}` is 0 at this moment, and nothing can be divided by 0."
    advice = f"Does `{piece}` belong below the fraction line? Compare this line with the text."
    if not isinstance(node.op, ast.Div):
        advice = f"Does the text divide by `{piece}` here?"
    return "division by zero", f"`{code}` {where}", means, advice


def _factors(node: ast.expr) -> list[ast.expr]:
    """The names and numbers that a product is made of."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return [*_factors(node.left), *_factors(node.right)]
    return [node]


def overflow(crash: Crash) -> Explained:
    """A number that is too large; that it grows from round to round is said only of a name that does."""
    piece = f"`{crash.code(crash.node)}`" if isinstance(crash.node, ast.expr) else "this piece"
    statement = crash.statement
    target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
    name = getattr(target, "id", "") if target is not None else ""
    read = [node.id for node in ast.walk(crash.node or crash.tree) if isinstance(node, ast.Name)]
    if "out of range" in crash.text and name in read and _loop_around(crash):
        means = f"`{name}` becomes many times larger in each round of the loop."
        advice = "Check the signs and the fraction of the line that changes it."
        return "overflow", f"`{name}` grows beyond all limits.", means, advice
    means = "Its value is larger than any number that Python can store like this."
    return "overflow", f"{piece} is too large.", means, "Compare the marked piece with the text."


def _loop_around(crash: Crash) -> bool:
    line = crash.failure.get("line") or 0
    loops = (node for node in ast.walk(crash.tree) if isinstance(node, (ast.For, ast.While)))
    return any(loop.lineno < line <= (loop.end_lineno or 0) for loop in loops)
