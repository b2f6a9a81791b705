"""Texts that would make an array too large for a trial."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from typing import Any

from slipcheck.judge.parse import parsed
from slipcheck.observe.nodes import nodes_of

from ..formulas.pieces import called
from ..values import value_of
from .call_edits import SHAPED

MOST = 1_000_000  # values that a trial may make at once
BY_ENDS = ("arange", "range")
MAKERS = (*SHAPED, *BY_ENDS, "linspace", "full_like")


def makes_too_many(source: str, names: Mapping[str, Any]) -> bool:
    """Whether a call in it makes more values than a trial can hold, as far as the values of its names are known."""
    tree = parsed(source)
    return tree is not None and any(_count(call, names) > MOST for call in _makers(tree))


def _makers(tree: ast.Module) -> list[ast.Call]:
    return [node for node in nodes_of(tree) if isinstance(node, ast.Call) and called(node) in MAKERS]


def _count(call: ast.Call, names: Mapping[str, Any]) -> float:
    """How many values a call makes, at most, as far as its numbers are known."""
    arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
    pieces = [part for node in arguments for part in (node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node])]
    numbers = [value for value in (value_of(piece, names) for piece in pieces) if isinstance(value, (int, float))]
    if called(call) not in BY_ENDS:
        return math.prod(max(abs(number), 1.0) for number in numbers)
    if not numbers or len(numbers) < len(call.args):
        return 0.0
    start, stop, step = (0, *numbers, 1) if len(numbers) == 1 else (*numbers, 1)[:3]
    return abs(stop - start) / abs(step) if step else 0.0
