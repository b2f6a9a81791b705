"""What is said of a loop that counts other numbers, and of lines in another place or order."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise

from ..numbers.random_draws import draws_in
from .edit import Edit, Sentences


def count(_exercise: Exercise, edit: Edit) -> Sentences:
    start, values, *fewer = edit.words
    observed = f"`enumerate` starts to count at {start}."
    if "cut" in fewer:
        means = f"The first value of `{values}` has the index 1 in `{values.partition('[')[0]}`."
        advice = "Give `enumerate` a second value in its brackets: the number with which it should start."
        return observed, means, advice
    if fewer:
        means = f"The second argument sets where the count starts. It does not skip any value of `{values}`."
        return observed, means, f"Which values of `{values}` should the loop go through? A slice takes them."
    return observed, "So the indices do not fit the values.", "What is the index of the first entry of a list?"


def other_range(_exercise: Exercise, edit: Edit) -> Sentences:
    text, where, way, *values = edit.words
    advice = f"Which number should come {'last' if where == 'ends' else 'first'} in the loop?"
    if values:
        end = "first" if where == "starts" else "last"
        advice = f"Which index should the {end} round have? Keep each index beside its own value of `{values[0]}`."
        if where in ("starts", "ends"):
            return f"the loop over `{text}` {where} at the wrong index.", f"It {where} one index too {way}.", advice
    if where == "starts and ends":
        advice = "Which number should come first in the loop, and which should come last?"
    if way == "early and late":
        means = "It starts one number too early, and ends one number too late."
        return f"`{text}` counts through the wrong numbers.", means, advice
    means = f"It {where} one number too {way}."
    if (where, way) == ("ends", "early"):
        means = f"{means} `{text.partition('(')[0]}` leaves out its end."
    return f"`{text}` counts through the wrong numbers.", means, advice


def through_rows(_exercise: Exercise, edit: Edit) -> Sentences:
    text, place, loop, taken = edit.words
    other = "column" if taken == "row" else "row"
    means = f"So the loop of line {loop} goes from {taken} to {taken}. It should go from {other} to {other}."
    advice = f"Which place in the square brackets stands for the {other}s, and how many {other}s are there?"
    return f"the index `{place}` in `{text}` picks a {taken}.", means, advice


def each_round(_exercise: Exercise, edit: Edit) -> Sentences:
    where, loop, *numbers = edit.words
    if isinstance(edit.node, ast.Return):
        means = "A return ends the function, and with it the loop."
        return f"this line ends the loop of line {loop} in its first round.", means, "Look at its indentation."
    when = "when that loop has ended" if where == "after" else "before that loop begins"
    below = numbers.pop().removeprefix("before ") if numbers[-1].startswith("before ") else ""
    is_one = len(numbers) == 1
    they, them = ("It", "it") if is_one else ("They", "them")
    means = f"{they} should run {when}."
    advice = f"Move {them} above the loop, as far left as the line of that loop."
    if where == "after":
        advice = f"Look at {'its' if is_one else 'their'} indentation."
    if where == "after" and below:
        means = f"In the last round {they.lower()} run{'s' if is_one else ''} before line {below}. {means}"
        advice = f"Move {them} below the loop, and look at the indentation there."
    if is_one:
        return f"this line runs in every round of the loop of line {loop}.", means, advice
    return (
        f"this line and those down to line {numbers[1]} run in every round of the loop of line {loop}.",
        means,
        advice,
    )


def once(_exercise: Exercise, edit: Edit) -> Sentences:
    where, loop, *left = edit.words
    if where.startswith("above"):
        observed = f"this line is before the loop of line {loop}, not in it."
        means = f"So `{left[0]}` is the same in every round. Each round needs a new value of `{left[0]}`."
        return observed, means, f"Move this line into the loop, {where.replace(' ', ' line ')}."
    if hasattr(edit.node, "body"):
        observed = f"this loop is after the loop of line {loop}, not in it."
        means = "It should run in every round, as the last lines of that loop."
        return (
            observed,
            means,
            f"Indent line {edit.lines[0]} like the lines of that loop, and the lines of its block further.",
        )
    side, place = ("after", "last") if where == "end" else ("before", "first")
    means = f"This line should run in every round, as the {place} line of that loop."
    if left:
        means = f"So `{left[0]}` keeps what earlier rounds have left in it. {means}"
    elif draws_in(edit.node):
        means = f"It draws one random number for all rounds of that loop. {means}"
    observed = f"this line is {side} the loop of line {loop}, not in it."
    return observed, means, "Move it into the loop, and indent it like the lines there."


def order(_exercise: Exercise, edit: Edit) -> Sentences:
    where, other, *shared = edit.words  # why, where that is known
    side, way = ("after", "below") if where == "later" else ("before", "above")
    means = "Python runs the lines from top to bottom."
    if shared:
        maker, name, reader, which, *taken = shared
        needed = "the old one" if which == "old" else "this new one"
        means = f"Line {maker} gives `{name}` a new value. Line {reader} needs {needed}."
        if taken:
            means = f"Line {taken[0]} computes `{taken[1]}` from the old `{name}`. "
            means += f"Line {maker} then gives `{name}` a new value, and line {reader} uses that one."
    if hasattr(edit.node, "body"):
        return f"this block should come {side} line {other}.", means, f"Move all its lines {way} line {other}."
    return f"this line should come {side} line {other}.", means, f"Move this line {way} line {other}."
