"""Gaps: pieces side by side with nothing between them, and a text with a space after its letter."""

from __future__ import annotations

import builtins
import difflib
import itertools
import keyword
import re
from collections.abc import Collection, Iterator

import matplotlib.pyplot as plt
import numpy as np

from ..crashes.missing_signs import factors
from ..same_fault import same_in
from .unreadable import Explained, Unreadable, known_names, text, values_of

APART = re.compile(r"(?<![\w.\"'])([fFrR])[ \t]+(?=\"[^\"]*\"|'[^']*')")
WITH_D = re.compile(r"(?<![\w.])\d+(?:\.\d*)?[dD][-+]?\d+\b")  # a power of ten as in Fortran


def letter_for_e(problem: Unreadable, line: int) -> Explained:
    code = text(problem, line)
    number = WITH_D.search(code)
    repaired = WITH_D.sub(lambda match: re.sub("[dD]", "e", match[0]), problem.lines[line - 1])
    if number is None or not problem.reads_on(line, repaired):
        return None
    lines = [k for k in range(1, len(problem.lines) + 1) if WITH_D.search(text(problem, k))]
    others = same_in([k for k in lines if k != line])
    return (
        "other letter for e",
        f"`{number[0]}` has the letter d between its two numbers.",
        f"Python writes a power of ten with the letter e. {others}".strip(),
        "Change the letter.",
        number.span(),
    )


def no_brackets(problem: Unreadable, line: int) -> Explained:
    """``range 10``: a function whose values have no round brackets around them."""
    code = text(problem, line)
    known = values_of(problem)
    for call in re.finditer(r"\b(?:(np|plt)\.)?(?:random\.)?(\w+)(?:\s+(?=[\w\"'])|(?=[\"']))", problem.code):
        packages = {"np": (np, np.random), "plt": (plt,)}.get(call[1], (builtins, np, plt))
        if call[2] in known or is_argument(problem, call[2]):
            continue
        is_function = any(callable(getattr(package, call[2], None)) for package in packages)
        name, rest = call[0].strip(), problem.code[call.end() :]
        if not is_function or not code[call.start() : call.end()].strip():
            continue
        ends = (match.end() for match in re.finditer(r"[\w.\"']+(?=[^\w.]|$)", rest))
        enclosed = (f"{problem.code[: call.start()]}{name}({rest[:end]}){rest[end:]}" for end in ends)
        if any(problem.reads_on(line, changed, is_repair=False) for changed in enclosed):
            return (
                "brackets of a call",
                f"`{name}` has no round brackets.",
                "A function takes its values in round brackets.",
                "Which values belong to it? Enclose them.",
                call.span(),
            )
    return None


NUMBER = r"\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+"
TEXT = r"[fr]?\"(?:[^\"\\]|\\.)*\"|[fr]?'(?:[^'\\]|\\.)*'"
PIECES = re.compile(rf"(?P<text>{TEXT})|(?P<number>{NUMBER})|(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)|(?P<sign>\S)")


def _neighbours(code: str, numbers: Collection[str]) -> Iterator[tuple[re.Match[str], re.Match[str], str]]:
    """Two values of a line with nothing between them, and the bracket that is open there; that of no call is empty.

    Names of ``numbers`` call nothing.
    """
    opened = [""]
    pieces = itertools.takewhile(lambda piece: piece[0] != "#", PIECES.finditer(code))
    before = None
    for first, second in itertools.pairwise(pieces):
        if first[0] == "(" and before is not None and before[0] in numbers:
            opened.append("")
        elif first[0] == "(" and before is not None and before[0] == "print":
            opened.append("print(")
        elif first[0] in "([{":
            opened.append(first[0])
        elif first[0] in ")]}" and len(opened) > 1:
            opened.pop()
        before = first
        if (_is_value(first) or first[0] in ")]") and (_is_value(second) or second[0] == "("):
            is_call = second[0] == "(" and first.end() == second.start() and not first["number"]
            is_format = first[0].startswith(".") and first.end() == second.start()
            if not is_call and not is_format:
                yield first, second, opened[-1]


OF_PLOTS = ("alpha", "color", "label", "linestyle", "linewidth", "marker", "markersize", "ms", "lw", "fontsize")


def is_argument(problem: Unreadable, name: str) -> bool:
    """Whether it names an argument of a function, and nothing that the answer gives a value."""
    is_known = name in problem.exercise.arguments or name in OF_PLOTS
    return is_known and not re.search(rf"(?m)^\s*{name}\s*=(?!=)", problem.source)


def _is_value(piece: re.Match[str]) -> bool:
    return not piece["sign"] and not keyword.iskeyword(piece[0])


def side_by_side(problem: Unreadable, line: int) -> Explained:
    """Two values with nothing between them, and the sign with which Python reads on."""
    code = problem.lines[line - 1]
    for first, second, bracket in _neighbours(code, problem.exercise.given):
        before, after = code[: first.end()], code[second.start() :]
        glued = _as_on_paper(problem, line, first, second)
        if glued is not None:
            return glued
        is_named = re.match(r"\s*=(?!=)", code[second.end() :]) is not None
        is_command = not bracket and (is_named or second[0] == "print" or second[0].startswith("plt."))
        if is_command:
            put = {"\n": "\n" + code[: len(code) - len(code.lstrip())]}
        elif bracket == "(" and second["text"] and is_argument(problem, first[0]):
            put = {"=": "="}
        elif is_named or first["text"] or second["text"]:
            put = {",": ","} if bracket else {}
        else:
            put = {"*": "*", ",": ","} if bracket and not first["number"] else {"*": "*"}
            if bracket in ("[", "print(") or (first["number"] and second["number"]):
                put = {",": ","}
            if bracket == "(" and is_argument(problem, first[0]):
                put = {"=": "="}
        fits = [
            sign
            for sign, between in put.items()
            if problem.reads_on(line, f"{before}{between}{after}", is_repair=len(put) == 1)
        ]
        word = _word(problem, first, second) if "*" in fits else None
        if word is not None:
            problem.read.clear()  # a sign beside it mends nothing
            means = "No line gives it a value. A formula holds only values, their names and signs."
            observed = f"Python does not know the word `{word[0]}`."
            return "word in a formula", observed, means, "Write in Python what the word says.", word.span()
        if fits:
            return _said(code[first.start() : second.end()], fits, (first.start(), second.end()))
    return None


def _word(problem: Unreadable, first: re.Match[str], second: re.Match[str]) -> re.Match[str] | None:
    """The one of two neighbours that is a word of everyday language, and no name that is much like it."""
    known = known_names(problem) | {"np", "plt"}
    for piece in (first, second):
        is_word = re.fullmatch(r"[A-Za-z]{2,}", piece[0]) is not None and not hasattr(np, piece[0])
        if is_word and piece[0] not in known and not difflib.get_close_matches(piece[0], known, 1, 0.7):
            return piece
    return None


def _as_on_paper(problem: Unreadable, line: int, first: re.Match[str], second: re.Match[str]) -> Explained:
    """``2πt``: a number and several names without any sign."""
    parts = factors(second[0], values_of(problem)) if first["number"] and second["name"] else []
    code = problem.lines[line - 1]
    starred = "*".join([first[0], *parts])
    if not parts or not problem.reads_on(line, f"{code[: first.start()]}{starred}{code[second.end() :]}"):
        return None
    columns = (first.start(), second.end())
    means = f"On paper these are {len(parts) + 1} factors. Python needs a star between each two."
    observed = f"signs are missing in `{code[slice(*columns)]}`."
    return "missing operator", observed, means, "Put a star into each gap.", columns


def _said(piece: str, fits: list[str], columns: tuple[int, int]) -> Explained:
    """What is said of two values side by side, by the signs that can be between them."""
    if fits == ["\n"]:
        observed = f"there are two commands on one line, with nothing between them: `{piece}`."
        return "two commands", observed, "Each command needs a line of its own.", "Start a new line there.", columns
    observed, side = f"a sign is missing in `{piece}`.", "The two are side by side."
    if fits == ["="]:
        means = f"{side} An argument needs an equals sign between its name and its value."
        return "missing operator", observed, means, "Type it there.", columns
    if fits == ["*"]:
        means = f"{side} On paper that is a product; Python needs the sign for it."
        return "missing operator", observed, means, "Put a star between the two.", columns
    if fits == [","]:
        means = f"{side} Values in brackets need a sign between them."
        return "missing operator", observed, means, "Put a comma between the two.", columns
    means = f"{side} A product needs a star there, and arguments need a comma."
    return "missing operator", observed, means, "Put the sign between the two.", columns


def old_print(problem: Unreadable, line: int) -> Explained:
    print_alone = re.match(r"(\s*print)(\s+[\w\"'].*|\s*[\"'].*)$", problem.code)
    if print_alone is None or not problem.reads_on(line, f"{print_alone[1]}()", is_repair=False):
        return None
    return (
        "print without brackets",
        "print has no round brackets.",
        "In Python 3 print is a function.",
        "Put what it shows into round brackets.",
        None,
    )


def space_after_prefix(problem: Unreadable, line: int) -> Explained:
    """``print(f "{t}")``"""
    code = problem.lines[line - 1]
    apart = next((match for match in APART.finditer(code) if _is_prefix(problem, code, match)), None)
    if apart is None or line != problem.line or not problem.reads_on(line, APART.sub(r"\1", code)):
        return None
    letter = apart[1]
    twice = len(APART.findall(code)) > 1
    others = [k for k, row in enumerate(problem.lines, 1) if k != line and APART.search(row)]
    means = f"Python takes the letter for a name: with the text it is one piece, without a space. {same_in(others)}"
    advice = "Delete each such space in this line." if twice else "Delete the space."
    observed = f"there is a space between the letter `{letter}` and its text."
    return "space in a text", observed, means.strip(), advice, (apart.start(1), apart.end() + 1)


def _is_prefix(problem: Unreadable, code: str, match: re.Match[str]) -> bool:
    """Whether the letter is no name of the answer; as one, only signs in the text can tell."""
    letter, quoted = match[1], code[match.end() :]
    is_name = letter in problem.exercise.given or re.search(rf"(?m)^\s*{letter}\s*=(?!=)", problem.source)
    return not is_name or bool(re.match(r"[\"'][^\"']*[\\$]", quoted))
