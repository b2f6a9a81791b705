"""Changes of an index."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from .edit import Change, text_of

Other = tuple[ast.expr, tuple[str, ...]]  # another index, and in which way it differs


def index_changes(node: ast.Subscript, counters: Sequence[str]) -> Iterator[Change]:
    """All of them; ``counters`` are the names that loops count with."""
    if isinstance(node.ctx, ast.Load):
        yield "index too much", node.value, (text_of(node),)
    kind = "other entry" if isinstance(node.ctx, ast.Load) else "other place"
    for index, way in other_indices(node.slice, counters):
        yield kind, ast.Subscript(node.value, index, node.ctx), (text_of(node), *way)


def other_indices(index: ast.expr, counters: Sequence[str]) -> Iterator[Other]:
    """Other indices than ``index``; of a pair, in each place, and exchanged."""
    if isinstance(index, ast.Tuple):
        for k, part in enumerate(index.elts):
            alone = ((other, way) for other, way in other_indices(part, counters) if way != ("column",))
            for other, way in alone:
                yield ast.Tuple([*index.elts[:k], other, *index.elts[k + 1 :]], ast.Load()), way
        if len(index.elts) == 2:
            yield ast.Tuple(index.elts[::-1], ast.Load()), ("exchanged",)
        return
    if isinstance(index, ast.Slice):
        yield from _other_slices(index, counters)
        return
    one = ast.Constant(1)
    yield ast.BinOp(index, ast.Sub(), one), ("late",)
    yield ast.BinOp(index, ast.Add(), one), ("early",)
    for counter in counters:
        if text_of(index) != counter:
            yield ast.Name(counter, ast.Load()), ("counter",)
            yield ast.BinOp(ast.Name(counter, ast.Load()), ast.Sub(), one), ("counter",)
    yield ast.Tuple([ast.Slice(), index], ast.Load()), ("column",)
    yield ast.UnaryOp(ast.USub(), index), ("from the end",)


def _other_slices(index: ast.Slice, counters: Sequence[str]) -> Iterator[Other]:
    for counter in counters:
        yield ast.Name(counter, ast.Load()), ("one", text_of(index))
    if index.lower is not None:
        yield ast.Slice(None, index.upper), ("starts late",)
    if index.upper is not None:
        yield ast.Slice(index.lower, None), ("ends early",)
    if index.lower is not None and index.upper is not None:
        yield ast.Slice(), ("all",)
    yield ast.Slice(ast.Constant(1), index.upper), ("starts early",) if index.lower is None else ()
    yield ast.Slice(index.lower, ast.Constant(-1)), ("ends late",) if index.upper is None else ()
