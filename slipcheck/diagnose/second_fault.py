"""A second fault, which has nothing to do with the first: what to look at when that one is mended."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from slipcheck.diagnosis import Diagnosis, first_sentence, without_its_line
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.judge.parse import parsed
from slipcheck.observe import Observation

from .crashes import explain_crash
from .formulas.pieces import Values
from .lines.answer_line import names_in
from .lines.formula_messages import formula_diagnosis
from .lines.missing_axes import AXIS_NEEDED
from .lines.wrong_line import WrongLine
from .output.commands import LABELS
from .recorded_answer import OF_SIZE, lowered
from .repaired_line import are_right, is_right_with, is_wrong_with, that_run, with_its_formula, with_its_names
from .repairs.one_change import STANDS_FOR
from .repairs.search import Attempt, repairs
from .repairs.sentences import repaired
from .repairs.two_changes import second_change
from .same_fault import same_in

OF_AN_INDEX = ("many for one", "shapes differ", "row for column")  # why a line stops that takes all values for a few
MISSING = ("axis label", "no title")  # objections to what no line writes
OF_ANOTHER_VALUE = ("other value", "other entry", "piece")


def with_another_objection(diagnosis: Diagnosis, others: Sequence[Diagnosis]) -> Diagnosis:
    """Of a figure: the diagnosis, with what else is wrong in the figure, where another line says it."""
    line = diagnosis.spot.line if diagnosis.spot is not None else None
    elsewhere = (other for other in others if other.spot is not None and other.spot.line != line)
    other = next((other for other in elsewhere if other.cause != diagnosis.cause or other.cause in LABELS), None)
    if other is None or other.spot is None:
        nowhere = next((other for other in others if other.spot is None and other.cause in MISSING), None)
        if nowhere is None or nowhere.message.observed == diagnosis.message.observed:
            return diagnosis
        observed = nowhere.message.observed
        is_alike = diagnosis.cause in MISSING and diagnosis.spot is None
        return _ending(diagnosis, f"{observed[:-1]} either." if is_alike else f"A second fault: {lowered(observed)}")
    observed = other.message.observed.removeprefix(f"Line {other.spot.line}: ")
    why = first_sentence(other.message.means)
    return _ending(diagnosis, f"Then look at line {other.spot.line}: {lowered(observed)} {why}".strip())


def with_another_line(
    diagnosis: Diagnosis,
    lines: Sequence[WrongLine],
    exercise: Exercise,
    observation: Observation,
    part: Part,
    attempt: Attempt,
) -> Diagnosis:
    """Of wrong values: the diagnosis, with the next fault, where one change alone does not make the part right.

    That is a second line that gives wrong values for a reason of its own, or another piece of the first line.
    """
    valued = [line for line in lines if not line.is_misplaced]
    first = next((line for line in valued if diagnosis.spot and line.is_at(diagnosis.spot.line)), None)
    if first is None:
        return diagnosis
    reader = None
    if not observation.failure:
        reader = _with_its_reader(diagnosis, first, exercise, observation.source, attempt)
    if reader is not None:
        return reader
    source, here = observation.source, first.statement.lineno
    others = (line for line in valued if line.is_specific and _is_independent(line, first, valued))
    other = next((line for line in others if not _is_named(line, diagnosis)), None)
    if other is None and observation.failure:
        return diagnosis
    is_held = first.fault.kind != "other name" or not first.fault.words[1:]  # else no name can be tried in its place
    kinds = STANDS_FOR.get(first.fault.kind, ()) if is_held else ()
    if other is None and not (first.is_specific and kinds):
        return _with_a_line_that_is_wrong_too(diagnosis, first, valued, exercise, source, part, attempt)
    suspected = [first] if other is None else [first, other]
    left = [line for line in suspected if not is_wrong_with(exercise, source, line, part, attempt)]
    if is_right_with(exercise, source, first, part, attempt) and other is not None:
        return diagnosis
    suspects = [line.statement.lineno for line in left]
    if not left and other is None:
        return diagnosis
    marked = diagnosis.spot if other is None else None
    if marked is not None and are_right(exercise, part, attempt, with_its_names(source, first, marked)):
        return diagnosis
    if other is None and repairs(exercise, source, part, [], attempt, suspects, everywhere=False, kinds=kinds):
        return diagnosis
    if left and repairs(exercise, source, part, [], attempt, suspects, everywhere=False):
        return diagnosis
    if other is None:
        change = second_change(exercise, source, part, attempt, first.fault.node, kinds, here)
        if change is None or _piece(change) == _piece(diagnosis) or _is_said_already(change, diagnosis):
            return diagnosis
        if AXIS_NEEDED in diagnosis.message.next and "`axis`" in change.message.observed:  # said already
            return diagnosis
        return _ending(diagnosis, f"This line has a second fault: {_observed(change)}")
    line = other.statement.lineno
    taken = first.fault.words[0] if first.fault.kind == "overwritten" else None
    if taken is not None and (other.fault.kind, other.fault.words) == ("other name", (taken,)):
        return _ending(diagnosis, f"Line {line} reads `{taken}` too: it needs the new name there.")
    repaired_first = with_its_formula(source, first)
    if not observation.failure:  # the second fault may be what stops it
        repaired_first = that_run(exercise, attempt, repaired_first)
    both = [text for once in repaired_first for text in with_its_formula(once, other)]
    is_alike = (other.fault.kind, other.fault.words) == (first.fault.kind, first.fault.words)
    if is_alike and both and are_right(exercise, part, attempt, both):
        return _ending(diagnosis, same_in([line]))
    change = _change_after(exercise, repaired_first, part, attempt, line)
    if change is None and not repaired_first:
        change = second_change(exercise, source, part, attempt, first.fault.node, kinds, line)
    is_doubtful = bool(both) or other.fault.kind in OF_ANOTHER_VALUE  # it may come of the first fault
    if change is None and is_doubtful and not (both and are_right(exercise, part, attempt, both)):
        return diagnosis
    if change is None or change.cause in STANDS_FOR.get(other.fault.kind, ()):  # the values say it more exactly
        change = formula_diagnosis(exercise, source, other)
    diagnosis = _more_exactly(diagnosis, first, with_its_formula(source, other), exercise, part, attempt)
    return _ending(diagnosis, f"Then look at line {line}: {_observed(change)}")


def _change_after(
    exercise: Exercise, texts: Sequence[str], part: Part, attempt: Attempt, line: int
) -> Diagnosis | None:
    """What the change of a line says after which one of the texts is right."""
    for text in texts:
        edits = repairs(exercise, text, part, [], attempt, [line], everywhere=False)
        if edits:
            return repaired(exercise, text, edits)
    return None


def _with_its_reader(
    diagnosis: Diagnosis, first: WrongLine, exercise: Exercise, source: str, attempt: Attempt
) -> Diagnosis | None:
    """Of a line that gives too few values: the diagnosis, with the line that stops once it gives enough."""
    texts = with_its_formula(source, first) if first.fault.kind in ("other size", "too few draws") else []
    for run in attempt(texts, exercise.parameters, True) if texts else []:
        failure = run.failure or {}
        if failure.get("kind") != "error" or failure.get("line") in (None, first.statement.lineno):
            continue
        why = explain_crash(exercise, run)
        name, line = first.equation.target, failure["line"]
        if why.cause in OF_AN_INDEX and re.search(rf"\b{name}\b", source.splitlines()[line - 1]):
            entry = _entry_in_line(source, line, name) if " rows and " in first.fault.words[-1] else None
            return _ending(diagnosis, _of_its_entry(name, line, entry))
    return None


def _of_its_entry(name: str, line: int, entry: ast.Subscript | None) -> str:
    """What a line must change that takes an entry of a name, once the name holds a table."""
    if entry is None or isinstance(entry.slice, ast.Slice):
        return f"Once `{name}` holds all these values, line {line} must pick its values of `{name}` by index."
    once, text = f"Once `{name}` has these rows and columns,", ast.unparse(entry)
    if isinstance(entry.slice, ast.Tuple):
        return f"{once} `{text}` in line {line} needs its two indices in the other order."
    return f"{once} `{text}` in line {line} is a whole row: it needs two indices."


def _entry_in_line(source: str, line: int, name: str) -> ast.Subscript | None:
    """Where a line takes an entry of a name."""
    for node in ast.walk(parsed(source) or ast.Module([], [])):
        if isinstance(node, ast.Subscript) and node.lineno == line and getattr(node.value, "id", "") == name:
            return node
    return None


def _with_a_line_that_is_wrong_too(
    diagnosis: Diagnosis,
    first: WrongLine,
    valued: Sequence[WrongLine],
    exercise: Exercise,
    source: str,
    part: Part,
    attempt: Attempt,
) -> Diagnosis:
    """The diagnosis, with another line, where the right formulas in both lines, and in no less, make the part right."""
    others = [line for line in valued if line.equation.target != first.equation.target]
    repaired_first = [] if not others or _is_named(others[0], diagnosis) else with_its_formula(source, first)
    if not repaired_first or are_right(exercise, part, attempt, [source, *repaired_first]):
        return diagnosis
    other, line = others[0], others[0].statement.lineno
    for text in repaired_first:
        if not are_right(exercise, part, attempt, with_its_formula(text, other)):
            continue
        edits = repairs(exercise, text, part, [], attempt, [line], everywhere=False)
        change = repaired(exercise, text, edits) if edits else formula_diagnosis(exercise, source, other)
        diagnosis = _more_exactly(diagnosis, first, with_its_formula(source, other), exercise, part, attempt)
        return _ending(diagnosis, f"Then look at line {line}: {_observed(change)}")
    return diagnosis


def _more_exactly(
    diagnosis: Diagnosis, first: WrongLine, texts: Sequence[str], exercise: Exercise, part: Part, attempt: Attempt
) -> Diagnosis:
    """Of a line whose value alone is known to be wrong: the change that makes it right, once the other line is."""
    said = diagnosis.message
    for text in texts if diagnosis.cause == "piece" and said.means.startswith("So ") else ():
        edits = repairs(exercise, text, part, [], attempt, [first.statement.lineno], everywhere=False)
        if edits:
            change = repaired(exercise, text, edits)
            means = f"{change.message.means} {said.means}".strip()
            return replace(change, message=replace(change.message, means=means))
    return diagnosis


def _piece(diagnosis: Diagnosis) -> str:
    """The piece that is marked."""
    return diagnosis.spot.pieces[1] if diagnosis.spot is not None else ""


def _is_said_already(change: Diagnosis, diagnosis: Diagnosis) -> bool:
    """Whether the diagnosis asks for the argument that the change adds."""
    asked = re.search(r"needs an? (\w+) too", diagnosis.message.next)
    return change.cause == "argument missing" and asked is not None and f"`{asked[1]}`" in change.message.observed


def _observed(diagnosis: Diagnosis) -> str:
    """What stands there, to follow a colon."""
    return without_its_line(diagnosis.message.observed)


def _is_named(line: WrongLine, diagnosis: Diagnosis) -> bool:
    """Whether the diagnosis is one of this line too."""
    said = f"{diagnosis.message.means} {diagnosis.message.next}"
    return re.search(rf"\blines? (\d+ (and|to) )?{line.statement.lineno}\b", said, re.IGNORECASE) is not None


def _is_independent(line: WrongLine, first: WrongLine, valued: Sequence[WrongLine]) -> bool:
    """Whether the fault is not what another wrong line has made of its values, nor the same one elsewhere."""
    if line.statement is first.statement or line.equation.target == first.equation.target:
        return False
    if not _is_real(line.value) or not _is_real(line.right):  # what the first fault left has no such power
        return False
    made = {other.equation.target for other in valued if other is not line and not other.is_specific}
    if line.fault.kind in OF_SIZE:
        made |= {other.equation.target for other in valued if other is not line}
    return not made & set(names_in(line.fault.node))


def _is_real(values: Values) -> bool:
    """Whether there is nothing among the values that is no number."""
    return values is None or bool(np.isrealobj(values) and np.isfinite(values).all())


def _ending(diagnosis: Diagnosis, sentence: str) -> Diagnosis:
    message = diagnosis.message
    return replace(diagnosis, message=Message(message.observed, message.means, f"{message.next} {sentence}".strip()))


def with_facts(diagnosis: Diagnosis, facts: str) -> Diagnosis:
    """The diagnosis with the values of its line."""
    message = diagnosis.message
    return replace(diagnosis, message=replace(message, means=f"{message.means} {facts}".strip()))
