"""Changes that are the same in several places of one line."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Sequence
from functools import partial

from .edit import Around, Edit, Put, is_in_an_index, sign_of, slots, text_of, with_expressions

Slot = tuple[ast.expr, Put, Around]


def repeated_edits(tree: ast.Module) -> Iterator[Edit]:
    """All of them."""
    for statement in (node for node in ast.walk(tree) if isinstance(node, (ast.Assign, ast.AugAssign, ast.Expr))):
        places = [slot for slot in slots(statement) if not is_in_an_index(slot[0], slot[2])]
        yield from _too_much(tree, places)
        yield from _last_for_the_one_before(tree, statement, places)
        yield from _outside_the_index(tree, statement, places)
        yield from _inside_the_index(tree, places)
        yield from _first_for_the_last(tree, places)


def _too_much(tree: ast.Module, places: Sequence[Slot]) -> Iterator[Edit]:
    """One side of an operation that stands several times in a line."""
    operations: dict[str, list[tuple[ast.BinOp, Put]]] = {}
    for node, put, _ in places:
        if isinstance(node, ast.BinOp):
            operations.setdefault(text_of(node), []).append((node, put))
    for group in (group for group in operations.values() if len(group) > 1):
        node, sign = group[0][0], sign_of(group[0][0].op)
        for text, side in ((f"{sign} {text_of(node.right)}", node.left), (f"{text_of(node.left)} {sign}", node.right)):
            make = with_expressions(tree, [(put, old, side) for old, put in group])
            yield Edit("too much", node, (text, "everywhere"), make)


def _last_for_the_one_before(tree: ast.Module, statement: ast.stmt, places: Sequence[Slot]) -> Iterator[Edit]:
    """The index -1 at several lists or arrays, where each should be the one before the counter of the loop around."""
    last = [(node, put) for node, put, _ in places if isinstance(node, ast.Subscript) and _is_last(node)]
    if len({text_of(node.value) for node, _ in last}) < 2:
        return
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For) and statement in node.body):
        counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        before = ast.BinOp(counter, ast.Sub(), ast.Constant(1))
        make = with_expressions(tree, [(put, node, _with_last(node, before)) for node, put in last])
        others = list(dict.fromkeys(text_of(node) for node, _ in last if text_of(node) != text_of(last[0][0])))
        yield Edit("last for the one before", last[0][0], (text_of(last[0][0]), others[0], text_of(counter)), make)


def _first_for_the_last(tree: ast.Module, places: Sequence[Slot]) -> Iterator[Edit]:
    """The first entry of a list, several times in a line, where each should be the last one."""
    groups: dict[str, list[tuple[ast.Subscript, Put]]] = {}
    for node, put, _ in places:
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and ast.unparse(node.slice) == "0":
            groups.setdefault(text_of(node), []).append((node, put))
    for text, group in groups.items():
        last = ast.UnaryOp(ast.USub(), ast.Constant(1))
        make = with_expressions(tree, [(put, node, _with_last(node, last)) for node, put in group])
        yield Edit("first for the last", group[0][0], (text, text_of(group[0][0].value)), make)


def _inside_the_index(tree: ast.Module, places: Sequence[Slot]) -> Iterator[Edit]:
    """A whole number in an index, which should be added to the entry, or taken from it: everywhere at once."""
    entries = [(node, put) for node, put, _ in places if isinstance(node, ast.Subscript) and _has_a_number(node)]
    if entries:
        node = entries[0][0]
        last = _last(node)
        assert isinstance(last, ast.BinOp)
        words = (f"{sign_of(last.op)} {text_of(last.right)}", text_of(node.value))
        make = with_expressions(tree, [(put, old, _without_the_number(old)) for old, put in entries])
        yield Edit("inside the index", node, words, make)


def _has_a_number(node: ast.Subscript) -> bool:
    """Whether an entry that is read has a sum with a whole number as its last index."""
    index = _last(node)
    is_sum = isinstance(index, ast.BinOp) and isinstance(index.op, (ast.Add, ast.Sub))
    is_read = isinstance(node.ctx, ast.Load)
    return is_read and is_sum and isinstance(index.right, ast.Constant)  # type: ignore[attr-defined]


def _without_the_number(node: ast.Subscript) -> ast.BinOp:
    """The entry without the number in its index, and the number beside it."""
    index = _last(node)
    assert isinstance(index, ast.BinOp)
    return ast.BinOp(_with_last(node, index.left), index.op, index.right)


def _outside_the_index(tree: ast.Module, statement: ast.stmt, places: Sequence[Slot]) -> Iterator[Edit]:
    """A whole number that is added to an entry, or taken from it, and should be in its index: everywhere at once."""
    value = getattr(statement, "value", None)
    for is_alone in (True, False):
        sums = [node for node, _, _ in places if isinstance(node, ast.BinOp) and _is_beside_a_number(node, is_alone)]
        if sums and isinstance(value, ast.expr):
            node = sums[0]
            others = ", here and at other places in this line" if len(sums) > 1 else ""
            words = (f"{sign_of(node.op)} {text_of(node.right)}", text_of(_entry_before(node)), others)
            moved = partial(_with_the_numbers_inside, tree, statement, value, is_alone)
            yield Edit("outside the index", node, words, moved)


def _entry_before(node: ast.BinOp) -> ast.expr:
    """The piece that stands right before the sign of a sum."""
    piece = node.left
    while isinstance(piece, ast.BinOp):
        piece = piece.right
    return piece


def _is_beside_a_number(node: ast.BinOp, is_alone: bool) -> bool:
    """Whether it is an entry, plus or minus a whole number; with other terms and factors before it, unless alone."""
    entry = node.left if is_alone else _entry_before(node)
    is_entry = isinstance(entry, ast.Subscript) and not isinstance(entry.slice, ast.Slice)
    is_number = isinstance(node.right, ast.Constant) and type(node.right.value) is int
    return is_entry and is_number and isinstance(node.op, (ast.Add, ast.Sub))


def _with_the_numbers_inside(tree: ast.Module, statement: ast.stmt, value: ast.expr, is_alone: bool) -> str:
    statement.value = _IntoTheIndex(is_alone).visit(copy.deepcopy(value))  # type: ignore[attr-defined]
    source = ast.unparse(tree)
    statement.value = value  # type: ignore[attr-defined]
    return source


class _IntoTheIndex(ast.NodeTransformer):
    """Moves each whole number beside an entry into its index."""

    def __init__(self, is_alone: bool):
        self.is_alone = is_alone

    def visit_Subscript(self, node: ast.Subscript) -> ast.Subscript:
        """An index stays as it is."""
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """The innermost first."""
        self.generic_visit(node)
        if not _is_beside_a_number(node, self.is_alone):
            return node
        entry = _entry_before(node)
        assert isinstance(entry, ast.Subscript)
        return _ending_with(node.left, _with_last(entry, ast.BinOp(_last(entry), node.op, node.right)))


def _ending_with(piece: ast.expr, entry: ast.Subscript) -> ast.expr:
    """The piece with another entry at its end."""
    if isinstance(piece, ast.BinOp):
        return ast.BinOp(piece.left, piece.op, _ending_with(piece.right, entry))
    return entry


def _is_last(node: ast.Subscript) -> bool:
    return isinstance(node.ctx, ast.Load) and ast.unparse(_last(node)) == "-1"


def _last(node: ast.Subscript) -> ast.expr:
    """Its last index."""
    return node.slice.elts[-1] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice


def _with_last(node: ast.Subscript, index: ast.expr) -> ast.Subscript:
    """The entry with another last index."""
    place = ast.Tuple([*node.slice.elts[:-1], index], ast.Load()) if isinstance(node.slice, ast.Tuple) else index
    return ast.Subscript(node.value, place, ast.Load())
