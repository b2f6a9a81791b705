"""How much a value would hold, known before it is made: a few characters of text can ask for gigabytes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from operator import matmul, mod
from typing import Any

import numpy as np

COUNT = 5_000  # whole numbers above it are no count that an exercise has; nothing of such a size is made
ENTRIES = 2_000_000  # numbers, or characters of a text, of the largest value that is made
SEQUENCES = (list, tuple, str, bytes)
AXES = 10  # of an array at most: a longer list is no shape
PRODUCTS = ("outer", "kron", "meshgrid", "ix_", "convolve", "correlate", "tensordot", "dot", "matmul", "diag", "vander")
WIDE = re.compile(r"\*|\d{4}|%\(")  # in a text that formats values: a width without limit, or many names


class UnknownValueError(ValueError):
    """The value of a piece cannot be told from the data."""


def entries(value: Any) -> int:
    """How many numbers and characters a value holds, each as often as it occurs; above ENTRIES, no more are counted.

    >>> entries([[0] * 3] * 2), entries("abc"), entries(np.zeros((2, 5))), entries(1.5)
    (8, 3, 10, 1)
    """
    if isinstance(value, np.ndarray):
        return int(value.size)
    if isinstance(value, (str, bytes, range)):
        return len(value)
    if not isinstance(value, (list, tuple)):
        return 1
    count = len(value)
    parts: Sequence[Any] = value if count <= ENTRIES else ()
    for part in parts:
        if isinstance(part, (list, tuple, str, np.ndarray)):
            count += entries(part)
            if count > ENTRIES:
                break
    return count


def limited(value: Any) -> Any:
    """The same value, unless it makes something large: a whole number above COUNT, or more than ENTRIES."""
    if isinstance(value, (int, np.integer)) and abs(int(value)) > COUNT:
        raise UnknownValueError(value)
    return held(value)


def held(value: Any) -> Any:
    """The same value, unless it has more than ENTRIES; a number may be of any size."""
    _refuse(entries(value))
    return value


def operated(operator: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """What an operator, or a comparison, makes of two values. Raises UnknownValueError where that is too large."""
    if isinstance(left, np.ndarray) or isinstance(right, np.ndarray):
        _refuse(_spread([left, right]) if operator is not matmul else entries(left) * entries(right))
    elif isinstance(left, SEQUENCES) or isinstance(right, SEQUENCES):
        if operator is mod and isinstance(left, (str, bytes)) and (isinstance(left, bytes) or WIDE.search(left)):
            raise UnknownValueError(left[:60])
        times = [abs(int(limited(value))) for value in (left, right) if isinstance(value, (int, np.integer))]
        _refuse((entries(left) + entries(right)) * max([1, *times]))
    return operator(left, right)


def item(value: Any, index: Any) -> Any:
    """``value[index]``. Raises UnknownValueError where places are asked for so often that it is too large."""
    parts = index if isinstance(index, tuple) else (index,)
    places = [part for part in parts if isinstance(part, (list, tuple, range, np.ndarray))]
    masks = [part for part in places if np.asarray(held(part)).dtype == bool] if isinstance(value, np.ndarray) else []
    if masks and len(parts) > 1:
        _refuse(math.prod(map(entries, places)) * value.size)
    elif isinstance(value, np.ndarray) and places and not masks:
        each = value.size // max(len(value), 1) if len(parts) == 1 and value.ndim else value.size
        _refuse(_spread(places) * each)
    return value[index]


def call_result(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """What a function makes of its arguments. Raises UnknownValueError where that could be too large.

    Whole numbers may be sizes, alone or in a list; arrays are spread over one another, or multiplied.
    """
    values = [*arguments, *named.values(), getattr(function, "__self__", None)]
    arrays = [value for value in values if isinstance(value, np.ndarray)]
    lists = [value for value in values if isinstance(value, (list, tuple))]
    numbers = [*values, *(part for value in lists if len(value) <= AXES for part in value)]
    sizes = [abs(int(part)) for part in numbers if isinstance(part, (int, np.integer))]
    is_product = getattr(function, "__name__", "") in PRODUCTS
    count = math.prod(array.size for array in arrays) if is_product else _spread(arrays)
    _refuse(max(count, *map(entries, values)) * math.prod(size for size in sizes if size))
    return function(*arguments, **named)


def formatted(number: float, code: str) -> str:
    """A number in a format, of which no width and no number of digits is above 999. Raises ValueError or TypeError."""
    return format(number, re.sub(r"\d{4,}", "999", code))


def _spread(values: list[Any]) -> int:
    """How many numbers there are where arrays are spread over one another; of those that do not fit, all."""
    try:
        return math.prod(np.broadcast_shapes(*(np.shape(held(value)) for value in values)))
    except UnknownValueError:
        raise
    except ValueError:
        return sum(map(entries, values))


def _refuse(count: int) -> None:
    if count > ENTRIES:
        raise UnknownValueError(count)
