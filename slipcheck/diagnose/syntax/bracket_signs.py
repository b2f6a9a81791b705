"""A sign in brackets that is another one than belongs there: ``v[;, 2]``, ``range(1; 9)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from slipcheck.exercise import Message

from .brackets import is_function
from .unreadable import Explained, Unreadable, blanked, stopped_at, text

CAUSE = "wrong sign in brackets"
IN_PLACE_OF = {";": ":,", ".": ",:", "*": ":", "|": ":", "/": ":", "-": ":", ":": ",", "=": ":-", "_": "-"}
CALLED = {
    ";": "a semicolon",
    ".": "a point",
    "*": "a star",
    "|": "a vertical bar",
    "/": "a slash",
    "-": "a minus sign",
    ":": "a colon",
    "=": "an equals sign",
    "_": "an underscore",
    ",": "a comma",
}
ALONE = "A colon alone stands for all rows, or all columns."
MEANS = {
    ":": "A colon separates the two ends of a slice.",
    ",": "A comma separates the values in brackets.",
    "-": "A difference needs a minus sign.",
}


@dataclass(frozen=True)
class Exchange:
    """A sign in brackets, with its column in a line, and the one that is tried in its place; ``text`` has it."""

    start: int
    sign: str
    right: str
    text: str
    is_alone: bool  # whether nothing else is in its place
    times: int = 1  # as often in the line

    @property
    def message(self) -> Message:
        """What is said of it, without the line's number."""
        right = CALLED[self.right]
        observed = f"there is {CALLED[self.sign]} in the brackets where {right} belongs."
        advice = f"Type {right} in its place."
        if self.times > 1:
            observed = f"{observed[:-1]}, {self.times} times in this line."
            advice = f"Type {right} in place of each."
        return Message(observed, ALONE if self.is_alone and self.right == ":" else MEANS[self.right], advice)


def exchanges(line: str) -> Iterator[Exchange]:
    """Each exchange of one such sign of a line, then of all of its kind."""
    code = blanked(line)
    places = [k for k in range(len(code)) if code[k] in IN_PLACE_OF and _may_be_wrong(code, k)]
    for k in places:
        for right in IN_PLACE_OF[code[k]]:
            yield Exchange(k, code[k], right, line[:k] + right + line[k + 1 :], _is_alone(code, k))
    for sign in dict.fromkeys(code[k] for k in places):
        same = [k for k in places if code[k] == sign]
        for right in IN_PLACE_OF[sign] if len(same) > 1 else "":
            signs = list(line)
            for k in same:
                signs[k] = right
            yield Exchange(same[0], sign, right, "".join(signs), _is_alone(code, same[0]), len(same))


def _may_be_wrong(code: str, k: int) -> bool:
    """Whether a sign is in brackets, and part of no number, name, or longer sign."""
    before, after = code[:k], code[k + 1 :]
    depth = sum(before.count(a) - before.count(b) for a, b in ("[]", "()"))
    if depth <= 0 or re.search(r"[*=/<>!]$", before) or re.match(r"[*=/]", after):
        return False
    if code[k] == "_":
        return not re.search(r"\w$", before) and not re.match(r"\w", after)
    return code[k] != "." or not re.search(r"[\w)\]]$", before) or not re.match(r"[A-Za-z_]", after)


def _is_alone(code: str, k: int) -> bool:
    """Whether nothing else is between the bracket or comma before a sign and the one after it."""
    return re.search(r"[\[,]\s*$", code[:k]) is not None and re.match(r"\s*[\],]", code[k + 1 :]) is not None


def sign_in_an_index(problem: Unreadable, line: int) -> Explained:
    """``v[;, 2]``: the only sign in square brackets with another in whose place Python reads the line."""
    code = text(problem, line)
    found = [change for change in exchanges(problem.lines[line - 1]) if _is_in_square_brackets(code, change.start)]
    readable = [change for change in found if _is_read(problem, line, change.text)]
    if len(readable) != 1:
        return None
    change, whole = readable[0], problem.lines[line - 1]
    if _is_read(problem, line, whole[: change.start] + whole[change.start + 1 :]):
        return None  # it may be one too many
    problem.reads_on(line, change.text)
    said = change.message
    return CAUSE, said.observed, said.means, said.next, (change.start, change.start + 1)


def curly_index(problem: Unreadable, line: int) -> Explained:
    """``v{:, 2}``"""
    match = re.search(r"\b(\w+)\{([^{}]*)\}", text(problem, line))
    if match is None:
        return None
    whole, (start, end) = problem.lines[line - 1], match.span()
    inside = whole[match.start(2) : match.end(2)]
    is_call = is_function(match[1])
    first, last = "()" if is_call else "[]"
    if not problem.reads_on(line, f"{whole[: match.end(1)]}{first}{inside}{last}{whole[end:]}"):
        return None
    means = f"A part of `{match[1]}` is taken with square brackets."
    if is_call:
        means = f"The function `{match[1]}` is called with round brackets."
    advice = f"Type {'round' if is_call else 'square'} brackets in their place."
    return "curly brackets", f"`{whole[start:end]}` has curly brackets.", means, advice, (start, end)


def _is_read(problem: Unreadable, line: int, changed: str) -> bool:
    """Whether Python reads all of a line once it is changed."""
    if not problem.reads_on(line, changed, is_repair=False):
        return False
    stop = stopped_at("\n".join([*problem.lines[: line - 1], changed, *problem.lines[line:]]))
    return stop is None or stop[0] > line


def _is_in_square_brackets(code: str, k: int) -> bool:
    """Whether the bracket that was opened last before a place is a square one."""
    opened = re.sub(r"\([^()\[\]]*\)|\[[^()\[\]]*\]", "", code[:k])
    return re.search(r"\[[^()\[\]]*$", opened) is not None
