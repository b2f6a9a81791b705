"""Changes of a name that is used as it is, where another line multiplies or divides it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .edit import Edit, slots, text_of, with_expression


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
