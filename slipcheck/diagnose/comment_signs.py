"""What to do with the sign # of a line that should be code."""

from __future__ import annotations

import re


def without_its_sign(before: str, after: str) -> str:
    """How a line becomes code again; it must not begin with a space that was behind its sign.

    >>> without_its_sign("", "r = 1")
    'Delete the # at the start of this line.'
    >>> without_its_sign("", " r = 1")
    'Delete the # at the start of this line and the space after it: the line must begin at the left edge.'
    """
    signs = "every #" if after.startswith("#") else "the #"
    if not before and not re.match(r"#*\s", after):
        return f"Delete {signs} at the start of this line."
    if re.match(r"#*\s\s", after):
        return f"Delete {signs} at the start of this line. It must begin in the same column as the lines of its block."
    spaces = " and the space after it" if re.match(r"#*\s", after) else ""
    where = "where its # is now" if before else "at the left edge"
    return f"Delete {signs} at the start of this line{spaces}: the line must begin {where}."
