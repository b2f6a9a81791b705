"""What gives its values one by one and is no list: a map, a zip, round brackets with a ``for``, a range."""

from __future__ import annotations

import ast
import re

from ..formulas.pieces import called
from .crash import Crash, Explained

ITERATORS = ("map", "filter", "zip", "enumerate", "reversed", "generator")


def iterator(crash: Crash) -> Explained:
    """Such a value where a list, an array or a number is needed."""
    kind = next((kind for kind in re.findall(r"'(\w+)'", crash.text) if kind in (*ITERATORS, "range")), None)
    if kind is None or not re.search(r"has no len|not subscriptable|unsupported operand", crash.text):
        return None
    is_calculated = "unsupported operand" in crash.text
    if kind == "range":
        return _of_a_range(crash) if is_calculated else None
    node = next((node for node in crash.within(ast.Name) if _is_one(crash, node, kind)), None)
    if node is None:
        return _of_a_call(crash, kind) if is_calculated else None
    maker = _maker(crash, node.id)
    lacks = "It has no length" if "len" in crash.text else "It has no places"
    lacks = "A number beside it leaves no round out" if is_calculated and _is_a_head(crash) else lacks
    lacks = "Python does not calculate with it" if is_calculated and not _is_a_head(crash) else lacks
    means = f"Its values come one by one. {lacks}, so line {crash.failure['line']} stops."
    what = "round brackets with `for` in them make" if kind == "generator" else f"`{kind}` makes"
    advice = "Which brackets make a list?" if kind == "generator" else "Which function makes a list of these values?"
    if is_calculated:
        advice = _advice(crash, kind)
    observed = f"{what} no list." if maker is not None else f"`{node.id}` is not a list."
    return "one by one", observed, means, advice, maker or node


def _of_a_call(crash: Crash, kind: str) -> Explained:
    """A calculation with the call itself that makes such a value."""
    yielding = _yielding(crash) if kind == "generator" else None
    if yielding is not None:
        means = f"It hands out its values one by one, so the call in line {crash.failure['line']} gives no number."
        return "one by one", "`yield` gives back no number.", means, "Does the text ask for `yield`?", yielding
    call = next((call for call in crash.within(ast.Call) if called(call) == kind), None)
    if call is None:
        return None
    what = {"enumerate": "an index and a value", "zip": "the values that belong together"}.get(kind, "one value")
    observed = f"there is a calculation with `{crash.code(call)}`."
    means = f"`{kind}` is neither a number nor a list: it hands out {what}, round by round."
    if _is_a_head(crash):
        means += " A number beside it leaves no round out."
    return "one by one", observed, means, _advice(crash, kind), call


def _yielding(crash: Crash) -> ast.Yield | None:
    """The yield of a function of the answer that the piece calls."""
    names = {called(call) for call in crash.within(ast.Call) if isinstance(call.func, ast.Name)}
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef) and node.name in names]
    return next((node for function in functions for node in ast.walk(function) if isinstance(node, ast.Yield)), None)


def _advice(crash: Crash, kind: str) -> str:
    """What to try in place of a calculation with all values."""
    if not _is_a_head(crash):
        return f"Which one number is needed in line {crash.failure['line']}?"
    if kind == "generator":
        return "Let the loop go through fewer values: change what comes after `in` in the round brackets."
    return f"Change what is in the round brackets of `{kind}`: a slice takes a part of the values."


def _is_a_head(crash: Crash) -> bool:
    """Whether the calculation says what a loop goes through."""
    return any(loop.iter is crash.node for loop in ast.walk(crash.tree) if isinstance(loop, ast.For))


def _is_one(crash: Crash, node: ast.Name, kind: str) -> bool:
    value = crash.values.of(node)
    return isinstance(value, dict) and value.get("type") == kind


def _of_a_range(crash: Crash) -> Explained:
    if not isinstance(crash.node, ast.BinOp):
        return None
    sides = (crash.node.left, crash.node.right)
    node = next((side for side in sides if isinstance(crash.values.of(side), range)), None)
    if node is None:
        node = next((side for side in sides if isinstance(side, ast.Name) and _is_one(crash, side, "range")), None)
    if node is None:
        return None
    means = f"`{crash.code(node)}` is a range: many numbers. Python does not calculate with all of them at once."
    if _is_a_head(crash) and isinstance(node, ast.Call):
        advice = "Put the calculation into the round brackets of `range`."
        return "range arithmetic", "there is a calculation with a range.", means, advice, node
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For)]
    loops = [loop for loop in loops if loop.lineno < node.lineno <= (loop.end_lineno or 0)]
    advice = "Which function of NumPy makes an array of numbers in a row?"
    if loops and isinstance(loops[-1].target, ast.Name):
        advice = f"`{loops[-1].target.id}` is one number in each round of the loop: should it stand here?"
    return "range arithmetic", "there is a calculation with a range.", means, advice, node


def _maker(crash: Crash, name: str) -> ast.expr | None:
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node.value for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    return makers[0] if len(makers) == 1 and isinstance(makers[0], (ast.Call, ast.GeneratorExp)) else None
