"""Changes of a name or a number in a formula."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from .edit import Around, Change, text_of

TURNS: dict[float, tuple[str, str]] = {  # degrees, what they are, and the same in radians
    360: ("a full turn", "2 * np.pi"),
    180: ("half a turn", "np.pi"),
}


class Vocabulary:
    """What may stand in the place of a piece: ``names``, with ``counters`` of loops and ``counts``; and ``numbers``."""

    def __init__(
        self,
        names: Sequence[str],
        counters: Sequence[str],
        numbers: Sequence[float],
        counts: Sequence[str] = (),
    ):
        self.names = names
        self.counts = counts
        self.counters = counters
        self.numbers = numbers


def name_changes(node: ast.Name, around: Around, vocabulary: Vocabulary) -> Iterator[Change]:
    parent = around[-1]
    for beside in _entries_beside(node, around):
        yield "other name", beside, (node.id, text_of(beside))
    for name in vocabulary.names:
        yield "other name", ast.Name(name, ast.Load()), (node.id, name)
    if node.id in vocabulary.counters and "dt" in vocabulary.names:
        yield "step for a time", ast.BinOp(node, ast.Mult(), ast.Name("dt", ast.Load())), (node.id,)
    if not isinstance(parent, ast.Subscript):
        for counter in vocabulary.counters:
            if counter != node.id:
                yield "no index", ast.Subscript(node, ast.Name(counter, ast.Load()), ast.Load()), (node.id,)
    is_counted = isinstance(parent, ast.Call) and text_of(parent.func) == "len"
    kind = "length of rows" if is_counted else "not transposed"
    yield kind, ast.Attribute(node, "T", ast.Load()), (node.id,)


def _entries_beside(node: ast.Name, around: Around) -> list[ast.Subscript]:
    """The entries of lists and arrays in the statement of a name, each once; none of the name itself.

    Where the statement reads none, those that the other statements of its round read.
    """
    statements = [part for part in reversed(around) if isinstance(part, ast.stmt)]
    if not statements or not isinstance(statements[0], (ast.Expr, ast.Assign, ast.AugAssign)):
        return []
    found: dict[str, ast.Subscript] = {}
    for part in [statements[0], *(part for part in statements[1:] if isinstance(part, (ast.For, ast.While)))][:2]:
        entries = [inner for inner in ast.walk(part) if isinstance(inner, ast.Subscript)]
        others = [entry for entry in entries if node not in ast.walk(entry) and text_of(entry.value) != node.id]
        found |= {text_of(entry): entry for entry in others}
        if any(isinstance(entry.ctx, ast.Load) for entry in others):
            break
    return list(found.values())


def number_changes(value: float, vocabulary: Vocabulary) -> Iterator[Change]:
    near = [value + 1, value - 1, -value]
    factors = [value * 10, value / 10, value * 1000, value / 1000, value * 2, value / 2]
    for other in dict.fromkeys([*near, *vocabulary.numbers, *factors]):
        number = int(other) if type(value) is int and other == int(other) else other
        yield "other number", ast.parse(repr(number), mode="eval").body, (repr(value), repr(number))
    if value in TURNS:
        turn, radians = TURNS[value]
        yield "degrees", ast.parse(radians, mode="eval").body, (repr(value), turn)
    for name in vocabulary.names:
        yield "number for a name", ast.Name(name, ast.Load()), (repr(value),)
