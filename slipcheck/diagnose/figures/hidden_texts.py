"""Commands that hide the labels of a figure, or make them too small or too pale to read."""

from __future__ import annotations

import ast
import re

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.judge.rules import UNREAD

from ..formulas.pieces import called

ARGUMENTS = {  # of the reason why a text cannot be read: the arguments by which it comes about
    "hidden": ("visible", "labelpad", "x", "y", "position"),
    "small": ("fontsize", "size"),
    "pale": ("color", "c", "alpha"),
}
BESIDE = re.compile("spine|tick|legend|grid|patch")  # parts of a figure that hold none of these texts


def hidden_text(source: str, calls: list[ast.Call], message: Message) -> Diagnosis | None:
    """Of a title or label that cannot be read: the command that hides it, or the argument of its own command."""
    reason = next((name for name, (means, _) in UNREAD.items() if means == message.means), "")
    hiding = [call for call in calls if _hides(call)] if reason == "hidden" else []
    if len(hiding) == 1:
        said = Message(
            f"Line {hiding[0].lineno}: this command hides a part of the figure.",
            "A label that you wrote cannot be seen in the picture.",
            "Delete this command.",
        )
        return Diagnosis("label not readable", said, spot_of(source, hiding[0]))
    axis = re.search(r"the (\w) axis", message.observed)
    name = f"{axis[1]}label" if axis is not None else "title"
    for call in (call for call in calls if called(call) in (name, f"set_{name}")):
        looks = [keyword for keyword in call.keywords if keyword.arg in ARGUMENTS.get(reason, ())]
        if len(looks) == 1:
            observed = f"Line {call.lineno}: `{looks[0].arg}` changes how this text looks."
            said = Message(observed, message.observed, f"Leave `{looks[0].arg}` out.")
            return Diagnosis("label not readable", said, spot_of(source, looks[0].value))
    return None


def _hides(call: ast.Call) -> bool:
    """Whether a command switches something off that may hold a title or a label."""
    name = getattr(call.func, "attr", "")
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    is_off = any(isinstance(value, ast.Constant) and value.value in ("off", False) for value in values)
    if name == "set_visible":
        return is_off and not BESIDE.search(ast.unparse(call.func))
    return name == "set_axis_off" or (name == "axis" and is_off)
