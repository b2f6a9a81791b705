"""Brackets, and the curly brackets of f-strings."""

from __future__ import annotations

import builtins
import re

import matplotlib.pyplot as plt
import numpy as np

from .unreadable import Explained, Unreadable, text


def slice_in_round_brackets(problem: Unreadable, line: int) -> Explained:
    """``a(:-1)``, as in Matlab."""
    match = re.search(r"\b(\w+)\(\s*(?:[\w+-]*\s*:[\w\s+-]*(?:,[^()]*)?|[^()]*,\s*:\s*)\)", text(problem, line))
    if match is None or _is_function(match[1]) or re.match(r"\s*(def|class)\b", problem.lines[line - 1]):
        return None
    code = problem.lines[line - 1][match.start() : match.end()]
    means = f"Round brackets call a function. A part of `{match[1]}` is taken with square brackets."
    return "round brackets", f"`{code}` has a colon in round brackets.", means, "Change the brackets.", match.span()


def _is_function(name: str) -> bool:
    return name == "lambda" or any(hasattr(package, name) for package in (builtins, np, np.random, plt))


def empty_index(problem: Unreadable, line: int) -> Explained:
    """``a[, 2]``, as in R."""
    match = re.search(r"(\w+)\[\s*(,[^\[\]]*|[^\[\]]*,\s*)\]", text(problem, line))
    if match is None or "invalid syntax" not in problem.text:
        return None
    code = problem.lines[line - 1][match.start() : match.end()]
    means = "In Python no place in the brackets can be empty. A colon stands for all rows, or all columns."
    return "empty index", f"`{code}` has an empty place beside the comma.", means, "Put a colon there.", match.span()


def braces_without_text(problem: Unreadable, line: int) -> Explained:
    """``print({a:.3f})``: an f-string without its quotes."""
    if re.search(r"[\"']", problem.lines[line - 1]):
        return None
    match = re.search(r"\{\s*\w[^{}\"']*:\s*[.\d]+[a-z]\s*\}(\s*\{[^{}]*\})*", text(problem, line))
    if match is None:
        return None
    code = problem.lines[line - 1][match.start() : match.end()]
    means = "A value with a format belongs in an f-string: the letter f, then a text in quotes."
    advice = "Write one f-string. All curly brackets go inside its quotes, and what is printed between them too."
    return "f-string", f"`{code}` is not inside quotes.", means, advice, match.span()


def unclosed(problem: Unreadable, line: int) -> Explained:
    never = re.search(r"'(.)' was never closed", problem.text)
    if never:
        return (
            "bracket",
            f"the bracket `{never[1]}` is not closed.",
            _counted(problem),
            "Where does the piece in this bracket end? Close it there.",
            None,
        )
    crossed = re.search(r"'(.)' does not match opening parenthesis '(.)'", problem.text)
    if crossed:
        return _crossed(problem, line, crossed[1], crossed[2])
    if re.search(r"unmatched '(.)'", problem.text):
        return (
            "bracket",
            "there is a closing bracket without its partner.",
            _counted(problem),
            "Delete it, or open the bracket where it belongs.",
            None,
        )
    if "unexpected EOF" in problem.text or "EOF in multi-line" in problem.text:
        return "bracket", "a bracket is not closed.", _counted(problem), "Close it where its piece ends.", None
    return None


PARTNER = {"(": ")", "[": "]", "{": "}"}


def _crossed(problem: Unreadable, line: int, closing: str, opening: str) -> Explained:
    """A bracket of another kind closes before the one that was opened last."""
    bare = problem.bare
    partner = PARTNER[opening]
    means = (
        f"The bracket that was opened last must close first. Here that is `{opening}`, and its partner is `{partner}`."
    )
    is_whole = all(bare.count(a) == bare.count(b) for a, b in PARTNER.items())
    advice = "Check the order of the closing brackets." if is_whole else f"Where should the `{opening}` close?"
    opened = re.search(r"on line (\d+)", problem.text)
    of_line = f" of line {opened[1]}" if opened else ""
    observed = f"there is a `{closing}` where the `{opening}`{of_line} is still open."
    return "crossed brackets", observed, means, advice, None


def _counted(problem: Unreadable) -> str:
    bare = problem.bare
    signs = next((pair for pair in ("()", "[]", "{}") if bare.count(pair[0]) != bare.count(pair[1])), "()")
    return (
        f"This line has {bare.count(signs[0])} opening and {bare.count(signs[1])} closing "
        f"brackets of the kind `{signs}`."
    )


def f_string(problem: Unreadable, line: int) -> Explained:
    if "f-string" not in problem.text and not re.search(r"f[\"'].*\{", problem.code):
        return None
    code = problem.code
    colon = re.search(r"\{\s*[A-Za-z_]\w*\.\d+[a-z]?\s*\}", code)
    if colon:
        means = "In the curly brackets the name comes first, then a colon, then the format."
        return (
            "f-string",
            f"in `{colon[0]}` the colon is missing.",
            means,
            "Put it between the name and the format.",
            colon.span(),
        )
    turned = re.search(r"\{\s*(\.\d+[a-z]?)\s*:\s*\w+\s*\}", code)
    if turned:
        means = "In the curly brackets the name comes first, then a colon, then the format."
        return (
            "f-string",
            f"in `{turned[0]}` the format comes first.",
            means,
            "Exchange the two sides of the colon.",
            turned.span(),
        )
    comma = re.search(r"\{[^{}:]*:[^{}]*,\d[^{}]*\}", code)
    if comma:
        return (
            "format code",
            f"the format in `{comma[0]}` has a comma.",
            "The number of decimals comes after a point.",
            "Write a point in place of the comma.",
            comma.span(),
        )
    early = re.search(r"([\"'])[^\"']*\{[^}\"']*\1\s*\}", code)
    if early:
        return (
            "quote",
            "the text ends inside the curly brackets.",
            "The closing quote comes before the last curly bracket.",
            "Put the quote after the bracket.",
            early.span(),
        )
    if "expecting '}'" in problem.text or "single '}'" in problem.text:
        return (
            "f-string",
            "a curly bracket has no partner.",
            f"This line has {code.count('{')} opening and {code.count('}')} closing curly brackets.",
            "Give each value one of both.",
            None,
        )
    if "empty expression" in problem.text or "valid expression required" in problem.text:
        return (
            "f-string",
            "a pair of curly brackets holds no value.",
            "The name comes first, then a colon, then the format.",
            "Put the name in front of the colon.",
            None,
        )
    return None


def value_after_a_name(problem: Unreadable, line: int) -> tuple[int, int] | None:
    """The columns of the first value without a name that comes after one with a name."""
    code = text(problem, line)
    end = problem.place[1] if problem.place and problem.place[0] == line else 0
    if not end or code[end : end + 1] != ")":
        return None
    start, depth = end, 1
    while depth and start:
        start -= 1
        depth += {")": 1, "(": -1}.get(code[start], 0)
    pieces = re.finditer(r"(?:[^,(\[]|\([^()]*\)|\[[^\[\]]*\])+", code[start + 1 : end])
    named = False
    for piece in pieces:
        if named and "=" not in piece[0]:
            first, last = start + 1 + piece.start(), start + 1 + piece.end()
            written = problem.code[first:last]
            return first + len(written) - len(written.lstrip()), first + len(written.rstrip())
        named = named or "=" in piece[0]
    return None
