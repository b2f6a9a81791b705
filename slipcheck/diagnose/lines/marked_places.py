"""Which piece of a wrong line is marked."""

from __future__ import annotations

import ast
from typing import Any

from slipcheck.judge.parse import parsed

from .wrong_line import WrongLine


def node_at_fault(wrong: WrongLine, source: str = "") -> ast.AST:
    """The node at fault, in this line or one that it uses; of a term on both sides, the one on the right."""
    node = wrong.fault.node
    statement = wrong.statement
    if isinstance(statement, ast.AugAssign) and getattr(node, "col_offset", -1) == statement.target.col_offset:
        same_text = [part for part in ast.walk(statement.value) if ast.unparse(part) == ast.unparse(node)]
        return same_text[0] if same_text else node
    if wrong.fault.kind == "power before division" and isinstance(getattr(node, "op", None), ast.Pow):
        return _with_its_divisor(parsed(source) or statement, node)
    return node


def _with_its_divisor(tree: ast.AST, node: Any) -> ast.AST:
    """A power, and the division sign and the number that come next in the text, as one place."""
    for part in ast.walk(tree):
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) and _ends_with(part.left, node):
            right: Any = part.right
            ends = {"end_lineno": right.end_lineno, "end_col_offset": right.end_col_offset}
            return ast.Pass(lineno=node.lineno, col_offset=node.col_offset, **ends)
    return node  # type: ignore[no-any-return]


def _ends_with(piece: Any, node: Any) -> bool:
    """Whether a piece of text ends where a node does."""
    return (piece.end_lineno, piece.end_col_offset) == (node.end_lineno, node.end_col_offset)
