"""Equals signs whose left side cannot get a value, or that stand where none belongs."""

from __future__ import annotations

import re

from ..same_fault import same_in
from .unreadable import Explained, Unreadable, text

NO_MINUS = "Type an underscore in its place."


def call_on_the_left(problem: Unreadable, line: int) -> Explained:
    call = re.match(r"\s*([A-Za-z_]\w*)\(([^()]*)\)\s*=(?!=)", problem.code)
    if call is None or "cannot assign to function call" not in problem.text:
        return None
    has_entries = any(equation.is_entry for equation in problem.exercise.equations)
    if has_entries and call[1] in ("print", "range"):
        return None
    columns = (call.start(1), call.end(2) + 1)
    slip = "round brackets for an index" if has_entries else "round brackets on the left"
    means = "In Python a name with round brackets is a call, and a call cannot get a value."
    advice = "The left side is the plain name that gets the new value."
    if has_entries:
        means = f"{means} One of many values is named with square brackets."
        advice = f"How many values does `{call[1]}` hold here?"
        if call[1] in {equation.target for equation in problem.exercise.equations if equation.is_entry}:
            arrays = " and after ".join(f"`{name}`" for name in [call[1], *_of_many_values(problem, call[1])])
            advice = f"Write square brackets in place of the round ones after {arrays}, everywhere in this line."
            advice += _plain_names(_of_one_value(problem, call[1]), " Then write")
    elif call[1] in {equation.target for equation in problem.exercise.equations}:
        means = f"{means} In this exercise `{call[1]}` is one value, without an index or a time in brackets."
        everywhere = ", everywhere in this line" if problem.code.count(f"{call[1]}(") > 1 else ""
        others = _of_one_value(problem, call[1])
        advice = (
            _plain_names([call[1], *others], "Write") if others else f"Write the plain name `{call[1]}`{everywhere}."
        )
    return slip, f"`{call[1]}({call[2]})` is on the left of the equals sign.", means, advice, columns


def _of_many_values(problem: Unreadable, name: str) -> list[str]:
    """Other names of the line with round brackets after them that hold an array in this exercise."""
    arrays = {equation.target for equation in problem.exercise.equations if not equation.depth or equation.is_entry}
    return [other for other in _called(problem) if other in arrays - {name}]


def _of_one_value(problem: Unreadable, name: str) -> list[str]:
    """Other names of the line with round brackets after them that hold one value at a time in this exercise."""
    equations = problem.exercise.equations
    entries = {equation.target for equation in equations if equation.is_entry}
    single = {equation.target for equation in equations if equation.depth} - {name} - entries
    return [other for other in _called(problem) if other in single]


def _called(problem: Unreadable) -> list[str]:
    """The names of the line with round brackets after them."""
    return list(dict.fromkeys(re.findall(r"(?<![\w.])([A-Za-z_]\w*)\(", problem.bare)))


def _plain_names(names: list[str], begin: str) -> str:
    """A sentence that asks for these names without brackets; empty without names."""
    if not names:
        return ""
    called = " and ".join(f"`{name}`" for name in names)
    return f"{begin} the plain name{'s' if len(names) > 1 else ''} {called}, without brackets, everywhere in this line."


def assigned(problem: Unreadable, line: int) -> Explained:
    if not re.search(r"cannot assign to|cannot contain assignment|Maybe you meant '=='", problem.text):
        return None
    counted = re.search(r"\bfor\s+(.+?)\s+in\b", problem.code)
    if counted and not re.fullmatch(r"[\w, ()]+", counted[1]):
        means = "A plain name belongs there. The loop gives its values to that name."
        return (
            "loop name",
            f"`{counted[1]}` is between `for` and `in`.",
            means,
            "Write a name alone.",
            counted.span(1),
        )
    if "expression cannot contain assignment" in problem.text:
        observed = "there is an equals sign in round brackets, and no plain name in front of it."
        means = "In round brackets an equals sign comes after the name of an argument."
        advice = "Check the brackets and the quotes around it."
        return "assignment", observed, means, advice, None
    comma = re.search(r",\s*[A-Za-z_]\w*\s*=(?!=)", text(problem, line))
    indent = " " * (len(problem.code) - len(problem.code.lstrip()))
    if comma and problem.reads_on(
        line, f"{problem.code[: comma.start()]}\n{indent}{problem.code[comma.start() + 1 :].lstrip()}"
    ):
        observed, means = "a comma is between two commands.", "Each command needs a line of its own."
        return "two commands", observed, means, "Start a new line in place of the comma.", comma.span()
    boxed = re.search(r"(\w[\w.]*)\(\[([^\[\]]*\b\w+\s*=(?!=)[^\[\]]*)\]\)", problem.code)
    if boxed and problem.reads_on(line, problem.code.replace(boxed[0], f"{boxed[1]}({boxed[2]})")):
        observed = f"square brackets are around the arguments of `{boxed[1]}`."
        means = "They make a list, and a list cannot hold an equals sign."
        return "assignment", observed, means, "Leave the square brackets out.", boxed.span()
    if "cannot assign to" not in problem.text:
        observed = "there is an equals sign inside a calculation."
        means = "An equals sign gives a name its value, and this needs a line of its own."
        return "assignment", observed, means, "Does this sign belong here?", None
    return _on_the_left(problem, line)


def _on_the_left(problem: Unreadable, line: int) -> Explained:
    """An equals sign whose left side is no name."""
    joined = re.match(r"\s*([A-Za-z_]\w*(?:-[A-Za-z_]\w*)+)\s*=(?!=)", text(problem, line))
    if joined is not None:
        whole = joined[1].replace("-", "_")
        if problem.reads_on(line, re.sub(re.escape(joined[1]), whole, problem.lines[line - 1], count=1)):
            means = "Python reads the minus sign as a subtraction. A name has letters, digits and underscores only."
            others = [k for k in range(1, len(problem.lines) + 1) if k != line and joined[1] in text(problem, k)]
            means = f"{means} {same_in(others)}".strip()
            return "assignment", f"the name `{joined[1]}` has a minus sign.", means, NO_MINUS, joined.span(1)
    means = "The left side is the name that gets the value."
    advice = "Which name should get the value of this line?"
    sides = re.fullmatch(r"(\s*)([^=]+?)\s*=\s*([A-Za-z_]\w*)\s*;?\s*", text(problem, line))
    if sides is not None and problem.reads_on(line, f"{sides[1]}{sides[3]} = {sides[2]}"):
        advice = "Exchange the two sides."
    what = "a calculation"
    if "literal" in problem.text:
        what = "a number or a text"
    elif "function call" in problem.text:
        what = "a call of a function"
    return "assignment", f"{what} is on the left of the equals sign.", means, advice, None
