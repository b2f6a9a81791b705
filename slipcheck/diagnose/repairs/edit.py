"""One small change of an answer."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from slipcheck.observe.nodes import nodes_of

LINES = ("row", "column")  # that an index of a table takes in its first, and its second, place
Sentences = tuple[str, str, str]  # what stands there, what it means, what to try
Put = Callable[[ast.expr], None]  # puts an expression in the place of another
Around = tuple[ast.AST, ...]  # the nodes around one, the outermost first
Words = tuple[str, ...] | Callable[[], tuple[str, ...]]
Change = tuple[str, ast.expr, tuple[str, ...]]  # a kind, what to put in the place, the words of its message
SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.FloorDiv: "//", ast.Mod: "%",
    ast.BitXor: "^",
}  # fmt: skip


class Edit:
    """A change of ``kind`` at a ``node`` of the answer.

    ``words`` are the pieces of the text that a message names, or what finds them once they are asked for; ``lines``
    the numbers of the lines that change. ``make`` writes the whole cell after the change; it is asked only for changes
    that are tried.
    """

    def __init__(self, kind: str, node: ast.AST, words: Words, make: Callable[[], str], lines: tuple[int, ...] = ()):
        self.kind = kind
        self.node = node
        self.lines = lines or lines_of(node)
        self._words = words
        self._make = make

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The pieces of the text that a message names."""
        return self._words() if callable(self._words) else self._words

    @cached_property
    def source(self) -> str:
        """The whole cell after the change."""
        return self._make()


def with_expression(tree: ast.Module, put: Put, new: ast.expr, old: ast.expr) -> Callable[[], str]:
    """What writes the tree with another expression in the place of one, and leaves the tree as it is."""
    return with_expressions(tree, [(put, old, new)])


def with_expressions(tree: ast.Module, places: Sequence[tuple[Put, ast.expr, ast.expr]]) -> Callable[[], str]:
    """The same for several places, each with its old expression and its new one."""

    def make() -> str:
        for put, _, new in places:
            put(new)
        source = ast.unparse(tree)
        for put, old, _ in places:
            put(old)
        return source

    return make


def with_blocks(tree: ast.Module, changes: Sequence[tuple[list[ast.stmt], list[ast.stmt]]]) -> Callable[[], str]:
    """What writes the tree with other statements in some blocks, and leaves the tree as it is."""

    def make() -> str:
        usual = [list(block) for block, _ in changes]
        for block, statements in changes:
            block[:] = [ast.copy_location(s, block[0]) if not hasattr(s, "lineno") else s for s in statements]
        source = ast.unparse(tree)
        for (block, _), statements in zip(changes, usual, strict=True):
            block[:] = statements
        return source

    return make


def with_another_name(tree: ast.Module, places: Sequence[ast.Name], name: str) -> str:
    """The cell with the name in these places of its tree, all of which have one name now."""
    usual = places[0].id
    for place in places:
        place.id = name
    source = ast.unparse(tree)
    for place in places:
        place.id = usual
    return source


def with_index(tree: ast.Module, pairs: Sequence[list[ast.expr]], k: int, new: ast.expr) -> str:
    """The cell with another index in one place of several pairs of indices."""
    usual = [pair[k] for pair in pairs]
    for pair in pairs:
        pair[k] = new
    source = ast.unparse(tree)
    for pair, index in zip(pairs, usual, strict=True):
        pair[k] = index
    return source


def lines_of(node: ast.AST) -> tuple[int, ...]:
    """The numbers of all lines of a node."""
    first = getattr(node, "lineno", 0)
    return tuple(range(first, (getattr(node, "end_lineno", None) or first) + 1))


def text_of(node: ast.AST) -> str:
    """A node as a sentence quotes it: of a statement with a block, the line that begins it."""
    return " ".join(ast.unparse(node).splitlines()[0].split())


def as_typed(source: str, edit: Edit, sentence: str) -> str:
    """The sentence with the piece of the change, where it is quoted, as the student typed it."""
    typed = ast.get_source_segment(source, edit.node) if hasattr(edit.node, "lineno") else None
    if typed is None or "\n" in typed or not isinstance(edit.node, ast.expr):
        return sentence
    return sentence.replace(f"`{text_of(edit.node)}`", f"`{typed}`")


def sign_of(operator: ast.operator) -> str:
    """As it is typed."""
    return SIGNS.get(type(operator), "?")


def blocks(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Each block of statements."""
    for node in nodes_of(tree):
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                yield block


def slots(node: ast.AST, around: Around = ()) -> Iterator[tuple[ast.expr, Put, Around]]:
    """Each expression in ``node``, what puts another in its place, and the nodes around it."""
    inside = (*around, node)
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            for k, part in enumerate(value):
                if isinstance(part, ast.expr):
                    yield part, _into_list(value, k), inside
                if isinstance(part, ast.AST):
                    yield from slots(part, inside)
        elif isinstance(value, ast.AST):
            if isinstance(value, ast.expr):
                yield value, _into_field(node, name), inside
            yield from slots(value, inside)


def _into_list(parts: list[Any], k: int) -> Put:
    def put(new: ast.expr) -> None:
        parts[k] = new

    return put


def _into_field(node: ast.AST, name: str) -> Put:
    def put(new: ast.expr) -> None:
        setattr(node, name, new)

    return put


def is_in_an_index(node: ast.expr, around: Around) -> bool:
    """Whether an expression stands in the square brackets of an entry, but for a `++` there."""
    path = (*around, node)
    pairs = pairwise(path)
    is_plus_plus = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.UAdd)
    return not is_plus_plus and any(isinstance(a, ast.Subscript) and a.slice is b for a, b in pairs)


def indices_of(node: ast.AST) -> list[ast.expr]:
    """The two indices of an entry of a table; none of another piece."""
    is_pair = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2
    return node.slice.elts if is_pair else []  # type: ignore[attr-defined]
