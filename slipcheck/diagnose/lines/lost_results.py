"""Results that nothing stores."""

from __future__ import annotations

import ast
from collections.abc import Container
from typing import TypeGuard

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


def changes_its_own_name(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function that gives nothing back, and changes only names of its own; its call stands alone in a line."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        changed = _changed_inside(function)
        calls = [node for node in ast.walk(tree) if _is_lone_call(node, function.name)]
        if not changed or not calls or any(_leaves_the_function(node, changed) for node in ast.walk(function)):
            continue
        name, line = next(iter(changed.items()))
        observed = f"inside `{function.name}`, `{name}` is a name of the function's own."
        means = f"The function gives nothing back. So line {calls[0].lineno} changes nothing outside it."
        advice = f"Which word gives the new value back? Line {calls[0].lineno} must store it then."
        return line, observed, means, advice
    return None


def _is_lone_call(node: ast.AST, name: str) -> TypeGuard[ast.Expr]:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and called(node.value) == name


def _changed_inside(function: ast.FunctionDef) -> dict[str, ast.stmt]:
    """The names to which the function gives new values of its own, each with the first such line."""
    lines = [node for node in ast.walk(function) if isinstance(node, (ast.Assign, ast.AugAssign))]
    changed: dict[str, ast.stmt] = {}
    for line in sorted(lines, key=lambda node: node.lineno):
        target = line.targets[0] if isinstance(line, ast.Assign) else line.target
        is_new = isinstance(line, ast.Assign) and isinstance(line.value, (ast.BinOp, ast.Call, ast.ListComp))
        if isinstance(target, ast.Name) and (is_new or isinstance(line.value, ast.BinOp)):
            changed.setdefault(target.id, line)
    return changed


def _leaves_the_function(node: ast.AST, own: Container[str]) -> bool:
    """Whether it gives a value back, or changes something that is not the function's own."""
    if isinstance(node, (ast.Return, ast.Yield)):
        return node.value is not None
    if isinstance(node, (ast.Subscript, ast.Attribute)) and isinstance(node.ctx, ast.Store):
        return getattr(node.value, "id", "") not in own
    command = node.value if isinstance(node, ast.Expr) else None
    if isinstance(command, ast.Call):  # what it does is seen outside, unless it changes a list of the function's own
        return getattr(getattr(command.func, "value", None), "id", "") not in own
    if isinstance(node, ast.Call) and called(node) == "append":
        return False
    return _has_effect(node)


def results_exchanged(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Several results of a function that are stored under each other's names."""
    returned = {
        function.name: _names_of(node.value)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Return)
    }
    for line in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        names = _names_of(line.targets[0])
        results = returned.get(called(line.value), []) if isinstance(line.value, ast.Call) else []
        if len(names) > 1 and names != results and sorted(names) == sorted(results):
            observed = f"the names `{', '.join(names)}` are in the wrong order."
            means = f"`{called(line.value)}` gives back `{', '.join(results)}`, in this order."
            return line.targets[0], observed, means, "Compare this line with the line of the `return`."
    return None


def _names_of(node: ast.expr | None) -> list[str]:
    """The names in a group; none where it holds anything else."""
    parts = node.elts if isinstance(node, ast.Tuple) else []
    names = [part.id for part in parts if isinstance(part, ast.Name)]
    return names if len(names) == len(parts) else []


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
