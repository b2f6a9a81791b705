"""Factors of a product that are written as one name, as on paper."""

from __future__ import annotations

from collections.abc import Collection

PI = ("π", "pi")  # which no answer gives a value
MOST = 3


def factors(name: str, known: Collection[str]) -> list[str]:
    """The known names that make up a name; none where it is no product of different ones.

    >>> factors("ri", ["r", "i"]), factors("rr", ["r"]), factors("πt", ["t"])
    (['r', 'i'], [], ['π', 't'])
    """
    if name in known or name in [other.replace("_", "") for other in known]:
        return []
    parts = _parts(name, {*known, *PI}, MOST)
    return parts if len(set(parts)) > 1 else []


def _parts(name: str, known: Collection[str], most: int) -> list[str]:
    if name in known:
        return [name]
    for end in range(len(name) - 1, 0, -1):
        rest = _parts(name[end:], known, most - 1) if most > 1 and name[:end] in known else []
        if rest:
            return [name[:end], *rest]
    return []


def listed(parts: list[str]) -> str:
    """The factors in words."""
    return f"{', '.join(f'`{part}`' for part in parts[:-1])} and `{parts[-1]}`"
