"""Formulas that a student types: a slip is known by the wrong one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Formula:
    """A right formula.

    ``bind`` makes the names' values of the arguments that the reference gives to the keyword of this formula.
    """

    text: str
    bind: Callable[..., dict[str, Any]]

    def variant(self, text: str) -> Callable[..., np.ndarray]:
        """What computes another formula of these names: a value for the reference's keyword."""
        return compiled(text, self.bind)


def compiled(text: str, bind: Callable[..., dict[str, Any]]) -> Callable[..., np.ndarray]:
    """A formula as a function of what ``bind`` makes its names of; nan where it cannot be computed."""
    code = compile(text, "<variant>", "eval")

    def variant(first: np.ndarray, *others: object) -> np.ndarray:
        with np.errstate(all="ignore"):
            try:
                value = eval(code, {"np": np, **bind(first, *others)})
            except (ArithmeticError, TypeError, ValueError):
                value = np.nan
            return np.nan * first if np.iscomplexobj(value) else value + 0 * first

    return variant
