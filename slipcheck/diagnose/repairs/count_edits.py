"""A count that no line of a loop changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .edit import Edit, text_of, with_blocks


def not_counted(tree: ast.Module) -> Iterator[Edit]:
    """A number that a loop reads as an index, and that no line counts up."""
    for k, loop in enumerate(tree.body):
        if not isinstance(loop, ast.For):
            continue
        starts = [line for line in tree.body[:k] if isinstance(line, ast.Assign) and _is_whole(line.value)]
        for start in starts:
            name = text_of(start.targets[0])
            stored = [node for node in names_in_it(loop) if node.id == name and not isinstance(node.ctx, ast.Load)]
            entries = [node for node in ast.walk(loop) if isinstance(node, ast.Subscript)]
            is_index = any(part.id == name for node in entries for part in names_in_it(node.slice))
            if not is_index or stored:
                continue
            lines = (*range(loop.lineno, (loop.end_lineno or loop.lineno) + 1), start.lineno)
            below = [line for line in tree.body[k + 1 :] if name in {text_of(part) for part in _stored(line)}]
            if below:
                rest = [line for line in tree.body if line is not below[0] and line is not loop]
                both = [(loop.body, [*loop.body, below[0]]), (tree.body, [*rest[:k], loop, *rest[k:]])]
                make = with_blocks(tree, both)
                yield Edit("runs once", below[0], ("end", str(loop.lineno)), make, (below[0].lineno, *lines))
                continue
            counted = ast.AugAssign(ast.Name(name, ast.Store()), ast.Add(), ast.Constant(1))
            make = with_blocks(tree, [(loop.body, [*loop.body, counted])])
            yield Edit("not counted", loop.iter, (name, text_of(start.value)), make, lines)


def never_moved(tree: ast.Module) -> Iterator[Edit]:
    """A time that begins at 0 above a loop, that the loop reads, and that no line moves on."""
    for k, loop in enumerate(tree.body):
        if not isinstance(loop, (ast.For, ast.While)):
            continue
        names = names_in_it(loop)
        stored = {node.id for node in names if isinstance(node.ctx, ast.Store)}
        read = {node.id for node in names} - stored
        starts = [line for line in tree.body[:k] if isinstance(line, ast.Assign) and _is_zero(line.value)]
        for start in starts:
            name = text_of(start.targets[0])
            if name in read:
                moved = ast.parse(f"{name} += dt").body
                make = with_blocks(tree, [(loop.body, [*loop.body, *moved])])
                lines = (start.lineno, *range(loop.lineno, (loop.end_lineno or loop.lineno) + 1))
                yield Edit("never moves", start, (name, text_of(start.value)), make, lines)


def _is_zero(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and type(value.value) in (int, float) and value.value == 0


def _stored(line: ast.stmt) -> list[ast.Name]:
    """The names to which it gives values."""
    return [part for part in names_in_it(line) if isinstance(part.ctx, ast.Store)]


def _is_whole(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and type(value.value) is int


def names_in_it(node: ast.AST) -> list[ast.Name]:
    """All names of a piece of code."""
    return [part for part in ast.walk(node) if isinstance(part, ast.Name)]
