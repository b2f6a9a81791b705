"""Brackets, and the curly brackets of f-strings."""

from __future__ import annotations

import builtins
import re

import matplotlib.pyplot as plt
import numpy as np

from .unreadable import Explained, Unreadable, blanked, text


def slice_in_round_brackets(problem: Unreadable, line: int) -> Explained:
    """``a(:-1)``, as in Matlab."""
    match = re.search(r"\b(\w+)\(\s*(?:[\w+-]*\s*:[\w\s+-]*(?:,[^()]*)?|[^()]*,\s*:\s*)\)", text(problem, line))
    if match is None or is_function(match[1]) or re.match(r"\s*(def|class)\b", problem.lines[line - 1]):
        return None
    whole, (start, end) = problem.lines[line - 1], match.span()
    code = whole[start:end]
    if not problem.reads_on(
        line, f"{whole[: start + len(match[1])]}[{whole[start + len(match[1]) + 1 : end - 1]}]{whole[end:]}"
    ):
        return None
    means = f"Round brackets call a function. A part of `{match[1]}` is taken with square brackets."
    return "round brackets", f"`{code}` has a colon in round brackets.", means, "Change the brackets.", match.span()


def is_function(name: str) -> bool:
    return name == "lambda" or any(hasattr(package, name) for package in (builtins, np, np.random, plt))


def empty_index(problem: Unreadable, line: int) -> Explained:
    """``a[, 2]``, as in R."""
    match = re.search(r"(\w+)\[\s*(,[^\[\]]*|[^\[\]]*,\s*)\]", text(problem, line))
    if match is None or "invalid syntax" not in problem.text:
        return None
    whole, (start, end) = problem.lines[line - 1], match.span()
    code = whole[start:end]
    colon = re.sub(r"\[\s*,", "[:,", re.sub(r",\s*\]", ",:]", code))
    if not problem.reads_on(line, f"{whole[:start]}{colon}{whole[end:]}"):
        return None
    means = "In Python no place in the brackets can be empty. A colon stands for all rows, or all columns."
    return "empty index", f"`{code}` has an empty place beside the comma.", means, "Put a colon there.", match.span()


def braces_without_text(problem: Unreadable, line: int) -> Explained:
    """``print({a:.3f})``: an f-string without its quotes."""
    if re.search(r"[\"']", text(problem, line)):
        return None
    match = re.search(r"\{\s*\w[^{}\"']*:\s*[.\d]+[a-z]\s*\}(\s*\{[^{}]*\})*", text(problem, line))
    if match is None:
        return None
    whole, (start, end) = problem.lines[line - 1], match.span()
    code = whole[start:end]
    if not problem.reads_on(line, f"{whole[:start]}0{whole[end:]}", is_repair=False):
        return None
    means = "A value with a format belongs in an f-string: the letter f, then a text in quotes."
    advice = "Write one f-string. All curly brackets go inside its quotes, and what is printed between them too."
    return "f-string", f"`{code}` is not inside quotes.", means, advice, match.span()


def unclosed(problem: Unreadable, line: int) -> Explained:
    never = re.search(r"'(.)' was never closed", problem.text)
    if never:
        code = problem.code.split("#")[0].rstrip()
        problem.reads_on(
            line, f"{code[:-1]}{PARTNER[never[1]]}:" if code.endswith(":") else f"{code}{PARTNER[never[1]]}"
        )
        return (
            "bracket",
            f"the bracket `{never[1]}` is not closed.",
            f"{_counted(problem)} {_others_open(problem)}".strip(),
            "Where does the piece in this bracket end? Close it there.",
            None,
        )
    crossed = re.search(r"'(.)' does not match opening parenthesis '(.)'", problem.text)
    if crossed:
        return _crossed(problem, line, crossed[1], crossed[2])
    if re.search(r"unmatched '(.)'", problem.text):
        start = problem.place[1] if problem.place and problem.place[0] == line == problem.line else -1
        is_one = start >= 0 and problem.reads_on(line, problem.code[:start] + problem.code[start + 1 :])
        advice = "Delete it, or open the bracket where it belongs." if is_one else "Check each bracket of this line."
        return "bracket", "there is a closing bracket without its partner.", _counted(problem), advice, None
    if "unexpected EOF" in problem.text or "EOF in multi-line" in problem.text:
        return "bracket", "a bracket is not closed.", _counted(problem), "Close it where its piece ends.", None
    return None


PARTNER = {"(": ")", "[": "]", "{": "}"}
OPENING = {closing: opening for opening, closing in PARTNER.items()}


def _crossed(problem: Unreadable, line: int, closing: str, opening: str) -> Explained:
    """A bracket of another kind closes before the one that was opened last."""
    bare = problem.bare
    partner = PARTNER[opening]
    means = (
        f"The bracket that was opened last must close first. Here that is `{opening}`, and its partner is `{partner}`."
    )
    is_whole = all(bare.count(a) == bare.count(b) for a, b in PARTNER.items())
    advice = "Check the order of the closing brackets." if is_whole else f"Where should the `{opening}` close?"
    start = problem.place[1] if problem.place and problem.place[0] == line == problem.line else -1
    is_alone = start >= 0 and bare.count(closing) > bare.count(OPENING[closing])
    if is_alone and problem.reads_on(line, f"{problem.code[:start]}{partner}{problem.code[start + 1 :]}"):
        advice = f"Type `{partner}` in place of `{closing}`."
    opened = re.search(r"on line (\d+)", problem.text)
    of_line = f" of line {opened[1]}" if opened else ""
    observed = f"there is a `{closing}` where the `{opening}`{of_line} is still open."
    return "crossed brackets", observed, means, advice, None


def _counted(problem: Unreadable) -> str:
    """How many brackets the line has, where that says something; else what belongs together."""
    bare = problem.bare
    unequal = [pair for pair in PARTNER.items() if bare.count(pair[0]) != bare.count(pair[1])]
    if not unequal:
        return "Each opening bracket needs a closing one of its kind."
    first, last = unequal[0]
    counts = f"{bare.count(first)} opening and {bare.count(last)} closing"
    return f"This line has {counts} brackets of the kind `{first}{last}`."


def _others_open(problem: Unreadable) -> str:
    """The other lines that have fewer closing than opening brackets, where none of the lines below closes them."""
    rows = [blanked(row) for row in problem.lines]
    missing = [sum(row.count(a) - row.count(b) for a, b in PARTNER.items()) for row in rows]
    lines = [k for k, count in enumerate(missing, 1) if count > 0 and k != problem.line]
    if not lines or min(missing) < 0 or missing[problem.line - 1] <= 0:
        return ""
    named = f"Line {lines[0]} has" if len(lines) == 1 else f"Lines {', '.join(map(str, lines))} have"
    return f"{named} too few closing brackets too."


def f_string(problem: Unreadable, line: int) -> Explained:
    if "f-string" not in problem.text and not re.search(r"f[\"'].*\{", problem.code):
        return None
    code = problem.code
    no_colon = r"\{\s*([A-Za-z_]\w*)\s*[;,]?\s*(\.\d+[a-z]?)\s*\}"
    colon = re.search(no_colon, code)
    if colon and problem.reads_on(line, re.sub(no_colon, r"{\1:\2}", code)):
        means = "In the curly brackets the name comes first, then a colon, then the format."
        return (
            "f-string",
            f"in `{colon[0]}` the colon is missing.",
            means,
            "Put it between the name and the format.",
            colon.span(),
        )
    other_way = r"\{\s*(\.\d+[a-z]?)\s*:\s*(\w+)\s*\}"
    turned = re.search(other_way, code)
    if turned and problem.reads_on(line, re.sub(other_way, r"{\2:\1}", code)):
        means = "In the curly brackets the name comes first, then a colon, then the format."
        return (
            "f-string",
            f"in `{turned[0]}` the format comes first.",
            means,
            "Exchange the two sides of the colon.",
            turned.span(),
        )
    no_sign = r"\{\s*%?(\.?\d+[a-z]?)\s+([A-Za-z_]\w*)\s*\}"
    turned = re.search(no_sign, code)
    if turned and problem.reads_on(line, re.sub(no_sign, r"{\2:\1}", code)):
        observed = f"in `{turned[0]}` the format comes first, and the colon is missing."
        means = "In the curly brackets the name comes first, then a colon, then the format."
        return "f-string", observed, means, "Write the three in this order.", turned.span()
    nested = re.search(r"f([\"'])[^\"']*\{[^}\"']*\1([^\"'{}]*)\1[^}]*\}", code)
    if nested and problem.reads_on(
        line, code[: nested.start(2) - 1] + code[nested.start(2) : nested.end(2)] + code[nested.end(2) + 1 :]
    ):
        means = "The text is in the same quotes. So the first of the inner quotes ends it."
        return (
            "quote",
            f"`{nested[2]}` has quotes inside a text.",
            means,
            "Use the other kind of quotes for one of the two.",
            nested.span(2),
        )
    early = re.search(r"([\"'])[^\"']*\{[^}\"']*(\1)\s*(\})", code)
    if early and problem.reads_on(line, f"{code[: early.start(2)]}}}{early[1]}{code[early.end() :]}"):
        return (
            "quote",
            "the text ends inside the curly brackets.",
            "The closing quote comes before the last curly bracket.",
            "Put the quote after the bracket.",
            early.span(),
        )
    half = re.search(r"(\{[^{}\"']*?)([)\]]?)(?=[\"'{]|\s*\{)", code)
    if half and problem.reads_on(line, f"{code[: half.start()]}{half[1]}}}{code[half.end() :]}"):
        observed = f"the curly bracket of `{half[1]}` is not closed."
        if half[2]:
            observed = f"`{half[0]}` begins with a curly bracket and ends with `{half[2]}`."
        means = "In an f-string each value has a curly bracket before it and one after it."
        return "f-string", observed, means, "Close it with a curly bracket.", half.span()
    if "expecting '}'" in problem.text or "single '}'" in problem.text:
        counts = [code.count(sign) for sign in "{}"]
        means = f"This line has {counts[0]} opening and {counts[1]} closing curly brackets."
        if counts[0] == counts[1]:
            means = "Each opening curly bracket needs a closing one after its value."
        return "f-string", "a curly bracket has no partner.", means, "Give each value one of both.", None
    if re.search("empty expression|expression required", problem.text):
        means = "In an f-string the value comes first, then a colon, then the format."
        return (
            "f-string",
            "a pair of curly brackets holds no value.",
            means,
            "Which name belongs in each pair? Put it in front of the format.",
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
