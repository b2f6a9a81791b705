"""What comes with code that is copied from elsewhere, and words and signs with which Python reads no further."""

from __future__ import annotations

import keyword
import re

from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text


def fence(problem: Unreadable, line: int) -> Explained:
    """Three backticks around the code."""
    lines = [k for k, row in enumerate(problem.lines, 1) if re.match(r"\s*```", row)]
    if not lines or lines[0] > problem.line:
        return None
    means = f"They mark code in a chat or a text, and are not part of the code. {same_in(lines[1:])}".strip()
    observed = f"line {lines[0]} begins with three backticks."
    return "fence", observed, means, "Delete the whole line." if not lines[1:] else "Delete these lines.", (0, 1)


def line_number(problem: Unreadable, line: int) -> Explained:
    """``3 t = step * dt``"""
    code = problem.lines[line - 1]
    number = re.match(r"(\s*)\d+[.:)]?\s+(?=[A-Za-z_#])", code)
    if number is None or line != problem.line or not problem.reads_on(line, code[number.end() :]):
        indented = number is not None and line == problem.line
        if number is None or not indented or not problem.reads_on(line, f"{number[1]}{code[number.end() :]}"):
            return None
    typed = number[0].strip()
    means = "Line numbers are not part of the code."
    return "line number", f"the line begins with the number `{typed}`.", means, "Delete the number.", number.span()


def word_of_python(problem: Unreadable, line: int) -> Explained:
    """``lambda = 0.01``"""
    match = re.match(r"\s*([A-Za-z]+)\s*=(?!=)", text(problem, line))
    if match is None or not keyword.iskeyword(match[1]) or line != problem.line:
        return None
    rows = range(1, len(problem.lines) + 1)
    others = [k for k in rows if k != line and re.search(rf"\b{match[1]}\b", text(problem, k))]
    means = f"Python keeps this word for something else. {same_in(others)}".strip()
    return "word of Python", f"`{match[1]}` cannot be a name.", means, "Choose another name.", match.span(1)


def after_a_backslash(problem: Unreadable, line: int) -> Explained:
    """A backslash with something behind it: a comment, or a value that it should divide by."""
    if "after line continuation" not in problem.text or line != problem.line:
        return None
    code = problem.code
    start = text(problem, line).find("\\")
    if start < 0:
        return None
    is_value = re.match(r"\\\s*[\w(]", code[start:]) is not None
    if is_value and problem.reads_on(line, f"{code[:start]}/{code[start + 1 :]}"):
        means = "Python divides with a slash, which leans to the other side."
        return "backslash", "there is a backslash between two values.", means, "Type a slash.", (start, start + 1)
    if not problem.reads_on(line, code[: start + 1]):
        return None
    means = "A backslash at the very end of a line says that the line goes on below. Nothing can follow it."
    return "backslash", "something comes after the backslash.", means, "Delete what follows it.", (start, len(code))


def goes_on_below(problem: Unreadable, line: int) -> Explained:
    """A formula that ends with an operator, and goes on in the next line."""
    bare = text(problem, line).rstrip()
    operator = re.search(r"[-+*/]$", bare)
    if operator is None or line != problem.line or line >= len(problem.lines):
        return None
    below = problem.lines[line].strip()
    rows = [*problem.lines[: line - 1], f"{problem.code[: len(bare)]} {below}", "", *problem.lines[line + 1 :]]
    if not below or below.startswith("#") or not problem.reads("\n".join(rows)):
        return None
    means = f"Without brackets a formula ends where its line ends. Here it goes on in line {line + 1}."
    advice = "Write the formula in one line."
    return "continuation", f"the line ends with the sign `{operator[0]}`.", means, advice, operator.span()


def curly_block(problem: Unreadable, line: int) -> Explained:
    """A block in curly brackets, as in C or R."""
    rows = problem.lines
    heads = [k for k, row in enumerate(rows, 1) if re.match(r"\s*(for|while|if|else|def)\b.*\{\s*$", row)]
    if not heads or heads[0] > problem.line:
        return None
    plain = [re.sub(r"\s*:?\s*\{\s*$", ":", row) if k in heads else row for k, row in enumerate(rows, 1)]
    plain = ["" if re.fullmatch(r"\s*\}\s*;?\s*", row) else row for row in plain]
    if not problem.reads("\n".join(plain)):
        return None
    means = "Other languages put a block into curly brackets. In Python a colon begins it, and its lines are indented."
    observed = f"line {heads[0]} begins a block with a curly bracket."
    start = rows[heads[0] - 1].rindex("{")
    return (
        "curly block",
        observed,
        means,
        "Type a colon in its place, and delete the closing bracket.",
        (start, start + 1),
    )


def bare_comprehension(problem: Unreadable, line: int) -> Explained:
    """``a = b ** 2 for b in c``"""
    match = re.match(r"(\s*\w+\s*=\s*)(\S.*\bfor\s+\w+\s+in\b.*\S)\s*$", text(problem, line))
    if match is None or line != problem.line:
        return None
    start, end = match.span(2)
    code = problem.code
    if not problem.reads_on(line, f"{code[:start]}[{code[start:end]}]{code[end:]}"):
        return None
    means = "A list that is made with `for` needs them around the expression and its `for`."
    advice = "Put square brackets around all that follows the equals sign."
    return "comprehension", "the list has no square brackets.", means, advice, (start, end)


def quotes_in_text(problem: Unreadable, line: int) -> Explained:
    """``plt.title("The "first" trial")``"""
    code = problem.code
    for sign, other in (('"', "'"), ("'", '"')):
        start, end = code.find(sign), code.rfind(sign)
        inside = code[start + 1 : end]
        if line != problem.line or start < 0 or inside.count(sign) != 2 or other in inside.replace("'s", ""):
            continue
        inner = re.search(rf"{sign}(?=\w)[^{sign}]*{sign}", inside)  # what begins otherwise is between two texts
        if inner is None or not problem.reads_on(line, f"{code[: start + 1]}{inside.replace(sign, '')}{code[end:]}"):
            continue
        first = start + 1 + inner.start()
        means = "The text around it is in the same quotes. So the first of the inner quotes ends it."
        return "quote", f"`{inner[0]}` has quotes inside a text.", means, "Leave the inner quotes out.", (
            first, first + len(inner[0]),
        )  # fmt: skip
    return None
