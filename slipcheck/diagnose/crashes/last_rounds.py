"""A plot command below a loop, which draws what the last round has left."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from .crash import Crash, contains


def counted(crash: Crash, x: ast.expr) -> str:
    """A sentence on x where it counts rounds, and the exercise draws against the time."""
    against = {output.shows[0] for output in crash.exercise.outputs if output.command == "plot"}
    is_range = isinstance(x, ast.Call) and called(x) == "range"
    if not is_range or not against <= set(crash.exercise.times):
        return ""
    return f" Then look at x: `{crash.code(x)}` holds the numbers of the steps, not their times."


def value_of_the_last_round(crash: Crash, call: ast.Call) -> tuple[str, int] | None:
    """A number that a plot command below a loop takes, and that each round of the loop has made anew."""
    for argument in call.args[:2]:
        name = argument.id if isinstance(argument, ast.Name) else ""
        for loop in (node for node in crash.tree.body if isinstance(node, ast.For) and node.lineno < call.lineno):
            given = {n.id for n in ast.walk(loop) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            if name in given and np.ndim(crash.values.of(argument)) == 0 and not contains(loop, call):
                return name, loop.lineno
    return None
