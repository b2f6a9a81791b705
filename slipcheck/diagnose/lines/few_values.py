"""A line that takes single values of a list of which its formula takes them all."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import numpy as np

from ..formulas.pieces import called
from .answer_line import names_in
from .special_loops import Saying
from .wrong_line import WrongLine

KINDS = ("piece", "other value", "other entry", "other function", "foreign function", "own value")  # of the fault
ENDS = ("min", "max", "amin", "amax")  # functions that take one value of all
MOST = 3  # values that a sentence names


def of_few_values(wrong: WrongLine) -> Saying | None:
    """What is said of a line that uses a list by a few of its values only."""
    value = getattr(wrong.statement, "value", None)
    if wrong.fault.kind not in KINDS or not isinstance(value, ast.expr):
        return None
    for name in sorted(taken_as_a_whole(wrong)):
        picks = list(_picks(value, name))
        uses = sum(isinstance(node, ast.Name) and node.id == name for node in ast.walk(value))
        texts = list(dict.fromkeys(ast.unparse(pick) for pick in picks))
        if len(picks) == uses and 1 < len(texts) <= MOST:
            quoted = [f"`{text}`" for text in texts]
            observed = f"this line uses only {', '.join(quoted[:-1])} and {quoted[-1]}."
            means = f"`{name}` has {_rest(wrong, name, len(texts))}other values, and they do not count here."
            return Saying("few values", observed, value, means, f"Which values of `{name}` are needed here?")
    return None


def taken_as_a_whole(wrong: WrongLine) -> set[str]:
    """The lists and arrays that the right formula uses without an index."""
    trees = [ast.parse(text) for text in wrong.equation.texts]
    picked = {name for tree in trees for node in ast.walk(tree) for name in _subscripted(node)}
    named = set.intersection(*map(names_in, trees)) if trees else set()
    return {name for name in named - picked if np.size(wrong.execution.names.get(name, 0)) > MOST}


def _subscripted(node: ast.AST) -> set[str]:
    return names_in(node.value) if isinstance(node, ast.Subscript) else set()


def _picks(value: ast.expr, name: str) -> Iterator[ast.expr]:
    """Each piece that takes one value of what has the name."""
    for node in ast.walk(value):
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == name:
            if not isinstance(node.slice, (ast.Slice, ast.Tuple)):
                yield node
        elif isinstance(node, ast.Call) and called(node) in ENDS:
            method = getattr(getattr(node.func, "value", None), "id", "")
            first = getattr(node.args[0], "id", "") if node.args else ""
            if name in (method, first):
                yield node


def _rest(wrong: WrongLine, name: str, used: int) -> str:
    """How many values are left, where they stand in one row."""
    values = wrong.execution.names.get(name, ())
    return f"{np.size(values) - used} " if np.ndim(values) == 1 else ""
