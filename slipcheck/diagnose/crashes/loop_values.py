"""Indices that are values of a loop, not places."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from ..formulas.pieces import called, contains_name
from .crash import Crash, Explained


def is_a_value_of(crash: Crash, node: ast.Subscript) -> bool:
    """Whether the index is the value that enumerate takes from the same list or array."""
    for loop in (n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and isinstance(n.iter, ast.Call)):
        pair = loop.target.elts if isinstance(loop.target, ast.Tuple) else []
        is_enumerate = isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate" and len(pair) == 2
        base = next((n for n in ast.walk(loop.iter) if ast.dump(n) == ast.dump(node.value)), None)
        if is_enumerate and base is not None and contains_name(node.slice, getattr(pair[1], "id", "")):
            return True
    return False


def loop_over_values(crash: Crash, index: ast.AST) -> tuple[str, ast.For, str] | None:
    """The counter in an index that a loop takes from an array, alone or by zip: its name, the loop, the array."""
    for loop in (n for n in ast.walk(crash.tree) if isinstance(n, ast.For)):
        targets, values = [loop.target], [loop.iter]
        if isinstance(loop.target, ast.Tuple) and isinstance(loop.iter, ast.Call) and called(loop.iter) == "zip":
            targets, values = loop.target.elts, loop.iter.args
        for target, array in zip(targets, values, strict=False):
            is_array = isinstance(crash.values.of(array), (list, np.ndarray))
            if isinstance(target, ast.Name) and contains_name(index, target.id) and is_array:
                return target.id, loop, crash.code(array)
    return None


def reused_counter(crash: Crash, index: ast.AST) -> ast.Name | None:
    """Where a loop's counter gets another value inside the loop."""
    used = {n.id for n in ast.walk(index) if isinstance(n, ast.Name)}
    for loop in (n for n in ast.walk(crash.tree) if isinstance(n, ast.For)):
        for node in (n for statement in loop.body for n in ast.walk(statement)):
            is_stored = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            if is_stored and isinstance(node, ast.Name) and node.id in used and contains_name(loop.target, node.id):
                return node
    return None


def enumerate_second(crash: Crash, index: ast.AST) -> ast.For | None:
    """The loop over enumerate whose first name is the index, and whose second name is used as a value."""
    for loop in ast.walk(crash.tree):
        if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate":
            names = [getattr(n, "id", "") for n in loop.target.elts] if isinstance(loop.target, ast.Tuple) else []
            used = {n.id for n in ast.walk(index) if isinstance(n, ast.Name)}
            if len(names) == 2 and names[1] in used and names[1] in crash.exercise.loops:
                return loop
    return None


def value_of_the_round(crash: Crash, index: ast.AST) -> str:
    """The name in an index to which an enumerate gives the values; empty where there is none."""
    used = {node.id for node in ast.walk(index) if isinstance(node, ast.Name)}
    for loop in (node for node in ast.walk(crash.tree) if isinstance(node, ast.For)):
        names = [getattr(part, "id", "") for part in getattr(loop.target, "elts", [])]
        is_pair = isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate" and len(names) == 2
        if is_pair and names[1] in used:
            return names[1]
    return ""


def walks_values(crash: Crash, node: ast.Subscript) -> str | None:
    """The index, if a loop or a comprehension takes it from the very list that it is used on."""
    if not isinstance(node.slice, ast.Name):
        return None
    for part in ast.walk(crash.tree):
        if isinstance(part, (ast.For, ast.comprehension)) and isinstance(part.iter, ast.Name):
            is_counter = isinstance(part.target, ast.Name) and part.target.id == node.slice.id
            if is_counter and part.iter.id == getattr(node.value, "id", ""):
                return node.slice.id
    return None


def is_indexed_in_its_loop(crash: Crash, code: str) -> bool:
    """Whether a loop around the line that failed has a counter with which the answer takes single values of a list."""
    line = crash.failure.get("line") or 0
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and n.lineno < line <= (n.end_lineno or 0)]
    counters = [n.id for loop in loops for n in ast.walk(loop.target) if isinstance(n, ast.Name)]
    entries = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Subscript) and ast.unparse(n.value) == code]
    return any(contains_name(entry.slice, counter) for entry in entries for counter in counters)


def names_without_index(crash: Crash, like: list[Any] | np.ndarray) -> list[str]:
    """The names on the right side, outside brackets of a call, that hold as much and have no index."""
    value = getattr(crash.statement, "value", None)
    found: dict[str, None] = {}
    pieces = [value] if value is not None else []
    while pieces:
        node = pieces.pop(0)
        if isinstance(node, ast.Name) and np.shape(crash.values.of(node)) == np.shape(like):
            found[node.id] = None
        elif isinstance(node, (ast.BinOp, ast.UnaryOp)):
            pieces += [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
    return list(found)


def row_as_index(crash: Crash) -> Explained:
    """A row of a table as an index of this table: what a loop over the table gives."""
    for node in crash.within(ast.Subscript) if "used as indices" in crash.text else ():
        value = crash.values.of(node.slice)
        loops = [loop for loop in ast.walk(crash.tree) if isinstance(loop, ast.For)]
        walked = [loop for loop in loops if ast.unparse(loop.target) == ast.unparse(node.slice)]
        if not isinstance(value, np.ndarray) or not walked or ast.unparse(walked[0].iter) != ast.unparse(node.value):
            continue
        name, table = crash.code(node.slice), crash.code(node.value)
        means = (
            f"The loop of line {walked[0].lineno} gives `{name}` the rows of `{table}` themselves, not their numbers."
        )
        return "value as index", f"`{crash.code(node)}` uses a row as an index.", means, f"`{name}` is the row already."
    return None
