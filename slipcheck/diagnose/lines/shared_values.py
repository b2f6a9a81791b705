"""One array under two names, or one list in all rows: a line changes one of them, and the others with it."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from ..numbers.number_patterns import Hit

GROWS = ("append", "extend", "insert")  # methods that make a list longer


def changed_with_another(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A second name for an array, or for a row of one, whose values a line below changes in their places."""
    for line in (node for node in tree.body if isinstance(node, ast.Assign)):
        name, other = getattr(line.targets[0], "id", ""), ast.unparse(line.value)
        changed = _changed_below(tree, line, name)
        values = as_array(observation.variables.get(name))
        if changed is not None and _is_a_view(line.value) and values is not None and values.ndim:
            means = f"Python makes no copy here. Line {changed} changes the values, so `{other}` changes too."
            return line, f"`{name}` and `{other}` are two names for the same values.", means, "Make a copy with copy()."
    return None


def changed_before_it_is_read(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The same, where a line after the change needs the array as it was."""
    hit = changed_with_another(tree, observation, exercise)
    if hit is None or not isinstance(hit[0], ast.Assign):
        return None
    base = next(node.id for node in ast.walk(hit[0].value) if isinstance(node, ast.Name))
    changed = _changed_below(tree, hit[0], getattr(hit[0].targets[0], "id", "")) or 0
    assigned = [node for node in tree.body if isinstance(node, (ast.Assign, ast.For)) and node.lineno > changed]
    read = {node.id for line in assigned for node in ast.walk(line) if isinstance(node, ast.Name)}
    return hit if base in read else None


def _changed_below(tree: ast.Module, line: ast.Assign, name: str) -> int | None:
    """The first line below that changes the values under a name in their places."""
    changed = [node for node in ast.walk(tree) if isinstance(node, ast.AugAssign)]
    below = [node.lineno for node in changed if getattr(node.target, "id", "") == name and node.lineno > line.lineno]
    return min(below, default=None)


def _is_a_view(value: ast.expr) -> bool:
    """Whether it is a name, or a row of an array, for which NumPy makes no copy."""
    is_row = isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name)
    return isinstance(value, ast.Name) or is_row


def rows_are_one_list(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A list of lists that a sign * makes, and of which single places get values, or single rows grow."""
    tables = _changed_by_rows(tree)
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        name, value = getattr(line.targets[0], "id", ""), line.value
        is_product = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult)
        row = value.left if is_product else None  # type: ignore[attr-defined]
        if name in tables and isinstance(row, ast.List) and len(row.elts) == 1 and _is_a_list(row.elts[0]):
            observed = f"all rows of `{name}` are one and the same list."
            means = "The sign * repeats a list without a copy. So what is stored in one row is in all rows."
            return value, observed, means, "A `for` in square brackets makes a new list for each row."
    return None


def _changed_by_rows(tree: ast.Module) -> set[str]:
    """The names of lists of which a place of a row gets a value, or a row grows; a loop may take the rows in turn."""
    nodes = list(ast.walk(tree))
    loops = [node for node in nodes if isinstance(node, ast.For)]
    tables = {row.id: iterated.id for loop in loops for row, iterated in _rows_of(loop)}
    places = [node for node in nodes if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)]
    changed = [node.value for node in places]
    changed += [node.value for node in nodes if isinstance(node, ast.Attribute) and node.attr in GROWS]
    names = {getattr(node.value, "id", "") for node in changed if isinstance(node, ast.Subscript)}
    return names | {tables.get(node.id, "") for node in changed if isinstance(node, ast.Name)}


def _rows_of(loop: ast.For) -> list[tuple[ast.Name, ast.Name]]:
    """The name that takes each row of a list in turn, and the list's: of a loop over it, or over its enumeration."""
    iterated, target = loop.iter, loop.target
    if isinstance(iterated, ast.Call) and getattr(iterated.func, "id", "") == "enumerate" and iterated.args:
        iterated, target = iterated.args[0], getattr(target, "elts", [target])[-1]
    return [(target, iterated)] if isinstance(target, ast.Name) and isinstance(iterated, ast.Name) else []


def _is_a_list(node: ast.expr) -> bool:
    return isinstance(node, ast.List) or (isinstance(node, ast.BinOp) and isinstance(node.left, ast.List))
