"""Lists where a calculation needs numbers."""

from __future__ import annotations

import ast
from typing import Any

from ..formulas.pieces import called
from ..sizes import COUNT
from ..values import kind_of
from .counts import maker_of
from .crash import Crash, Explained
from .loop_values import is_indexed_in_its_loop

WHOLE = "Which function makes a whole number of it?"

VERBS: dict[type[ast.operator], str] = {
    ast.Div: "divide a list",
    ast.Sub: "subtract from a list",
    ast.Pow: "take a power of a list",
}


def list_in_a_calculation(crash: Crash, side: ast.AST, value: Any) -> Explained:
    if not isinstance(value, list):
        return None
    return _repeated(crash, side) or _bracket_too_wide(crash, side, value) or _list_for_number(crash, side, value)


def _repeated(crash: Crash, side: ast.AST) -> Explained:
    """A list that is repeated as often as a decimal number says."""
    node = crash.node
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Mult) or not isinstance(side, ast.List):
        return None
    count = node.right if node.left is side else node.left
    number = crash.values.of(count)
    if not isinstance(number, float) or not number.is_integer() or not 0 < number <= COUNT:
        return None
    means = f"`{crash.code(count)}` is {number}, a decimal number. A list is repeated a whole number of times."
    maker = maker_of(crash, count)
    if maker is not None:
        means = f"So line {crash.failure['line']} stops: a list is repeated a whole number of times."
        advice = "Type a whole number." if isinstance(maker.value, ast.Constant) else WHOLE
        return "float as count", f"`{crash.code(count)}` becomes {number}, a decimal number.", means, advice, maker
    advice = "Type a whole number." if isinstance(count, ast.Constant) else WHOLE
    return "float as count", f"`{crash.code(node)}` cannot repeat the list.", means, advice, count


OF_A_LIST = ("array", "list", "random", "rand", "ones", "zeros", "empty", "full")  # functions that a list is given to


def _bracket_too_wide(crash: Crash, side: ast.AST, value: list[Any]) -> Explained:
    """A calculation with a list that a function should get alone: the function, with the bracket closed behind it."""
    node = crash.node
    calls = [call for call in ast.walk(crash.tree) if isinstance(call, ast.Call) and call.args and call.args[0] is node]
    if not calls or not isinstance(node, ast.BinOp) or node.left is not side:
        return None
    function = called(calls[0])
    is_counted = function == "len" or (isinstance(side, ast.List) and function in OF_A_LIST)
    if not is_counted and not (function == "sum" and isinstance(node.op, (ast.Div, ast.Mult))):
        return None
    means = f"`{crash.code(side)}` is {kind_of(value)}. The calculation is inside the bracket of `{function}`."
    verb = VERBS.get(type(node.op), "calculate with a list like this")
    observed = f"`{crash.code(node)}` cannot be computed: Python cannot {verb}."
    return "bracket", observed, means, f"Where should the bracket of `{function}` close?"


def _list_for_number(crash: Crash, side: ast.AST, value: list[Any]) -> Explained:
    code = crash.code(side)
    brackets = _brackets_of_a_place(crash, side) if len(value) == 1 else None
    if brackets is not None:
        means = f"So `{code}` becomes a list of one value, and line {crash.failure['line']} cannot calculate with it."
        observed = "the square brackets around the right side make a list."
        return "list arithmetic", observed, means, "Which brackets does the right side need?", brackets
    base = _list_that_is_repeated(crash, side)
    if base is not None:
        code, value = crash.code(base), crash.values.of(base)
    means = f"`{code}` is {kind_of(value)}. Python does not calculate with all values of a list at once."
    advice = "Take one value of it with an index."
    if not is_indexed_in_its_loop(crash, code):
        advice = "Calculate with one value after the other. Square brackets with `for` in them make a list of results."
        if _makes_arrays(crash.tree):
            advice = "An array calculates with all its values at once. Which function turns a list into an array?"
    return "list arithmetic", f"`{code}` is used like one number.", means, advice


def _makes_arrays(tree: ast.AST) -> bool:
    """Whether the cell uses the arrays of NumPy."""
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any(call in ("np.array", "np.ones", "np.zeros", "np.full", "np.linspace", "np.arange") for call in calls)


def _list_that_is_repeated(crash: Crash, side: ast.AST) -> ast.Name | None:
    """The list in a product: what the product holds is the list several times."""
    names = [side.left, side.right] if isinstance(side, ast.BinOp) and isinstance(side.op, ast.Mult) else []
    lists = [node for node in names if isinstance(node, ast.Name) and isinstance(crash.values.of(node), list)]
    return lists[0] if lists else None


def _brackets_of_a_place(crash: Crash, side: ast.AST) -> ast.List | None:
    """The brackets of a line that stores one value in them, in the place or under the name that ``side`` reads."""
    wanted = ast.unparse(side)
    for node in (node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)):
        is_it = any(ast.unparse(target) == wanted for target in node.targets)
        is_alone = isinstance(node.value, ast.List) and len(node.value.elts) == 1
        if is_it and is_alone and isinstance(node.value, ast.List) and isinstance(node.value.elts[0], ast.BinOp):
            return node.value
    return None
