"""What is said of a comparison, of a block that is too much, and of an argument that is missing."""

from __future__ import annotations

from slipcheck.exercise import Exercise

from .edit import Edit, Sentences
from .said import RIGHT_WITHOUT_THEM


def block_too_many(edit: Edit) -> Sentences:
    """Of a condition or a loop that the answer is right without."""
    last = edit.lines[-1]
    below = f"does line {last}" if last == edit.lines[0] + 1 else f"do the lines down to line {last}"
    observed = f"`{edit.words[0]}` does not belong here, and neither {below}."
    return observed, RIGHT_WITHOUT_THEM, "Does the text ask for these lines?"


def comparison(_exercise: Exercise, edit: Edit) -> Sentences:
    text, sign, other, way = edit.words
    observed = f"the comparison `{text}` is not the right one."
    advice = "In which rounds is it true? Think of the first and the last round."
    means = ""
    if way in ("lower", "higher"):
        is_low = (way == "lower") == ("<" in sign)  # the other bound makes it true less often
        means = f"It is true once too {'often' if is_low else 'seldom'}." if sign in ("<", "<=", ">", ">=") else ""
    elif other == f"{sign}=":
        means = "It is not true where both sides are equal, and it should be."
    elif sign == f"{other}=":
        means = "It is true where both sides are equal too, and it should not be."
        if way == "loop":
            means = "So the loop runs one round too many, the one in which both sides are equal."
    elif {sign[0], other[0]} == {"<", ">"}:
        means = "The sign points the wrong way."
    return observed, means, advice


def argument_missing(exercise: Exercise, edit: Edit) -> Sentences:
    function, argument = edit.words
    observed = f"the argument `{argument}` of `{function}` is missing."
    known = exercise.arguments.get(argument, "")
    advice = f"Which value should `{argument}` have here?"
    return observed, known, advice if known else f"Look up what `{argument}` does in `{function}`."
