"""What is said of a change of an index, a slice, or the places of a list."""

from __future__ import annotations

import ast
import re

from slipcheck.exercise import Exercise

from .edit import Edit, Sentences, text_of
from .said import INDEX, LAST, SAID, SLICE


def index(exercise: Exercise, edit: Edit) -> Sentences:
    text, *ways = edit.words
    slices = [_cut(edit.node, way) for way in ways if way in SLICE]
    if "reversed" in ways and isinstance(edit.node, ast.Subscript):
        observed = f"the slice `[{ast.unparse(edit.node.slice)}]` does not leave out the last value."
        means = "The number after a second colon is the step. With -1 the values come in the opposite order."
        return observed, means, "Which colon is one too many?"
    if {"starts late", "ends early", "all"} & set(ways) and isinstance(edit.node, ast.Subscript) and _is_cut(edit.node):
        observed = f"the slice `[{ast.unparse(edit.node.slice)}]` leaves out values that are needed."
        return observed, slices[0], "Should this line leave any values out?"
    if slices and isinstance(edit.node, ast.Subscript):
        taken = f"[{ast.unparse(edit.node.slice)}]"
        observed = f"the slice `{taken}` does not take the values that are needed."
        return observed, slices[0], "Which index comes first, and before which index does the slice stop?"
    if isinstance(edit.node, ast.Subscript) and isinstance(edit.node.slice, ast.Slice):
        observed = f"the slice `[{ast.unparse(edit.node.slice)}]` does not take the values that are needed."
        return observed, _taken(edit.node.slice), "In words: from which value to which value should it go?"
    signed = [way for way in ways if way != "from the end" or "-" in text]
    means = LAST if re.search(r"\[(.*, )?-1\]$", text) else "".join(INDEX.get(way, "") for way in signed)
    if "one" in ways:
        means = INDEX["one"].format(ways[ways.index("one") + 1])
    advice = "Say in words what each index counts, and which value you need."
    if "exchanged" in ways and (taken := _line_taken(edit.node)):
        means = f"{taken} {means}"
    counter = getattr(getattr(edit.node, "slice", None), "id", "")
    if not means and counter in exercise.words:
        means = f"`{counter}` is {exercise.words[counter]}."
    if "everywhere" in ways and len(edit.lines) == 1:
        return f"the index of `{text}` is wrong wherever it occurs on the right of the equals sign.", means, advice
    if "everywhere" in ways:
        lines = " and ".join(map(str, edit.lines))
        return f"the index of `{text}` is wrong wherever it occurs, in lines {lines}.", means, advice
    return f"the index of `{text}` is not the right one.", means, advice


def _line_taken(entry: ast.AST) -> str:
    """Of an entry that is a whole row, or column, where it should be the other."""
    colons = [isinstance(index, ast.Slice) for index in getattr(getattr(entry, "slice", None), "elts", ())]
    if colons.count(True) != 1:
        return ""
    taken, needed = ("column", "row") if colons[0] else ("row", "column")
    return f"It takes a {taken}; a {needed} is needed."


def _cut(entry: ast.AST, way: str) -> str:
    """In which way a slice takes other values than it should."""
    lower = getattr(getattr(entry, "slice", None), "lower", None)
    is_second = way == "starts late" and getattr(lower, "value", None) == 1
    return "It begins with the second value: Python counts from 0." if is_second else SLICE[way]


def _is_cut(entry: ast.Subscript) -> bool:
    """Whether it is a slice with one end, which takes all values without it."""
    index = entry.slice
    return isinstance(index, ast.Slice) and (index.lower is None) != (index.upper is None) and index.step is None


def _taken(part: ast.Slice) -> str:
    """What a slice takes, where that is a single value: the last, such as in ``[-1:]``, or the first."""
    if ast.unparse(part) == "-1:":
        return "It takes one value only, the last."
    return "It takes one value only, the first." if ast.unparse(part) in (":1", "0:1") else ""


def of_the_last_round(source: str, entry: ast.AST) -> str:
    """Which value an entry is whose index a loop above has counted; empty of another entry."""
    counter = getattr(getattr(entry, "slice", None), "id", "")
    loops = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.For)]
    ended = [loop for loop in loops if (loop.end_lineno or 0) < getattr(entry, "lineno", 0)]
    line = next((loop.lineno for loop in ended if getattr(loop.target, "id", "") == counter), 0)
    why = f"The loop of line {line} has ended, and `{counter}` keeps its last number."
    return f"{why} So `{text_of(entry)}` is one value." if line else ""


def entry_too_much(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["entry too much"])
    entries = [text_of(entry) for entry in edit.node.elts] if isinstance(edit.node, (ast.Tuple, ast.List)) else []
    if entries.count(edit.words[1]) > 1:
        observed = f"`{edit.words[0]}` has one `{edit.words[1]}` too many."
    if "shape" in edit.words and len(entries) == 2:
        means = "Two numbers in these brackets make a table of rows and columns."
        advice = "How many numbers does the shape need?"
    return observed, means, advice


def all_indices(_exercise: Exercise, edit: Edit) -> Sentences:
    counter, place, first, way, *only = edit.words
    which = f"all indices of `{only[0]}` in this line" if only else "all indices of this line"
    observed = f"{which} are too {'large' if way == 'late' else 'small'} by 1."
    step = edit.node
    target = step.targets[0] if isinstance(step, ast.Assign) else None
    is_alone = isinstance(target, ast.Subscript) and not isinstance(target.slice, ast.Tuple)
    filled = f"`{text_of(target.value)}[{place}]`" if is_alone else f"place {place}"  # type: ignore[union-attr]
    means = f"In the first round `{counter}` is {first}, and the line gives a value to {filled}." if place else ""
    return observed, means, "Which place should the first round fill, and from which place does it start?"


def place(_exercise: Exercise, edit: Edit) -> Sentences:
    text, *ways = edit.words
    means = "".join(f"Its index is {INDEX[way].removeprefix('It is ')}" for way in ways if way in ("late", "early"))
    if "one" in ways:
        means = INDEX["one"].format(ways[ways.index("one") + 1])
    if "exchanged" in ways:
        means = f"{_line_taken(edit.node)} {INDEX['exchanged']}".strip()
    advice = "Say in words what each index counts, and where the new value belongs."
    if "column" in ways:
        means = f"`{text}` is a whole row of the table. The value belongs in a column."
        advice = "To take a column, write a colon for all rows, a comma, and the index of the column."
    return f"`{text}` is not the place where this value belongs.", means, advice
