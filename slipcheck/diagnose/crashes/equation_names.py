"""Values written as in an equation, with brackets that say at which time."""

from __future__ import annotations

import ast

import numpy as np

from .crash import Crash, Explained


def as_in_an_equation(crash: Crash, name: str, line: str) -> Explained:
    """A sign of an equation with the time in brackets, or the range of a random number, that Python reads as a call."""
    call = next((node for node in crash.within(ast.Call) if getattr(node.func, "id", "") == name), None)
    if call is None or not call.args or call.keywords:
        return None
    written = f"`{crash.code(call)}` is written as in the equation."
    low, high = (_number(argument) for argument in call.args) if len(call.args) == 2 else (None, None)
    if name == "U" and low is not None and high is not None:
        means = f"There it stands for a random number between {low:g} and {high:g}. Python has no function `U`."
        return "unknown name", written, means, "Which function draws random numbers? Look at the given cells."
    names = {node.id for argument in call.args for node in ast.walk(argument) if isinstance(node, ast.Name)}
    times = {*crash.exercise.loops, *crash.exercise.times, "dt"}
    if len(call.args) > 1 or not names or not names <= times:
        return None
    means = f"There the brackets say at which time. In Python they call a function, and there is no function `{name}`."
    return "unknown name", written, means, _in_code(crash, name)


def _in_code(crash: Crash, name: str) -> str:
    """What to write in place of a sign of an equation: the small letter, where the code has that for it."""
    small = name.lower()
    value = crash.values.names.get(small)
    if small == name or small not in crash.exercise.words or value is None:
        return f"How does the text describe `{name}`? Write that here, in code."
    if isinstance(value, (list, np.ndarray)):
        return f"Your cell keeps its values in `{small}`. Which index picks the value that this line needs?"
    return f"Your cell calls this value `{small}`. Write this name alone."


def _number(node: ast.expr) -> float | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return float(value) if isinstance(value, (int, float)) else None
