"""Values that only a comment gives, comments that are none, and how a comment becomes code again."""

from __future__ import annotations

import ast
import re

from slipcheck.judge.parse import parsed

from .crash import Crash, Explained


def slashes(crash: Crash, name: str, line: str) -> Explained:
    if not re.search(rf"//\s*{name}\s*$", line):
        return None
    means = "In Python // divides. A comment starts with a #."
    start = line.index("//")
    sign = ast.Pass(**_place(crash, start, start + 2))
    return "slashes for a comment", "`//` does not start a comment.", means, "Write # in place of //.", sign


def percent(crash: Crash, name: str, line: str) -> Explained:
    """A comment as Matlab begins it, in which Python looks for a value."""
    value = getattr(crash.statement, "value", None)
    match = re.search(rf"%\s*{name}\b", line)
    if match is None or not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Mod):
        return None
    sign = ast.Pass(**_place(crash, match.start(), match.start() + 1))
    means = f"In Python `%` is the remainder of a division, so `{name}` is read as a name. A comment starts with a #."
    return "comment of Matlab", "`%` does not start a comment.", means, "Write # in place of %.", sign


def _place(crash: Crash, start: int, end: int, line: int = 0) -> dict[str, int]:
    """A piece of a line, of the one that failed unless another is named."""
    number = line or crash.failure["line"]
    code = crash.source.splitlines()[number - 1]
    start, end = (len(code[:k].encode()) for k in (start, end))
    return {"lineno": number, "col_offset": start, "end_lineno": number, "end_col_offset": end}


def in_a_comment(crash: Crash, name: str, line: str) -> Explained:
    comment = re.search(rf"(?m)^[^#\n]*#(.*[^\S\n])?{name}([^\S\n]*=(?!=)|[^\S\n]+-?[\d.])", crash.source)
    if comment is None or not _is_code(crash, name, comment):
        return None
    number = crash.source[: comment.start()].count("\n") + 1 + comment[0].count("\n")
    written = crash.source.splitlines()[number - 1]
    code, _, after = written.partition("#")
    piece = re.search(rf"\b{name}\b\s*=[^=#]*", after)
    start = len(code) + 1 + piece.start() if piece is not None and code.strip() else len(code)
    place = ast.Pass(**_place(crash, start, len(written.rstrip()), number))
    means = f"After the sign # Python reads nothing, so `{name}` has no value in line {crash.failure['line']}."
    observed, advice = "this line is still a comment.", without_its_sign(code, after)
    if re.match(r"\s*define\b", after):
        observed = f"`#define` gives `{name}` no value."
        means = "It is a word of the language C. For Python this line, like each line that begins with #, is a comment."
        advice = "Write each of these lines as a name, an equals sign and a value."
    elif code.strip():
        observed = f"`{piece[0].strip()}` comes after a #." if piece is not None else f"`{name}` comes after a #."
        advice = "Put this piece on a line of its own, without the #."
    elif piece is None or after[: piece.start()].strip("# \t"):
        advice = "Name, equals sign and value go before the #, the comment after it."
    return "still a comment", observed, means, advice, place


def _is_code(crash: Crash, name: str, comment: re.Match[str]) -> bool:
    """Whether the words after the sign # would give the name a value, one made of known names."""
    if "=" not in comment[2]:
        return name in crash.exercise.parameter_names or "define" in comment[0]
    written = crash.source[comment.start(2) :].partition("\n")[0]
    value = parsed(written.lstrip(" =").partition("#")[0].partition(";")[0].strip())
    if value is None:  # words after the value
        return name in crash.exercise.parameter_names
    names = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    return names <= {*crash.values.names, *crash.exercise.words, *crash.exercise.loops, "np"}


def without_its_sign(before: str, after: str) -> str:
    """How a line becomes code again; it must not begin with a space that was behind its sign.

    >>> without_its_sign("", "r = 1")
    'Delete the # at the start of this line.'
    >>> without_its_sign("", " r = 1")
    'Delete the # at the start of this line and the space after it: the line must begin at the left edge.'
    """
    signs = "every #" if after.startswith("#") else "the #"
    if not before and not re.match(r"#*\s", after):
        return f"Delete {signs} at the start of this line."
    if re.match(r"#*\s\s", after):
        return f"Delete {signs} at the start of this line. It must begin in the same column as the lines of its block."
    spaces = " and the space after it" if re.match(r"#*\s", after) else ""
    where = "where its # is now" if before else "at the left edge"
    return f"Delete {signs} at the start of this line{spaces}: the line must begin {where}."
