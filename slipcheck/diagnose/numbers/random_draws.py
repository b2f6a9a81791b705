"""What draws random numbers: functions, calls of them, and an array of numbers made again from what was kept of it."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np

from ..repairs.edit import text_of

UNIFORM = ("random", "rand", "random_sample", "ranf", "sample")
EVEN_DRAWS = (*UNIFORM, "uniform")
OTHER_DRAWS = ("randint", "randn", "normal", "standard_normal", "choice", "random_integers", "integers", "exponential")
NO_DRAWS = ("seed", "default_rng", "RandomState", "shuffle")

LARGEST = 1_000_000  # entries of an array that is made up again from its corner


def draws_in(node: ast.AST) -> list[ast.Call]:
    """The calls that draw random numbers."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    return [call for call in calls if _is_a_draw(text_of(call.func))]


def _is_a_draw(function: str) -> bool:
    return "random." in function and function.split(".")[-1] not in NO_DRAWS


def drawn_array(plain: Any) -> Any:
    """A drawn number, or what was kept of an array of them in its shape."""
    if isinstance(plain, (int, float)) and not isinstance(plain, bool):
        return np.float64(plain)
    if isinstance(plain, dict) and "array" in plain:
        known = np.array(plain["array"], float)
        shape = plain.get("shape", known.shape)
        if len(shape) != known.ndim or np.prod(shape) > LARGEST:
            return None
        whole = np.full(shape, np.nan)
        whole[tuple(slice(0, size) for size in known.shape)] = known
        return whole
    return None
