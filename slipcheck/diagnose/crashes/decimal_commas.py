"""A number that is written with a decimal comma, which Python reads as two values."""

from __future__ import annotations

import ast
import re

from .crash import Crash, Explained

NUMBER = r"\d+,\d+(?:e[-+]?\d+)?"


def decimal_comma(crash: Crash, node: ast.AST, said: str = "") -> Explained:
    """Of a piece with such a number; ``said`` is what follows from it in another line."""
    text = ast.get_source_segment(crash.source, node) or ""
    comma = re.search(NUMBER, text)
    if comma is None:
        return None
    means = (
        f"Python reads the comma in `{comma[0]}` as the end of one value and the beginning of another. "
        f"The decimal sign of Python is a point.{said}"
    )
    observed = f"`{comma[0]}` is written with a comma."
    number = _part(node, text, comma) if isinstance(node, ast.expr) and "\n" not in text else node
    return "decimal comma", observed, means, "Write a point in place of the comma.", number


def _part(node: ast.expr, text: str, piece: re.Match[str]) -> ast.AST:
    """A place for a part of the text of a node, on its one line."""
    start, end = (node.col_offset + len(text[:k].encode()) for k in piece.span())
    return ast.Pass(lineno=node.lineno, col_offset=start, end_lineno=node.lineno, end_col_offset=end)


def comma_between(crash: Crash, call: ast.Call) -> Explained:
    """Of a call that takes one value and gets two: a decimal comma between them, or any comma."""
    first, second = call.args[:2]
    before, whole = crash.code(first), _from_to(crash, first, second)
    digits = re.search(r"(?<![\w.])\d+$", before)
    number = re.match(NUMBER, whole[digits.start() :]) if digits is not None else None
    explained = decimal_comma(crash, call)
    if number is not None and explained is not None and f"`{number[0]}`" in explained[1]:
        return explained
    observed = f"`{crash.code(call.func)}` gets two values, and takes one."
    return "comma", observed, "A comma separates values.", f"Which sign belongs in front of `{crash.code(second)}`?"


def _from_to(crash: Crash, first: ast.expr, second: ast.expr) -> str:
    """The text from one piece to another, both included; empty where it has several lines."""
    if first.lineno != second.end_lineno:
        return ""
    whole = ast.Pass(
        lineno=first.lineno, col_offset=first.col_offset,
        end_lineno=second.end_lineno, end_col_offset=second.end_col_offset,
    )  # fmt: skip
    return ast.get_source_segment(crash.source, whole) or ""
