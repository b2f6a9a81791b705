"""Functions of the student's own: their first line, and words that work only inside of one."""

from __future__ import annotations

import re

from .unreadable import Explained, Unreadable, text


def outside(problem: Unreadable, line: int) -> Explained:
    match = re.search(r"'?(\w+)'? outside (?:async )?(?:function|loop)|'(\w+)' not properly in loop", problem.text)
    if match is None:
        return None
    word = match[1] or match[2]
    place = "function" if word in ("return", "yield", "await") else "loop"
    heads = r"\s*def\b" if place == "function" else r"\s*(?:for|while)\b"
    is_after = any(re.match(heads, code) for code in problem.lines[: problem.line - 1])
    means = f"`{word}` works only inside a {place}. An answer ends after its last line, without such a word."
    if is_after and problem.reads_on(problem.line, f"    {problem.code}"):
        means = f"A {place} ends where the indentation ends, and this line begins further left."
        advice = f"Indent this line like the other lines of the {place}."
        return "indentation", f"`{word}` is outside the {place}.", means, advice, None
    asks_for_print = any(output.command == "print" for output in problem.exercise.outputs)
    returned = re.match(r"\s*return\s+(\w.*)", problem.code)
    if returned is not None and asks_for_print and not re.search(r"\bprint\b", problem.source):
        means = "`return` works only inside a function. The text asks for values that are printed."
        return "outside a function", f"`{word}` is outside a {place}.", means, "Which command prints a value?", None
    return "outside a function", f"`{word}` is outside a {place}.", means, "Leave it out.", None


def head_of_a_function(problem: Unreadable, line: int) -> Explained:
    """``def height t:``"""
    head = re.match(r"(\s*def\s+\w+)\s*((?:\w+(?:\s*,?\s*\w+)*)?)\s*:?\s*$", text(problem, line))
    if head is None or line != problem.line or "(" in head[0]:
        return None
    names = ", ".join(re.findall(r"\w+", head[2]))
    if not problem.reads_on(line, f"{head[1]}({names}):"):
        return None
    means = "A function needs round brackets after its name, for the names of the values that it is given."
    advice = "Type a pair of round brackets after the name." if not head[2] else f"Put `{head[2]}` in round brackets."
    return "brackets of a function", "the name of the function has no round brackets.", means, advice, head.span(1)
