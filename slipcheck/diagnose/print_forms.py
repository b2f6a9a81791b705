"""Print commands whose values are right and whose form is not."""

from __future__ import annotations

import ast
import re

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from .formulas.pieces import called
from .number_patterns import Hit


def space_as_value(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A text of blanks among the values of a print, which puts a space on both sides of it by itself."""
    for node in ast.walk(tree):
        values = node.args if isinstance(node, ast.Call) and called(node) == "print" and len(node.args) > 1 else []
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and not value.value.strip():
                means = "print adds a space between its values by itself, so now there are too many."
                return value, "a space is one of the printed values.", means, "Leave this value out."
    return None


def round_for_a_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A rounded number in a print: it has no fixed number of decimals."""
    for node in ast.walk(tree):
        rounded = [part for part in ast.walk(node) if isinstance(part, ast.Call) and called(part) == "round"]
        if isinstance(node, ast.Call) and called(node) == "print" and rounded:
            means = "Python still leaves out zeros at the end, and prints 0.0 instead of 0.000."
            advice = "Use a format: it sets the number of decimals."
            return rounded[0], "`round` does not set how many decimals are printed.", means, advice
    return None


def width_in_format(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """A format with a least width, which puts spaces before a number."""
    for node in ast.walk(tree):
        spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
        form = ast.unparse(spec)[2:-1] if isinstance(spec, ast.JoinedStr) else ""
        width = re.match(r"[<>^ +]?(\d+)\.", form)
        if width is not None and "  " in f" {observation.printed}":
            observed = f"the format `:{form}` makes the number at least {width[1]} characters wide."
            return node, observed, "It puts spaces in the free places.", "Leave the number before the point out."
    return None


def two_prints(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Two prints in one block, of one number each, where a line of the output should hold both."""
    numbers = [line for line in observation.printed.splitlines() if re.search(r"\d", line)]
    for block in (node.body for node in ast.walk(tree) if isinstance(node, ast.For)):
        prints = [s.value for s in block if isinstance(s, ast.Expr) and called(s.value) == "print"]
        if len(prints) != 2 or not numbers or any(" " in line.strip() for line in numbers):
            continue
        first, second = prints
        observed = f"this line and line {second.lineno} print one number each."
        means = "Each print begins a new line, so the two numbers are on two lines of the output."
        return first, observed, means, "Print both with one print."
    return None


def spaces_in_the_text(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """Several spaces between two pairs of curly brackets in a print."""
    for number, line in enumerate(observation.source.splitlines(), 1):
        gap = re.search(r"\}( {2,})\{", line.split("#")[0])
        if gap is not None and "print" in line:
            place = ast.Pass(
                lineno=number,
                col_offset=_bytes(line, gap.start()),
                end_lineno=number,
                end_col_offset=_bytes(line, gap.end()),
            )
            count = len(gap[1])
            observed = f"there are {count} spaces between the two pairs of curly brackets."
            return (
                place,
                observed,
                f"So there are {count} spaces between the printed numbers.",
                "Leave one space there.",
            )
    return None


def _bytes(line: str, column: int) -> int:
    return len(line[:column].encode())
