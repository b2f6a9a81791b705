"""Formats of numbers that are none, and texts in place of numbers."""

from __future__ import annotations

import ast
import re

from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from ..homoglyphs import ENGLISH, a_sign_of, first_foreign
from ..numbers.number_patterns import number_alone
from ..output.print_forms import place_of_format
from ..sizes import formatted
from ..values import many
from .crash import Crash, Explained
from .several_in_brackets import is_a_format, several_in_brackets
from .texts import line_of_a_text, written_as_text
from .unread_formats import order_of


def foreign_letter(crash: Crash) -> Explained:
    """A format, of a number or of a plot command, with a letter of another script."""
    node = crash.node or crash.statement
    is_of_a_format = re.search(r"format|marker|valid value|character", crash.text) is not None
    for part in ast.walk(node) if node is not None and is_of_a_format else ():
        text = part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""
        found = first_foreign(text) if 0 < len(text) <= 5 else None
        if found is not None:
            _, letter, plain = found
            means = f"The `{letter}` in it is {a_sign_of(letter)}; the ordinary `{plain}` belongs there."
            advice = f"{ENGLISH} the text again."
            return "look-alike character", f"Python does not understand the format '{text}'.", means, advice
    return None


def _of_a_text(crash: Crash, value: ast.expr) -> Explained:
    """A text that gets a format, and the line that has made it."""
    name = crash.code(value)
    observed = f"`{name}` is a text, not a number."
    written, quoted = written_as_text(crash, value), line_of_a_text(crash, value)
    if written is not None:
        line = written[2].lineno  # type: ignore[attr-defined]
        means = f"Line {line} turned `{name}` into a text, and a text has no decimals."
        advice = f"Format `{name}` once: in line {line} or in this line, not in both."
        return "format code", observed, means, advice
    if quoted is not None and quoted.value in crash.values.names:
        means = f"`{name}` is a text then, and line {crash.failure['line']} stops. The name has no quotes."
        return "name in quotes", f"`{crash.code(quoted)}` is in quotes.", means, "Leave the quotes out.", quoted
    if quoted is not None:
        means = f"So line {crash.failure['line']} stops: a text has no decimals."
        return "text as number", f"`{name}` gets a text.", means, "Write the number without quotes.", quoted
    return "format code", observed, "A text has no decimals.", "Which line makes it a text?"


OF_TEXTS = ("label", "color", "c", "marker", "linestyle", "ls", "loc", "sep", "end", "dtype", "fmt")


def text_for_number(crash: Crash) -> Explained:
    if not re.search(r"could not convert string|invalid literal|axis|'str' object|'str'|StrDType|<U", crash.text):
        return None
    call = next((n for n in crash.within(ast.Call)), None)
    first = call.args[0] if call is not None and call.args else None
    if (
        isinstance(first, ast.Constant)
        and isinstance(first.value, str)
        and call is not None
        and called(call) in ("int", "float")
    ):
        means = f"`{crash.code(first)}` in quotes is a text, and `{called(call)}` does not calculate what a text says."
        advice = number_alone(first.value)
        formula = parsed(first.value)
        if formula is not None and any(isinstance(node, ast.BinOp) for node in ast.walk(formula)):
            advice = "Take the quotes away: then Python calculates."
        return "text as number", f"`{crash.code(call)}` cannot be computed.", means, advice
    for keyword in crash.node.keywords if isinstance(crash.node, ast.Call) else []:
        is_text = isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
        if is_text and keyword.arg not in OF_TEXTS and isinstance(keyword.value, ast.Constant):
            means = f"`{crash.code(keyword.value)}` in quotes is a text; `{keyword.arg}` needs a number."
            return (
                "text as number",
                f"`{keyword.arg}` gets a text.",
                means,
                number_alone(keyword.value.value),
            )
    return None


def format_place(crash: Crash) -> Explained:
    """``"{1} {2}".format(a, b)``: the places of format are counted from 0."""
    match = re.search(r"Replacement index (\d+) out of range", crash.text)
    if match is None:
        return None
    call = next((n for n in crash.within(ast.Call) if called(n) == "format"), None)
    text = crash.values.of(call.func.value) if call is not None and isinstance(call.func, ast.Attribute) else None
    if call is not None and f"{{{match[1]}" not in str(text):
        means = f"`format` is given {many(len(call.args), 'value')}, and each pair of curly brackets needs one."
        advice = "Which value is missing in the round brackets?"
        return "format arguments", "the text has more pairs of curly brackets than values.", means, advice
    means = f"`format` counts its values from 0, and it has no value with the number {match[1]}."
    observed = f"the text asks for the value `{{{match[1]}}}`."
    advice = "Which numbers belong there?"
    texts = (node for node in ast.walk(crash.tree) if isinstance(node, ast.Constant) and node.value == text)
    place: ast.AST | None = next(texts, call)
    return None if place is None else ("format arguments", observed, means, advice, place)


def format_code(crash: Crash) -> Explained:
    if not re.search(r"[Ff]ormat|Unknown format code|Cannot specify|Precision", crash.text):
        return None
    percent = next((n for n in crash.within(ast.BinOp) if isinstance(n.op, ast.Mod)), None)
    if percent is not None:
        return _of_percent(crash, percent)
    for part in crash.within(ast.FormattedValue):
        is_of_a_text = part.format_spec is not None and "'str'" in crash.text
        if is_of_a_text and isinstance(part.value, ast.Call) and called(part.value) in ("str", "format", "repr"):
            means = f"`{called(part.value)}` makes a text of the number, and a text has no decimals."
            return (
                "format code",
                f"`{crash.code(part.value)}` cannot have this format.",
                means,
                f"Leave `{called(part.value)}` out.",
            )
        if part.format_spec is None:
            continue
        written = _written(part.format_spec)
        value = part.value
        several = several_in_brackets(crash, value, written)
        if several is not None:
            return several
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            means = "In quotes it is a text, and a text has no decimals."
            observed = f"`{crash.code(value)}` is a text, not a number."
            return "format code", observed, means, "Leave out the quotes around it."
        held = crash.values.of(value)
        if isinstance(held, (tuple, list)) and held:
            kind = "a tuple" if isinstance(held, tuple) else "a list"
            means = f"It is {kind} of {many(len(held), 'value')}, and a format takes one number."
            advice = f"Which index picks the one value of `{crash.code(value)}` that is needed?"
            return "format code", f"`{crash.code(value)}` cannot have the format `{written}`.", means, advice, value
        is_text = isinstance(held, str)
        if is_a_format(written) and not is_text and not _is_refused(crash, value, written):
            continue
        if is_text:
            return _of_a_text(crash, value)
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
        observed = f"`{written}` is not a format for `{crash.code(value)}`."
        means, advice = order_of(written)
        alike = [other for other in _formats_in(crash) if other != written and order_of(other)[0] == means]
        if alike and not is_a_format(alike[0]):
            advice = f"{advice} Do the same in `{alike[0]}`."
        return "format code", observed, means, advice, place_of_format(part, written, crash.source)
    return _in_a_text(crash)


def _formats_in(crash: Crash) -> list[str]:
    """The formats of the f-strings in the line."""
    return [_written(part.format_spec) for part in crash.within(ast.FormattedValue) if part.format_spec is not None]


def _written(spec: ast.expr) -> str:
    """A format as it is typed."""
    return "".join(str(node.value) for node in ast.walk(spec) if isinstance(node, ast.Constant))


def _is_refused(crash: Crash, value: ast.expr, written: str) -> bool:
    """Whether this very value cannot have the format."""
    number = crash.values.of(value)
    if not isinstance(number, (int, float)):
        return False
    try:
        formatted(number, written)
    except (ValueError, TypeError):
        return True
    return False


def _in_a_text(crash: Crash) -> Explained:
    """A format in a text of ``.format``, or in the brackets of ``format``."""
    for call in (call for call in crash.within(ast.Call) if called(call) == "format"):
        is_method = isinstance(call.func, ast.Attribute)
        if is_method and len(call.args) == 1 and isinstance(call.args[0], ast.Tuple) and "tuple" in crash.text:
            means = "They make one group of the values, and each pair of curly brackets needs one value."
            observed = f"the brackets around `{crash.code(call.args[0])}` are too many."
            return "format arguments", observed, means, "Leave these brackets out.", call.args[0]
        text = call.func.value if isinstance(call.func, ast.Attribute) else call.args[1] if len(call.args) > 1 else None
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            continue
        formats = re.findall(r"\{[^{}:]*:([^{}]*)\}", text.value) if is_method else [text.value]
        wrong = next((written for written in formats if not is_a_format(written)), None)
        if wrong is not None:
            means = "A format is a point, the number of decimals and one letter."
            advice = "Compare it with a format in the text above."
            return "format code", f"`{wrong}` is not a format for a number.", means, advice, text
    return None


def _joined_with(crash: Crash, percent: ast.BinOp) -> ast.expr | None:
    """The text that a plus sign puts in front of a text with its values."""
    sums = [n for n in ast.walk(crash.tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Add)]
    return next((node.left for node in sums if node.right is percent), None)


def _of_percent(crash: Crash, percent: ast.BinOp) -> Explained:
    """A text with formats, a sign %, and its values."""
    behind = crash.code(percent.right)
    if "not enough arguments" in crash.text and isinstance(percent.right, ast.Tuple):
        means = f"After the sign % there are {many(len(percent.right.elts), 'value')}."
        advice = "Count the formats in the text: each of them needs a value."
        return "format arguments", "the text has more formats than values.", means, advice
    if "not enough arguments" in crash.text:
        means = f"After the sign % only `{behind}` belongs to the text. Several values need round brackets around them."
        advice = "Enclose all values in one pair of round brackets."
        return "format arguments", "the text has more formats than values.", means, advice
    joined = _joined_with(crash, percent)
    if "not all arguments converted" in crash.text and joined is not None:
        means = f"Python carries out the sign % before the plus sign. `{crash.code(joined)}` is left out."
        observed = f"the values after the sign % go to `{crash.code(percent.left)}` alone."
        return "format arguments", observed, means, "Put both formats into one text.", percent
    if "not all arguments converted" in crash.text and isinstance(percent.left, ast.JoinedStr):
        means = "An f-string takes its values from its own curly brackets. What follows the sign % has no place in it."
        return "format arguments", "the sign % comes after an f-string.", means, f"Delete `% {behind}`."
    if "not all arguments converted" in crash.text:
        means = "Each value after the sign % needs a format in the text."
        advice = "Count the formats in the text and the values."
        return "format arguments", "the text has fewer formats than values.", means, advice
    letter = re.search(r"unsupported format character '(.)'", crash.text)
    if letter is not None:
        observed = f"Python does not know a format that ends in `{letter[1]}`."
        means = "A format with % is the sign %, a point, the number of decimals and one letter."
        return "format code", observed, means, "Compare each format with the text above."
    return None
