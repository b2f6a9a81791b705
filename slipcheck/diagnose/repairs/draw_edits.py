"""Changes of what draws a random number again, although an earlier line has drawn it and given it a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .edit import Edit, blocks, slots, text_of, with_expression

NO_DRAWS = ("seed", "default_rng", "RandomState", "shuffle")


def draw_edits(tree: ast.Module) -> Iterator[Edit]:
    """The name in the place of each piece that draws, below the line that gives the name a drawn number."""
    for block in blocks(tree):
        for k, maker in enumerate(block):
            target = maker.targets[0] if isinstance(maker, ast.Assign) else None
            if isinstance(target, ast.Name) and draws_in(maker):
                for reader in block[k + 1 :]:
                    yield from _with_the_name(tree, maker.lineno, target.id, reader)


def draws_in(node: ast.AST) -> list[ast.Call]:
    """The calls that draw random numbers."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    return [call for call in calls if _is_a_draw(text_of(call.func))]


def _is_a_draw(function: str) -> bool:
    return "random." in function and function.split(".")[-1] not in NO_DRAWS


def _with_the_name(tree: ast.Module, line: int, name: str, reader: ast.stmt) -> Iterator[Edit]:
    for node, put, _ in slots(reader):
        if draws_in(node):
            words = (text_of(node), str(line), name)
            yield Edit("drawn again", node, words, with_expression(tree, put, ast.Name(name, ast.Load()), node))
