"""Results that nothing stores."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


def result_not_stored(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A call of the answer's own function, of which the result goes nowhere."""
    returning = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(isinstance(n, ast.Return) and n.value for n in ast.walk(node))
        if not any(_has_effect(n) for n in ast.walk(node))
    }
    for node in ast.walk(tree):
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and called(call) in returning:
            means = f"`{called(call)}` gives back a new value, and nothing stores it."
            return (
                node,
                f"the result of `{called(call)}` is lost.",
                means,
                "Under which name should the result be stored?",
            )
    return None


def nothing_given_back(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A call of the answer's own function that only gives names of its own their values."""
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in (part for part in ast.walk(tree) if isinstance(part, ast.Expr)):
        call = node.value
        function = functions.get(called(call)) if isinstance(call, ast.Call) else None
        if function is None or any(_has_effect(part) for part in ast.walk(function)):
            continue
        lines = [line for line in function.body if not isinstance(line, ast.Expr)]
        name = getattr(lines[-1].targets[0], "id", "") if lines and isinstance(lines[-1], ast.Assign) else ""
        if name and name in [argument.arg for argument in function.args.args]:
            means = f"`{name}` in `{function.name}` is a name of the function's own. The function gives nothing back."
            advice = f"How does a function give a value back? Which name should store it in line {node.lineno}?"
            return node, f"this call leaves `{name}` outside of the function as it is.", means, advice
    return None


def value_not_stored(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A calculation of which the result goes nowhere."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.BinOp):
            means = "So every name keeps the value that it had before this line."
            return (
                node,
                "this line computes a value, and stores it nowhere.",
                means,
                "Which name should hold this value?",
            )
    return None


def _has_effect(node: ast.AST) -> bool:
    """Whether it may change something outside the function."""
    is_stored = isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store)
    is_call = isinstance(node, ast.Call) and called(node) in ("print", "plot", "append", "scatter")
    return is_stored or is_call or isinstance(node, (ast.Global, ast.Nonlocal))
