"""Changes that would make an array too large for a trial."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from ..formulas.pieces import called
from ..sizes import ENTRIES
from ..values import value_of
from .edit import Edit


def makes_too_many(edit: Edit, tree: ast.Module, names: Mapping[str, Any]) -> bool:
    """Whether it changes a call of arange, after which the call makes more values than a trial can hold."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "arange"]
    if not any(part is edit.node for call in calls for part in ast.walk(call)):
        return False
    changed = [node for node in ast.walk(ast.parse(edit.source)) if isinstance(node, ast.Call)]
    return any(_count(call, names) > ENTRIES for call in changed if called(call) == "arange")


def _count(call: ast.Call, names: Mapping[str, Any]) -> float:
    """How many values an arange of numbers makes; 0 where that is not known."""
    ends = [value_of(argument, names) for argument in call.args]
    if not ends or not all(isinstance(end, (int, float)) for end in ends):
        return 0.0
    start, stop, step = (0, *ends, 1) if len(ends) == 1 else (*ends, 1)[:3]
    return abs(stop - start) / abs(step) if step else 0.0
