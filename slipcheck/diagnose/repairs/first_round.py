"""Where the first round of a loop stores what it computes."""

from __future__ import annotations

import ast

from ..formulas.pieces import called
from ..lines.answer_line import names_in
from ..values import value_of
from .edit import text_of


def first_place(source: str, count: ast.AST) -> str:
    """In which place the loop that counts with ``count``, a call, stores first; empty where that is not known.

    >>> source = "for k in range(1, 3):\\n    v[k + 1] = 0"
    >>> first_place(source, ast.parse(source).body[0].iter)
    'In the first round `v[k + 1]` has the index 2.'
    """
    for loop in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.For)):
        counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        first = _first_number(loop.iter)
        is_it = (loop.iter.lineno, loop.iter.col_offset) == (count.lineno, count.col_offset)  # type: ignore[attr-defined]
        if is_it and isinstance(counter, ast.Name) and first is not None:
            places = [node for node in ast.walk(loop) if isinstance(node, ast.Subscript) and _fills(node, counter.id)]
            return _said(places[0], counter.id, first) if places and _is_reached(loop, places[0]) else ""
    return ""


def from_the_end(loop: ast.For, counter: str, first: int) -> str:
    """Which place the first round of a loop reads from the end of an array, as its index is negative; empty if none.

    >>> loop = ast.parse("for k in range(3):\\n    v[k] = v[k - 1]").body[0]
    >>> from_the_end(loop, "k", 0)
    'In the first round `v[k - 1]` has the index -1, that of the last place.'
    """
    places = [part for node in loop.body for part in ast.walk(node) if isinstance(part, ast.Subscript)]
    read = [place for place in places if isinstance(place.ctx, ast.Load) and counter in names_in(place.slice)]
    said = (_said(place, counter, first) for place in read if _is_reached(loop, place))
    return next((text for text in said if "last place" in text), "")


def apart(source: str, count: ast.AST) -> str:
    """Which value an enumerate of a part of an array gives in each round, where it is not the one with the number.

    >>> source = "for k, x in enumerate(u[1:]):\\n    print(k, x)"
    >>> apart(source, ast.parse(source).body[0].iter)
    'In each round `x` is `u[k + 1]`, and the loop needs `u[k]`.'
    """
    for loop in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.For)):
        is_it = (loop.iter.lineno, loop.iter.col_offset) == (count.lineno, count.col_offset)  # type: ignore[attr-defined]
        first = _first_number(loop.iter) if is_it else None
        if first is None or not isinstance(loop.iter, ast.Call) or called(loop.iter) != "enumerate":
            continue
        part, target = loop.iter.args[0], loop.target
        if not isinstance(part, ast.Subscript) or not isinstance(part.slice, ast.Slice) or part.slice.step is not None:
            continue
        start = value_of(part.slice.lower, {}) if part.slice.lower is not None else 0
        if isinstance(target, ast.Tuple) and type(start) is int and start >= 0 and start != first:
            counter, value = (text_of(name) for name in target.elts)
            sign = "+" if start > first else "-"
            base, far = text_of(part.value), f"{sign} {abs(start - first)}"
            return f"In each round `{value}` is `{base}[{counter} {far}]`, and the loop needs `{base}[{counter}]`."
    return ""


def _is_reached(loop: ast.For, place: ast.Subscript) -> bool:
    """Whether the first round stores there: no condition is around the place, and no word before it ends the round."""
    ends = [node.lineno for node in ast.walk(loop) if isinstance(node, (ast.Continue, ast.Break))]
    around = [node for node in ast.walk(loop) if isinstance(node, (ast.If, ast.While, ast.Try))]
    return min(ends, default=place.lineno) >= place.lineno and not any(
        part is place for node in around for part in ast.walk(node)
    )


def _first_number(count: ast.expr) -> int | None:
    """The number with which a range, or an enumerate, begins."""
    if not isinstance(count, ast.Call) or called(count) not in ("range", "enumerate"):
        return None
    named = [keyword.value for keyword in count.keywords]
    is_range = called(count) == "range"
    starts = count.args[:1] if is_range and len(count.args) > 1 else [] if is_range else [*count.args[1:], *named]
    first = value_of(starts[0], {}) if starts else 0
    return first if type(first) is int else None


def _fills(place: ast.Subscript, counter: str) -> bool:
    return isinstance(place.ctx, ast.Store) and counter in names_in(place.slice)


def _said(place: ast.Subscript, counter: str, first: int) -> str:
    """The index of a place in the round in which the counter has its first number."""
    parts = place.slice.elts if isinstance(place.slice, ast.Tuple) else [place.slice]
    part = next(part for part in parts if counter in names_in(part))
    index = value_of(part, {counter: first})
    if not isinstance(index, int):
        return ""
    last = ", that of the last place" if index == -1 else ""
    what = f"is in {('row', 'column')[parts.index(part)]} {index}" if len(parts) == 2 else f"has the index {index}"
    return f"In the first round `{text_of(place)}` {what}{last}."
