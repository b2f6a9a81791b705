"""Lines that are right but for the number of one term."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import Piece, Values, same
from .special_loops import Saying
from .wrong_line import WrongLine

LEAST = 3  # values of which one number has to make all right


def of_the_number_of_a_term(wrong: WrongLine) -> Saying | None:
    """A sum with a plain number as a term, where another number in its place makes all values right."""
    root = getattr(wrong.statement, "value", None)
    if wrong.fault.kind != "piece" or not isinstance(root, ast.expr) or wrong.right is None or wrong.value is None:
        return None
    if wrong.value.shape != wrong.right.shape or wrong.value.size < LEAST:
        return None
    sums = [node for node in ast.walk(root) if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub))]
    for term in (side for node in sums for side in (node.left, node.right)):
        if not isinstance(term, ast.Constant) or not isinstance(term.value, (int, float)):
            continue
        slope = _slope(root, term, wrong)
        if slope is None or not np.all(slope):
            continue
        needed = term.value + (wrong.right - wrong.value) / slope
        if same(needed, np.full(needed.shape, needed.mean())):
            return _said(wrong, term, float(needed.mean()))
    return None


def _said(wrong: WrongLine, term: ast.Constant, needed: float) -> Saying:
    text = ast.unparse(term)
    observed = f"`{text}` is not the right term."
    means = f"With the given parameters {needed:.4g} belongs in its place."
    advice = "Multiply out the brackets of the text again. Which of its terms have no random number?"
    draws = any(isinstance(node, ast.Attribute) and node.attr == "random" for node in ast.walk(wrong.statement))
    if not draws:
        advice = "Which term does the text have in its place?"
    return Saying("other number", observed, term, means, advice)


def _slope(node: ast.expr, term: ast.Constant, wrong: WrongLine) -> Values:
    """How much the value of the node grows with the number; None where the growth is not even."""
    if node is term:
        return np.ones(1)
    if not isinstance(node, ast.BinOp):
        return None
    is_left = any(part is term for part in ast.walk(node.left))
    inner, other = (node.left, node.right) if is_left else (node.right, node.left)
    slope = _slope(inner, term, wrong)
    if slope is None or isinstance(node.op, ast.Add):
        return slope
    if isinstance(node.op, ast.Sub):
        return slope if is_left else -slope
    factor = _value(wrong.student.parts(other), wrong)
    if factor is None or not (isinstance(node.op, ast.Mult) or (isinstance(node.op, ast.Div) and is_left)):
        return None
    return slope * factor if isinstance(node.op, ast.Mult) else slope / factor


def _value(piece: Piece, wrong: WrongLine) -> Values:
    values = piece.at(wrong.execution)
    needed = wrong.value.size if wrong.value is not None else 1
    return values if values is not None and values.size in (1, needed) else None
