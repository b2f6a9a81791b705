"""Values that are no ordinary numbers: complex ones, nan, and truth values that are used as numbers."""

from __future__ import annotations

import ast
from collections.abc import Collection
from typing import Any

import numpy as np

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Message

from ..as_typed import typed_text
from ..formulas.pieces import called
from ..replay import Execution, Replay


def odd_value(replay: Replay, names: Collection[str]) -> Diagnosis | None:
    """The first assignment that gives such a value; ``names`` are those that should hold numbers."""
    for execution in replay.executions:
        statement = execution.statement
        if not isinstance(statement, (ast.Assign, ast.AugAssign)):
            continue
        diagnosis = _not_real(replay, execution, statement) or _truth_value(replay, execution, statement, names)
        if diagnosis is not None:
            return diagnosis
    return None


def _not_real(replay: Replay, execution: Execution, statement: ast.Assign | ast.AugAssign) -> Diagnosis | None:
    """A root of a negative number: Python makes a complex number of it, NumPy nan."""
    value = execution.value(statement.value)
    is_complex = isinstance(value, dict) and value.get("type") in ("complex", "complex128")
    if not is_complex and not _holds_nan(execution, statement.value):
        return None
    for node in ast.walk(statement.value):
        base = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) else None
        if isinstance(node, ast.Call) and called(node) == "sqrt" and node.args:
            base = node.args[0]
        numbers = execution.numbers(base) if base is not None else None
        if base is None or numbers is None or not (numbers < 0).any() or _is_whole_power(execution, node):
            continue
        code = typed_text(replay.source, base)
        lowest = f"{float(numbers[numbers < 0][0]):.4g}"
        advice = "Compare with the text: which pieces are under the root?"
        if isinstance(base, ast.Name):
            advice = f"Look at the lines that make `{code}`: why is its value negative?"
        what = "a complex number" if is_complex else "nan (not a number)"
        no_root = "Some numbers under the root are negative here. A negative number has no real root."
        if numbers.size == 1:
            no_root = "A negative number has no real root."
        names = {part.id for part in ast.walk(base) if isinstance(part, ast.Name) and part is not base}
        negative = [name for name in sorted(names) if _is_negative(execution, base, name)]
        if len(negative) == 1:
            when = "in some rounds" if statement.col_offset else "here"
            no_root = f"`{negative[0]}` is negative {when}, and a negative number has no real root."
        message = Message(
            f"Line {statement.lineno}: a root of `{code}` is taken while its value is {lowest}.",
            f"{no_root} Python makes {what} of it.",
            advice,
        )
        return Diagnosis("root of a negative number", message, spot_of(replay.source, node))
    return None


def _is_negative(execution: Execution, base: ast.expr, name: str) -> bool:
    """Whether a name in a piece holds a negative number alone."""
    node = next(part for part in ast.walk(base) if isinstance(part, ast.Name) and part.id == name)
    numbers = execution.numbers(node)
    return numbers is not None and numbers.size == 1 and bool(numbers[0] < 0)


def _is_whole_power(execution: Execution, node: ast.AST) -> bool:
    """Whether it is a power that negative numbers have too."""
    power = execution.numbers(node.right) if isinstance(node, ast.BinOp) else None
    return power is not None and bool((power == np.round(power)).all())


def _holds_nan(execution: Execution, node: ast.expr) -> bool:
    numbers = execution.numbers(node)
    return numbers is not None and bool(np.isnan(numbers).any())


def _truth_value(
    replay: Replay, execution: Execution, statement: ast.Assign | ast.AugAssign, names: Collection[str]
) -> Diagnosis | None:
    """A comparison whose result a name holds that should hold a number."""
    name = getattr(statement.targets[0], "id", None) if isinstance(statement, ast.Assign) else None
    if not isinstance(statement.value, ast.Compare) or name is None or name not in names:
        return None
    said = _said(execution, statement.value)
    message = Message(
        f"Line {statement.lineno}: this line compares, and gives `{name}` the value {said}.",
        "A comparison is True or False. In a calculation Python takes True for 1 and False for 0.",
        f"Which number should `{name}` hold? Write how to get it.",
    )
    return Diagnosis("comparison for a number", message, spot_of(replay.source, statement.value))


def _said(execution: Execution, node: ast.expr) -> Any:
    value = execution.value(node)
    return value if isinstance(value, bool) else "True or False"
