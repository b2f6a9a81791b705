"""What is said of a comparison, and of a block that is too much."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise

from ..numbers.random_draws import draws_in
from .edit import Edit, Sentences, text_of
from .said import RIGHT_WITHOUT_THE_LINE, RIGHT_WITHOUT_THEM


def block_too_many(exercise: Exercise, edit: Edit) -> Sentences:
    """Of a condition or a loop that the answer is right without; what it stores is named if the exercise knows it."""
    last = edit.lines[-1]
    if last == edit.lines[0]:
        observed = f"`{edit.words[0]}` and what follows it do not belong here."
        means = f"{drawn_by(edit.node, ast.parse(edit.source))}{RIGHT_WITHOUT_THE_LINE}"
        return observed, means, "Does this exercise ask for this line? If not, delete it."
    below = f"does line {last}" if last == edit.lines[0] + 1 else f"do the lines down to line {last}"
    observed = f"`{edit.words[0]}` does not belong here, and neither {below}."
    body = getattr(edit.node, "body", [])
    stored = [part for part in body if isinstance(part, ast.Assign) and isinstance(part.value, ast.Name)]
    named = next(
        (
            (part.lineno, ast.unparse(part.targets[0]), part.value.id)
            for part in stored
            if isinstance(part.value, ast.Name) and part.value.id in exercise.words
        ),
        None,
    )
    means = RIGHT_WITHOUT_THEM
    if named is not None:
        means = f"Line {named[0]} sets `{named[1]}` to `{named[2]}`, {exercise.words[named[2]]}. {RIGHT_WITHOUT_THEM}"
    means = f"{drawn_by(edit.node, ast.parse(edit.source))}{means}"
    return observed, means, "Does this exercise ask for these lines? If not, delete them."


def drawn_by(node: ast.AST, tree: ast.AST | None = None) -> str:
    """A sentence on the random numbers that a statement takes, itself or by a function of the ``tree``; "" for none."""
    functions = [part for part in ast.walk(tree or node) if isinstance(part, ast.FunctionDef)]
    drawing = [function.name for function in functions if draws_in(function)]
    calls = [text_of(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)]
    draws = [text_of(call.func) for call in draws_in(node)] or [name for name in calls if name in drawing]
    return f"`{draws[0]}` draws here too, so all later draws give other numbers. " if draws else ""


def comparison(_exercise: Exercise, edit: Edit) -> Sentences:
    text, sign, other, way = edit.words
    observed = f"the comparison `{text}` is not the right one."
    advice = "In which rounds is it true? Think of the first and the last round."
    if way == "values":
        advice = "For which values is it true, and for which should it be?"
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
