"""Arguments of a plot command that are typed in quotes, so that they are texts."""

from __future__ import annotations

import ast
import re

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..formulas.pieces import called
from .legends import is_text

OPTION = re.compile(r"\s*(alpha|label|color|c|marker|markersize|ms|linewidth|lw|linestyle|ls)\s*=\s*(.*\S)\s*")


def argument_in_quotes(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """``"alpha=0.1"``: the name of an argument with its value, all of it in quotes."""
    for call in (call for call in calls if called(call) == "plot"):
        for text in call.args[1:]:
            option = OPTION.fullmatch(text.value) if isinstance(text, ast.Constant) and is_text(text) else None  # type: ignore[arg-type]
            if option is None:
                continue
            message = Message(
                f"Line {call.lineno}: the argument `{option[1]}` is in quotes, with its value.",
                "So it is a text, and plt.plot takes it for values to draw.",
                _advice(option[2]),
            )
            return Diagnosis("argument in quotes", message, spot_of(source, text))
    return None


def _advice(value: str) -> str:
    """Which quotes are to go: a value that is a text keeps its own."""
    try:
        ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return "Only what comes after the equals sign is a text: put the quotes around this alone."
    return "Take these quotes away."
