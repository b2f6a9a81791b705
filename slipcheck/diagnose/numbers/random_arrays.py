"""The functions that draw random numbers, and an array of them made again from what was kept of it."""

from __future__ import annotations

from typing import Any

import numpy as np

UNIFORM = ("random", "rand", "random_sample", "ranf", "sample")
EVEN_DRAWS = (*UNIFORM, "uniform")

OTHER_DRAWS = ("randint", "randn", "normal", "standard_normal", "choice", "random_integers", "integers", "exponential")

LARGEST = 1_000_000  # entries of an array that is made up again from its corner


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
