"""The exercises, one file each; ``exercise(4)`` gives the fourth."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ..exercise import Exercise

NUMBERS = range(1, 15)


@cache
def exercise(number: int) -> Exercise:
    """The exercise of a notebook.

    >>> exercise(4).title
    'Membrane potential'

    Raises KeyError with a sentence where there is none.
    """
    if type(number) is not int or number not in NUMBERS:
        raise KeyError(f"There is no exercise {number!r}. The series has exercises 1 to {NUMBERS[-1]}.")
    return import_module(f"{__name__}.ex{number:02d}").EXERCISE
