"""Text that any file and any page can hold, and numbers as a reader expects them."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Without what no file and no page can hold: lone surrogates, and control characters but tab and line end.

    >>> clean("a\\x1b[31m\\ud800\\n")
    'a[31m?\\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return CONTROL.sub("", text.encode("utf-8", "replace").decode())


def points(value: float) -> str:
    """A mark as a learning system takes it: at most two places, without zeros at the end.

    >>> points(4.0), points(4.125), points(0)
    ('4', '4.13', '0')
    """
    return f"{value + 1e-9:.2f}".rstrip("0").rstrip(".")
