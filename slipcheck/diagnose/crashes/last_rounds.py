"""What stops since a loop has run too far: an index, or a plot command that takes what the last round has left."""

from __future__ import annotations

import ast

import numpy as np

from ..formulas.pieces import called
from ..lines.answer_line import names_in
from ..lines.other_counts import other_end
from .crash import Crash, Explained, contains


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
        for loop in (n for n in crash.tree.body if isinstance(n, (ast.For, ast.While)) and n.lineno < call.lineno):
            given = {n.id for n in ast.walk(loop) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            if name in given and np.ndim(crash.values.of(argument)) == 0 and not contains(loop, call):
                return name, loop.lineno
    return None


def values_of_all_rounds(crash: Crash, call: ast.Call) -> Explained:
    """In a loop, a name that a line before it has given many values, drawn against one number."""
    loops = [n for n in ast.walk(crash.tree) if isinstance(n, (ast.For, ast.While)) and contains(n, call)]
    sizes = [np.size(crash.values.of(argument)) for argument in call.args[:2]]
    if not loops or min(sizes) != 1 or max(sizes) == 1:
        return None
    many = call.args[sizes.index(max(sizes))]
    name = many.id if isinstance(many, ast.Name) else ""
    makers = [n for n in ast.walk(crash.tree) if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == name]
    if not name or len(makers) != 1 or contains(loops[0], makers[0]):
        return None
    word = crash.exercise.words.get(name, "the value")
    observed = f"`{name}` holds the values of all rounds at once."
    needs = f"The loop of line {loops[0].lineno} needs {word} of its own round: one number."
    means = f"Line {makers[0].lineno} makes it. {needs}"
    places = [n for n in ast.walk(loops[0]) if isinstance(n, ast.Subscript) and getattr(n.value, "id", "") == name]
    advice = f"Which index picks one value of `{name}`?"
    if not places:
        advice = f"{advice} Each line of the loop needs that value."
    return "all rounds at once", observed, means, advice, many


def of_another_count(crash: Crash, node: ast.Subscript, length: int) -> Explained:
    """Of an index that a loop counts, which ends at another count of the exercise than the one of these places."""
    names = crash.values.names
    for loop in (part for part in ast.walk(crash.tree) if isinstance(part, ast.For) and contains(part, node)):
        counter = getattr(loop.target, "id", "")
        said = other_end(crash.exercise, loop, counter, names) if counter in names_in(node.slice) else None
        if said is not None:
            observed = f"with `{crash.code(loop.iter)}` the counter `{counter}` runs too far."
            means = f"`{crash.code(node.value)}` has {length} places, so line {node.lineno} stops with an error."
            return "loop range", observed, f"{means} {said[0]}", said[1], loop.iter
    return None
