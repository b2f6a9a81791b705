"""Whole arrays where one value is needed that is true or false."""

from __future__ import annotations

import ast

import numpy as np

from ..values import many
from .crash import Crash, Explained


def condition(crash: Crash) -> Explained:
    """A comparison of a whole array, where one is needed that is true or false."""
    for comparison in crash.within(ast.Compare):
        values = [crash.values.of(side) for side in (comparison.left, *comparison.comparators)]
        many_values = next((value for value in values if isinstance(value, np.ndarray) and value.ndim), None)
        if many_values is not None:
            observed = f"`{crash.code(comparison)}` compares {many(many_values.size, 'value')} at once."
            means = "A condition needs one comparison, which is true or false."
            return "many for one", observed, means, "Does the text ask for this condition?", comparison
    return _of_a_word(crash)


def _of_a_word(crash: Crash) -> Explained:
    """Two values in the brackets of a call that a word joins."""
    for call in crash.within(ast.Call):
        pair = next((piece for piece in call.args if isinstance(piece, ast.BoolOp)), None)
        if pair is not None and len(pair.values) == 2:
            word = "and" if isinstance(pair.op, ast.And) else "or"
            observed = (
                f"the word `{word}` is between `{crash.code(pair.values[0])}` and `{crash.code(pair.values[1])}`."
            )
            means = f"`{word}` asks which of the two is true. It does not separate them."
            advice = f"What separates two values in the brackets of a call? Type it in place of `{word}`."
            return "word for a comma", observed, means, advice, pair
    return None
