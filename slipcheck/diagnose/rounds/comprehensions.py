"""A `for` in brackets: in square ones it makes a list, in round ones or curly ones something else."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
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


def generator_printed(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A `for` in the round brackets of a print, without square brackets around it."""
    for node in ast.walk(tree):
        values = node.args if isinstance(node, ast.Call) and called(node) == "print" else []
        for value in values:
            if isinstance(value, ast.GeneratorExp):
                means = (
                    "A `for` in round brackets makes no values by itself: print shows what Python calls a generator."
                )
                return (
                    value,
                    "print gets a `for`, and no values.",
                    means,
                    "Write the loop as a line of its own, with print in it.",
                )
    return None


def set_of_results(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Results in curly brackets, which keep no order and no second equal value."""
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Assign) else node.iter if isinstance(node, ast.For) else None
        if isinstance(value, ast.SetComp):
            means = "Curly brackets make a set. A set has no order, and keeps equal values only once."
            return value, "the values are in curly brackets.", means, "Which brackets make a list?"
    return None
