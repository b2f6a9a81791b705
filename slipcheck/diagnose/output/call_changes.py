"""Small changes of the calls that make a text of values: the separator of a print, a filled text, a rounded number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from slipcheck.exercise import Message

from ..formulas.pieces import called

CHANGING = ("replace", "strip", "lstrip", "rstrip", "split", "upper", "zfill")
PADDING = {"ljust": "behind", "rjust": "in front of", "center": "around"}


@dataclass(frozen=True)
class FormChange:
    """A change in one line: its number, the columns of what is marked, the line after it, and what is said of it."""

    cause: str
    line: int
    start: int
    end: int
    text: str
    message: Message


def call_changes(source: str, tree: ast.Module) -> Iterator[FormChange]:
    """What a call does to a text or a number before it is printed."""
    rows = source.splitlines()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.lineno == node.end_lineno):
        row = rows[call.lineno - 1]
        if len(row) != len(row.encode()):  # columns count bytes
            continue
        yield from _separators(call, row)
        yield from _padded(call, row)
        yield from _changed(call, row)
        yield from _rounded(call, row)


def _separators(call: ast.Call, row: str) -> Iterator[FormChange]:
    for keyword in call.keywords:
        value = keyword.value
        if called(call) != "print" or keyword.arg != "sep" or not isinstance(value, ast.Constant):
            continue
        start, end = row.rfind("sep", 0, value.col_offset), value.end_col_offset or 0
        before = row[:start].rstrip().removesuffix(",")
        observed = f"`{row[start:end]}` decides what is printed between the values."
        means = "Without it, print puts one space there."
        said = Message(f"Line {call.lineno}: {observed}", means, "Leave it out.")
        yield FormChange("format code", call.lineno, start, end, before + row[end:], said)


def _padded(call: ast.Call, row: str) -> Iterator[FormChange]:
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr not in PADDING:
        return
    start, end = function.value.end_col_offset or 0, call.end_col_offset or 0
    signs = "spaces" if len(call.args) < 2 else "signs"
    observed = f"`{row[start:end].lstrip('.')}` puts {signs} {PADDING[function.attr]} the text."
    said = Message(f"Line {call.lineno}: {observed}", f"So there are too many {signs} in the line.", "Leave it out.")
    yield FormChange("format code", call.lineno, start, end, row[:start] + row[end:], said)
    first, text = call.col_offset, row[call.col_offset : start]
    spaced = f"({text} + ' ')" if function.attr == "ljust" else f"(' ' + {text})"
    said = Message(said.observed, said.means, "Leave it out, and type one space between the numbers.")
    yield FormChange("format code", call.lineno, start, end, row[:first] + spaced + row[end:], said)


def _changed(call: ast.Call, row: str) -> Iterator[FormChange]:
    """A function that changes a text."""
    function = call.func
    texts = [getattr(argument, "value", None) for argument in call.args]
    if not isinstance(function, ast.Attribute) or function.attr not in CHANGING or texts == [".", ","]:
        return
    start, end = function.value.end_col_offset or 0, call.end_col_offset or 0
    observed = f"`{row[start:end].lstrip('.')}` changes the text before it is printed."
    said = Message(f"Line {call.lineno}: {observed}", "The text has the right form without it.", "Leave it out.")
    yield FormChange("format code", call.lineno, start, end, row[:start] + row[end:], said)


def _rounded(call: ast.Call, row: str) -> Iterator[FormChange]:
    if called(call) not in ("round", "around"):
        return
    pieces = [*call.args, *(keyword.value for keyword in call.keywords)]
    if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "np") not in ("np", "numpy", "math"):
        pieces.insert(0, call.func.value)
    if len(pieces) != 2 or not isinstance(pieces[1], ast.Constant):
        return
    start, end = call.col_offset, call.end_col_offset or 0
    value = row[pieces[0].col_offset : pieces[0].end_col_offset]
    text = f"{row[:start]}format({value}, '.{pieces[1].value!s}f'){row[end:]}"
    means = "Python still leaves out zeros at the end: it prints 0.01 for 0.010."
    said = Message(
        f"Line {call.lineno}: `{row[start:end]}` does not set how many decimals are printed.",
        means,
        "Use a format: it sets the number of decimals.",
    )
    yield FormChange("round for a format", call.lineno, start, end, text, said)
