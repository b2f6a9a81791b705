"""Text that is safe in any file and page, and numbers as a reader expects them."""

from __future__ import annotations

from slipcheck.notebook_file import clean

__all__ = ["clean", "points", "short"]
QUOTED = 80  # characters of another's text in a sentence of ours


def short(text: str, most: int = QUOTED) -> str:
    """A text as a sentence quotes it: of a long one, the beginning and the end.

    >>> short("04.ipynb"), short("x" * 1000 + ".ipynb", 20)
    ('04.ipynb', 'xxxxxxxx...xxx.ipynb')
    """
    end = (most - 3) // 2 + 1
    return text if len(text) <= most else f"{text[: most - 3 - end]}...{text[-end:]}"


def points(value: float) -> str:
    """A mark as a learning system takes it: at most two places, without zeros at the end.

    >>> points(4.0), points(4.125), points(0)
    ('4', '4.13', '0')
    """
    return f"{value + 1e-9:.2f}".rstrip("0").rstrip(".")
