"""One array under two names, or one list in all rows: a line changes one of them, and the others with it."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from ..numbers.number_patterns import Hit


def changed_with_another(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A second name for an array, whose values a line below changes in their places."""
    lines = [node for node in tree.body if isinstance(node, (ast.Assign, ast.AugAssign))]
    for line in (node for node in lines if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name)):
        name, other = getattr(line.targets[0], "id", ""), line.value.id  # type: ignore[attr-defined]
        changed = [n.lineno for n in lines if isinstance(n, ast.AugAssign) and getattr(n.target, "id", "") == name]
        values = as_array(observation.variables.get(name))
        if changed and changed[0] > line.lineno and values is not None and values.ndim:
            means = f"Python makes no copy here. Line {changed[0]} changes the values, so `{other}` changes too."
            return line, f"`{name}` and `{other}` are two names for one array.", means, "Make a copy with copy()."
    return None


def rows_are_one_list(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A list of lists that a sign * makes, and of which single places get values."""
    places = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)]
    tables = {getattr(node.value.value, "id", "") for node in places if isinstance(node.value, ast.Subscript)}
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        name, value = getattr(line.targets[0], "id", ""), line.value
        is_product = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult)
        row = value.left if is_product else None  # type: ignore[attr-defined]
        if name in tables and isinstance(row, ast.List) and len(row.elts) == 1 and _is_a_list(row.elts[0]):
            observed = f"all rows of `{name}` are one and the same list."
            means = "The sign * repeats a list without a copy. So a value that is stored in one row is in all rows."
            return value, observed, means, "A `for` in square brackets makes a new list for each row."
    return None


def _is_a_list(node: ast.expr) -> bool:
    return isinstance(node, ast.List) or (isinstance(node, ast.BinOp) and isinstance(node.left, ast.List))
