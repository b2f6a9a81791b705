"""The letter of an f-string, with a sign between it and the quote."""

from __future__ import annotations

import re

from .crash import Crash, Explained

BETWEEN = {"(": "a bracket", "*": "a star", ",": "a comma", "+": "a plus sign", "-": "a minus sign"}


def letter_of_a_text(crash: Crash, name: str, line: str) -> Explained:
    """``print(f, "{t}")`` and ``print(f("{t}"))``"""
    sign = re.search(rf"(?<![\w.]){name}\s*([(*,+-])\s*[\"'][^\"']*\{{", line)
    if name not in ("f", "F") or sign is None:
        return None
    means = "The letter says that the text takes in values. It must be right in front of the quote."
    advice = "Delete what is between the two."
    if sign[1] == "(":
        advice = "Delete this bracket and its partner."
    observed = f"there is {BETWEEN[sign[1]]} between the letter `{name}` and its text."
    return "f-string", observed, means, advice
