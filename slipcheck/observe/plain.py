"""Values of student code as plain data. Exact types only: any other value keeps only the name of its type."""

from __future__ import annotations

import math
from typing import Any, TypeGuard

import numpy as np

ENTRIES = 400_000  # numbers of a variable that are kept: 2000 realizations of 150 steps fit


def to_plain(value: Any, unpacked: bool = True) -> Any:
    """A number, string or None as itself; a list or tuple of such as a list; an array as {"array", "dtype"};
    anything else as {"type": its name}. Not ``unpacked``, an array stays an array: faster, and not for JSON.

    >>> to_plain(np.float64(0.5)), to_plain([1, 2.0]), to_plain(np.ma.array([1]))
    (0.5, [1, 2.0], {'type': 'MaskedArray'})
    >>> to_plain(np.arange(2))
    {'array': [0, 1], 'dtype': 'int64'}
    """
    kind = type(value)
    if value is None or kind in (bool, float, str) or (kind is int and abs(value) < 2**63):
        return value[:ENTRIES] if kind is str else value
    if kind.__module__ == "numpy" and isinstance(value, (np.floating, np.integer, np.bool_)):
        return value.item() if value.dtype.itemsize <= 8 else float(value)
    if kind is np.ndarray and value.dtype.kind in "fiub" and value.size <= ENTRIES:
        numbers = value if value.dtype.itemsize <= 8 else value.astype(float)  # a long double is no plain number
        return {"array": numbers.tolist() if unpacked else numbers, "dtype": str(value.dtype)}
    if kind in (list, tuple) and _size(value) <= ENTRIES:
        return _entries(value)
    return {"type": kind.__name__}


def _entries(values: Any) -> list[Any]:
    """Short-cut for the usual list of floats; deeper lists one level down at a time."""
    if all(type(value) is float for value in values):
        return list(values)
    return [{"type": "list"} if type(value) in (list, tuple) and _deep(value) else to_plain(value) for value in values]


def _size(values: Any) -> int:
    """How many numbers a list holds, those of arrays in it too."""
    return len(values) + sum(value.size for value in values[:ENTRIES] if type(value) is np.ndarray)


def _deep(value: Any) -> bool:
    return any(type(entry) in (list, tuple) for entry in value)


def as_array(plain: Any) -> np.ndarray | None:
    """The float array behind a plain number, list of numbers or array; None where it is none of them.

    >>> as_array({"array": [[1, 2]], "dtype": "int64"}).shape
    (1, 2)
    >>> as_array({"type": "MaskedArray"}) is None, as_array([1, "a"]) is None
    (True, True)
    """
    if isinstance(plain, dict):
        plain = plain.get("array")
    if plain is None or isinstance(plain, (str, bool)):
        return None
    try:
        array = np.array(plain)
    except ValueError:
        return None
    return array.astype(float) if array.dtype.kind in "fiu" else None


def is_number(plain: Any) -> TypeGuard[float]:
    """Whether a plain value is a finite number (a bool is none)."""
    return type(plain) in (int, float) and math.isfinite(plain)
