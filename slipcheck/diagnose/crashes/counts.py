"""Functions that need whole numbers, and got a decimal one."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained
from .decimal_commas import comma_between
from .texts import text_for_a_number

COUNTING = {  # functions that make many values: which of the values in their brackets count them, and their name
    **dict.fromkeys(("zeros", "ones", "empty", "full"), (slice(1), "shape")),
    **dict.fromkeys(("range", "rand", "randn"), (slice(None), "")),
    **dict.fromkeys(("uniform", "normal"), (slice(2, 3), "size")),
    "random": (slice(1), "size"), "linspace": (slice(2, 3), "num"),
}  # fmt: skip
DECIMAL = (float, np.floating)


def value_as_count(crash: Crash, call: ast.Call) -> Explained:
    """Of a call that stops because a value in its brackets is no whole number."""
    if "has no len" in crash.text:
        return _not_counted(crash, call)
    if called(call) in ("int", "float") and len(call.args) == 2:
        return comma_between(crash, call)
    if called(call) not in COUNTING:
        return None
    places, word = COUNTING[called(call)]
    counts = [*call.args[places], *(keyword.value for keyword in call.keywords if keyword.arg == word)]
    pairs = [(argument, crash.values.of(argument)) for argument in counts]
    for argument, value in pairs:
        if isinstance(value, str) and "'str'" in crash.text:
            return text_for_a_number(crash, argument, value)
        if isinstance(value, (list, np.ndarray)) and np.ndim(value) and called(call) == "range":
            means = f"`{crash.code(argument)}` is {kind_of(value)}."
            advice = "Which function counts the values of a list?"
            return "list as count", "`range` needs a whole number.", means, advice, argument
    decimal = [argument for argument, value in pairs if isinstance(value, DECIMAL)]
    return _decimal(crash, call, decimal) if decimal else None


def _not_counted(crash: Crash, call: ast.Call) -> Explained:
    """``len`` of what is no list."""
    argument = call.args[0]
    value = crash.values.of(argument)
    if called(call) != "len" or value is None:
        return None
    observed = f"`{crash.code(call)}` cannot be computed."
    means = f"`len` counts the values of a list, and `{crash.code(argument)}` is {kind_of(value)}."
    advice = "Which list should be counted?"
    if isinstance(argument, ast.BinOp) and isinstance(value, DECIMAL):
        advice = "Which function makes a whole number of a decimal one?"
    elif getattr(argument, "id", "") in crash.exercise.counts or type(value) is int:
        advice = f"`{crash.code(argument)}` is a whole number already: does it need `len`?"
    return "len of a number", observed, means, advice


def _decimal(crash: Crash, call: ast.Call, decimal: list[ast.expr]) -> Explained:
    function, line = crash.code(call.func), crash.failure["line"]
    if len(decimal) > 1 and called(call) == "range":
        names = " and ".join(f"`{crash.code(argument)}`" for argument in decimal)
        means = f"{names} are decimal numbers."
        advice = "Let the loop count its rounds, from 0 on. How many rounds are there?"
        return "float as count", f"`{function}` needs whole numbers.", means, advice
    got = decimal[0]
    value = crash.values.of(got)
    maker = maker_of(crash, got)
    if maker is not None and maker.lineno != line:
        means = f"So `{function}` in line {line} stops: it needs a whole number."
        if isinstance(maker.value, ast.Call) and called(maker.value) == "round" and len(maker.value.args) > 1:
            means = f"`round` with a second argument gives a decimal number. {means}"
        elif any(isinstance(n, ast.Div) for n in ast.walk(maker.value)):
            means = f"A division with / always gives a decimal number. {means}"
        observed = f"`{crash.code(got)}` becomes {float(value)}, a decimal number."
        is_typed = isinstance(maker.value, ast.Constant)
        advice = "Type a whole number." if is_typed else "Which function makes a whole number of it?"
        return "float as count", observed, means, advice, maker
    if isinstance(got, ast.Name):
        return _of_a_name(crash, call, got, value)
    means = f"`{crash.code(got)}` is a decimal number."
    if any(isinstance(node, ast.Div) for node in ast.walk(got)):
        means = "A division with / always gives a decimal number."
    advice = "Type a whole number." if isinstance(got, ast.Constant) else "Which function makes a whole number of it?"
    needs = "needs a whole number of values" if called(call) == "linspace" else "needs whole numbers"
    return "float as count", f"`{function}` {needs}.", means, advice


def _of_a_name(crash: Crash, call: ast.Call, got: ast.Name, value: float) -> Explained:
    meaning, unit = crash.exercise.words.get(got.id), crash.exercise.units.get(got.id, "")
    means = f"`{got.id}` is {f'{value:.4g} {unit}'.strip()}, a decimal number{f': {meaning}' if meaning else ''}."
    is_first = called(call) == "full" and len(call.args) > 1 and got is call.args[0]
    if is_first and isinstance(crash.values.of(call.args[1]), int):
        made = crash.code(call.func)
        observed = f"the values in the brackets of `{made}` are in the wrong order."
        return "arguments exchanged", observed, means, f"`{made}` takes the shape first, then the value."
    counted = "how many rounds the loop has" if called(call) == "range" else "how many values it makes"
    observed = f"`{crash.code(call.func)}` needs a whole number, which says {counted}."
    if len(call.args) > 1:
        observed = f"`{crash.code(call.func)}` needs whole numbers."
    return "float as count", observed, means, "Which name holds the number that is needed here?"


def maker_of(crash: Crash, got: ast.expr) -> ast.Assign | None:
    """The one line that gives the name its value."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    name = got.id if isinstance(got, ast.Name) else ""
    makers = [node for node in assigned if any(getattr(target, "id", None) == name for target in node.targets)]
    return makers[0] if name and len(makers) == 1 else None
