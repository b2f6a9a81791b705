"""Small changes of how an answer prints its values: in the formats and spaces of a text in quotes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slipcheck.exercise import Message

from ..formulas.pieces import called
from .call_changes import FormChange, call_changes

LETTERS = {
    "f": "`f` stands for plain decimals.",
    "e": "`e` stands for a power of ten.",
    "g": "With `g` Python chooses the notation by the size of the number, and leaves out zeros at the end.",
    "E": "It writes the power of ten with a capital E.",
    "G": "With `G` Python chooses the notation by the size of the number, and leaves out zeros at the end.",
    "%": "`%` shows a hundred times the number, as a percentage.",
}
NOTATIONS = {"f": "plain decimals", "e": "a power of ten"}
FORMAT = re.compile(
    r"(?P<sign>[:%])(?P<flags>[-<>^+ ,]*0?)(?P<width>\d*|\{\w+\})(?P<point>\.(?P<digits>\d+))(?P<letter>[fegEG%])"
)
MOST_DIGITS = 6


@dataclass(frozen=True)
class Literal:
    """A text in quotes: its line and columns, and whether a comma of print puts a space before and after it."""

    line: int
    start: int
    end: int
    row: str
    has_comma_before: bool
    has_comma_after: bool

    @property
    def quoted(self) -> str:
        """The text as typed, with its quotes."""
        return self.row[self.start : self.end]

    def with_quoted(self, quoted: str) -> str:
        """The line with another text in the place of this one."""
        return self.row[: self.start] + quoted + self.row[self.end :]


def form_changes(source: str, tree: ast.Module) -> Iterator[FormChange]:
    """The likeliest first; each may or may not give the form that an exercise asks for."""
    literals = list(_literals(source, tree))
    for literal in literals:
        yield from _widths(literal)
        yield from _flags(literal)
    for literal in literals:
        yield from _spaces(literal)
    yield from call_changes(source, tree)
    for literal in literals:
        yield from _letters(literal)
        yield from _digits(literal)


def _literals(source: str, tree: ast.Module) -> Iterator[Literal]:
    """Each text in quotes that begins and ends in one line; of an f-string, the whole."""
    rows = source.splitlines()
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for text in whole for part in ast.walk(text) if part is not text}
    commas = _beside_a_comma(tree)
    for node in ast.walk(tree):
        if not isinstance(node, (ast.JoinedStr, ast.Constant)) or id(node) in inside or node.lineno != node.end_lineno:
            continue
        row = rows[node.lineno - 1]
        start, end = (len(row.encode()[:column].decode()) for column in (node.col_offset, node.end_col_offset or 0))
        if row[start:end].endswith(("'", '"')):
            yield Literal(node.lineno, start, end, row, *commas.get(id(node), (False, False)))


def _beside_a_comma(tree: ast.Module) -> dict[int, tuple[bool, bool]]:
    """Of each text that begins or ends a value of a print: whether the comma before, or after, puts a space there."""
    found: dict[int, tuple[bool, bool]] = {}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or called(call) != "print" or any(k.arg == "sep" for k in call.keywords):
            continue
        for place, value in enumerate(call.args):
            first, last = _ends(value)
            before, after = place > 0, place < len(call.args) - 1
            found[id(first)] = (before, after and first is last)
            found[id(last)] = (before and first is last, after)
    return found


def _ends(value: ast.expr) -> tuple[ast.expr, ast.expr]:
    """The pieces with which a text begins and ends that plus signs join, or that percent signs fill."""
    first = last = value
    while isinstance(first, ast.BinOp):
        first = first.left
    while isinstance(last, ast.BinOp):
        last = last.left if isinstance(last.op, ast.Mod) else last.right
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "format":
        first = last = value.func.value
    return first, last


def _of(
    literal: Literal, match: re.Match[str], quoted: str, message: Sequence[str], cause: str = "format code"
) -> FormChange:
    observed, means, advice = message
    start, end = (literal.start + column for column in match.span())
    said = Message(f"Line {literal.line}: {observed}", means, advice)
    return FormChange(cause, literal.line, start, end, literal.with_quoted(quoted), said)


def _widths(literal: Literal) -> Iterator[FormChange]:
    """A least width, in one format and in all of them."""
    found = [match for match in FORMAT.finditer(literal.quoted) if match["width"]]
    for match in found:
        quoted = literal.quoted[: match.start("width")] + literal.quoted[match.end("width") :]
        observed, means, advice = _of_a_width(match, [other for other in found if other is not match])
        yield _of(literal, match, quoted, (observed, means, advice), "width in a format")
        place = match.start() if match["sign"] == "%" else quoted.rfind("{", 0, match.start())
        spaced = f"{quoted[:place]} {quoted[place:]}"
        advice = f"{advice.removesuffix('.')}, and type one space between the numbers."
        yield _of(literal, match, spaced, (observed, means, advice), "width in a format")
    if len(found) > 1:
        quoted = FORMAT.sub(_without_width, literal.quoted)
        yield _of(literal, found[0], quoted, _of_a_width(found[0], found[1:]), "width in a format")


def _without_width(match: re.Match[str]) -> str:
    return f"{match['sign']}{match['flags']}{match['point']}{match['letter']}"


def _of_a_width(match: re.Match[str], others: Sequence[re.Match[str]]) -> tuple[str, str, str]:
    filled = "zeros" if match["flags"].endswith("0") else "spaces"
    width = match["width"].strip("{}")
    count = width if width.isdigit() else f"`{width}`"
    observed = f"the format `{match[0]}` makes the number at least {count} characters wide."
    what = "number" if width.isdigit() else "width"
    means, advice = f"It puts {filled} in the free places.", f"Leave the {what} before the point out."
    names = dict.fromkeys(f"`{other[0]}`" for other in others)
    if names:
        has = "have such a number" if len(names) > 1 else f"has such a {what}"
        means = f"{means} {' and '.join(names)} {has} too."
        advice = f"Leave the {what} before the point out, each time."
    return observed, means, advice


def _flags(literal: Literal) -> Iterator[FormChange]:
    """A blank or a plus sign in front of a format, in all of them."""
    found = [match for match in FORMAT.finditer(literal.quoted) if set(match["flags"]) & set(" +")]
    if not found:
        return
    quoted = FORMAT.sub(lambda match: re.sub(r"[ +]", "", match[0]), literal.quoted)
    match = found[0]
    if " " in match["flags"]:
        sign = {":": "the colon", "%": "the percent sign"}[match["sign"]]
        observed = f"there is a space between {sign} and the format `{match[0][1:].strip()}`."
        means = "It prints a space in front of each number that has no minus sign."
        advice = f"Delete the space after {sign}, in each format that has one."
    else:
        observed = f"there is a plus sign in the format `{match[0]}`."
        means = "It prints a plus sign in front of each positive number."
        advice = "Delete the plus sign, in each format that has one."
    yield _of(literal, match, quoted, (observed, means, advice))


def _spaces(literal: Literal) -> Iterator[FormChange]:
    """Spaces outside curly brackets: several in a row, and those at the ends of a text."""
    texts = list(re.finditer(r"\w*(\"\"\"|'''|\"|')(?P<text>.*?)\1", literal.quoted))  # side by side they are one
    firsts, lasts = ([text.span("text")[k] for text in texts] for k in (0, 1))
    for match in re.finditer(r"(?: |\\t)+", literal.quoted):
        opened = literal.quoted[: match.start()].rfind("{") > literal.quoted[: match.start()].rfind("}")
        if opened:
            continue
        begins, ends = match.start() in firsts, match.end() in lasts
        if not any(start <= match.start() and match.end() <= end for start, end in zip(firsts, lasts, strict=True)):
            continue
        count = match.end() - match.start()
        if "\\t" in match[0]:
            quoted = literal.quoted[: match.start()] + " " + literal.quoted[match.end() :]
            means = "In the quotes, `\\t` stands for a tab."
            said = (f"`{match[0]}` is not one space.", means, "Type one space in its place.")
            yield _of(literal, match, quoted, said)
        elif count > 1:
            quoted = literal.quoted[: match.start()] + " " + literal.quoted[match.end() :]
            is_between = literal.quoted[match.start() - 1] == "}" and literal.quoted[match.end()] == "{"
            where = "between the two pairs of curly brackets" if is_between else "in the marked place of this text"
            means = f"So there are {count} spaces between the printed numbers."
            said = (f"there are {count} spaces {where}.", means, "Leave one space there.")
            yield _of(literal, match, quoted, said)
        if begins or ends:
            quoted = literal.quoted[: match.start()] + literal.quoted[match.end() :]
            is_first, is_last = match.start() == firsts[0], match.end() == lasts[-1]
            is_at_a_comma = (is_first and literal.has_comma_before) or (is_last and literal.has_comma_after)
            side = "begins" if begins else "ends"
            spaces = "a space" if count == 1 else f"{count} spaces"
            means = "So there is more than one space between the numbers."
            if is_at_a_comma:
                means = f"The comma of print puts a space there too. So there are {count + 1}."
            advice = f"Delete the {'space' if count == 1 else 'spaces'} in the quotes."
            said = (f"this text {side} with {spaces}.", means, advice)
            yield _of(literal, match, quoted, said)


def _letters(literal: Literal) -> Iterator[FormChange]:
    """The letter of a format; of two formats, first the letters exchanged."""
    pair = list(FORMAT.finditer(literal.quoted))
    if len(pair) == 2 and {match["letter"] for match in pair} == {"f", "e"}:
        first, second = (match.span("letter") for match in pair)
        text = literal.quoted
        turned = (
            text[: first[0]] + pair[1]["letter"] + text[first[1] : second[0]] + pair[0]["letter"] + text[second[1] :]
        )
        forms = [match[0].lstrip(":%") for match in pair]
        observed = f"the formats `{forms[0]}` and `{forms[1]}` have each other's letter."
        means = f"{LETTERS['f']} {LETTERS['e']}"
        yield _of(literal, pair[0], turned, (observed, means, "Which letter does each number need?"))
    for match in FORMAT.finditer(literal.quoted):
        for letter, notation in NOTATIONS.items():
            if letter == match["letter"]:
                continue
            quoted = literal.quoted[: match.start("letter")] + letter + literal.quoted[match.end("letter") :]
            form = match[0].removeprefix(":")
            observed = f"the format `{form}` ends with the letter `{match['letter']}`."
            if match["letter"] == "%":
                observed = f"the format `{form}` ends with a percent sign."
            advice = f"Which letter stands for {notation}?"
            if match["letter"] == "E":
                advice = "Which letter writes it with a small e?"
            yield _of(literal, match, quoted, (observed, LETTERS[match["letter"]], advice))


def _digits(literal: Literal) -> Iterator[FormChange]:
    """The number of decimals in a format."""
    for match in FORMAT.finditer(literal.quoted):
        for digits in range(MOST_DIGITS + 1):
            quoted = literal.quoted[: match.start("digits")] + str(digits) + literal.quoted[match.end("digits") :]
            observed = f"the format `{match[0].removeprefix(':')}` shows {_decimals(int(match['digits']))}."
            if str(digits) != match["digits"]:
                advice = f"The number after the point decides how many there are. Here {digits} are needed."
                yield _of(literal, match, quoted, (observed, "", advice))


def _decimals(count: int) -> str:
    return "1 decimal" if count == 1 else f"{count} decimals"
