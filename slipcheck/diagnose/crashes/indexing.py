"""TypeError and IndexError at square brackets: what has no places, and indices that are not whole numbers."""

from __future__ import annotations

import ast
import re
from typing import Any

import numpy as np

from ..formulas.pieces import called, contains_name, values_of
from ..values import kind_of
from .arithmetic import called_nowhere, line_of_the_function
from .counts import value_as_count
from .crash import Crash, Explained, round_brackets
from .loop_values import (
    enumerate_second,
    is_a_value_of,
    loop_over_values,
    reused_counter,
    value_of_the_round,
    walks_values,
)
from .no_places import index_of_enumerate, place_of_a_set, unchangeable
from .tuples import group_as_index

CALLED = r"'(builtin_)?(function|method)|ufunc|'type'|type '\w+' is|method'|FunctionDispatcher"


def not_subscriptable(crash: Crash) -> Explained:
    if not re.search(
        r"not subscriptable|does not support item assignment|too many indices|invalid index to scalar", crash.text
    ):
        return None
    for node in crash.within(ast.Subscript):
        value = crash.values.of(node.value)
        name = crash.code(node.value)
        if re.search(CALLED, crash.text):
            alias = line_of_the_function(crash, name)
            if alias is not None:
                return called_nowhere(crash, name, alias)
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
            return unchangeable(crash, node, means)
        if "'range' is not" in crash.text or ("'type'" in crash.text and name in ("range", "enumerate", "zip")):
            means = f"`{name}` is a function, and a function is called with round brackets."
            observed = f"`{name}` is followed by square brackets."
            return "square brackets for a call", observed, means, round_brackets(crash, node)
        if "'range' object" in crash.text:
            means = f"`{name}` is a range, and the numbers of a range cannot be changed."
            return unchangeable(crash, node, means)
        if "'set' object" in crash.text:
            return place_of_a_set(crash, node)
        if "'enumerate' object" in crash.text:
            return index_of_enumerate(crash, node)
        index = node.slice
        indices = len(index.elts) if isinstance(index, ast.Tuple) else 1
        if isinstance(value, np.ndarray) and value.ndim >= 1:
            if indices <= value.ndim:
                continue
            takes = "one index" if value.ndim == 1 else f"at most {value.ndim} indices"
            means = f"`{name}` is {kind_of(value)}, so it takes {takes}, not {indices}."
            asks = "asks for a row and a column" if indices == 2 else f"has {indices} indices"
            advice = f"Should `{name}` have rows and columns?"
            if value.ndim == 2:
                advice = "One index stands for the rows, and one for the columns. Which one is too many?"
            return "too many indices", f"`{crash.code(node)}` {asks}.", means, advice
        if isinstance(value, (int, float, np.number)) or (isinstance(value, np.ndarray) and value.ndim == 0):
            return _index_of_number(crash, node, name, value)
    return None


def _index_of_number(crash: Crash, node: ast.Subscript, name: str, value: Any) -> Explained:
    names = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Name) and n.id == name]
    written = sorted(n.lineno for n in names if isinstance(n.ctx, ast.Store))
    counters = [loop for loop in ast.walk(crash.tree) if isinstance(loop, ast.For) and contains_name(loop.target, name)]
    code, line = crash.code(node), crash.failure["line"]
    many, single = _lines_that_give(crash, name)
    if counters and many:
        means = f"So the values that `{name}` held before are gone. Line {line} stops with an error, since `{code}` "
        means = f"{means}needs one of these values."
        meaning = crash.exercise.words.get(name, f"the values of line {many[-1]}")
        observed = f"the loop counts with `{name}`, which is the name of {meaning} already."
        advice = "Give the counter of the loop another name."
        return "counter of this name", observed, means, advice, counters[-1].target
    if many and single:
        means = f"Line {single[-1]} stores one number under the name `{name}`. The values that it held before are gone."
        observed = f"`{code}` asks for one place of `{name}`, which is now one number."
        advice = f"Should `{name}` hold one number, or many, after line {single[-1]}?"
        return "index of a number", observed, means, advice
    lines = f" It got this value in line {written[0]}." if len(written) == 1 else ""
    means = f"`{name}` is {crash.described(name, value)}: there is nothing to pick from.{lines}"
    advice = f"Should `{name}` hold one value here, or many?"
    given = next((loop for loop in counters if loop.target.lineno in written[-1:] and values_of(loop)), None)
    if given is not None:
        means = f"The loop of line {given.lineno} gives `{name}` one value of `{values_of(given)}` in each round. "
        means = f"{means}So it is {crash.described(name, value)}, and has no index."
        advice = "Leave out the index."
    return "index of a number", f"`{code}` picks one of several values of `{name}`.", means, advice


def _lines_that_give(crash: Crash, name: str) -> tuple[list[int], list[int]]:
    """The lines that store many values under the name, and those that store one."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    many = [node.lineno for node in makers if _makes_many(crash, node.value)]
    return many, [node.lineno for node in makers if node.lineno not in many]


def _makes_many(crash: Crash, value: ast.expr) -> bool:
    if isinstance(crash.values.of(value), (list, np.ndarray)):
        return True
    calls = [node for node in ast.walk(value) if isinstance(node, ast.Call)]
    is_list = any(isinstance(node, (ast.List, ast.ListComp)) for node in ast.walk(value))
    makers = {"ones", "zeros", "full", "empty", "array", "linspace", "arange", "list"}
    is_drawn = any(called(call) in ("random", "rand", "uniform") and call.args for call in calls)
    return is_list or is_drawn or bool({called(call) for call in calls} & makers)


def not_whole(crash: Crash) -> Explained:
    """A number that is not whole where a place, or a count, belongs."""
    words = (
        r"cannot be interpreted as an integer|must be integers|only integers|has no len|expected a sequence of integers"
        r"|Cannot cast"
    )
    if not re.search(words, crash.text):
        return None
    is_of_an_index = re.search(r"valid indices|indices must be", crash.text) is not None
    for node in crash.within(ast.Subscript) if is_of_an_index else ():
        explained = _value_as_index(crash, node) or _of_a_list(crash, node)
        if explained is not None:
            return explained
    call = next((n for n in crash.within(ast.Call) if n.args), None)
    return None if call is None or is_of_an_index else value_as_count(crash, call)


def _of_a_list(crash: Crash, node: ast.Subscript) -> Explained:
    """A row and a column of a list."""
    value = crash.values.of(node.value)
    if not isinstance(value, list) or not isinstance(node.slice, ast.Tuple) or "not tuple" not in crash.text:
        return None
    name = crash.code(node.value)
    what = kind_of(value) if value else "a list"
    means = f"`{name}` is {what}, and a list takes one index. Only an array takes a row and a column."
    assigned = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Assign)]
    makers = [n for n in assigned if any(getattr(target, "id", "") == name for target in n.targets)]
    if len(makers) == 1:
        means = f"{means} So line {crash.failure['line']} stops."
        advice = "Which function turns a list into an array?"
        return "list for array", f"`{name}` is made as a list.", means, advice, makers[0].value
    advice = "Which function turns a list into an array?"
    return "list for array", f"`{crash.code(node)}` has two indices.", means, advice


def _value_as_index(crash: Crash, node: ast.Subscript) -> Explained:
    """An index that is no whole number, alone or beside another one."""
    group = group_as_index(crash, node.slice) if not isinstance(node.slice, ast.Tuple) else None
    if group is not None:
        return group
    indices = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    decimal = next((index for index in indices if isinstance(crash.values.of(index), (float, np.floating))), node.slice)
    return _decimal_index(crash, node, decimal)


def _decimal_index(crash: Crash, node: ast.Subscript, index: ast.expr) -> Explained:
    value = crash.values.of(index)
    walker = walks_values(crash, node)
    observed = f"`{crash.code(node)}` uses a value as an index."
    if walker is not None:
        values = crash.code(node.value)
        means = f"`{walker}` runs through the values of `{values}` themselves, so `{walker}` is a value, not a place."
        advice = f"Use `{walker}` itself, without the index."
        targets = crash.statement.targets if isinstance(crash.statement, ast.Assign) else []
        if any(isinstance(target, ast.Subscript) for target in targets):
            loops = (part for part in ast.walk(crash.tree) if isinstance(part, ast.For))
            walked = next((loop.iter for loop in loops if crash.code(loop.iter) == values), node)
            observed = f"`{walker}` runs through the values of `{values}`, not through their places."
            means = f"So `{crash.code(node)}` in line {node.lineno} has a value as its index."
            advice = f"Let the loop count the places of `{values}`: 0, 1, 2 and so on."
            return "value as index", observed, means, advice, walked
        return "value as index", observed, means, advice
    if not isinstance(value, (float, np.floating)):
        return None
    reused = reused_counter(crash, index)
    if reused is not None:
        return _counter_overwritten(crash, node, reused)
    loop = enumerate_second(crash, index)
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
    taken_from = loop_over_values(crash, index)
    if taken_from is not None:
        counter, loop, values = taken_from
        held = crash.values.names.get(counter)
        unit = crash.exercise.units.get(values, "")
        number = "a value"
        if isinstance(held, (float, np.floating)):
            number = f"{f'{float(held)!r} {unit}'.strip()}, a decimal number"
        line = crash.failure["line"]
        means = f"Here `{counter}` is {number}. So line {line} cannot use it as an index."
        advice = "Which function counts the rounds of a loop in whole numbers?"
        return "value as index", f"the loop takes `{counter}` from `{values}`.", means, advice, loop.iter
    code = crash.code(index)
    if is_a_value_of(crash, node):
        observed = f"`{code}` is already a value of `{crash.code(node.value)}`."
        means = f"enumerate gives the index and the value. So `{crash.code(node)}` uses a value as an index."
        return "index not whole", observed, means, "Which of the two names do you need here?"
    taken = value_of_the_round(crash, index)
    if taken:
        means = f"`{taken}` is the value of this round, not its number."
        return "index not whole", observed, means, "Which name counts the rounds?"
    text = f"{value:.1f}" if float(value).is_integer() else f"{value:.4g}"
    number = "a decimal number" if isinstance(index, ast.Constant) else f"{text}, a decimal number"
    means = f"`{code}` is {number}. Places are counted in whole numbers: 0, 1, 2, ..."
    observed = f"`{crash.code(node)}` uses a decimal number as an index."
    counters = [node for node in ast.walk(index) if isinstance(node, ast.Name) and node.id in crash.exercise.loops]
    decimal = next((node.id for node in counters if isinstance(crash.values.of(node), (float, np.floating))), None)
    advice = "Which name counts in whole numbers?" if decimal is None else f"Which line makes `{decimal}` decimal?"
    return "index not whole", observed, means, advice


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
