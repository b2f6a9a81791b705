"""Names and formulas in quotes, which a plot command gets as texts."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit


def name_in_quotes(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A name of the answer, given to a plot command as a text."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(tree):
        texts = _in_the_place_of_values(node) if isinstance(node, ast.Call) and called(node) == "plot" else []
        quoted = [text for text in texts if isinstance(text, ast.Constant) and text.value in names]
        if len(quoted) == 2:
            both = " and ".join(f"'{text.value!s}'" for text in quoted)
            means = "Quotes make texts of both, so their values are not drawn."
            return quoted[0], f"the names {both} are in quotes.", means, "Leave out the quotes around each name."
        for text in quoted:
            means = f"Quotes make a text of `{text.value!s}`, so its value is not drawn."
            return text, f"the name '{text.value!s}' is in quotes.", means, "Leave out the quotes."
        for argument in texts:
            hit = _several_in_quotes(argument, names) or _formula_in_quotes(argument, names)
            if hit is not None:
                return hit
    return None


OF_FORMATS = "bgrcmykwovsphdx"  # one letter that is a color or a marker


def _in_the_place_of_values(call: ast.Call) -> list[ast.expr]:
    """The x and y of a plot command; a letter in the second place can be a format string."""
    others = call.args[1:3]
    letter = getattr(others[0], "value", "") if others else ""
    is_format = isinstance(letter, str) and len(letter) == 1 and letter in OF_FORMATS
    is_last = len(others) < 2 or not isinstance(getattr(others[1], "value", None), str)
    return call.args[:1] if is_format and is_last else call.args[:2]


def _several_in_quotes(text: ast.expr, names: set[str]) -> Hit:
    """``"t, v, k."``"""
    written = text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
    pieces = [piece.strip() for piece in written.split(",")]
    quoted = [piece for piece in pieces if piece in names]
    if len(quoted) < 2:
        return None
    both = " and ".join(f"`{name}`" for name in quoted)
    means = f"Quotes make one text of all of it, so the values of {both} are not drawn."
    advice = "Leave the quotes out."
    if len(quoted) < len(pieces):
        advice = "Put quotes around the format string alone."
    return text, f"the names {both} are in quotes.", means, advice


def _formula_in_quotes(text: ast.expr, names: set[str]) -> Hit:
    """``"v + s"``"""
    written = text.value if isinstance(text, ast.Constant) and isinstance(text.value, str) else ""
    formula = parsed(written.strip())
    if formula is None or not formula.body or isinstance(getattr(formula.body[0], "value", None), ast.Name):
        return None
    used = {node.id for node in ast.walk(formula) if isinstance(node, ast.Name)}
    if not used or not used <= names:
        return None
    means = "Quotes make a text of the formula, so its value is not drawn."
    return text, f"the formula `{written}` is in quotes.", means, "Leave out the quotes."
