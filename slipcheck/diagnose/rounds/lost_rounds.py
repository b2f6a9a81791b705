"""An inner loop whose rounds all store a value in the same place."""

from __future__ import annotations

import ast
from typing import TypeGuard

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..lines.answer_line import names_in
from ..numbers.number_patterns import Hit
from .loop_patterns import loops_in


def same_place_in_each_round(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A loop over values, each of which replaces what the one before has stored in the place of the outer loop."""
    for outer in (loop for loop in loops_in(tree) if isinstance(loop, ast.For)):
        for inner in (node for node in outer.body if isinstance(node, ast.For)):
            for step in inner.body:
                if _is_replaced(step, outer, inner):
                    place, value = ast.unparse(step.targets[0]), ast.unparse(inner.target)  # type: ignore[attr-defined]
                    observed = f"each round of this loop gives `{place}` another value."
                    means = f"Only the last one stays, the one with the last `{value}`."
                    advice = f"Each `{place}` needs one `{value}` only, its own. Is this inner loop needed?"
                    return inner, observed, means, advice
    return None


def _is_replaced(step: ast.stmt, outer: ast.For, inner: ast.For) -> bool:
    """Whether it stores, in a place that the outer loop alone chooses, a value that the inner loop changes."""
    if not isinstance(step, ast.Assign) or not isinstance(step.targets[0], ast.Subscript):
        return False
    place, counters = step.targets[0], names_in(inner.target)
    if any(isinstance(node, ast.Slice) for node in ast.walk(place)):  # many places at once: that is the fault
        return False
    is_of_the_outer = bool(names_in(place) & names_in(outer.target)) and not names_in(place) & counters
    added_up = {node.id for line in inner.body for node in ast.walk(line) if _is_stored_name(node)}
    if names_in(step.value) & added_up:  # its last round may hold the result of all
        return False
    entries = [ast.unparse(node) for node in ast.walk(step.value) if isinstance(node, ast.Subscript)]
    return is_of_the_outer and bool(names_in(step.value) & counters) and ast.unparse(place) not in entries


def _is_stored_name(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
