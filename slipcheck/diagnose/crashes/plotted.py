"""Plot commands that get more of one than of the other: x and y that do not fit together."""

from __future__ import annotations

import ast
import re

import numpy as np

from ..formulas.pieces import contains_name
from ..values import kind_of
from .crash import Crash, Explained
from .last_rounds import counted, value_of_the_last_round, values_of_all_rounds


def scattered(crash: Crash, call: ast.Call) -> Explained:
    """The same for plt.scatter, whose error gives no lengths."""
    x, y = (crash.values.of(argument) for argument in call.args[:2])
    if x is None or y is None or isinstance(x, dict) or isinstance(y, dict):
        return None
    means = f"plt.scatter needs as many x as y: `{crash.code(call.args[0])}` is {kind_of(x)}, "
    means = f"{means}`{crash.code(call.args[1])}` is {kind_of(y)}."
    advice = "How many points are there? x and y need one value for each of them."
    return "lengths differ", "x and y do not fit together.", means, advice


def plotted(crash: Crash, call: ast.Call, x_shape: str, y_shape: str) -> Explained:
    """As many times as values: two that plt.plot cannot draw against each other."""
    first, second = _count(x_shape), _count(y_shape)
    x, y = crash.code(call.args[0]), crash.code(call.args[1])
    observed = f"`{x}` and `{y}` do not fit together."
    no_data = next((argument for argument in call.args[:2] if _is_no_data(crash, argument)), None)
    if no_data is not None:
        return _without_values(crash, no_data)
    pair = crash.values.of(call.args[1])
    if isinstance(pair, (tuple, list)) and pair and isinstance(pair[0], (tuple, list)):
        means = f"`{y}` holds {len(pair)} lists. plt.plot needs one list as y, as long as `{x}`."
        return "lengths differ", observed, means, f"Which index picks the list of the y values from `{y}`?"
    is_wide = isinstance(pair, np.ndarray) and pair.shape == (second, first)  # where the error tells of one column
    if is_wide or (_second(y_shape) is not None and _second(y_shape) == first):
        means = (
            f"`{x}` has {first} values, and `{y}` has {second} rows of {first} values. plt.plot needs one row for "
            "each time, and one column for each curve."
        )
        advice = "Which short form exchanges rows and columns?"
        if x.endswith(".T"):
            advice = "Which of the two needs `.T`?"
        if isinstance(call.args[1], (ast.List, ast.Tuple)):
            advice = "Use a plot command for each curve."
        return "not transposed", observed, means, advice
    joined = next((a for a in call.args[:2] if _adds_lists(crash, a)), None)
    if isinstance(joined, ast.BinOp):
        means = (
            f"`{crash.code(joined.left)}` is a list. For lists the sign + joins the two, one after the other, and adds "
            "no values."
        )
        observed = f"`{crash.code(joined)}` has {_values(second)}."
        return (
            "lists joined",
            observed,
            means,
            "Only arrays are added value by value. Which function makes an array of a list?",
            joined,
        )
    last = value_of_the_last_round(crash, call)
    if last is not None:
        name, loop = last
        means = f"`{name}` is one number: the loop of line {loop} has left its last value there."
        advice = "Draw one point in each round: in which line of the loop, and at which x?"
        if max(first or 0, second or 0) > 1:
            other = y if name == x else x
            means = f"{means} `{other}` has {_values(max(first or 0, second or 0))}."
            advice = f"Collect the values of `{name}` in a list, one in each round.{counted(crash, call.args[0])}"
            return "lengths differ", observed, means, advice
        return "plot outside the loop", observed, means, advice
    of_all = values_of_all_rounds(crash, call)
    if of_all is not None:
        return of_all
    means = f"plt.plot needs as many x as y: `{x}` gives {_values(first)}, `{y}` gives {_values(second)}."
    shadowed = _named_like_its_values(crash, call)
    if shadowed is not None:
        return shadowed
    grown = next(
        (n for n in ast.walk(crash.tree) if isinstance(n, ast.Call) and crash.code(n.func) == f"{y}.append"), None
    )
    grown = grown if _begins_full(crash, y) else None
    if grown is not None:
        observed = f"`append` makes the list `{y}` longer in each round."
        means = f"So line {call.lineno} stops: its plot command gets {_values(first)} as x and {_values(second)} as y."
        return "append", observed, means, f"Which place of `{y}` should get the new value instead?", grown
    advice = "How many values should there be? Look at the line that makes the other number of them."
    if grown is None and second == (first or 0) + 1 and _begins_with_one(crash, y):
        values = _loop_that_appends(crash, y)
        start = _start(crash, y)
        if values is not None and start is not None and _loop_that_appends(crash, x) is values:
            observed = f"`{y}` begins with one value, and `{x}` with none."
            means = f"Each round adds one value to both. So in line {call.lineno}, `{y}` has one value more than `{x}`."
            return "lengths differ", observed, means, f"Begin `{y}` as `{x}` begins.", start
        if values is not None:
            counts = f"So line {call.lineno} stops: plt.plot gets {_values(first)} as x and {_values(second)} as y."
            means = f"`{y}` begins with one value, and each round adds one more. {counts}"
            observed = f"this loop gives `{y}` one value too many."
            return "lengths differ", observed, means, "Which round is not needed?", values
        means = f"{means} `{y}` begins with one value, and each round adds one more."
        advice = f"Which one value of `{y}` has no place in the figure?"
    line = line_of_a_table(crash, call.args[1], first)
    if line is not None:
        means = (
            f"`{y}` is a {line[0]} of `{line[1]}`, {_values(second)}. A {line[2]} of it has {_values(first)}, as `{x}`."
        )
        advice = f"Which index picks a {line[2]}? Check that the loop counts the {line[2]}s, too."
    return "lengths differ", observed, means, advice


def _loop_that_appends(crash: Crash, name: str) -> ast.expr | None:
    """What the one loop runs over in which values are appended to a list."""
    loops = [node for node in ast.walk(crash.tree) if isinstance(node, ast.For)]
    calls = [(loop, node) for loop in loops for node in ast.walk(loop) if isinstance(node, ast.Call)]
    appending = [loop for loop, call in calls if crash.code(call.func) == f"{name}.append"]
    return appending[0].iter if len(appending) == 1 else None


def _is_no_data(crash: Crash, node: ast.expr) -> bool:
    """Whether it holds no numbers, but a function, or values that have names."""
    value = crash.values.of(node)
    return isinstance(value, dict) and kind_of(value) in ("a function", "a dict")


def _without_values(crash: Crash, node: ast.expr) -> Explained:
    code, what = crash.code(node), kind_of(crash.values.of(node))
    means = f"`{code}` is {'a function' if what == 'a function' else 'a dictionary'}. plt.plot needs numbers."
    advice = f"What makes a call of `{code}`?" if what == "a function" else f"Where does `{code}` keep its values?"
    return "no values", f"`{code}` cannot be drawn.", means, advice, node


def line_of_a_table(crash: Crash, node: ast.expr, needed: int | None) -> tuple[str, str, str] | None:
    """Of a row or column whose table has the other one in the length that is needed: its kind, the table, the other."""
    base = crash.values.of(node.value) if isinstance(node, ast.Subscript) else None
    if not isinstance(node, ast.Subscript) or not isinstance(base, np.ndarray) or base.ndim != 2:
        return None
    pair = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    is_column = len(pair) == 2 and isinstance(pair[0], ast.Slice) and not isinstance(pair[1], ast.Slice)
    is_row = not isinstance(pair[0], ast.Slice)
    kinds = ("column", "row") if is_column else ("row", "column")
    length = base.shape[1] if is_column else base.shape[0]
    fits = (is_column or is_row) and length == needed
    return (kinds[0], crash.code(node.value), kinds[1]) if fits else None


def _begins_full(crash: Crash, name: str) -> bool:
    """Whether the list that grows has several values already when it is made."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    made = [node.value for node in assigned if any(getattr(target, "id", "") == name for target in node.targets)]
    return bool(made) and not any(isinstance(value, ast.List) and len(value.elts) < 2 for value in made)


def _begins_with_one(crash: Crash, name: str) -> bool:
    """Whether a line makes it as a list of one value."""
    return _start(crash, name) is not None


def _start(crash: Crash, name: str) -> ast.List | None:
    """The list of one value that a line makes it."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    made = [node.value for node in assigned if getattr(node.targets[0], "id", "") == name]
    return next((value for value in made if isinstance(value, ast.List) and len(value.elts) == 1), None)


def _named_like_its_values(crash: Crash, call: ast.Call) -> Explained:
    """A value that is drawn for a list, since a loop gives each value of the list its name."""
    drawn = {argument.id for argument in call.args[:2] if isinstance(argument, ast.Name)}
    for loop in (node for node in ast.walk(crash.tree) if isinstance(node, ast.For)):
        name = loop.target.id if isinstance(loop.target, ast.Name) else ""
        if name in drawn and contains_name(loop.iter, name) and loop.lineno < call.lineno:
            observed = f"the loop gives each value of `{name}` the name `{name}` itself."
            means = f"So `{name}` is one number from then on, and line {call.lineno} stops."
            return "counter of this name", observed, means, "Give the single value another name.", loop.target
    return None


def _count(shape: str) -> int:
    numbers = re.findall(r"\d+", shape)
    return int(numbers[0]) if numbers else 1


def _second(shape: str) -> int | None:
    numbers = re.findall(r"\d+", shape)
    return int(numbers[1]) if len(numbers) > 1 else None


def _adds_lists(crash: Crash, node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(crash.values.of(node.left), list)


def _values(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"
