"""Results in brackets that make no list of them."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


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
