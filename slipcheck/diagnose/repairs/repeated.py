"""Changes that are the same in several places of one line."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from .edit import Edit, Put, sign_of, slots, text_of, with_expressions

Place = tuple[ast.expr, Put]


def repeated_edits(tree: ast.Module) -> Iterator[Edit]:
    """All of them."""
    for statement in (node for node in ast.walk(tree) if isinstance(node, (ast.Assign, ast.AugAssign))):
        operations: dict[str, list[Place]] = {}
        for node, put, _ in slots(statement):
            if isinstance(node, ast.BinOp):
                operations.setdefault(text_of(node), []).append((node, put))
        for places in operations.values():
            if len(places) > 1:
                yield from _too_much(tree, places)
        yield from _last_for_the_one_before(tree, statement)
        yield from _outside_the_index(tree, [place for places in operations.values() for place in places])


def _too_much(tree: ast.Module, places: list[Place]) -> Iterator[Edit]:
    """One side of an operation that stands several times in a line."""
    node = places[0][0]
    if isinstance(node, ast.BinOp):
        turned = [(put, other) for other, put in places]
        sign = sign_of(node.op)
        yield Edit("too much", node, (f"{sign} {text_of(node.right)}",), with_expressions(tree, turned, node.left))
        yield Edit("too much", node, (f"{text_of(node.left)} {sign}",), with_expressions(tree, turned, node.right))


def _last_for_the_one_before(tree: ast.Module, statement: ast.stmt) -> Iterator[Edit]:
    """The index -1 in each place of a line, where each should be the one before the counter of a loop around."""
    last = [(node, put) for node, put, _ in slots(statement) if _is_last(node)]
    loops = [loop for loop in ast.walk(tree) if isinstance(loop, ast.For) and statement in loop.body]
    for loop in (
        loops if len({ast.unparse(node.value) for node, _ in last if isinstance(node, ast.Subscript)}) > 1 else []
    ):
        counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        before = ast.BinOp(counter, ast.Sub(), ast.Constant(1))
        moved = [
            (node, put, ast.Subscript(node.value, _at(node.slice, before), ast.Load()))
            for node, put in last
            if isinstance(node, ast.Subscript)
        ]
        first = moved[0][0]
        yield Edit("last for the one before", first, (text_of(first),), _with_each(tree, moved))


def _is_last(node: ast.expr) -> bool:
    index = node.slice if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) else None
    last = index.elts[-1] if isinstance(index, ast.Tuple) and index.elts else index
    return last is not None and ast.unparse(last) == "-1"


def _at(index: ast.expr, place: ast.expr) -> ast.expr:
    """The same index with another last place."""
    return ast.Tuple([*index.elts[:-1], place], ast.Load()) if isinstance(index, ast.Tuple) else place


def _outside_the_index(tree: ast.Module, places: list[Place]) -> Iterator[Edit]:
    """A whole number that is added to an entry, or taken from it, and should be in its index: everywhere at once."""
    moved = [(node, put, _with_the_number(node)) for node, put in places]
    meant = [(node, put, new) for node, put, new in moved if new is not None]
    if meant:
        node = meant[0][0]
        assert isinstance(node, ast.BinOp)
        words = (f"{sign_of(node.op)} {text_of(node.right)}", text_of(node.left))
        yield Edit("outside the index", node, words, _with_each(tree, meant))


def _with_the_number(node: ast.expr) -> ast.Subscript | None:
    """The entry with the number in its index, where there is one beside it."""
    is_sum = isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub))
    if not is_sum or not isinstance(node, ast.BinOp) or not isinstance(node.left, ast.Subscript):
        return None
    entry, number = node.left, node.right
    if not isinstance(number, ast.Constant) or type(number.value) is not int or isinstance(entry.slice, ast.Slice):
        return None
    if isinstance(entry.slice, ast.Tuple):
        *before, last = entry.slice.elts
        return ast.Subscript(
            entry.value, ast.Tuple([*before, ast.BinOp(last, node.op, number)], ast.Load()), ast.Load()
        )
    return ast.Subscript(entry.value, ast.BinOp(entry.slice, node.op, number), ast.Load())


def _with_each(tree: ast.Module, places: Sequence[tuple[ast.expr, Put, ast.Subscript]]) -> Callable[[], str]:
    """What writes the tree with each of them changed, and leaves the tree as it is."""

    def make() -> str:
        for _, put, new in places:
            put(new)
        source = ast.unparse(tree)
        for node, put, _ in places:
            put(node)
        return source

    return make
