"""Formats of numbers that are none, and values that a text with formats does not get."""

from __future__ import annotations

import ast
import re

from ..formulas.pieces import called
from .crash import Crash, Explained
from .several_in_brackets import is_a_format, several_in_brackets


def _of_a_text(crash: Crash, name: str) -> Explained:
    """A text that gets a format, and the line that has made it of a number."""
    assigned = [node for node in ast.walk(crash.tree) if isinstance(node, ast.Assign)]
    makers = [node for node in assigned if isinstance(node.value, (ast.JoinedStr, ast.Call))]
    of_it = [node for node in makers if getattr(node.targets[0], "id", "") == name]
    if not of_it:
        means = "An earlier line made a text of it, and a text has no decimals."
        return "format code", f"`{name}` is a text, not a number.", means, "Which line makes it a text?"
    line = of_it[-1].lineno
    means = f"Line {line} turned `{name}` into a text, and a text has no decimals."
    advice = f"Format `{name}` once: in line {line} or in this line, not in both."
    return "format code", f"`{name}` is a text, not a number.", means, advice


def _in_quotes(crash: Crash, value: ast.Constant) -> Explained:
    """A name in quotes in the curly brackets of a text."""
    means = "In quotes it is a text, and a text has no decimals."
    return "format code", f"`{crash.code(value)}` is a text, not a number.", means, "Leave out the quotes around it."


def format_place(crash: Crash) -> Explained:
    """``"{1} {2}".format(a, b)``: the places of format are counted from 0."""
    match = re.search(r"Replacement index (\d+) out of range", crash.text)
    if match is None:
        return None
    call = next((n for n in crash.within(ast.Call) if called(n) == "format"), None)
    if call is not None and f"{{{match[1]}" not in crash.code(call):
        values = "1 value" if len(call.args) == 1 else f"{len(call.args)} values"
        means = f"`format` is given {values}, and each pair of curly brackets needs one."
        advice = "Which value is missing in the round brackets?"
        return "format arguments", "the text has more pairs of curly brackets than values.", means, advice
    means = f"`format` counts its values from 0, and it has no value with the number {match[1]}."
    return "format arguments", f"the text asks for the value `{{{match[1]}}}`.", means, "Which numbers belong there?"


def missing_key(crash: Crash) -> Explained:
    """``"{t:.3f}".format(t)``: a text with names, and values without."""
    call = next(
        (n for n in crash.within(ast.Call) if called(n) == "format" and isinstance(n.func, ast.Attribute)), None
    )
    if call is None or not isinstance(call.func, ast.Attribute):
        return None
    key = crash.text.strip("'\" ")
    given = [str(keyword.arg) for keyword in call.keywords]
    if given:
        means = f"The text asks for `{key}`, and `format` is given {' and '.join(f'`{name}`' for name in given)}."
        return (
            "format arguments",
            f"`format` gets no value with the name `{key}`.",
            means,
            "Use the same names in both.",
        )
    means = (
        f"The text asks for a value with the name `{key}`, and the values in the brackets of `format` have no names."
    )
    advice = "Put the letter f before the text, and leave `format` out."
    return "format arguments", f"`format` gets no value with the name `{key}`.", means, advice


def _filled_in_by_format(crash: Crash) -> Explained:
    """Of ``"...".format(...)``: several values in brackets of their own, and formats that are none."""
    calls = [n for n in crash.within(ast.Call) if called(n) == "format" and isinstance(n.func, ast.Attribute)]
    for call in calls:
        text = getattr(getattr(call.func, "value", None), "value", None)
        if len(call.args) == 1 and isinstance(call.args[0], ast.Tuple) and "tuple" in crash.text:
            means = "They make one group of the values, and each pair of curly brackets needs one value."
            observed = f"the brackets around `{crash.code(call.args[0])}` are too many."
            return "format arguments", observed, means, "Leave these brackets out.", call.args[0]
        specs = re.findall(r"\{[^{}:]*:([^{}]*)\}", text) if isinstance(text, str) else []
        wrong = next((spec for spec in specs if not is_a_format(spec)), None)
        if wrong is not None:
            means = "A format is a point, the number of decimals and one letter."
            return "format code", f"`{wrong}` is not a format for a number.", means, "Compare it with the text above."
    return None


def format_code(crash: Crash) -> Explained:
    percent = next((n for n in crash.within(ast.BinOp) if isinstance(n.op, ast.Mod)), None)
    if percent is not None and "not all arguments converted" in crash.text:
        means = "In such a text each value needs a % with its own format."
        return "format arguments", "the text has fewer formats than values.", means, "Which value has no format in it?"
    if not re.search(r"[Ff]ormat|Unknown format code|Cannot specify|Precision", crash.text):
        return None
    filled = _filled_in_by_format(crash)
    if filled is not None:
        return filled
    if percent is not None and "not enough arguments" in crash.text:
        means = (
            f"After the sign % only `{crash.code(percent.right)}` belongs to the text. Several "
            "values need round brackets around them."
        )
        return (
            "format arguments",
            "the text has more formats than values.",
            means,
            "Enclose all values in one pair of round brackets.",
        )
    for part in crash.within(ast.FormattedValue):
        if isinstance(part.value, ast.Call) and called(part.value) in ("str", "format", "repr"):
            means = f"`{called(part.value)}` makes a text of the number, and a text has no decimals."
            return (
                "format code",
                f"`{crash.code(part.value)}` cannot have this format.",
                means,
                f"Leave `{called(part.value)}` out.",
            )
        if part.format_spec is None:
            continue
        written = "".join(str(n.value) for n in ast.walk(part.format_spec) if isinstance(n, ast.Constant))
        value = part.value
        several = several_in_brackets(crash, value, written)
        if several is not None:
            return several
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return _in_quotes(crash, value)
        if isinstance(crash.values.of(value), str):
            return _of_a_text(crash, crash.code(value))
        if is_a_format(written):
            continue
        if "," in written and is_a_format(written.replace(",", ".")):
            means = "The number of decimals comes after a point: a comma does something else."
            return (
                "format code",
                f"`{written}` is not a format for a number.",
                means,
                "Write a point in place of the comma.",
            )
        if written != written.strip() and re.fullmatch(r"\.\d+[fFeEgG%]", written.strip()):
            means = "In the curly brackets a space is taken for a part of the format."
            advice = "Move the space out of the curly brackets."
            return "format code", f"there is a space beside the format `{written.strip()}`.", means, advice
        if " " in written.strip() and is_a_format(written.replace(" ", "")):
            means = "A format is a point, the number of decimals and one letter, without a space between them."
            return "format code", f"there is a space in the format `{written}`.", means, "Delete the space."
        return (
            "format code",
            f"`{written}` is not a format for `{crash.code(value)}`.",
            "A format is a point, the number of decimals and one letter.",
            "Compare it with a format in the text above.",
        )
    return None
