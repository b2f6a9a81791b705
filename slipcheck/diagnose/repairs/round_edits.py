"""Changes of what a round of a loop does: which one is left out, and of how much of a table it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeGuard

from .edit import LINES, Edit, indices_of, text_of, with_index


def round_edits(tree: ast.Module, counts: Sequence[str] = ()) -> Iterator[Edit]:
    """All of them; ``counts`` are names that say how many values there are."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        yield from _other_rounds(tree, loop)
        yield from _columns_for_rows(tree, loop, counts)
        for step in loop.body:
            yield from _one_for_all(tree, step)
            yield from _whole_columns(tree, loop, step)


def _other_rounds(tree: ast.Module, loop: ast.For) -> Iterator[Edit]:
    """A condition of a round that is left out: it is true in the last, the first or the second one instead."""
    counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
    for statement in loop.body:
        test = statement.test if isinstance(statement, ast.If) else None
        leaves_out = isinstance(statement, ast.If) and isinstance(statement.body[0], ast.Continue)
        is_equal = isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq)
        if leaves_out and is_equal and isinstance(test, ast.Compare) and text_of(test.left) == text_of(counter):
            for number in (*_last_number(loop.iter), "0", "1"):
                yield Edit("other round", test, (text_of(test),), partial(_with_number, tree, test, number))


def _last_number(count: ast.expr) -> list[str]:
    """The last number of a range, or of an enumerate, as code."""
    if not isinstance(count, ast.Call) or not count.args or text_of(count.func) not in ("range", "enumerate"):
        return []
    is_range = text_of(count.func) == "range"
    return [f"{text_of(count.args[:2][-1])} - 1" if is_range else f"len({text_of(count.args[0])}) - 1"]


def _with_number(tree: ast.Module, test: ast.Compare, number: str) -> str:
    usual = test.comparators
    test.comparators = [ast.parse(number, mode="eval").body]
    source = ast.unparse(tree)
    test.comparators = usual
    return source


def _one_for_all(tree: ast.Module, step: ast.stmt) -> Iterator[Edit]:
    """A number where a colon belongs, in the indices of a step that fills a whole column or row."""
    k = _colon(step.targets[0]) if isinstance(step, ast.Assign) else None
    if not isinstance(step, ast.Assign) or k is None:
        return
    places = [node for node in ast.walk(step.value) if indices_of(node) and _is_number(indices_of(node)[k])]
    if places:
        words = (text_of(places[0]), text_of(indices_of(places[0])[k]), LINES[k])
        make = partial(with_index, tree, [indices_of(place) for place in places], k, ast.Slice())
        yield Edit("one for all", places[0], words, make)


def _columns_for_rows(tree: ast.Module, loop: ast.For, counts: Sequence[str]) -> Iterator[Edit]:
    """A loop that goes through the rows of tables, one after another: it goes through their columns."""
    counter = text_of(loop.target)
    entries = [node for step in loop.body for node in ast.walk(step) if _picks_a_line(node, counter)]
    filled = next((node for node in entries if isinstance(node.ctx, ast.Store)), None)
    used = [node for node in ast.walk(loop.iter) if isinstance(node, ast.Name) and node.id in counts]
    if filled is None or len(used) != 1 or not isinstance(loop.iter, ast.Call):
        return
    taken = LINES[1 - (_colon(filled) or 0)] if indices_of(filled) else LINES[0]
    pair = indices_of(filled)
    index = pair[1 - (_colon(filled) or 0)] if pair else filled.slice
    words = (text_of(filled), text_of(index), str(loop.lineno), taken)
    taken_from = [entry for entry in entries if entry is not filled and isinstance(entry.ctx, ast.Load)]
    for count in [name for name in counts if name != used[0].id]:
        make = partial(_exchanged, tree, entries, used[0], count)
        yield Edit("row for column", filled, words, make, (filled.lineno, loop.lineno))
        if loop.iter.args == used:
            make = partial(_stepped, tree, loop, entries, used[0], count)
            yield Edit("row for column", filled, words, make, (filled.lineno, loop.lineno))
        if not pair and taken_from and text_of(filled.slice) == counter:  # one number is stored for each line
            entry = taken_from[0]
            make = partial(_exchanged, tree, taken_from, used[0], count)
            kinds = (LINES[1 - (_colon(entry) or 0)] if indices_of(entry) else LINES[0],)
            words = (text_of(entry), counter, str(loop.lineno), *kinds)
            yield Edit("row for column", entry, words, make, (entry.lineno, loop.lineno))


def _picks_a_line(node: ast.AST, counter: str) -> TypeGuard[ast.Subscript]:
    """Whether it is a whole row or column, which the counter picks."""
    names = (
        {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} if isinstance(node, ast.Subscript) else ()
    )
    return isinstance(node, ast.Subscript) and counter in names and (not indices_of(node) or _colon(node) is not None)


def _exchanged(tree: ast.Module, entries: Sequence[ast.Subscript], used: ast.Name, count: str) -> str:
    """The same with the other count, and with rows and columns exchanged; one index alone picks a row."""
    usual, name = [entry.slice for entry in entries], used.id
    used.id = count
    for entry in entries:
        pair = indices_of(entry) or [entry.slice, ast.Slice()]
        entry.slice = ast.Tuple(pair[::-1], ast.Load())
    source = ast.unparse(tree)
    for entry, index in zip(entries, usual, strict=True):
        entry.slice = index
    used.id = name
    return source


def _stepped(tree: ast.Module, loop: ast.For, entries: Sequence[ast.Subscript], used: ast.Name, count: str) -> str:
    """The same, where each round makes a line from the one before, so that the loop starts with the second one."""
    usual = [entry.slice for entry in entries]
    arguments = loop.iter.args  # type: ignore[attr-defined]
    loop.iter.args = [ast.Constant(1), *arguments]  # type: ignore[attr-defined]
    before = ast.BinOp(loop.target, ast.Sub(), ast.Constant(1))
    for entry in entries:
        pair = list(indices_of(entry)) or [entry.slice, ast.Slice()]
        is_read = isinstance(entry.ctx, ast.Load)
        moved = [before if is_read and text_of(index) == text_of(loop.target) else index for index in pair]
        entry.slice = ast.Tuple(moved, ast.Load())
    source = _exchanged(tree, entries, used, count)
    loop.iter.args = arguments  # type: ignore[attr-defined]
    for entry, index in zip(entries, usual, strict=True):
        entry.slice = index
    return source


def _whole_columns(tree: ast.Module, loop: ast.For, step: ast.stmt) -> Iterator[Edit]:
    """A step of a whole column, or row, in a loop that counts through its entries: one entry of it."""
    k = _colon(step.targets[0]) if isinstance(step, ast.Assign) else None
    if not isinstance(step, ast.Assign) or k is None or not isinstance(loop.target, ast.Name):
        return
    if any(getattr(node, "id", None) == loop.target.id for node in ast.walk(step.targets[0])):
        return
    places = [
        indices_of(node) for node in ast.walk(step) if indices_of(node) and isinstance(indices_of(node)[k], ast.Slice)
    ]
    words = (text_of(step.targets[0]), LINES[1 - k], str(loop.lineno))
    make = partial(with_index, tree, places, k, ast.Name(loop.target.id, ast.Load()))
    yield Edit("whole column", step.targets[0], words, make)


def _colon(target: ast.expr) -> int | None:
    """In which of two indices there is a colon, where it is one of them."""
    places = [k for k, index in enumerate(indices_of(target)) if isinstance(index, ast.Slice)]
    return places[0] if len(places) == 1 else None


def _is_number(index: ast.expr) -> bool:
    return isinstance(index.operand if isinstance(index, ast.UnaryOp) else index, ast.Constant)
