"""Characters that Python does not know, or that end a text too early."""

from __future__ import annotations

import ast
import re
import unicodedata

from ..homoglyphs import ENGLISH, a_sign_of, plain_sign
from ..numbers.number_patterns import said_of_others
from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text

LOOKALIKES = {
    "−": ("a long minus sign", "the minus sign of your keyboard"),
    "–": ("a dash", "the minus sign of your keyboard"),
    "—": ("a long dash", "the minus sign of your keyboard"),
    "“": ("a curly quote", "the straight quote of your keyboard"),
    "”": ("a curly quote", "the straight quote of your keyboard"),
    "„": ("a low curly quote", "the straight quote of your keyboard"),
    "‘": ("a curly quote", "the straight quote of your keyboard"),
    "’": ("a curly quote", "the straight quote of your keyboard"),
    "«": ("an angle quote", "the straight quote of your keyboard"),
    "»": ("an angle quote", "the straight quote of your keyboard"),
    "´": ("an accent", "the straight quote of your keyboard"),
    "`": ("a backtick", "the straight quote of your keyboard"),
    "×": ("a multiplication cross", "the star, which multiplies in Python"),
    "·": ("a raised dot", "the star, which multiplies in Python"),
    "⋅": ("a raised dot", "the star, which multiplies in Python"),
    "∗": ("a star from a formula", "the star of your keyboard"),
    "÷": ("a division sign", "the slash, which divides in Python"),
    "²": ("a raised 2", "two stars and the power"),
    "³": ("a raised 3", "two stars and the power"),
    "√": ("a root sign", "the power of one half"),
    "…": ("one character for three dots", "your own code"),
    "±": ("a plus-minus sign", "two formulas"),
    "°": ("a degree sign", "your own code"),
    "€": ("a euro sign", "what you mean"),
}


def lookalike(problem: Unreadable, line: int) -> Explained:
    if line != problem.line:
        return None
    match = re.search(r"invalid (?:non-printable )?character '?(.)?'? ?\(?U\+([0-9A-F]+)", problem.text)
    letter = chr(int(match[2], 16)) if match else _look_alike(problem, line)
    if not letter:
        return None
    column = max(problem.code.find(letter), 0)
    if _begins_a_comment(problem.code, column):
        means = "In Python a comment begins with #."
        return (
            "comment of other languages",
            f"a comment begins with `{letter}`.",
            means,
            "Type # there.",
            (column, column + 1),
        )
    plain = plain_sign(letter)
    if letter not in LOOKALIKES and plain:
        count = sum(bool(plain_sign(sign)) for sign in text(problem, line))
        more = f" This line has {count} such signs." if count > 1 else ""
        means = f"Python does not know it. The ordinary `{plain}` belongs there.{more}"
        observed = f"`{letter}` is {a_sign_of(letter)}."
        return "look-alike character", observed, means, f"{ENGLISH} `{plain}`.", (column, column + 1)
    if letter in LOOKALIKES:
        name, instead = LOOKALIKES[letter]
    elif unicodedata.category(letter) in ("Zs", "Cf", "Cc"):
        name, instead = "an invisible character that is not an ordinary space", "an ordinary space"
    else:
        name = f"the character {letter}, which Python does not use"
        instead = "a character of Python"
    means = f"It looks much like {instead}, but Python does not know it. It often comes with copied text."
    if not instead.startswith(
        ("the minus", "the straight", "a plain", "the comma", "the bracket", "the colon", "the star of")
    ):
        means = "Python does not know this character. It often comes with copied text."
    if letter == "±":
        means = "Python does not know this sign. Plus and minus give two results."
        advice = "Write this command twice: once with a plus sign, and once with a minus sign."
        return "look-alike character", f"there is {name}.", means, advice, (column, column + 1)
    if letter == "√":
        means = "Python does not know it. A square root is the power 0.5 of a value."
        advice = "Delete the sign, and write this power after the value, with two stars."
        return "look-alike character", f"there is {name}.", means, advice, (column, column + 1)
    if letter in "„«»":
        means = "Some languages write it around speech. Python does not know it."
    others = sum(c in LOOKALIKES for c in text(problem, line))
    below = [k for k in range(line + 1, len(problem.lines) + 1) if letter in text(problem, k)]
    means += said_of_others(below)
    advice = (
        f"In its place, type {instead}."
        if others <= 1
        else f"In its place, type {instead}. The line has more such characters."
    )
    return "look-alike character", f"there is {name}.", means, advice, (column, column + 1)


PLAIN = {"straight quote": '"', "minus sign": "-", "the star": "*", "the slash": "/"}  # by what is typed in its place


def _look_alike(problem: Unreadable, line: int) -> str:
    """The first character of a line that Python reads once such characters are plain; empty where it does not."""
    plain = {
        sign: next((put for kind, put in PLAIN.items() if kind in instead), "")
        for sign, (_, instead) in LOOKALIKES.items()
    }
    typed = [sign for sign in text(problem, line) if plain.get(sign)]
    changed = "".join(plain.get(sign) or sign for sign in problem.code)
    return typed[0] if typed and problem.reads_on(line, changed) else ""


def _begins_a_comment(code: str, column: int) -> bool:
    """Whether the code is whole before this character, and words follow it."""
    before, after = code[:column].strip(), code[column + 1 :].strip()
    if before.endswith(("=", ",", "(", "[", "+", "-", "*", "/")) or not re.fullmatch(r"\w+( \w+)+[.!?]?", after):
        return False
    try:
        ast.parse(before)
    except SyntaxError:
        return False
    return True


def backslash(problem: Unreadable, line: int) -> Explained:
    if "unicode error" not in problem.text and "unicodeescape" not in problem.text:
        return None
    codes = list(re.finditer(r"\\[uUNx]\w*", problem.code))
    wrong = (m for m in codes if problem.reads_on(line, problem.code[: m.start()] + problem.code[m.end() :]))
    match = next(wrong, codes[0] if codes else None)
    piece = match[0] if match else "\\"
    means = "In a text a backslash with u, U, N or x begins the code of a character."
    is_symbol = _is_greek(piece[1:])
    return (
        "backslash",
        f"`{piece}` cannot be in a text.",
        means,
        "Put an r in front of the quote." if is_symbol else f"Leave out `{piece}`: plain letters will do.",
        match.span() if match else None,
    )


def _is_greek(word: str) -> bool:
    """Whether it names a Greek letter, which a label can show."""
    try:
        return bool(unicodedata.lookup(f"GREEK SMALL LETTER {word}"))
    except KeyError:
        return False


WRITES = re.compile(r"\b(?:set_)?((?:sup)?title|[xy]label)\(\s*(?![\s\"']|[rf][\"'])(.+)\)\s*;?\s*$")


def no_quotes(problem: Unreadable, line: int) -> Explained:
    """A title or a label whose text has no quotes."""
    code = problem.lines[line - 1].split("#")[0].rstrip()
    match = WRITES.search(code)
    if match is None or line != problem.line or re.search(r"[\"']", match[2]):
        return None
    start, end = match.span(2)
    written = match[2].removeprefix("...").lstrip()
    if not problem.reads_on(line, f'{code[:start]}"{written}"{code[end:]}'):
        return None
    rows = enumerate(problem.lines, 1)
    others = [k for k, row in rows if k != line and (found := WRITES.search(row)) and not re.search("[\"']", found[2])]
    means = f"A title or a label is a text, and a text needs a quote at its start and at its end. {same_in(others)}"
    return (
        "quotes missing",
        f"the text `{written}` has no quotes.",
        means.strip(),
        "Put quotes around the text." if written == match[2] else "Put quotes around the text in place of the dots.",
        (end - len(written), end),
    )


def apostrophe_in_text(problem: Unreadable, line: int) -> Explained:
    match = re.search(r"'[^'\"]*[A-Za-z]'[A-Za-z]", problem.code)
    last = problem.code.rfind("'")
    if match is None or line != problem.line or last < match.end() - 1:
        return None
    start, code = match.start(), problem.code
    if not problem.reads_on(line, f'{code[:start]}"{code[start + 1 : last]}"{code[last + 1 :]}'):
        return None
    word = re.search(r"\w+'\w+", problem.code[match.start() + 1 :])
    inside = word[0] if word else "the text"
    means = f"The text is in single quotes, so the apostrophe of {inside} ends it."
    return (
        "quote",
        "an apostrophe ends the text too early.",
        means,
        "Use double quotes around this text.",
        (match.start(), match.end()),
    )


QUOTES = {"'": "a single quote", '"': "a double quote"}


def quote(problem: Unreadable, line: int) -> Explained:
    if not re.search(r"unterminated (f-)?string|EOL while scanning|unterminated triple", problem.text):
        return None
    code = problem.code
    start = problem.place[1] if problem.place and problem.place[0] == line else -1
    if line == problem.line and code[start : start + 1] in ("'", '"') and not re.search(r"\w", code[start:]):
        without = problem.reads_on(line, f"{code[:start]}{code[start + 1 :]}")
        if without and code[start - 1] == code[start]:
            means = "A text has one quote at its start and one at its end."
            return "quote", "there is one quote too many.", means, "Delete the marked quote.", (start, start + 1)
        if without:
            means = "A text in quotes has one at its start and one at its end."
            return "quote", "a quote has no partner.", means, "Where does the text begin?", (start, start + 1)
    two = re.search(r"(?<![\w\"'])[rfRF]?([\"'])([^\"']*)([\"'])(?=\s*[,)\]]|\s*$)", code)
    if two and two[1] != two[3] and line == problem.line:
        put = f"{code[: two.start(3)]}{two[1]}{code[two.end() :]}"
        if problem.reads_on(line, put):
            means = "A text ends with the same quote that begins it."
            observed = f"this text begins with {QUOTES[two[1]]} and ends with {QUOTES[two[3]]}."
            return "quote", observed, means, "Make the two alike.", two.span()
    _closed(problem, line)
    return (
        "quote",
        "a text is not closed.",
        "A text ends with the same quote that begins it.",
        "Put that quote where the text ends.",
        None,
    )


def _closed(problem: Unreadable, line: int) -> bool:
    """Whether Python reads further with a quote in front of the brackets at the end of the line."""
    code = problem.code.rstrip()
    opened = re.search(r"[\"']", code)
    end = len(code.rstrip(")]"))
    return (
        line == problem.line and opened is not None and problem.reads_on(line, f"{code[:end]}{opened[0]}{code[end:]}")
    )


def leading_zero(problem: Unreadable, line: int) -> Explained:
    if "leading zeros" not in problem.text:
        return None
    return (
        "leading zero",
        "a whole number begins with 0.",
        "Python does not allow that.",
        "Check whether a decimal point is missing.",
        None,
    )
