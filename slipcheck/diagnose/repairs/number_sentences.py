"""What is said of a change of a number, or of arguments."""

from __future__ import annotations

import ast
import inspect
import math
import re

import numpy as np

from slipcheck.exercise import Exercise

from ..formulas.pieces import called
from .edit import Edit, Sentences, text_of
from .said import SAID


def number(_exercise: Exercise, edit: Edit) -> Sentences:
    now, right = (float(word) for word in edit.words)
    ended = _ended_by(edit, right)
    if ended and right == now + 1:
        means = f"`{ended.partition('(')[0]}` leaves out its end: the last number that it makes is {now - 1:g}."
        return f"`{ended}` ends one number too early.", means, "At which number should it end?"
    advice = "Compare this number with the one in the text."
    return f"the number {edit.words[0]} is not the right one.", _apart(now, right), advice


def _ended_by(edit: Edit, right: float) -> str:
    """The call as it stands that makes whole numbers up to the one that should be ``right``; empty for another."""
    for call in (node for node in ast.walk(ast.parse(edit.source)) if isinstance(node, ast.Call)):
        end = call.args[-1] if called(call) in ("range", "arange") and 1 <= len(call.args) <= 2 else None
        if isinstance(end, ast.Constant) and end.value == right:
            return text_of(ast.Call(call.func, [*call.args[:-1], ast.Name(edit.words[0])], call.keywords))
    return ""


def _apart(now: float, right: float) -> str:
    if now == -right:
        return "Its sign is wrong."
    if abs(now - right) == 1 and now == int(now):
        return f"It is too {'large' if now > right else 'small'} by 1."
    if right and now and now / right > 0:
        times = now / right if abs(now) > abs(right) else right / now
        if math.isclose(times, round(times)) and round(times) > 1:
            return f"It is {round(times)} times too {'large' if abs(now) > abs(right) else 'small'}."
    return ""


def arguments_exchanged(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["arguments exchanged"])
    for part in ast.walk(ast.parse(edit.source)):
        if isinstance(part, ast.FunctionDef) and part.name == edit.words[0]:
            order = ", ".join(f"`{argument.arg}`" for argument in part.args.args)
            means = f"The function takes {order}, in this order."
            advice = "Compare the call with the line of its `def`."
    return observed, means, advice


ORDINALS = ("", "first", "second", "third", "fourth", "fifth")
CALLED = {"dtype": "the type of the data", "axis": "the axis", "out": "the array for the result"}


def _arguments_of(function: str) -> list[str]:
    """The arguments of a function of NumPy, in their order; none where it is not known."""
    found = getattr(np, function.removeprefix("np."), None) if function.startswith("np.") else None
    try:
        return [*inspect.signature(found).parameters] if callable(found) else []
    except ValueError:
        return []


def unnamed_argument(_exercise: Exercise, edit: Edit) -> Sentences:
    """Of a value that a function takes by its place for another argument."""
    observed, means, advice = (text.format(*edit.words) for text in SAID["argument without its name"])
    place = len(getattr(edit.node, "args", ()))
    names = _arguments_of(edit.words[0])
    if 1 < place < len(ORDINALS) and place <= len(names):
        name = names[place - 1]
        what = f"{CALLED[name]}, `{name}`" if name in CALLED else f"`{name}`"
        means = f"Without a name, its {ORDINALS[place]} value is {what}."
    return observed, means, advice


def argument(exercise: Exercise, edit: Edit) -> Sentences:
    function, name = edit.words
    if name == "ddof":
        observed = f"`{function}` divides by the number of values here, and should divide by one less."
        is_of_the_text = any(function in text for equation in exercise.equations for text in equation.texts)
        if not is_of_the_text:
            return observed, "", "The text computes this value in steps, without this function. Follow these steps."
        return observed, "", "Which argument changes this divisor?"
    means = exercise.arguments.get(name, "")
    return f"`{function}` is called without `{name}`.", means, "Which value does this argument need here?"


def argument_too_much(_exercise: Exercise, edit: Edit) -> Sentences:
    """Of a value that a function does not need; of one that makes it draw many numbers, what it does."""
    function, text = edit.words
    observed, means, advice = (said.format(function, text) for said in SAID["argument too much"])
    calls = [node for node in ast.walk(ast.parse(edit.source)) if isinstance(node, ast.Call)]
    alone = [call for call in calls if text_of(call.func) == function and not call.keywords]
    most = 2 if function.endswith(("uniform", "normal", "randint")) else 0
    if "random." in function and alone and all(len(call.args) <= most for call in alone):
        return observed, "With it, this call draws many numbers at once.", f"Delete `{text}`."
    if function == "sum":
        return observed, f"`sum` begins with `{text}`, and adds the values to it.", f"Delete `{text}`."
    return observed, means, advice


def whole_numbers(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["whole numbers"])
    if len(edit.words) > 2:
        means = f"It takes its type from `{edit.words[2]}`, so each value that is stored in it loses its decimals."
        advice = "The argument `dtype` sets the type of an array. Which type has decimals?"
    elif edit.words[1] == "number":
        advice = "Write the numbers in this call with a decimal point."
    return observed, means, advice


def too_much(_exercise: Exercise, edit: Edit) -> Sentences:
    text, *everywhere = edit.words
    observed, means, advice = (said.format(text) for said in SAID["too much"])
    times = _times(text)
    if times:
        means = f"It makes the numbers {times} times larger, so they no longer have the unit that the text asks for."
    ended = _ends_without(edit, text)
    if ended:
        means = f"With it, `{ended}` makes one number too many: the end itself."
    elif "*" in text and _is_multiplied_again(edit, text.strip("* ")):
        means = f"Another line multiplies by `{text.strip('* ')}` already."
    if everywhere:
        return f"`{text}` does not belong here, wherever it is in this line.", means, "Delete it in each place."
    return observed, means, advice


def _is_multiplied_again(edit: Edit, name: str) -> bool:
    """Whether another line multiplies by the same name what this line, or one above it, gives to a name."""
    nodes = list(ast.walk(ast.parse(edit.source)))
    targets = [node.target for node in nodes if isinstance(node, ast.For)]
    targets += [target for node in nodes if isinstance(node, ast.Assign) for target in node.targets]
    made = {getattr(target, "id", "") for target in targets}
    products = (node for node in nodes if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult))
    sides = [{text_of(product.left), text_of(product.right)} for product in products]
    return name.isidentifier() and any(name in pair and pair & made for pair in sides)


def _ends_without(edit: Edit, text: str) -> str:
    """The function that makes numbers up to an end, where this end stands without the piece; else ""."""
    whole = text_of(edit.node)
    for call in (node for node in ast.walk(ast.parse(edit.source)) if isinstance(node, ast.Call)):
        ends = called(call) in ("arange", "range") and len(call.args) > 1
        if ends and whole == f"{text_of(call.args[1])} {text}":
            return text_of(call.func)
    return ""


def _times(text: str) -> str:
    """The number that a piece multiplies by, where it changes the unit: a power of ten from a hundred on.

    >>> _times("1e3 *"), _times("* 1000000"), _times("0.1 *"), _times("+ 1000")
    ('1000', '1000000', '', '')
    """
    match = re.fullmatch(r"(?:\* )?([\d.]+(?:e\+?\d+)?)(?: \*)?", text)
    value = float(match[1]) if match and "*" in text else 0.0
    return f"{value:.0f}" if value >= 100 and math.log10(value).is_integer() else ""


def is_distance(edit: Edit, name: str) -> bool:
    """Whether the name is put in the third place of an arange."""
    calls = [node for node in ast.walk(ast.parse(edit.source)) if isinstance(node, ast.Call) and len(node.args) == 3]
    return any(text_of(call.func) == "np.arange" and text_of(call.args[2]) == name for call in calls)
