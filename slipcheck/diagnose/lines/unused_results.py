"""Functions that nothing calls, and lists that nothing reads."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from .answer_line import names_in


def never_called(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A function with the only command that shows anything, of which no line makes use."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name not in used):
        outside = [node for line in tree.body if line is not function for node in ast.walk(line)]
        if _shows(ast.walk(function)) and not _shows(outside):
            head = ast.Pass(lineno=function.lineno, col_offset=0, end_lineno=function.lineno, end_col_offset=10**6)
            observed = f"no line calls the function `{function.name}`."
            means = "A `def` only tells Python what the function does. Its lines are carried out in a call."
            return head, observed, means, "Which line, below the function, should call it?"
    return None


def list_never_read(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A list that gets all new values of the state, while no line gives the state a new value."""
    states = set(exercise.state.names) if exercise.state is not None else set()
    stored = {name for node in ast.walk(tree) for name in _stored_in_a_loop(node)}
    if any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)):  # a call of it may change the state
        return None
    for node in ast.walk(tree):
        function = node.func if isinstance(node, ast.Call) else None
        if not isinstance(node, ast.Call) or not isinstance(function, ast.Attribute) or function.attr != "append":
            continue
        name = getattr(function.value, "id", "")
        read = [part for part in ast.walk(tree) if isinstance(part, ast.Name) and part.id == name]
        uses = [part for part in read if isinstance(part.ctx, ast.Load) and part is not function.value]
        old = sorted(names_in(node.args[0]) & states - stored) if node.args else []
        if old and not uses and isinstance(node.args[0], ast.BinOp):
            observed = f"the new value goes into `{name}`, and no line reads `{name}`."
            means = f"So `{old[0]}` keeps its first values in all rounds."
            advice = f"What should `{old[0]}` be once `{name}` holds all new values of this step?"
            return node, observed, means, advice
    return None


def _shows(nodes: object) -> bool:
    return any(isinstance(node, ast.Call) and called(node) in ("print", "plot", "scatter") for node in nodes)  # type: ignore[attr-defined]


def _stored_in_a_loop(loop: ast.AST) -> set[str]:
    """The names to which a loop gives values, and of which it changes places."""
    if not isinstance(loop, (ast.For, ast.While)):
        return set()
    targets = [node for node in ast.walk(loop) if isinstance(getattr(node, "ctx", None), ast.Store)]
    bases = [node.value if isinstance(node, ast.Subscript) else node for node in targets]
    return {base.id for base in bases if isinstance(base, ast.Name)}
