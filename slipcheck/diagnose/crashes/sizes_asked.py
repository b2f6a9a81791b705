"""An array given to a function that asks how many values to make."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from ..values import kind_of
from .crash import Crash, Explained

MAKING = ("random", "rand", "randn", "uniform", "normal", "randint", "ones", "zeros", "empty", "full")


def array_for_a_size(crash: Crash) -> Explained:
    """An array given to a function that needs a number, or a shape."""
    listed = _list_for_sizes(crash)
    if listed is not None:
        return listed
    words = ("only integer scalar arrays", "expected a sequence of integers", "maximum supported dimension")
    if not any(said in crash.text for said in words):
        return None
    for call in crash.within(ast.Call):
        if called(call) == "enumerate" and len(call.args) == 2:
            means = f"The second one, `{crash.code(call.args[1])}`, would say where the count starts."
            advice = "Which one list or array should the loop go through?"
            return "array for a size", "`enumerate` gets two values, and takes one list.", means, advice, call.args[1]
        for argument in call.args:
            value = crash.values.of(argument)
            if isinstance(value, np.ndarray) and value.ndim and called(call) != "len":
                name = crash.code(argument)
                asks = "asks how many values to make" if called(call) in MAKING else "needs a whole number"
                observed = f"`{crash.code(call.func)}` {asks}."
                means = f"`{name}` is {kind_of(value)}."
                return "array for a size", observed, means, _size_asked(crash, name, value), argument
    return None


def _list_for_sizes(crash: Crash) -> Explained:
    """A name of a list of sizes given to a function that takes them one by one."""
    for call in crash.within(ast.Call) if "cannot be interpreted as an integer" in crash.text else ():
        is_named = len(call.args) == 1 and isinstance(call.args[0], ast.Name)
        value = crash.values.of(call.args[0]) if is_named else None
        if called(call) in ("rand", "randn") and isinstance(value, (list, tuple)):
            observed = f"`{crash.code(call.func)}` gets a list."
            means = f"It takes the sizes one by one. `{crash.code(call.args[0])}` is {kind_of(value)}."
            advice = "Give the sizes without a list, or use `np.random.random`, which takes a list."
            return "sizes in a list", observed, means, advice, call.args[0]
    return None


def _size_asked(crash: Crash, name: str, value: np.ndarray) -> str:
    """Where the number of values, or the shape, is to be found that belongs in the brackets."""
    if value.ndim > 1:
        return f"How many rows and how many columns does `{name}` have?"
    counts = [other for other in crash.exercise.counts if _is_number(crash.values.names.get(other), value.size)]
    return f"Which name holds the number {value.size}?" if counts else f"Which function counts the values of `{name}`?"


def _is_number(value: object, number: int) -> bool:
    return type(value) is int and value == number
