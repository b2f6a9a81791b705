"""Loops, and functions of many values, that got one number."""

from __future__ import annotations

import ast
import re
from itertools import pairwise

import numpy as np

from ..formulas.pieces import called
from ..lines.answer_line import names_in
from ..values import kind_of
from .crash import Crash, Explained
from .shapes import comma_missing

Made = ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
BRACKETS = (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
ONE_NUMBER = "the loop gets one number, and needs many values."


def _counts_from_the_end(crash: Crash, node: ast.expr) -> bool:
    """Whether it is an entry whose index has a minus sign, and that no colon makes all but the last one."""
    index = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(index, ast.UnaryOp) and crash.values.of(index) != -1


def _unit_of(crash: Crash, node: ast.expr) -> str:
    """Of an entry of an array of the exercise."""
    base = node.value if isinstance(node, ast.Subscript) else node
    return crash.exercise.units.get(ast.unparse(base), "")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, np.number)) or (isinstance(value, np.ndarray) and value.ndim == 0)


def _in_brackets(crash: Crash) -> Explained:
    """One number behind the ``in`` of brackets with a ``for``."""
    made = crash.node if isinstance(crash.node, BRACKETS) else None
    around = [node for node in crash.within(*BRACKETS) if made is None or node is made]
    second = next((node for node in around if len(node.generators) > 1), None)
    if second is not None:
        return _of_a_second_for(crash, second)
    for clause in (clause for node in around for clause in node.generators):
        value = crash.values.of(clause.iter)
        if isinstance(clause.iter, (ast.Tuple, ast.List)) or (made is None and crash.node is not clause.iter):
            continue
        advice = "Which values should it run through?"
        if _is_number(value):
            means = f"`{crash.code(clause.iter)}` is {kind_of(value)}. A loop needs many values."
            return "loop over a number", "the `for` in brackets gets one number.", means, advice, clause.iter
    return None


def _of_a_second_for(crash: Crash, made: Made) -> Explained:
    """A ``for`` in brackets that goes through each value of the one before it."""
    for first, second in pairwise(made.generators):
        values = crash.values.of(first.iter)
        name = getattr(first.target, "id", "")
        is_through_it = name and getattr(second.iter, "id", None) == name
        if is_through_it and isinstance(values, (list, np.ndarray)) and np.ndim(values) == 1:
            means = f"Each `{name}` is one value of `{crash.code(first.iter)}`. A loop needs many values."
            observed = f"the second `for` goes through `{name}`, which is one number."
            return "loop over a number", observed, means, "Is the second `for` needed?", second.iter
    return None


def _given_to_a_function(crash: Crash, inner: ast.Call | None) -> Explained:
    """One number that a call gives to a function of the answer, which needs many: at the only such call."""
    name = getattr(inner.args[0], "id", "") if inner is not None and inner.args else ""
    line = crash.failure.get("line") or 0
    functions = [node for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)]
    around = [node for node in functions if node.lineno < line <= (node.end_lineno or 0)]
    names = [argument.arg for argument in around[-1].args.args] if around else []
    if name not in names:
        return None
    calls = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Call)]
    calls = [node for node in calls if getattr(node.func, "id", "") == around[-1].name]
    if len(calls) != 1 or len(calls[0].args) != len(names):
        return None
    given = calls[0].args[names.index(name)]
    observed = f"`{around[-1].name}` gets one number as `{name}`."
    means = f"Line {line} works through many values of `{name}`, and stops."
    return "one number for many", observed, means, "Which name holds all the values?", given


def _is_its_target(node: ast.AST, target: ast.AST | None) -> bool:
    return isinstance(node, ast.comprehension) and (target is None or node.target is target)


def _of_an_unknown_number(crash: Crash, one: ast.expr) -> Explained:
    """A loop in a function, where only the error says that it gets a number."""
    kind = re.search(r"'(?:numpy\.)?(int|float)\d*' object is not iterable", crash.text)
    if kind is None:
        return None
    what = "a whole number" if kind[1] == "int" else "a decimal number"
    means = f"`{crash.code(one)}` is {what}. A loop needs many values."
    return "loop over a number", ONE_NUMBER, means, "Which values should the loop run through?", one


def not_iterable(crash: Crash) -> Explained:
    if "not iterable" not in crash.text and "cannot unpack" not in crash.text:
        return None
    inside = _in_brackets(crash)
    if inside is not None:
        return inside
    loop = crash.statement
    if isinstance(loop, ast.For) and (crash.node is None or crash.node in (loop, loop.iter, loop.target)):
        value = crash.values.of(loop.iter)
        if isinstance(loop.iter, ast.Call) and loop.iter.args and called(loop.iter) == "enumerate":
            inner = crash.values.of(loop.iter.args[0])
            if _is_number(inner):
                number = f"{kind_of(inner)} {_unit_of(crash, loop.iter.args[0])}".strip()
                means = f"`{crash.code(loop.iter.args[0])}` is {number}, and `enumerate` runs through many values."
                advice = "Which name holds all the values?"
                if isinstance(loop.iter.args[0], ast.Subscript):
                    advice = "Which form of the brackets gives many values: with or without a colon?"
                if crash.code(loop.iter.args[0]).endswith("[-1]"):
                    advice = (
                        "A colon in the brackets takes many values. Does the -1 belong before the colon or after it?"
                    )
                if _counts_from_the_end(crash, loop.iter.args[0]):
                    means += " A minus sign in an index counts from the end. It leaves nothing out."
                    advice = "A slice leaves values out: from which index to which should it go?"
                return "loop over a number", ONE_NUMBER, means, advice
        if "unpack" in crash.text and isinstance(loop.target, ast.Tuple):
            means = (
                f"The loop has {len(loop.target.elts)} names, and each value of "
                f"`{crash.code(loop.iter)}` is one number."
            )
            return (
                "loop unpacking",
                "the loop cannot share one value among its names.",
                means,
                "Which function gives index and value together?",
            )
        one: ast.expr = loop.iter
        if isinstance(loop.iter, ast.Call) and called(loop.iter) in ("zip", "map", "list", "reversed", "enumerate"):
            one = next((a for a in loop.iter.args if _is_number(crash.values.of(a))), loop.iter)
            value = crash.values.of(one)
        if not _is_number(value):
            return _of_an_unknown_number(crash, one) if one is loop.iter else None
        what = f"`{crash.code(one)}` is {kind_of(value)}."
        advice = "Which values should the loop run through?"
        return "loop over a number", ONE_NUMBER, f"{what} A loop needs many values.", advice, one
    if "unpack" in crash.text and isinstance(crash.statement, ast.Assign):
        clause = next((part for part in ast.walk(crash.statement) if _is_its_target(part, crash.node)), None)
        if isinstance(clause, ast.comprehension) and isinstance(clause.target, ast.Tuple):
            count = len(clause.target.elts)
            means = (
                f"The `for` in brackets has {count} names, and each value of `{crash.code(clause.iter)}` is one number."
            )
            advice = f"How many names does one value of `{crash.code(clause.iter)}` need?"
            return "unpacking", "the `for` cannot share one value among its names.", means, advice
        functions = {node.name for node in ast.walk(crash.tree) if isinstance(node, ast.FunctionDef)}
        function = crash.statement.value
        if isinstance(function, ast.Name) and function.id in functions:
            observed = f"`{function.id}` without round brackets is the function itself."
            means = "Only a call gives back values."
            return "function not called", observed, means, f"What makes a call of `{function.id}`?", function
        names = crash.statement.targets[0]
        count = len(names.elts) if isinstance(names, (ast.Tuple, ast.List)) else 0
        of_numbers = comma_missing(crash, count)
        if of_numbers is not None:
            return of_numbers
        means = f"There are {count} names on the left, and one value on the right."
        advice = "How many names are needed?"
        if crash.code(getattr(crash.statement.value, "func", None)) == "plt.figure":
            means = "`plt.figure` gives back only the figure, not its axes."
            return (
                "unpacking",
                "the value cannot be shared among the names.",
                means,
                "Which function of `plt` gives both?",
            )
        return "unpacking", "the value cannot be shared among the names.", means, "How many names are needed?"
    call = crash.node if isinstance(crash.node, ast.Call) and crash.node.args else None
    single = next((a for a in call.args if _is_number(crash.values.of(a))), None) if call is not None else None
    if call is not None and single is not None and called(call) == "zip":
        means = (
            f"`zip` takes one value of each list in turn. `{crash.code(single)}` is {kind_of(crash.values.of(single))}."
        )
        advice = f"Use `{crash.code(single)}` itself in the formula, and not in `zip`."
        return "one number for many", f"`{crash.code(call)}` cannot be computed.", means, advice
    value = crash.values.of(call.args[0]) if call is not None else None
    if call is None or not _is_number(value):
        return _given_to_a_function(crash, call)
    what = crash.described(next(iter(names_in(call.args[0])), ""), value)
    means = f"`{crash.code(call.func)}` works through many values, and `{crash.code(call.args[0])}` is {what}."
    advice = "Which name holds all the values?"
    if crash.code(call.func) == "list":
        advice = "Square brackets around one value make a list of it."
    if called(call) == "extend":
        means = f"`extend` adds all values of another list, and `{crash.code(call.args[0])}` is {what}."
        advice = "Which method adds one value to a list?"
    return "one number for many", f"`{crash.code(call)}` cannot be computed.", means, advice
