"""Several results of a function of the student's own, stored under one name."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from .crash import Crash, Explained


def several_under_one_name(crash: Crash) -> Explained:
    """In the line that stores them, where what failed uses the name as one value."""
    used = {node.id for node in crash.within(ast.Name)}
    indexed = {getattr(node.value, "id", "") for node in ast.walk(crash.tree) if isinstance(node, ast.Subscript)}
    for line in (node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)):
        name = getattr(line.targets[0], "id", "")
        results = _results(crash, line.value)
        if name in used - indexed and results is not None:
            code = crash.code(results)
            observed = f"`{name}` gets {len(results.elts)} results at once."
            means = f"`{called(line.value)}` gives back `{code}`. So line {crash.failure['line']} stops."
            advice = "Write a name for each result on the left of the equals sign, in the same order."
            return "several results", observed, means, advice, line
    return None


def _results(crash: Crash, value: ast.expr) -> ast.Tuple | None:
    """What the function that is called gives back, where that is a group."""
    function = called(value) if isinstance(value, ast.Call) else ""
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef) and node.name == function]
    returned = [node.value for f in functions for node in ast.walk(f) if isinstance(node, ast.Return)]
    groups = [value for value in returned if isinstance(value, ast.Tuple)]
    return groups[0] if len(groups) == len(returned) == 1 else None
