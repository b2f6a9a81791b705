"""Formats of numbers that Python cannot read: what stands in a wrong place, or is none of their letters."""

from __future__ import annotations

import re


def order_of(written: str) -> tuple[str, str]:
    """What a format that Python cannot read should be, and what to try."""
    digits = re.fullmatch(r"(\d+)\.(?=[a-zA-Z]?$)[a-zA-Z]?", written)
    if digits is not None:
        return (
            "The point comes first, then the number of decimals, then a letter.",
            f"Put the point before the {digits[1]}.",
        )
    behind = re.fullmatch(r"([a-zA-Z])(\.?\d+)|\.([a-zA-Z])(\d+)", written)
    if behind is not None:
        letter = behind[1] or behind[3]
        return "The letter of a format comes last.", f"Move the {letter} behind the number."
    letter = re.fullmatch(r"\.\d+([a-zA-Z])", written)
    if letter is not None:
        return (
            f"No format of a decimal number ends with the letter {letter[1]}.",
            "Which letter does the text use here?",
        )
    return "A format is a point, the number of decimals and one letter.", "Compare it with a format in the text above."
