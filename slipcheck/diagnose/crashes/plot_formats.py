"""Format strings, markers and other words that a plot command does not know."""

from __future__ import annotations

import ast
import re
import unicodedata

from ..homoglyphs import ENGLISH
from .crash import Crash, Explained

WRITING = ("xlabel", "ylabel", "title", "set_xlabel", "set_ylabel", "set_title")


def two_texts(crash: Crash) -> Explained:
    """A label or a title that is given in several texts."""
    for call in crash.within(ast.Call):
        texts = [piece for piece in call.args if isinstance(getattr(piece, "value", None), str)]
        if getattr(call.func, "attr", "") in WRITING and len(texts) > 1:
            name = getattr(call.func, "attr", "")
            observed = f"`{crash.code(call.func)}` gets {len(texts)} texts."
            axis = name[-6:-5]
            other = name[:-6] + {"x": "y", "y": "x"}.get(axis, "") + name[-5:]
            if len(texts) == 2 and name.endswith("label") and not _is_called(crash.tree, other):
                means = f"It takes one: the label of the {axis} axis. No line writes the label of the other axis."
                return "two texts", observed, means, "Which command writes the other label? Give it the other text."
            return "two texts", observed, "It takes one, which says all.", "Put both into one text."
    return None


def _is_called(tree: ast.Module, name: str) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(tree))


def plot_format(crash: Crash) -> Explained:
    alpha = re.search(r"alpha \(([-\d.e]+)\) is outside 0-1 range", crash.text)
    if alpha is not None:
        means = f"It goes from 0 (invisible) to 1 (solid). Here it is {alpha[1]}."
        return "alpha", "`alpha` is out of its range.", means, "Which number does the text name?"
    match = re.search(
        r"'?([^']*)'? is not a valid (?:format string|value for)|[Uu]nrecognized (?:character|marker style) '?\W?(.)",
        crash.text,
    )
    node = next((n for n in crash.within(ast.Constant) if isinstance(n.value, str)), None)
    text = "" if node is None else node.value
    letter = re.search(r"invalid literal for int\(\) with base 10: '(.)'", crash.text)  # what an older Matplotlib says
    match = match or (letter if letter is not None and f"C{letter[1]}" in text else None)
    if match is None:
        return None
    if node is not None and "=" in text:
        observed = f"the text `{text}` holds more than a format string."
        means = (
            "What comes after the format string is an argument of its own, with a comma before it and without quotes."
        )
        advice = "Close the quote before the comma."
        if "," not in text:
            advice = "Close the quote where the format string ends. Then write a comma."
        return "quote", observed, means, advice, node
    value, comma, rest = text.rpartition(",")
    if node is not None and comma and value.strip() in crash.values.names and rest.strip():
        observed = f"the quotes of `{text}` enclose `{value.strip()}` too."
        means = "In quotes it is a text, so its values are not drawn."
        return "quote", observed, means, f"Put the quotes around `{rest.strip()}` alone.", node
    named = _named_with(crash, text if match is letter or match[1] is None else match[1])
    if named is not None:
        return _for_an_argument(named, str(getattr(named.value, "value", "")), crash)
    slip, means, advice = _wrong_sign(crash, text)
    understood = f"plt.plot does not understand '{text}'."
    return (slip, understood, means, advice) if node is None else (slip, understood, means, advice, node)


def _named_with(crash: Crash, text: str) -> ast.keyword | None:
    """The argument with a name that gets the text; else, of a text that is not known, the marker."""
    texts = [k for n in crash.within(ast.Call) for k in n.keywords if isinstance(getattr(k.value, "value", None), str)]
    named = next((keyword for keyword in texts if getattr(keyword.value, "value", "") == text), None)
    is_of_markers = "marker" in crash.text
    return named or next((keyword for keyword in texts if keyword.arg == "marker" and is_of_markers), None)


COLORS = ("color", "c", "markerfacecolor", "mfc", "markeredgecolor", "mec")


def _for_an_argument(named: ast.keyword, text: str, crash: Crash) -> Explained:
    """Of a text that the argument of this name does not take."""
    if named.arg == "marker":
        slip, means, advice = _wrong_marker(text, crash)
        return slip, f"'{text}' is not a marker.", means, advice, named.value
    observed = f"`{named.arg}=` does not take '{text}'."
    if named.arg in ("linestyle", "ls") and text in DRAWS:
        means = f"'{text}' is a marker, and `{named.arg}` says how a line looks."
        return "plot format", observed, means, "Which argument takes a marker?", named.value
    means = f"`{named.arg}` knows certain words and signs only."
    advice = f"Does the text ask for `{named.arg}`? The command runs without it too."
    if named.arg in COLORS:
        means, advice = "It takes one color.", "Write the English name of the color."
        if re.fullmatch(r"([bgrcmykw]|C\d)[^\w\d]|[bgrcmykw].|C\do", text):
            means = f"It takes a color alone, and '{text}' has a marker too."
            advice = f"Leave out the name `{named.arg}` and its equals sign, and put the text right after x and y."
    return "plot format", observed, means, advice, named.value


def _wrong_marker(text: str, crash: Crash) -> tuple[str, str, str]:
    if not re.fullmatch(r"[bgrcmykw].", text):
        return "plot format", "`marker=` takes one sign, such as '.' or 'o'.", "Which sign draws what you want?"
    means = f"`marker=` takes the sign of the marker alone, and '{text}' has a color too."
    advice = "Leave out the name `marker` and its equals sign, and put the text right after x and y."
    if any(getattr(call.func, "attr", "") == "scatter" for call in crash.within(ast.Call)):
        advice = "Give plt.scatter the color by the argument `color`."
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
    if re.match(r"c\d", text):
        return "plot format", "A color with a number is a capital letter and a digit.", "Type the letter again."
    if sign and sign[1] in "0Oo":
        alike = "The digit 0, the capital letter O and the small letter o look alike."
        means = f"It does not know the sign '{sign[1]}' there. {alike}"
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
    if re.search(r"[A-Za-z]{3,}", text):
        means = "A format string has no words. It has one letter for the color and one sign for the marker."
        return "plot format", means, "Which letter and which sign does the text use?"
    unknown = f"It does not know the sign '{sign[1]}'. " if sign else ""
    means = f"{unknown}A format string has a color and a marker, such as the letter k and a full stop."
    return "plot format", means, "Check each character of this text."
