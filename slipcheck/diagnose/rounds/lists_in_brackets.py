"""Lists that are made with `for` in their brackets."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..lines.answer_line import names_in
from ..numbers.number_patterns import Hit


def same_value_for_each(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A list whose formula takes one fixed entry, and not the value that the `for` in the brackets gives."""
    for made in (node for node in ast.walk(tree) if isinstance(node, ast.ListComp) and len(node.generators) == 1):
        target = made.generators[0].target
        fixed = [node for node in ast.walk(made.elt) if _is_fixed_entry(node)]
        is_of_a_call = any(isinstance(node, ast.Call) for node in ast.walk(made.elt))
        if isinstance(target, ast.Name) and fixed and not is_of_a_call and target.id not in names_in(made.elt):
            values = ast.unparse(made.generators[0].iter)
            observed = f"`{ast.unparse(fixed[0])}` is the same value in each place of this list."
            means = (
                f"`{target.id}` takes the values of `{values}` in turn, and `{ast.unparse(made.elt)}` does not use it."
            )
            return fixed[0], observed, means, "Which name holds the one value for each place?"
    return None


def _is_fixed_entry(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
