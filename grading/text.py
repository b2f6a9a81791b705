"""Text that any file and any page can hold."""

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
