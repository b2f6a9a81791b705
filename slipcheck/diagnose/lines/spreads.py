"""Functions that give the spread of their values, and get others than they should."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise

from ..formulas.pieces import called
from .answer_line import names_in
from .line_facts import POWER_OF_SPREAD
from .wrong_line import WrongLine

OF_THE_WHOLE = ("piece", "other name", "other value")  # faults that such a call can be the reason of


def other_spread(exercise: Exercise, wrong: WrongLine) -> tuple[ast.Call, str] | None:
    """The call that gives a spread of which no accepted formula takes it, and the name that it gets."""
    asked = {name for text in wrong.equation.texts for name in names_in(ast.parse(text))}
    for call in (node for node in ast.walk(wrong.statement) if isinstance(node, ast.Call)):
        name = getattr(call.args[0], "id", "") if call.args else ""
        is_spread = called(call) in POWER_OF_SPREAD and name in exercise.words
        if is_spread and wrong.fault.kind in OF_THE_WHOLE and not (name in asked and wrong.fault.kind == "piece"):
            return call, name
    return None


def spread_of(exercise: Exercise, function: str, name: str) -> tuple[str, str, str]:
    """What is said of a function of the spread that gets other values than it should."""
    meaning = f", {exercise.words[name]}" if name in exercise.words else ""
    means = "So it gives the spread of these values around their own mean. The text asks for another spread."
    return f"`{function}` gets `{name}`{meaning}.", means, "What does the text compute here, and from which name?"
