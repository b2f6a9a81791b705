"""Text that is safe in any file and page, and numbers as a reader expects them."""

from __future__ import annotations

from slipcheck.notebook_file import clean

__all__ = ["clean", "points"]


def points(value: float) -> str:
    """A mark as a learning system takes it: at most two places, without zeros at the end.

    >>> points(4.0), points(4.125), points(0)
    ('4', '4.13', '0')
    """
    return f"{value + 1e-9:.2f}".rstrip("0").rstrip(".")
