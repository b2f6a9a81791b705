"""An array that begins with zeros where another start value is needed."""

from __future__ import annotations

import ast

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation
from slipcheck.observe.plain import as_array

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from ..rounds.loop_patterns import loops_in


def starts_with_zeros(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """An array of the state that is made of zeros, and whose first place nothing sets before the loop."""
    inside = {id(node) for loop in loops_in(tree) for node in ast.walk(loop)}
    filled = [n for n in ast.walk(tree) if isinstance(n, ast.Subscript) and isinstance(n.ctx, ast.Store)]
    for node in ast.walk(tree):
        name = getattr(node.targets[0], "id", "") if isinstance(node, ast.Assign) else ""
        if not isinstance(node, ast.Assign) or not exercise.state or name not in exercise.state.names:
            continue
        is_zeros = isinstance(node.value, ast.Call) and called(node.value) in ("zeros", "empty", "zeros_like")
        values = as_array(observation.variables.get(name))
        unset = _place_of_zeros(values)
        is_set = any(getattr(place.value, "id", "") == name and id(place) not in inside for place in filled)
        if is_zeros and not is_set and (unset or values is None):
            zero = f"0 {exercise.units.get(name, '')}".strip()
            means = f"The loop does not set the first {unset} of `{name}`, so it stays {zero}." if unset else ""
            return (
                node.value,
                f"`{name}` starts with {zero}.",
                means,
                f"With which value does {exercise.state.symbol} start?",
            )
    return None


def _place_of_zeros(values: np.ndarray | None) -> str:
    """What of an array is still zero at its beginning; empty where nothing is."""
    if values is None or values.ndim not in (1, 2) or not values.size:
        return ""
    if values.ndim == 1:
        return "" if values[0] else "place"
    return "column" if not values[:, 0].any() else "" if values[0].any() else "row"
