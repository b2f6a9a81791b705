"""How far the values of a line are from the right ones, and how a line is changed for a comparison."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..course_formulas import evaluated
from ..formulas.pieces import ALIKE, Values
from ..replay import Execution
from ..values import size_of
from .answer_line import flattened, names_in

STAND_IN = "__stand_in__"
FOREIGN = (
    "exp", "round", "abs", "int", "floor", "ceil", "log", "cos", "tan", "min", "max", "clip", "maximum", "minimum",
)  # fmt: skip
FIRST = 2  # executions that show of which size the values are
LARGEST = 1e6  # times the first values: in numbers that are so much larger, a small term is lost


def needed_text(needed: Any) -> str:
    """How much is needed, with its verb: one number is, 50 values are."""
    size = size_of(needed)
    return f"{size} {'is' if size.startswith(('one', '1 ')) else 'are'}"


class Replaced(ast.NodeTransformer):
    """Puts the stand-in in all places of a piece."""

    def __init__(self, text: str):
        self.text = text

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, (ast.Subscript, ast.Name)) and ast.unparse(node) == self.text:
            return ast.copy_location(ast.Name(STAND_IN, ast.Load()), node)
        return self.generic_visit(node)


def both_sizes(have: Any, needed: Any) -> tuple[str, str]:
    """How much there is, and how much is needed, with its verb.

    >>> both_sizes(np.zeros((1, 3)), np.zeros(3))
    ('a table of 1 row and 3 columns', '3 values without rows and columns are')
    """
    is_a_table = np.ndim(have) == 2 and np.ndim(needed) == 1 and np.size(have) == np.size(needed)
    if is_a_table:
        return f"a table of {size_of(have)}", f"{size_of(needed)} without rows and columns are"
    return size_of(have), needed_text(needed)


def gap_of(value: Values, expected: Values) -> float:
    if value is None or expected is None or value.size != expected.size:
        return 1.0
    with np.errstate(all="ignore"):
        gap = np.abs(value - expected).max(initial=0.0) / max(np.abs(expected).max(initial=0.0), 1e-300)
    return float(gap) if np.isfinite(gap) else 1.0


def are_undefined_alike(value: Values, expected: Values) -> bool:
    """Whether both have nan in the same places, and the same numbers elsewhere."""
    if value is None or expected is None or value.size != expected.size or not np.isnan(value).any():
        return False
    return np.allclose(value, expected, rtol=ALIKE, atol=0, equal_nan=True)


def node_count(node: ast.AST) -> int:
    return sum(isinstance(part, (ast.Name, ast.Constant, ast.Call)) for part in ast.walk(node))


def changes(statement: ast.stmt, name: str) -> bool:
    """Whether a statement gives the name a new value that is made of its old one."""
    if isinstance(statement, ast.AugAssign):
        return getattr(statement.target, "id", None) == name
    if isinstance(statement, ast.Assign) and any(getattr(target, "id", None) == name for target in statement.targets):
        return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(statement.value))
    return False


def of_usual_size(
    steps: Sequence[tuple[Execution, Mapping[str, Any], Any]],
) -> list[tuple[Execution, Mapping[str, Any]]]:
    """The executions with a right value, as long as the values have not exploded."""
    known = [(execution, names, flattened(value)) for execution, names, value in steps if value is not None]
    sizes = [0.0 if value is None else float(np.abs(value).max(initial=0.0)) for *_, value in known]
    most = LARGEST * max(sizes[:FIRST], default=0.0)
    return [(e, names) for (e, names, _), size in zip(known, sizes, strict=True) if not most or size <= most]


def are_added(value: ast.expr, first: ast.AST, second: ast.AST) -> bool:
    """Whether one of two pieces is added to the other, or subtracted."""
    both = [n for n in ast.walk(value) if isinstance(n, ast.BinOp) and {first, second} <= set(ast.walk(n))]
    return bool(both) and isinstance(both[-1].op, (ast.Add, ast.Sub))


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
