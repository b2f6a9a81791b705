"""What is said of the one change that makes an answer right: what stands there now, and why it is wrong."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterator, Sequence

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from .edit import Edit

RIGHT_WITHOUT = "The values are right without it."
SAID: dict[str, tuple[str, str, str]] = {  # what stands there, what it means, what to try
    "behind a #": ("`{0}` comes after a #.", "So Python takes it for a comment, and skips it.", "Put it on a line of its own, without the #."),
    "plus plus": ("`{0}` adds nothing.", "Python has no operator ++. It reads two plus signs, and they change nothing.", "Write a sum instead."),
    "changed again": ("`{0}` is the value that is needed already.", "The rest of this line changes it once more.", "Compare the line with the text: from where to where should the number lie?"),
    "sign": ("the sign in `{0}` is not the right one.", RIGHT_WITHOUT, "Compare the sign with the text."),
    "other operator": ("the sign `{0}` is not the right one here.", "", "Which sign belongs there?"),
    "exchanged": ("the two sides of `{0}` are swapped.", "Their order matters with this sign.", "Which of them comes first in the text?"),
    "closed too early": ("a bracket closes before `{1}`, and should enclose it.", "Python computes `{0}` first, and only then `{1}`.", "Where should the bracket close?"),
    "closed too late": ("a bracket encloses `{1}`, and should close before it.", "Python computes all of `{0}` first.", "Where should the bracket close?"),
    "no bracket around": ("`{0}` applies to `{1}` alone, and should apply to `{2}` too.", "Without brackets Python computes products and quotients first.", "Enclose the terms that belong together."),
    "no bracket below": ("all of `{0}` belongs below the fraction line.", "Without a bracket Python divides by its first piece only.", "Put brackets around all that is below the fraction line."),
    "of each": ("`{0}` is applied to two values, one by one.", "It should be applied once, to the result.", "Which bracket should enclose both values?"),
    "no index": ("`{0}` is used here with all its values; only one is needed.", "", "Which index picks that value?"),
    "index too much": ("`{0}` is only a part; the whole is needed here.", "", "What does the index do here?"),
    "not transposed": ("the rows and columns of `{0}` are swapped here.", "", "Along which axis does the time run?"),
    "transposed": ("the rows and columns are swapped in `{0}`.", "", "Along which axis does the time run?"),
    "too much": ("`{0}` does not belong here.", RIGHT_WITHOUT, "Compare the line with the formula in the text, piece by piece."),
    "call too much": ("`{0}` changes a value that is right without it.", "", "Does the text ask for `{0}`?"),
    "augmented": ("`{0}` uses the value that `{1}` already has.", "Here `{1}` should get a new value, whatever the old one is.", "Which sign does that?"),
    "not added": ("`{0}` gets a new value, and its old one is lost.", "The new value should be added to the old one.", "Which sign does that?"),
    "argument without its name": ("`{0}` does not take the last value in its brackets for `{1}`.", "A value without a name is taken by its place.", "Write the name `{1}` and an equals sign in front of the value."),
    "argument missing": ("the argument `{1}` of `{0}` is missing.", "", "Look up what `{1}` does in `{0}`, and what happens without it."),
    "arguments exchanged": ("the values in the brackets of `{0}` are in the wrong order.", "", "Look up in which order `{0}` takes them."),
    "argument too much": ("`{1}` does not belong in the brackets of `{0}`.", RIGHT_WITHOUT, "Look up what `{0}` does with it."),
    "entry too much": ("`{1}` does not belong in `{0}`.", RIGHT_WITHOUT, "What does each entry stand for?"),
    "number for a name": ("the number {0} is used where a name belongs.", "", "Compare the line with the text."),
    "other value": ("`{0}` is not the value that is needed here.", "", "Which value does the text ask for in this line?"),
    "no copy": ("`{0}` and `{1}` are now two names for the same values.", "Python makes no copy here. A later change of `{0}` changes `{1}` too.", "Make a copy with copy()."),
    "unit in a label": ("the label names {0}, but the values on this axis are in {1}.", "", "Change the unit in the label, or the values that are drawn."),
    "comparison": ("the comparison `{0}` is not the right one.", "", "In which rounds is it true? Think of the first and the last round."),
    "condition": ("the condition `{0}` leaves out rounds that are needed.", RIGHT_WITHOUT, "Does the text ask for a condition?"),
    "other function": ("`{0}` is not the function that is needed here.", "", "Which function does the text ask for?"),
}  # fmt: skip
INDEX = {
    "late": "It is too large by 1.",
    "early": "It is too small by 1.",
    "exchanged": "The row stands first, then the column.",
    "column": "One index alone takes a row. For a column the row's place needs a colon.",
    "from the end": "An index with a minus sign counts from the end.",
    "one": "A colon takes many places; one is needed.",
}
SLICE = {  # what a slice takes, in the ways in which a change of it is named
    "starts late": "It leaves out a value at the beginning: Python counts from 0.",
    "ends early": "It leaves out a value at the end.",
    "all": "It leaves out values at the beginning and at the end.",
    "starts early": "It takes a value too many at the beginning.",
    "ends late": "It takes a value too many at the end.",
}
LAST = "In Python the index -1 is the last place, not the one before."
Sentences = tuple[str, str, str]


def numbers_of(exercise: Exercise) -> Iterator[float]:
    """Those in the right formulas."""
    for equation in exercise.equations:
        for text in equation.texts:
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
                    yield node.value


def repaired(exercise: Exercise, source: str, edits: Sequence[Edit]) -> Diagnosis:
    """The diagnosis that the likeliest of the changes stands for.

    A name that another name can replace, or an entry of its own, is only said to be the wrong value.
    """
    edit = edits[0]
    if edit.kind == "other operator":  # a sign may do for a name whose value has the other sign
        edit = next((other for other in edits if other.kind == "other name" and other.lines == edit.lines), edit)
    if edit.kind == "other entry":  # the index is right in a loop that counts from where it should
        moved = (e for e in edits if e.kind == "other range" and e.words[1] == "starts and ends")
        edit = next(moved, edit)
    if edit.kind == "other number":  # of several, the one that gets a number of the text
        known = set(numbers_of(exercise))
        edit = next((e for e in edits if e.kind == "other number" and float(e.words[1]) in known), edit)
    kinds = {other.kind for other in edits if other.node is edit.node}
    kind = "other value" if {"no index", "other name"} <= kinds else edit.kind
    if kind in SPECIAL:
        observed, means, advice = SPECIAL[kind](exercise, edit)
    else:
        observed, means, advice = (text.format(*edit.words) for text in SAID[kind])
    message = Message(f"Line {edit.lines[0]}: {observed}", means, advice)
    return Diagnosis(kind, message, spot_of(source, edit.node))


def _index(_exercise: Exercise, edit: Edit) -> Sentences:
    text, *ways = edit.words
    slices = [SLICE[way] for way in ways if way in SLICE]
    if slices and isinstance(edit.node, ast.Subscript):
        taken = f"[{ast.unparse(edit.node.slice)}]"
        observed = f"the slice `{taken}` does not take the values that are needed."
        return observed, slices[0], "Which index comes first, and before which index does the slice stop?"
    means = LAST if re.search(r"\[(.*, )?-1\]$", text) else "".join(INDEX.get(way, "") for way in ways)
    advice = "Say in words what each index counts, and which value you need."
    if "everywhere" in ways and len(edit.lines) == 1:
        return f"the index of `{text}` is wrong wherever it occurs in this line.", means, advice
    if "everywhere" in ways:
        lines = " and ".join(map(str, edit.lines))
        return f"the index of `{text}` is wrong wherever it occurs, in lines {lines}.", means, advice
    return f"the index of `{text}` is not the right one.", means, advice


def _too_many(_exercise: Exercise, edit: Edit) -> Sentences:
    text, *twice = edit.words
    if twice:
        means = f"So it is carried out twice in each round: here and in line {twice[0]}."
        return f"line {twice[0]} is the same.", means, "Delete one of the two."
    return (
        f"`{text}` does not belong here.",
        RIGHT_WITHOUT,
        "Does the text ask for this line? What does it do to the values?",
    )


def _in_brackets(_exercise: Exercise, edit: Edit) -> Sentences:
    text = edit.words[0]
    inner = text.removeprefix("[").removesuffix("]").strip()
    observed = f"the brackets of `{text}` make a list of one value."
    if re.match(r"\[|\(\[", inner):
        means = f"That one value is the list `{inner}`. Here this inner list alone is needed."
        return observed, means, "Which pair of brackets is too many?"
    if re.search(r"[-+*/] ", inner):
        means = "Here the plain value is needed. On paper square brackets group; in Python only round ones do."
        return observed, means, "Which brackets belong here?"
    return observed, "Here the plain value is needed.", "Are the brackets needed?"


def _count(_exercise: Exercise, edit: Edit) -> Sentences:
    start, values, *fewer = edit.words
    observed = f"`enumerate` starts to count at {start}."
    if fewer:
        means = f"The second argument sets where the count starts. It does not skip any value of `{values}`."
        return observed, means, f"Which values of `{values}` should the loop go through? A slice takes them."
    return observed, "So the indices do not fit the values.", "What is the index of the first entry of a list?"


def _closed_too_early(_exercise: Exercise, edit: Edit) -> Sentences:
    inner, more = edit.words
    node = ast.parse(inner, mode="eval").body
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        means = f"Python computes the power first, and only then `{more}`."
        return f"`{more}` comes after the power.", means, "Which comes first in the text? Enclose it in brackets."
    return tuple(text.format(*edit.words) for text in SAID["closed too early"])  # type: ignore[return-value]


def _place(_exercise: Exercise, edit: Edit) -> Sentences:
    text, *ways = edit.words
    means = "".join(f"Its index is {INDEX[way].removeprefix('It is ')}" for way in ways if way in ("late", "early"))
    advice = "Say in words what each index counts, and where the new value belongs."
    return f"`{text}` is not the place where this value belongs.", means, advice


def _range(_exercise: Exercise, edit: Edit) -> Sentences:
    text, where, way = edit.words
    advice = f"With which number should the loop {where.removesuffix('s')}?"
    if where == "starts and ends":
        advice = "With which number should the loop start, and with which should it end?"
    return f"`{text}` counts through the wrong numbers.", f"It {where} one number too {way}.", advice


def _name(exercise: Exercise, edit: Edit) -> Sentences:
    now, needed, *_everywhere = edit.words
    meaning = exercise.words.get(now)
    means = f"`{now}` holds {meaning}." if meaning else ""
    wanted = exercise.words.get(needed)
    advice = f"Which name stands for {wanted}?" if wanted and wanted != meaning else "Compare each name with the text."
    return f"`{now}` is used where another name belongs.", means, advice


def _number(_exercise: Exercise, edit: Edit) -> Sentences:
    now, right = (float(word) for word in edit.words)
    return f"the number {edit.words[0]} is not the right one.", _apart(now, right), "Compare it with the text."


def _apart(now: float, right: float) -> str:
    if now == -right:
        return "Its sign is wrong."
    if abs(now - right) == 1 and now == int(now):
        return f"It is too {'large' if now > right else 'small'} by 1."
    if right and now and now / right > 0:
        times = now / right if abs(now) > abs(right) else right / now
        if math.isclose(times, round(times)) and round(times) > 1:
            return f"It is {round(times)} times too {'large' if abs(now) > abs(right) else 'small'}."
    return ""


def _each_round(_exercise: Exercise, edit: Edit) -> Sentences:
    where, loop, *numbers = edit.words
    if isinstance(edit.node, ast.Return):
        means = "A return ends the function, and with it the loop."
        return f"this line ends the loop of line {loop} in its first round.", means, "Look at its indentation."
    when = "when the loop has ended" if where == "after" else "before the loop begins"
    if len(numbers) > 1:
        advice = "Look at their indentation." if where == "after" else "Move them above the loop."
        observed = f"this line and those down to line {numbers[1]} run in every round of the loop of line {loop}."
        return observed, f"They should run once, {when}.", advice
    advice = "Look at its indentation." if where == "after" else "Move it above the loop."
    return f"this line runs in every round of the loop of line {loop}.", f"It should run once, {when}.", advice


def _once(_exercise: Exercise, edit: Edit) -> Sentences:
    where, loop = edit.words
    side, place = ("after", "last") if where == "end" else ("before", "first")
    means = f"It should run in every round, as the {place} line of the loop."
    return f"this line runs once, {side} the loop of line {loop}.", means, "Which lines belong to the loop?"


def _order(_exercise: Exercise, edit: Edit) -> Sentences:
    where, other = edit.words
    side = "after" if where == "later" else "before"
    means = "Python runs the lines from top to bottom."
    return f"this line should come {side} line {other}.", means, "Which line needs what the other one makes?"


SPECIAL: dict[str, Callable[[Exercise, Edit], Sentences]] = {
    "one too many": _too_many,
    "in brackets": _in_brackets,
    "other entry": _index,
    "other place": _place,
    "closed too early": _closed_too_early,
    "start of the count": _count,
    "other name": _name,
    "other range": _range,
    "other number": _number,
    "runs in each round": _each_round,
    "runs once": _once,
    "order of lines": _order,
}
