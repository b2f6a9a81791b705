"""A label that a legend shows again and again."""

from __future__ import annotations

import ast
from collections import Counter

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message
from slipcheck.observe import Observation

from .legends import is_text
from .marker_commands import in_loops

KEPT = 15  # entries of a legend that an observation keeps


def label_of_many(source: str, calls: list[ast.Call], observation: Observation) -> Diagnosis | None:
    """The plot command whose label stands in the legend again and again."""
    entries = Counter(text for figure in observation.figures for text in figure["legend"])
    text, times = next(iter(entries.most_common(1)), ("", 0))
    for call in calls:
        label = next((keyword for keyword in call.keywords if keyword.arg == "label"), None)
        if label is None or not is_text(label.value) or ast.literal_eval(label.value) != text or times < 2:
            continue
        often = f"{times} times" if times < KEPT else "many times"
        draws = "draws a curve in each round of its loop" if in_loops(source, [call]) else "draws several curves"
        message = Message(
            f"Line {call.lineno}: the label of this command appears {often} in the legend.",
            f"The command {draws}, and each curve gets this label.",
            "Leave the label out here. To name one curve, label a command that draws this curve alone.",
        )
        return Diagnosis("legend too long", message, spot_of(source, label.value))
    return None
