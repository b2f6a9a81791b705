"""What is said of the one change that makes an answer right: what stands there now, and why it is wrong."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence

from slipcheck.diagnosis import Diagnosis, spot_of
from slipcheck.exercise import Exercise, Message

from ..lines.line_facts import spread_of
from ..lines.other_counts import meaning_of
from ..same_fault import same_in
from .bracket_sentences import OF_BRACKETS, piece_in_brackets
from .call_edits import call_too_much, changed_again, count_of, spread_around
from .conditions import block_too_many, comparison, drawn_by
from .edit import Edit, Sentences, as_typed, text_of
from .first_round import apart, first_place
from .index_sentences import all_indices, entry_too_much, index, of_the_last_round, place
from .loop_sentences import count, each_round, once, order, other_range, through_rows
from .number_sentences import (
    argument,
    argument_too_much,
    arguments_exchanged,
    is_distance,
    number,
    too_much,
    unnamed_argument,
    whole_numbers,
)
from .place_edits import not_all, place_missing
from .said import RIGHT_WITHOUT, RIGHT_WITHOUT_THE_LINE, SAID

LOST = " So the value that was there is lost."
NOTHING_READS = "and nothing reads it."
COUNTS = ("other range", "start of the count")  # changes of the numbers that a loop counts


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
        usual = {text for texts in exercise.loops.values() for text in texts}
        moved = (e for e in edits if e.kind == "other range" and e.words[1] == "starts and ends")
        edit = next((e for e in moved if e.words[0] not in usual), edit)
    if edit.kind == "order of lines":
        edit = min((other for other in edits if other.kind == edit.kind), key=_length_of_the_move)
    if edit.kind == "other number":  # of several, the one that gets a number of the text
        known = set(numbers_of(exercise))
        edit = next((e for e in edits if e.kind == "other number" and float(e.words[1]) in known), edit)
    kinds = {other.kind for other in edits if other.node is edit.node}
    kind = "other value" if {"no index", "other name"} <= kinds else edit.kind
    if kind in SPECIAL:
        observed, means, advice = SPECIAL[kind](exercise, edit)
    else:
        observed, means, advice = (text.format(*edit.words) for text in SAID[kind])
    if kind == "other operator" and edit.words[:2] == ("*", "2"):
        means = "`* 2` doubles the value."
    if kind == "other name" and (line := _unread(source, edit.words[1])):
        means = f"{means} Line {line} gives a value to `{edit.words[1]}`, {NOTHING_READS}".strip()
        advice = "Which name holds the value that is needed here?"
    elif kind == "other name" and (function := spread_around(source, edit.node)):
        observed, means, advice = spread_of(exercise, function, edit.words[0])
    elif kind == "other name" and (count := count_of(source, edit.node)):
        meaning = exercise.words.get(edit.words[0])
        observed = f"`{count}` is not the number that is needed here."
        means = f"It counts the values of `{edit.words[0]}`{f', {meaning}' if meaning else ''}."
        advice = "What should be counted here?"
    elif kind == "other entry" and "column" in edit.words and (count := count_of(source, edit.node)):
        observed = f"`{count}` is not the number that is needed here."
        means = f"`{edit.words[0]}` is one row, and `len` counts the values in it."
        advice = "What should be counted here?"
    elif kind == "index too much" and (reason := of_the_last_round(source, edit.node)):
        means = reason
    elif kind == "no copy" and (line := _changed_in_place(source, edit)):
        means = f"Python makes no copy here. Line {line} changes `{edit.words[0]}`, and `{edit.words[1]}` with it."
    elif kind == "one too many" and (again := _made_again(source, edit.node)):
        name, line = again
        if edit.words[0].endswith("= ..."):
            means = f"Line {line} gives `{name}` its value, and this line puts three dots in its place."
            message = Message(f"Line {edit.lines[0]}: the `...` is still here.", means, "Delete this line.")
            return Diagnosis(kind, message, spot_of(source, edit.node))
        observed = f"this line changes `{name}`, and so does line {line}."
        means = RIGHT_WITHOUT_THE_LINE
        if isinstance(edit.node, ast.Assign) and isinstance(edit.node.value, (ast.Name, ast.Constant)):
            observed = f"this line sets `{name}` to `{text_of(edit.node.value)}` in every round."
            means = f"So the value of `{name}` from the round before is lost. {RIGHT_WITHOUT_THE_LINE}"
        either = any(other.kind == kind and other.lines[0] == line for other in edits)
        advice = "One of the two is enough: delete either." if either else "Does the text ask for this line?"
    elif "cut" in edit.words and (shift := apart(source, edit.node)):
        place = first_place(source, edit.node)
        means = f"{shift} {place}{LOST if ' index 0.' in place else ''}".strip()
    elif kind in COUNTS and not {"fewer", "ends"} & set(edit.words) and (place := first_place(source, edit.node)):
        lost = LOST if "early" in edit.words and " index 0." in place else ""
        means = f"{means} {place}{lost}".strip() if kind == "other range" else place
        entry = place.split("`")[1] if place.count("`") > 1 else ""
        if kind == "start of the count" and entry:
            advice = f"Which index should `{entry}` have in the first round?"
    elif kind == "other range" and (shift := apart(source, edit.node)) and not apart(edit.source, edit.node):
        means, advice = shift, "With which number should the count of the loop start?"
    message = Message(
        f"Line {edit.lines[0]}: {as_typed(source, edit, observed)}", as_typed(source, edit, means), advice
    )
    piece = piece_in_brackets(edit) if kind == "closed too late" else edit.node
    return Diagnosis(kind, message, spot_of(source, piece))


def _length_of_the_move(edit: Edit) -> tuple[bool, int]:
    """How far a statement is moved; one line is moved more easily than a block."""
    return hasattr(edit.node, "body"), abs(int(edit.words[1]) - edit.lines[0])


def _unread(source: str, name: str) -> int:
    """The first line that gives a value to a name that nothing reads; 0 where there is none."""
    names = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name) and node.id == name]
    is_read = any(isinstance(node.ctx, ast.Load) for node in names)
    return 0 if is_read else min((node.lineno for node in names), default=0)


def _changed_in_place(source: str, edit: Edit) -> int:
    """The first line that changes the values of a name, and keeps them; 0 where there is none."""
    for step in ast.walk(ast.parse(source)):
        target: ast.expr | None = step.target if isinstance(step, ast.AugAssign) else None
        target = step.targets[0] if isinstance(step, ast.Assign) else target
        is_entry = isinstance(target, ast.Subscript)
        base = target.value if isinstance(target, ast.Subscript) else target
        if base is not None and text_of(base) == edit.words[0] and (is_entry or isinstance(step, ast.AugAssign)):
            return step.lineno  # type: ignore[attr-defined, no-any-return]
    return 0


def _made_again(source: str, node: ast.AST) -> tuple[str, int] | None:
    """Of a step in a loop: its name, and the other line of the loop that makes the same step."""
    for loop in (part for part in ast.walk(ast.parse(source)) if isinstance(part, ast.For)):
        steps = [part for part in loop.body if isinstance(part, (ast.Assign, ast.AugAssign))]
        targets = {
            part.lineno: text_of(part.targets[0] if isinstance(part, ast.Assign) else part.target) for part in steps
        }
        name = targets.get(getattr(node, "lineno", 0))
        others = [line for line, other in targets.items() if other == name and line != getattr(node, "lineno", 0)]
        if name is not None and others:
            return name, others[0]
    return None


def _too_many(exercise: Exercise, edit: Edit) -> Sentences:
    text, *twice = edit.words
    if twice:
        means = f"So Python carries it out twice: here and in line {twice[0]}."
        return f"line {twice[0]} is the same.", means, "Delete this one."
    if isinstance(edit.node, (ast.If, ast.For, ast.While, ast.FunctionDef)):
        return block_too_many(exercise, edit)
    means = f"{drawn_by(edit.node, ast.parse(edit.source))}{RIGHT_WITHOUT}"
    return f"`{text}` does not belong here.", means, "Does the text ask for this line?"


def _name(exercise: Exercise, edit: Edit) -> Sentences:
    now, needed, *_everywhere = edit.words
    if is_distance(edit, needed):
        means = "It is the distance from one number to the next, not how many there are."
        return f"`{now}` is the third value of `np.arange`.", means, "Which name holds this distance?"
    meaning = meaning_of(exercise, now)
    means = f"`{now}` stands for {meaning}." if meaning else ""
    if "[" in needed:
        table = needed.partition("[")[0]
        loops = [part for part in ast.walk(ast.parse(edit.source)) if isinstance(part, ast.For)]
        is_stored = any(part.id == now and isinstance(part.ctx, ast.Store) for part in _names(loops))
        if loops and not is_stored:
            means = f"No line of the loop changes `{now}`."
        advice = "Which value does this line change? Where does its old value stand?"
        return f"`{now}` is used where an entry of `{table}` belongs.", means, advice
    wanted = meaning_of(exercise, needed)
    advice = f"Which name stands for {wanted}?" if wanted and wanted != meaning else "Compare each name with the text."
    if now not in {*exercise.words, *exercise.given, *exercise.loops, *exercise.counts}:
        advice = "Which value is needed here, and which name holds it?"
    return f"`{now}` is used where another name belongs.", means, advice


def _names(nodes: list[ast.For]) -> list[ast.Name]:
    return [part for node in nodes for part in ast.walk(node) if isinstance(part, ast.Name)]


def _exchanged(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["places exchanged"])
    beside = edit.words[2:]  # of two products: what the first of the two multiplies
    return observed, means, f"Which of the two should multiply `{beside[0]}`?" if beside else advice


def _augmented(_exercise: Exercise, edit: Edit) -> Sentences:
    """A value that is added to the old one, and has the old one in it already, where the line names it again."""
    sign, target, *again = edit.words
    observed, means, advice = (text.format(sign, target) for text in SAID["augmented"])
    if again:
        means = f"The right side of this line has `{target}` in it already, and `{sign}` takes it once more."
    return observed, means, advice


def _two_names(_exercise: Exercise, edit: Edit) -> Sentences:
    name, _other, *lines = edit.words
    observed, means, advice = (text.format(*edit.words) for text in SAID["two names"])
    if lines:
        uses = f"Line {lines[0]} uses" if len(lines) == 1 else f"Lines {', '.join(lines[:-1])} and {lines[-1]} use"
        advice = f"{advice} {uses} `{name}` too."
    return observed, means, advice


def _transposed(_exercise: Exercise, edit: Edit) -> Sentences:
    observed, means, advice = (text.format(*edit.words) for text in SAID["transposed"])
    others = edit.lines[1:]
    if "everywhere" in edit.words and others:
        means, advice = same_in(others), "Leave `.T` out in each of these lines."
    return observed, means, advice


SPECIAL: dict[str, Callable[[Exercise, Edit], Sentences]] = {
    "one too many": _too_many,
    "entry too much": entry_too_much,
    "too much": too_much,
    "two names": _two_names,
    "transposed": _transposed,
    "not all": not_all,
    "place missing": place_missing,
    "changed again": changed_again,
    "call too much": call_too_much,
    "augmented": _augmented,
    "argument missing": argument,
    "argument without its name": unnamed_argument,
    "argument too much": argument_too_much,
    "arguments exchanged": arguments_exchanged,
    "other entry": index,
    "other place": place,
    "all indices": all_indices,
    **OF_BRACKETS,
    "start of the count": count,
    "other name": _name,
    "places exchanged": _exchanged,
    "other range": other_range,
    "row for column": through_rows,
    "other number": number,
    "whole numbers": whole_numbers,
    "runs in each round": each_round,
    "runs once": once,
    "order of lines": order,
    "comparison": comparison,
}
