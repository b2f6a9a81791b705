"""Two names for one array, of which a line changes one, and the other with it."""

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
