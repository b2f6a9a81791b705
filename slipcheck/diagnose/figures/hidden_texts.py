"""Commands that hide the labels of a figure, or make them too small or too pale to read."""

from __future__ import annotations

import ast

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..formulas.pieces import called

OF_TEXTS = ("xlabel", "ylabel", "title", "set_xlabel", "set_ylabel", "set_title", "suptitle", "text")
LOOKS = ("fontsize", "size", "color", "c", "alpha", "visible", "labelpad", "x", "y", "position")


def hidden_text(source: str, calls: list[ast.Call]) -> Diagnosis | None:
    """The first command that hides axes or texts; else the argument that changes how a text looks."""
    for call in calls:
        if _hides(call):
            message = Message(
                f"Line {call.lineno}: this command hides a part of the figure.",
                "A label that you wrote cannot be seen in the picture.",
                "Delete this command.",
            )
            return Diagnosis("label not readable", message, spot_of(source, call))
    for call in (call for call in calls if called(call) in OF_TEXTS):
        looks = [keyword for keyword in call.keywords if keyword.arg in LOOKS]
        if looks:
            message = Message(
                f"Line {call.lineno}: `{looks[0].arg}` changes how the text of `{called(call)}` looks.",
                "In the picture, the text cannot be read.",
                f"Leave `{looks[0].arg}` out.",
            )
            return Diagnosis("label not readable", message, spot_of(source, looks[0].value))
    return None


def _hides(call: ast.Call) -> bool:
    """Whether a command switches something off: an axes, an axis, a text."""
    name = getattr(call.func, "attr", "")
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    is_off = any(isinstance(value, ast.Constant) and value.value in ("off", False) for value in values)
    return name == "set_axis_off" or (name in ("axis", "set_visible") and is_off)
