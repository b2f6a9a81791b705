"""The arrays of which a line uses one entry alone, where its formula has a name of one value."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

from ..replay import Execution
from ..values import evaluated
from .answer_line import names_in


def with_entries(
    value: ast.expr, formula: ast.expr, executions: Sequence[Execution], bound: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The names of a formula, where an array whose entry alone the line uses has the value of this entry.

    Empty where the formula then has no value, or where the line uses no such entry.
    """
    parts = [part for part in ast.walk(value) if isinstance(part, ast.Subscript)]
    entries = {part.value.id: part for part in parts if isinstance(part.value, ast.Name)}
    whole = {id(part.value) for part in parts}
    bare = {node.id for node in ast.walk(value) if isinstance(node, ast.Name) and id(node) not in whole}
    used = {name: entry for name, entry in entries.items() if name in names_in(formula) - bare}
    replaced: list[Mapping[str, Any]] = [
        {**names, **{name: execution.value(entry) for name, entry in used.items()}}
        for execution, names in zip(executions, bound, strict=True)
    ]
    return replaced if used and all(evaluated(formula, names) is not None for names in replaced) else []
