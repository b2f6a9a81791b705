"""Code in quotes, given to a plot command in the place of its values."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from ..same_fault import same_in

COLORS = ("b", "g", "r", "c", "m", "y", "k", "w")


def code_in_quotes(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """The first plot command that gets code of the answer as a text."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: node.lineno):
        found = quoted_in(call, tree, exercise)
        if found is not None:
            return found
    return None


def quoted_in(call: ast.Call, tree: ast.Module, exercise: Exercise) -> Hit:
    """Of one plot command."""
    texts = [text for text in call.args[:2] if isinstance(text, ast.Constant) and isinstance(text.value, str)]
    if len(call.args) == 2 and len(texts) == 1 and texts[0].value in COLORS:
        return None  # a format string behind values without x
    if called(call) != "plot":
        return None
    made = [text for text in call.args[:2] if isinstance(text, ast.JoinedStr)]
    if made:
        means = "An f-string makes a text, and a plot command draws numbers."
        return (
            made[0],
            "plt.plot gets a text in place of a number.",
            means,
            "Give it the number itself, without a format.",
        )
    if not texts:
        return None
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    joined = _several_in_one(texts[0], stored, exercise) if texts[0] is call.args[0] else None
    if joined is not None:
        return joined
    quoted = [text for text in texts if _is_code(str(text.value), stored, exercise)]
    words = [str(text.value) for text in quoted]
    is_plain = all(word.isidentifier() for word in words)
    if len(quoted) == 2:
        both = " and ".join(f"'{word}'" for word in words)
        observed = f"the names {both} are in quotes." if is_plain else f"the values {both} are in quotes."
        means = "Quotes make texts of both, so their values are not drawn."
        return quoted[0], observed, means, f"Leave out the quotes around {'each name' if is_plain else 'both'}."
    if not quoted:
        return None
    means = f"Quotes make a text of `{words[0]}`, so its value is not drawn."
    return quoted[0], f"{'the name ' if is_plain else ''}'{words[0]}' is in quotes.", means, "Leave out the quotes."


def lines_with_quoted_code(tree: ast.Module, exercise: Exercise, line: int) -> str:
    """A sentence on the later lines that draw code in quotes too."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.lineno > line]
    return same_in(sorted({call.lineno for call in calls if quoted_in(call, tree, exercise) is not None}))


def _is_code(text: str, stored: set[str], exercise: Exercise) -> bool:
    """Whether each name in it is known, and a line of the answer makes one of them."""
    try:
        names = {node.id for node in ast.walk(ast.parse(text.strip(), mode="eval")) if isinstance(node, ast.Name)}
    except (SyntaxError, ValueError):
        return False
    return bool(names & stored) and names <= stored | {*exercise.given, "np"}


def _several_in_one(text: ast.Constant, stored: set[str], exercise: Exercise) -> Hit:
    """One pair of quotes around x and y, and around the format string where that is inside too."""
    pieces = [piece.strip() for piece in str(text.value).split(",")]
    if len(pieces) < 2 or not all(_is_code(piece, stored, exercise) for piece in pieces[:2]):
        return None
    means = "So plt.plot gets one text in place of x and y, and draws none of their values."
    advice = "Leave out the quotes."
    if len(pieces) > 2:
        advice = f"Only the format string is a text: put the quotes around `{pieces[2]}` alone."
    return text, "one pair of quotes encloses x and y together.", means, advice
