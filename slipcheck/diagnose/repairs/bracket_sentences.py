"""What is said of a bracket that closes in the wrong place, is missing, or is too much."""

from __future__ import annotations

import ast
import re

from slipcheck.exercise import Exercise

from .edit import Edit, Sentences, text_of
from .said import SAID

OF_THE_ROOT = "Put all that the root is taken of in brackets."


def in_brackets(_exercise: Exercise, edit: Edit) -> Sentences:
    text = edit.words[0]
    inner = text.removeprefix("[").removesuffix("]").strip()
    if isinstance(edit.node, ast.Tuple):
        observed = f"the comma in `{text}` makes a tuple, which is a kind of list."
        return observed, "Here the plain value is needed.", "Is the comma needed?"
    observed = f"the brackets of `{text}` make a list of one value."
    if re.match(r"\[|\(\[", inner) or re.search(r"\* *\[|\] *\*", inner):
        means = f"That one value is the list `{inner}`. Here this inner list alone is needed."
        return observed, means, "Which pair of brackets is too many?"
    if re.search(r"[-+*/] ", inner):
        means = "Here the plain value is needed. On paper square brackets group; in Python only round ones do."
        return observed, means, "Which brackets belong here?"
    return observed, "Here the plain value is needed.", "Are the brackets needed?"


def closed_too_early(_exercise: Exercise, edit: Edit) -> Sentences:
    inner, more = edit.words
    node = ast.parse(inner, mode="eval").body
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow) and is_a_half(node.right):
        means = f"The power `{text_of(node.right)}` is a root. Python takes it first, and only then computes `{more}`."
        return f"`{more}` comes after the root.", means, OF_THE_ROOT
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        means = f"Python computes the power first, and only then `{more}`."
        return f"`{more}` comes after the power.", means, "Enclose in brackets all that the power applies to."
    return tuple(text.format(*edit.words) for text in SAID["closed too early"])  # type: ignore[return-value]


def closed_too_late(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["closed too late"])
    function = re.match(r"([\w.]+)\(", edit.words[0])
    if function is not None:
        observed = observed.replace("a bracket encloses", f"the bracket of `{function[1]}` encloses")
        advice = advice.replace("the closing bracket", f"the closing bracket of `{function[1]}`")
    if isinstance(edit.node, ast.List):
        inner = edit.words[0].removeprefix("[").removesuffix("]")
        means = f"So the list holds one value, the product `{inner}`."
        advice = advice.replace("closing bracket", "closing square bracket")
    return observed, means, advice


def piece_in_brackets(edit: Edit) -> ast.AST:
    """What the bracket encloses, in the node that changes."""
    pieces = (node for node in ast.walk(edit.node) if isinstance(node, ast.expr))
    return next((piece for piece in pieces if text_of(piece) == edit.words[0]), edit.node)


def is_a_half(exponent: ast.expr) -> bool:
    """Whether a power with this exponent is a root."""
    return text_of(exponent) in ("0.5", "1 / 2")


def power_of_one(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["power of one"])
    exponent = ast.parse(edit.words[0].removeprefix("** "), mode="eval").body
    return observed, means, OF_THE_ROOT if is_a_half(exponent) else advice


def no_bracket_around(_exercise: Exercise, edit: Edit) -> Sentences:
    sign, piece, more = edit.words
    if sign.endswith("/"):
        means = "Without brackets Python divides first."
        observed = f"only `{piece}` is below the fraction line; `{more}` belongs there too."
        return observed, means, "Put brackets around all that is below the fraction line."
    return tuple(text.format(*edit.words) for text in SAID["no bracket around"])  # type: ignore[return-value]


OF_BRACKETS = {
    "in brackets": in_brackets,
    "closed too early": closed_too_early,
    "closed too late": closed_too_late,
    "power of one": power_of_one,
    "no bracket around": no_bracket_around,
}
