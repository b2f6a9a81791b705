"""Changes of what stands for an assignment, and should be one of another kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .edit import Edit, blocks, sign_of, text_of, with_blocks


def assignment_edits(tree: ast.Module) -> Iterator[Edit]:
    """All of them."""
    for block in blocks(tree):
        for k, statement in enumerate(list(block)):
            for kind, new, words in _others(statement):
                yield Edit(kind, statement, words, with_blocks(tree, [(block, [*block[:k], new, *block[k + 1 :]])]))


def _others(statement: ast.stmt) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    if isinstance(statement, ast.AugAssign):
        plain = ast.Assign([statement.target], statement.value)
        yield "augmented", plain, (f"{sign_of(statement.op)}=", text_of(statement.target))
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        yield from _of_assignment(statement.targets[0], statement.value)
    if isinstance(statement, ast.If) and not statement.orelse:
        yield "condition", ast.If(ast.Constant(True), statement.body, []), (text_of(statement.test),)


def _of_assignment(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    if isinstance(target, (ast.Name, ast.Subscript)):
        yield "not added", ast.AugAssign(target, ast.Add(), value), (text_of(target),)
    if isinstance(value, (ast.Name, ast.Subscript)):
        copied = ast.Call(ast.Attribute(value, "copy", ast.Load()), [], [])
        yield "no copy", ast.Assign([target], copied), (text_of(target), text_of(value))
