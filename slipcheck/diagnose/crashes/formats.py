"""Formats of numbers and of plot commands that are none, and texts in place of numbers."""

from __future__ import annotations

import ast
import re
import unicodedata

from slipcheck.judge.parse import parsed

from ..formulas.pieces import called
from ..homoglyphs import ENGLISH, a_sign_of, first_foreign
from ..number_patterns import number_alone
from .crash import Crash, Explained
from .several_in_brackets import is_a_format, several_in_brackets


def foreign_letter(crash: Crash) -> Explained:
    """A format, of a number or of a plot command, with a letter of another script."""
    node = crash.node or crash.statement
    for part in ast.walk(node) if node is not None else ():
        text = part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""
        found = first_foreign(text) if 0 < len(text) <= 5 else None
        if found is not None:
            _, letter, plain = found
            means = f"The `{letter}` in it is {a_sign_of(letter)}; the ordinary `{plain}` belongs there."
            advice = f"{ENGLISH} the text again."
            return "look-alike character", f"Python does not understand the format '{text}'.", means, advice
    return None


def plot_format(crash: Crash) -> Explained:
    alpha = re.search(r"alpha \(([-\d.e]+)\) is outside 0-1 range", crash.text)
    if alpha is not None:
        means = f"It goes from 0 (invisible) to 1 (solid). Here it is {alpha[1]}."
        return "alpha", "`alpha` is out of its range.", means, "Which number does the text name?"
    match = re.search(
        r"'?([^']*)'? is not a valid (?:format string|value for)|[Uu]nrecognized (?:character|marker style) '?\W?(.)",
        crash.text,
    )
    if match is None:
        return None
    node = next((n for n in crash.within(ast.Constant) if isinstance(n.value, str)), None)
    text = "" if node is None else node.value
    if node is not None and "=" in text:
        observed = f"the text `{text}` holds more than a format string."
        means = (
            "What comes after the format string is an argument of its own, with a comma before it and without quotes."
        )
        advice = "Close the quote before the comma."
        if "," not in text:
            advice = "Close the quote where the format string ends. Then write a comma."
        return "quote", observed, means, advice, node
    marker = next((k for n in crash.within(ast.Call) for k in n.keywords if k.arg == "marker"), None)
    slip, means, advice = _wrong_sign(crash, text) if marker is None else _wrong_marker(text)
    understood = f"plt.plot does not understand '{text}'." if marker is None else f"'{text}' is not a marker."
    place = next((n for n in crash.within(ast.Constant) if isinstance(n.value, str)), None)
    return (slip, understood, means, advice) if place is None else (slip, understood, means, advice, place)


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


def _wrong_marker(text: str) -> tuple[str, str, str]:
    if not re.fullmatch(r"[bgrcmykw].", text):
        return "plot format", "`marker=` takes one sign, such as '.' or 'o'.", "Which sign draws what you want?"
    means = f"`marker=` takes the sign of the marker alone, and '{text}' has a color too."
    advice = "Leave out the name `marker` and its equals sign, and put the text right after x and y."
    return "plot format", means, advice


DRAWS = {  # what a marker draws
    ".": "a dot", ",": "a pixel", "o": "a circle", "s": "a square", "p": "a pentagon", "*": "a star",
    "+": "a plus sign", "x": "a cross", "X": "a thick cross", "d": "a thin diamond", "D": "a diamond",
    "h": "a hexagon", "H": "a hexagon", "|": "a stroke", "_": "a stroke",
    **dict.fromkeys("v^<>", "a triangle"), **dict.fromkeys("1234", "a fork"),
}  # fmt: skip


def _wrong_sign(crash: Crash, text: str) -> tuple[str, str, str]:
    """What it means and what to try where a format string has a sign that plt.plot does not know, or too many."""
    sign = re.search(r"unrecognized character '(.)'", crash.text)
    if sign and sign[1] in "0Oo":
        means = f"It does not know the sign '{sign[1]}' there. The digit 0, the letter O and the small o look alike."
        return "plot format", means, "Which of the three belongs there?"
    if re.match(r"C[oO]", text):
        means = "After the letter C a digit is needed. The digit 0 and the letter O look alike."
        return "plot format", means, "Type the digit."
    if sign and ord(sign[1]) > 127:
        what = unicodedata.name(sign[1], "special character").lower()
        means = f"It does not know the sign '{sign[1]}' ({what}), even if that looks like a sign that it knows."
        return "look-alike character", means, f"{ENGLISH} the format string again."
    markers = [letter for letter in text if letter in ".,ov^<>1234sp*hH+xXdD|_"]
    if len(markers) > 1 and not sign:
        both = " and ".join(f"'{letter}' ({DRAWS[letter]})" for letter in markers)
        means = f"It has {len(markers)} markers, {both}; a point gets one."
        has_color = any(letter in "bgrcmykw" for letter in text)
        return "plot format", means, "Delete one of them." if has_color else "Which letter stands for the color?"
    if re.match(r"c\d", text):
        return "plot format", "A color with a number is a capital letter and a digit.", "Type the letter again."
    unknown = f"It does not know the sign '{sign[1]}'. " if sign else ""
    means = f"{unknown}A format string has a color and a marker, such as the letter k and a full stop."
    return "plot format", means, "Check each character of this text."


def text_for_number(crash: Crash) -> Explained:
    if not re.search(r"could not convert string|invalid literal|axis|'str' object|'str'", crash.text):
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
    for keyword in call.keywords if call is not None else []:
        if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str):
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


def format_code(crash: Crash) -> Explained:
    if not re.search(r"[Ff]ormat|Unknown format code|Cannot specify|Precision", crash.text):
        return None
    percent = next((n for n in crash.within(ast.BinOp) if isinstance(n.op, ast.Mod)), None)
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
        if re.fullmatch(r"\.\d+[fFeEgG]", written) and not isinstance(crash.values.of(value), str):
            continue
        if isinstance(crash.values.of(value), str):
            return _of_a_text(crash, crash.code(value))
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
