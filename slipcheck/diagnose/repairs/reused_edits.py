"""Changes that use again what another line gives: the name of a number that it drew, or its product of a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..numbers.random_draws import draws_in
from .edit import Edit, blocks, slots, text_of, with_expression


def draw_edits(tree: ast.Module) -> Iterator[Edit]:
    """The name in the place of each piece that draws, below the line that gives the name a drawn number."""
    for block in blocks(tree):
        for k, maker in enumerate(block):
            target = maker.targets[0] if isinstance(maker, ast.Assign) else None
            if isinstance(target, ast.Name) and draws_in(maker):
                for reader in block[k + 1 :]:
                    yield from _with_the_name(tree, maker.lineno, target.id, reader)


def _with_the_name(tree: ast.Module, line: int, name: str, reader: ast.stmt) -> Iterator[Edit]:
    for node, put, _ in slots(reader):
        if draws_in(node):
            words = (text_of(node), str(line), name)
            yield Edit("drawn again", node, words, with_expression(tree, put, ast.Name(name, ast.Load()), node))


def scaled_edits(tree: ast.Module) -> Iterator[Edit]:
    """The product or quotient of another line in the place of its name."""
    products = [node for node in ast.walk(tree) if isinstance(node, ast.BinOp) and _is_of_two_pieces(node)]
    for node, put, around in slots(tree):
        if not isinstance(node, ast.Name) or not isinstance(node.ctx, ast.Load):
            continue
        for product in {text_of(p): p for p in products if _names(p) == node.id and p.lineno != node.lineno}.values():
            if not any(text_of(part) == text_of(product) for part in around):
                words = (node.id, str(product.lineno), text_of(product))
                yield Edit("used as it is", node, words, with_expression(tree, put, product, node))


def _is_of_two_pieces(node: ast.BinOp) -> bool:
    is_simple = all(isinstance(side, (ast.Name, ast.Constant)) for side in (node.left, node.right))
    return isinstance(node.op, (ast.Mult, ast.Div)) and is_simple


def _names(product: ast.BinOp) -> str:
    """The name that a product begins with."""
    return getattr(product.left, "id", "")
