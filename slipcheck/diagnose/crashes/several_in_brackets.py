"""Several values in one pair of curly brackets of a text."""

from __future__ import annotations

import ast
import re

from slipcheck.judge.parse import parsed

from ..sizes import formatted
from .crash import Crash, Explained


def several_in_brackets(crash: Crash, value: ast.expr, written: str) -> Explained:
    """Of a value that cannot be shown in the format ``written``, since another value stands there too."""
    second = _second_value(crash, value, written)
    if not second:
        return None
    observed = f"`{second}` is in the same pair of curly brackets as `{crash.code(_first_value(value))}`."
    means = "One pair of curly brackets shows one value, and all after its first colon is the format."
    return "format code", observed, means, "Give each value a pair of its own, with its own format."


def _first_value(value: ast.expr) -> ast.expr:
    """Of values with commas between them, the first."""
    return value.elts[0] if isinstance(value, ast.Tuple) and value.elts else value


def _second_value(crash: Crash, value: ast.expr, written: str) -> str:
    """The value that follows another one in the same curly brackets, before its format or after it."""
    if isinstance(value, ast.Tuple) and len(value.elts) > 1:
        return crash.code(value.elts[1])
    match = re.fullmatch(r"\s*([^\s,;]*)[\s,;]+([^:]+?)\s*(?::.*)?", written)
    if match is None or not is_a_format(match[1]):
        return ""
    tree = parsed(match[2])
    names = {node.id for node in ast.walk(tree or ast.Module([], [])) if isinstance(node, ast.Name)}
    return match[2] if names and names <= set(crash.values.names) else ""


def is_a_format(text: str) -> bool:
    """Whether a number can have this format."""
    try:
        formatted(1.0, text)
    except ValueError:
        return False
    return True
