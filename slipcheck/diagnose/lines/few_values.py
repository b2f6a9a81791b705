"""A line that takes or makes another number of values than its formula."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import TypeGuard

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


def of_a_product_in_brackets(wrong: WrongLine) -> Saying | None:
    """``[n * v]`` for ``[v] * n``, and ``random(2 * size)`` for ``2 * random(size)``."""
    value = getattr(wrong.statement, "value", None)
    if wrong.fault.kind != "other size" or value is None:
        return None
    lists = [node for node in ast.walk(value) if isinstance(node, ast.List)]
    is_of_numbers = wrong.fault.words[1] == "1 value" and lists == [value]
    if isinstance(value, ast.List) and len(value.elts) == 1 and _is_product(value.elts[0]) and is_of_numbers:
        piece = ast.unparse(value.elts[0])
        means = f"Inside the square brackets, `{piece}` is a product: one number."
        advice = "Move the factor that says how many values there are: it belongs after the closing bracket."
        return Saying("list of one", f"`{ast.unparse(value)}` is a list with one value.", value, means, advice)
    alone = _factor_alone(wrong, value)
    if alone is not None:
        return alone
    given, needed = (re.fullmatch(r"(\d+) values(?: are)?", word) for word in wrong.fault.words[1:])
    if given is None or needed is None:
        return None
    for call in (node for node in ast.walk(value) if isinstance(node, ast.Call) and len(node.args) == 1):
        product = call.args[0]
        if not _is_product(product):
            continue
        typed = [side.value for side in (product.left, product.right) if isinstance(side, ast.Constant)]
        factor = next((value for value in typed if isinstance(value, int)), None)
        if factor is not None and int(given[1]) == factor * int(needed[1]):
            means = f"In its brackets, the {factor} makes more numbers, and not larger ones."
            return _factor_in_a_call(
                call, f"{given[1]} numbers here; {needed[1]} are needed.", means, f"{factor} and its `*`"
            )
    return None


def _factor_alone(wrong: WrongLine, value: ast.expr) -> Saying | None:
    """``random(2)`` for ``2 * random()``, where one number is needed."""
    _, given, needed = wrong.fault.words
    if not needed.startswith("one number"):
        return None
    for call in (node for node in ast.walk(value) if isinstance(node, ast.Call) and len(node.args) == 1):
        factor = getattr(call.args[0], "value", None)
        is_of_the_formula = any(re.match(rf"{factor} \*", text) for text in wrong.equation.texts)
        if type(factor) is int and given == f"{factor} values" and is_of_the_formula:
            means = f"In its brackets, the {factor} says how many numbers are drawn. It makes no number larger."
            return _factor_in_a_call(
                call, f"{factor} numbers here; one is needed.", means, f"{factor}, with a `*` after it,"
            )
    return None


def _factor_in_a_call(call: ast.Call, sizes: str, means: str, moved: str) -> Saying:
    code = ast.unparse(call.func)
    advice = f"Move the {moved} to the place before `{code}`."
    return Saying("product in brackets", f"`{code}` makes {sizes}", call, means, advice)


def _is_product(node: ast.AST) -> TypeGuard[ast.BinOp]:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
