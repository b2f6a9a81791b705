"""TypeError and IndexError at square brackets: what has no places, and indices that are not whole numbers."""

from __future__ import annotations

import ast
import re
from typing import Any

import numpy as np

from ..formulas.pieces import called, contains_name
from ..values import kind_of
from .counts import value_as_count
from .crash import Crash, Explained
from .loop_values import enumerate_second, is_a_value_of, loop_over_values, reused_counter, walks_values


def not_subscriptable(crash: Crash) -> Explained:
    if not re.search(
        r"not subscriptable|does not support item assignment|too many indices|invalid index to scalar", crash.text
    ):
        return None
    for node in crash.within(ast.Subscript):
        value = crash.values.of(node.value)
        name = crash.code(node.value)
        if re.search(r"'(builtin_)?(function|method)|ufunc|'type'|method'", crash.text):
            means = (
                f"`{name}` is a function. A function is called with round brackets; square "
                "brackets take one value of many."
            )
            return (
                "square brackets for a call",
                f"`{name}` is followed by square brackets.",
                means,
                "Use round brackets.",
            )
        if "tuple" in crash.text:
            means = f"`{name}` is a tuple, and the values of a tuple cannot be changed."
            return (
                "tuple changed",
                f"`{crash.code(node)}` cannot get a new value.",
                means,
                "Make a list or an array of it.",
            )
        if "enumerate" in crash.text or "range" in crash.text:
            means = "The result of enumerate has no places to choose from; the list or array that goes into it has."
            return (
                "index of an enumeration",
                "the square brackets follow enumerate(...).",
                means,
                "Move the square brackets to the list or array, inside the round brackets.",
            )
        index = node.slice
        indices = len(index.elts) if isinstance(index, ast.Tuple) else 1
        if isinstance(value, np.ndarray) and value.ndim >= 1:
            if indices <= value.ndim:
                continue
            means = f"`{name}` is {kind_of(value)}, so it takes {value.ndim} index, not {indices}."
            return (
                "too many indices",
                f"`{crash.code(node)}` asks for a row and a column.",
                means,
                f"Check the line that makes `{name}`.",
            )
        if isinstance(value, (int, float, np.number)) or (isinstance(value, np.ndarray) and value.ndim == 0):
            return _index_of_number(crash, node, name, value)
    return None


def _index_of_number(crash: Crash, node: ast.Subscript, name: str, value: Any) -> Explained:
    written = sorted(
        target.lineno
        for target in ast.walk(crash.tree)
        if isinstance(target, ast.Name) and target.id == name and isinstance(target.ctx, ast.Store)
    )
    counters = [loop for loop in ast.walk(crash.tree) if isinstance(loop, ast.For) and contains_name(loop.target, name)]
    if counters and len(written) > 1:
        line = crash.failure["line"]
        means = (
            f"So the values that `{name}` held before are gone. Line {line} stops with an error, since "
            f"`{crash.code(node)}` asks for one place of them."
        )
        meaning = crash.exercise.words.get(name, "the values of another line")
        observed = f"the loop counts with `{name}`, which is the name of {meaning} already."
        return (
            "counter of this name",
            observed,
            means,
            "Give the counter of the loop another name.",
            counters[-1].target,
        )
    if len(written) > 1 and _held_many(crash, name):
        means = (
            f"Line {written[-1]} stores one number under the name `{name}`. The values that it held before are gone."
        )
        advice = f"Which place of `{name}` should get the new value? Give the name on the left an index."
        return (
            "index of a number",
            f"`{crash.code(node)}` asks for one place of `{name}`, which is now one number.",
            means,
            advice,
        )
    lines = f" It got this value in line {written[0]}." if len(written) == 1 else ""
    return (
        "index of a number",
        f"`{crash.code(node)}` picks one of several values of `{name}`.",
        f"`{name}` is {crash.described(name, value)}: there is nothing to pick from.{lines}",
        _advice_for_a_number(crash, name),
    )


def _advice_for_a_number(crash: Crash, name: str) -> str:
    equations = [equation for equation in crash.exercise.equations if equation.target == name]
    if any(equation.is_entry for equation in equations):
        return f"`{name}` should hold many values: look at the line that makes it."
    if equations:
        return f"In this exercise `{name}` holds one value at a time. It needs no square brackets."
    return f"Which name holds many values: is it `{name}`?"


def _held_many(crash: Crash, name: str) -> bool:
    """Whether a line stores a list or an array under the name."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    values = [node.value for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    return any(isinstance(crash.values.of(value), (list, np.ndarray)) or _makes_many(value) for value in values)


def _makes_many(value: ast.expr) -> bool:
    calls = {called(node) for node in ast.walk(value) if isinstance(node, ast.Call)}
    is_list = any(isinstance(node, (ast.List, ast.ListComp)) for node in ast.walk(value))
    return is_list or bool(calls & {"ones", "zeros", "full", "empty", "array", "linspace", "arange", "list"})


def not_whole(crash: Crash) -> Explained:
    """A number that is not whole where a place, or a count, belongs."""
    words = (
        r"cannot be interpreted as an integer|must be integers|only integers|has no len|expected a sequence of integers"
        r"|Cannot cast"
    )
    if not re.search(words, crash.text):
        return None
    for node in crash.within(ast.Subscript):
        explained = _value_as_index(crash, node)
        if explained is not None:
            return explained
    call = next((n for n in crash.within(ast.Call) if n.args), None)
    return None if call is None or "'str'" in crash.text else value_as_count(crash, call)


def _value_as_index(crash: Crash, node: ast.Subscript) -> Explained:
    value = crash.values.of(node.slice)
    walker = walks_values(crash, node)
    observed = f"`{crash.code(node)}` uses a value as an index."
    if walker is not None:
        values = crash.code(node.value)
        means = f"`{walker}` runs through the values of `{values}` themselves, so `{walker}` is a value, not a place."
        return "value as index", observed, means, f"Use `{walker}` itself, without the index."
    if not isinstance(value, (float, np.floating)):
        return None
    reused = reused_counter(crash, node.slice)
    if reused is not None:
        return _counter_overwritten(crash, node, reused)
    loop = enumerate_second(crash, node.slice)
    if loop is not None:
        means = "`enumerate` gives the index first, then the value."
        if crash.failure["line"] != loop.lineno:
            means += f" So `{crash.code(node)}` in line {crash.failure['line']} uses a value as an index."
        names = crash.code(loop.target)
        return (
            "names exchanged",
            f"the names `{names}` are in the wrong order.",
            means,
            "Exchange the two names.",
            loop.target,
        )
    taken_from = loop_over_values(crash, node.slice)
    if taken_from is not None:
        counter, loop, values = taken_from
        number = f"{float(value)!r} {crash.exercise.units.get(values, '')}".strip()
        line = crash.failure["line"]
        means = f"Here `{counter}` is {number}, a decimal number. So line {line} cannot use it as an index."
        advice = "Which function counts the rounds of a loop in whole numbers?"
        return "value as index", f"the loop takes `{counter}` from `{values}`.", means, advice, loop.iter
    code = crash.code(node.slice)
    if is_a_value_of(crash, node):
        observed = f"`{code}` is already a value of `{crash.code(node.value)}`."
        means = f"enumerate gives the index and the value. So `{crash.code(node)}` uses a value as an index."
        return "index not whole", observed, means, "Which of the two names do you need here?"
    means = f"`{code}` is {value:.4g}, a decimal number. Places are counted in whole numbers: 0, 1, 2, ..."
    observed = f"`{crash.code(node)}` uses a decimal number as an index."
    return "index not whole", observed, means, "Which name counts the steps?"


def _counter_overwritten(crash: Crash, node: ast.Subscript, reused: ast.Name) -> Explained:
    """At the loop, unless it counts with a name of the exercise: then at the line that takes the name."""
    name, line = reused.id, crash.failure.get("line")
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, ast.For) and contains_name(n.target, name)]
    means = f"So `{crash.code(node)}` uses a decimal number as an index, and line {line} stops."
    if loops and name not in crash.exercise.loops:
        taken = f"the loop counts with `{name}`, and line {reused.lineno} gives `{name}` another value."
        advice = "Count with another name, here and in each index."
        return "counter overwritten", taken, means, advice, loops[-1].target
    taken = f"the loop counts with `{name}`, and this line gives `{name}` another value."
    return "counter overwritten", taken, means, "Use two names: one that counts, and one for the value.", reused


def array_for_a_size(crash: Crash) -> Explained:
    """An array given to a function that needs a number, or a shape."""
    if "only integer scalar arrays" not in crash.text and "expected a sequence of integers" not in crash.text:
        return None
    for call in crash.within(ast.Call):
        for argument in call.args:
            value = crash.values.of(argument)
            if isinstance(value, np.ndarray) and value.ndim and called(call) != "len":
                name = crash.code(argument)
                means = f"`{name}` is {kind_of(value)}."
                observed = f"`{crash.code(call.func)}` needs a whole number, or a shape, in its brackets."
                return "array for a size", observed, means, f"What is the shape of `{name}`? Give that.", argument
    return None
