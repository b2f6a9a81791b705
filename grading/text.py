"""Text that is safe in any file, page and terminal, and numbers as a reader expects them."""

from __future__ import annotations

from slipcheck.notebook_file import clean

__all__ = ["clean", "percent", "points", "printable", "short"]
QUOTED = 80  # characters of another's text in a sentence of ours


def short(text: str, most: int = QUOTED) -> str:
    """A text as a sentence quotes it: of a long one, the beginning and the end.

    >>> short("04.ipynb"), short("x" * 1000 + ".ipynb", 20)
    ('04.ipynb', 'xxxxxxxx...xxx.ipynb')
    """
    end = (most - 3) // 2 + 1
    return text if len(text) <= most else f"{text[: most - 3 - end]}...{text[-end:]}"


def printable(path: str) -> str:
    """A name from an archive, safe to print on a terminal.

    >>> printable("a\\x1b[2J.ipynb")
    'a\\\\x1b[2J.ipynb'
    """
    return path if path.isprintable() else path.encode("unicode_escape", errors="backslashreplace").decode()


def points(value: float) -> str:
    """A mark as a learning system takes it: at most two places, without zeros at the end.

    >>> points(4.0), points(4.125), points(0)
    ('4', '4.13', '0')
    """
    return f"{value + 1e-9:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """A share, to be read.

    >>> percent(0.256), percent(0.001), percent(0)
    ('26 %', 'under 1 %', '0 %')
    """
    return "under 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"
