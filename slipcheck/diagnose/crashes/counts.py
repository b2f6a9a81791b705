"""Functions that need whole numbers, and got a decimal one."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained


def value_as_count(crash: Crash, call: ast.Call) -> Explained:
    if "has no len" in crash.text:
        value = crash.values.of(call.args[0])
        what = kind_of(value) if value is not None else "one number"
        means = f"`len` counts the values of a list, and `{crash.code(call.args[0])}` is {what}."
        observed = f"`{crash.code(call)}` cannot be computed."
        return "len of a number", observed, means, "Which function makes a whole number of a decimal one?"
    value = next((v for a in call.args if isinstance(v := crash.values.of(a), (float, np.floating))), None)
    name = next((a.id for a in call.args if isinstance(a, ast.Name)), None)
    observed = f"`{crash.code(call.func)}` needs whole numbers."
    maker = _maker(crash, name)
    if maker is not None and value is not None and maker.lineno != crash.failure["line"]:
        means = f"So `{crash.code(call.func)}` in line {crash.failure['line']} stops: it needs a whole number."
        if isinstance(maker.value, ast.Call) and called(maker.value) == "round" and len(maker.value.args) > 1:
            means = f"`round` with a second argument gives a decimal number. {means}"
        elif any(isinstance(n, ast.Div) for n in ast.walk(maker.value)):
            means = f"A division with / always gives a decimal number. {means}"
        observed = f"`{name}` becomes {float(value)}, a decimal number."
        advice = "Which function makes a whole number of it?"
        return "float as count", observed, means, advice, maker
    if name is not None and value is not None:
        meaning, unit = crash.exercise.words.get(name), crash.exercise.units.get(name, "")
        counted = "how many rounds the loop has" if called(call) == "range" else "how many values it makes"
        observed = f"`{crash.code(call.func)}` needs a whole number, which says {counted}."
        means = f"`{name}` is {f'{value:.4g} {unit}'.strip()}, a decimal number{f': {meaning}' if meaning else ''}."
        return "float as count", observed, means, "Which name holds the number that is needed here?"
    got = next((a for a in call.args if isinstance(crash.values.of(a), (float, np.floating))), call.args[0])
    means = f"`{crash.code(got)}` is a decimal number."
    if any(isinstance(node, ast.Div) for node in ast.walk(got)):
        means = "A division with / always gives a decimal number."
    advice = "Type a whole number." if isinstance(got, ast.Constant) else "Which function makes a whole number of it?"
    return "float as count", observed, means, advice


def _maker(crash: Crash, name: str | None) -> ast.Assign | None:
    """The one line that gives the name its value."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node for node in assigned if any(getattr(target, "id", None) == name for target in node.targets)]
    return makers[0] if name is not None and len(makers) == 1 else None
