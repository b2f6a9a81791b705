"""A function of the student's own that gives nothing back, where its result is needed."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from .crash import Crash, Explained


def no_return(crash: Crash) -> Explained:
    """The line of such a function that computes its result, or its head."""
    if "NoneType" not in crash.text:
        return None
    functions = {node.name: node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)}
    silent = {name: node for name, node in functions.items() if not _gives_back(node)}
    names = {node.id for node in crash.within(ast.Name)}
    sets = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign) and _names(node) & names]
    calls = [*(node.value for node in sets), *crash.within(ast.Call)]
    call = next((call for call in calls if isinstance(call, ast.Call) and called(call) in silent), None)
    if call is None:
        return None
    function = silent[called(call)]
    observed = f"the function `{function.name}` gives nothing back."
    means = f"Without `return`, what it computes is lost. So the call in line {call.lineno} gives no number."
    advice = "Which word, in front of its result, makes the function give it back?"
    last = function.body[-1]
    return "no return", observed, means, advice, last if isinstance(last, (ast.Expr, ast.Assign)) else function


def _gives_back(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, (ast.Return, ast.Yield)) and node.value is not None for node in ast.walk(function))


def _names(statement: ast.Assign) -> set[str]:
    """The names that get its value."""
    return {target.id for target in statement.targets if isinstance(target, ast.Name)}
