"""Pieces of a given line that are still there, or no longer: its three dots, and the name before its equals sign."""

from __future__ import annotations

import re

from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text

DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")


def dots_left(problem: Unreadable, line: int) -> Explained:
    """``v = ...v + 1``: the dots beside the code that takes their place."""
    bare = text(problem, line)
    dots = DOTS.search(bare)
    if dots is None or line != problem.line or _goes_on_below(problem, line):
        return None
    without = problem.lines[line - 1]
    for match in reversed(list(DOTS.finditer(bare))):
        without = f"{without[: match.start()].rstrip()} {without[match.end() :].lstrip()}"
    indent = " " * (len(bare) - len(bare.lstrip()))
    if not problem.reads_on(line, f"{indent}{without.strip()}"):
        return _alone(problem, line)
    rows = range(1, len(problem.lines) + 1)
    others = same_in([k for k in rows if k != line and DOTS.search(text(problem, k))])
    means = f"The three dots stand for something that you write. They do not stay beside it. {others}".strip()
    return "blank left", "the three dots are still there.", means, "Delete all three of them.", dots.span()


def _alone(problem: Unreadable, line: int) -> Explained:
    """``v = ... ...``"""
    dots = re.search(r"\.{3}(?:\s*\.{1,3})+", text(problem, line))
    whole = problem.lines[line - 1]
    if dots is None or not problem.reads_on(line, f"{whole[: dots.start()]}...{whole[dots.end() :]}", is_repair=False):
        return None
    means = "The three dots stand for something that you write."
    return "blank left", "the dots are still there.", means, "Replace them with your own code.", dots.span()


def _goes_on_below(problem: Unreadable, line: int) -> bool:
    """Whether the line breaks off at dots at its end, as Matlab continues one."""
    bare = text(problem, line).rstrip()
    if not bare.endswith("..."):
        return False
    below = problem.lines[line].strip() if line < len(problem.lines) else ""
    return bool(re.search(r"[-+*/,(\[]\s*\.{3}$", bare) or re.match(r"[-+*/,)\]]", below))


def no_name(problem: Unreadable, line: int) -> Explained:
    """``= 3``"""
    code = problem.lines[line - 1]
    sign = re.match(r"\s*=(?!=)(?=\s*[\w(\[\"'.+-])", code)
    if sign is None or line != problem.line:
        return None
    start = sign.end() - 1
    indent = "" if "unexpected indent" in problem.text else code[:start]
    if not problem.reads_on(line, f"{indent}_ {code[start:]}", is_repair=False):
        return None
    exercise = problem.exercise
    targets = [*exercise.parameter_names] if not exercise.given else [e.target for e in exercise.equations]
    assigned = [re.match(r"\s*(\w+)\b[^=]*=(?!=)", text(problem, k)) for k in range(1, len(problem.lines) + 1)]
    known = {match[1] for match in assigned if match}
    missing = [name for name in dict.fromkeys(targets) if name not in known]
    means = "An equals sign gives a value to the name on its left."
    if len(missing) == 1:
        means = f"{means} No line gives `{missing[0]}` a value."
    at = " It begins at the left edge." if indent == "" and start else ""
    return "name missing", "the line begins with an equals sign.", means, f"Type the name in front of it.{at}", (
        start, start + 1,
    )  # fmt: skip
