"""The diagnosis of an answer by the one change that makes it right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Exercise, Message, Part
from slipcheck.observe import Observation
from slipcheck.verdict import PartVerdict, Rerun, Verdict

from .edit import Edit
from .reached_values import are_reached
from .said import RIGHT_WITHOUT, RIGHT_WITHOUT_THEM
from .search import repairs
from .sentences import COUNTS, repaired

CLAIMED = (  # causes that hold only if moving the line makes the answer right
    "inside the loop", "outside the loop", "inside the inner loop", "outside the inner loop", "once for all",
)  # fmt: skip
WEAK = (  # causes that name no more than a place, or an effect
    None, "unexplained", "piece", "other size", "other entry", "other value", "other number", "other values shown",
    "error", "unpacking", "foreign function", "wrong times", "not against time", "blank left", "brackets",
    "bracket too wide", "only a start", "nothing printed", "too few numbers", "divided", "index out of range",
    "overwritten", "stands still", "unit of the label", "list arithmetic", "modulo", "total never reset",
    "list never emptied", "own value", "number for a formula",
    "extra term", "loop over other values", "nothing changes", "missing argument", "second value", "round left out",
    "other quantity shown", "loop range", "shapes differ", "many for one", "used too early", "division by zero",
    "no value", "lengths differ", "loop over a number", "no list to append to", "index of a number",
    "all rounds at once", "list as count", "value as index", "no values", "other unit shown",
    "too many indices", "called a value", "array for a size",
    *CLAIMED,
)  # fmt: skip
SAYS_AS_MUCH = {
    "other name": ("other name", "other entry", "no index", "too much", "other value"),
    "used too early": ("order of lines", "one too many", "runs once", "runs in each round"),
    "many for one": ("no index", "other name", "other value"),
    "other values shown": ("too much", "other value"),
    "other quantity shown": ("too much", "other value", "other name", "other function"),
    "round left out": ("one too many", "condition"),
    "index of a number": ("index too much",),
    "array for a size": ("other extent",),
    "loop range": ("other range", "other entry", "start of the count", "comparison"),
    "extra term": ("too much", "one too many"),
    "loop over other values": ("other name",),
    "missing argument": ("argument missing",),
    "no value": ("call too much",),
    "outside the loop": ("runs once",),
    "outside the inner loop": ("runs once",),
    "once for all": ("runs once",),
    "inside the inner loop": ("runs in each round",),
}
WITHOUT_VALUES = (  # changes after which the wrong values say nothing: the value itself may be right
    "plus plus", "other place", "whole column", "order of lines", "in brackets", "no list", "all indices",
    "not collected", "two names", "wrong way round", "inside the index", "whole numbers", "row for column",
    "place missing", "name of many", "not all", "indices exchanged", "start of a sum",
    "value for a list", "list not repeated",
    "result not stored", "indices missing", "not counted", "count for a counter", "other start", "never stored",
    "row never stored",
)  # fmt: skip
GROWN = ("made anew", "not collected", "result not stored")  # changes by which a list gets its size in another line
MOST_WORDS = 75  # of a message
VALUES = re.compile(r"So (?:in line \d+, )?(?:the|`)[^;]*;[^;]*?\.(?= |$)")


SAME_FAULT = {  # of a fault that values have shown: the changes that it stands for
    "turned": ("exchanged",),
    "upside down": ("exchanged", "upside down"),
    "other name": ("other name", "places exchanged", "no index", "other entry"),
    "other operator": ("other operator",),
    "other number": ("other number", "places exchanged", "number for a name"),
    "sign": ("sign", "other operator"),
    "extra term": ("too much", "one too many"),
    "extra factor": ("too much", "call too much"),
    "missing term": ("not added",),
    "foreign function": ("other function",),
    "piece": (),
}
STANDS_FOR = {
    **SAME_FAULT,
    "other function": ("other function",),
    "foreign function": (),
}  # with those that no other change explains better


def better_change(
    exercise: Exercise, observation: Observation, verdict: Verdict, rerun: Rerun, fault: str, line: int
) -> Diagnosis | None:
    """What another change of ``line`` says, where the change that the ``fault`` stands for does not make it right."""
    if fault not in SAME_FAULT:
        return None
    part = searched_part(verdict).part
    right = [judged.part for judged in verdict.parts if judged.right and not judged.part.unseen_parameters]
    source, kinds = observation.source, SAME_FAULT[fault]
    if kinds and repairs(exercise, source, part, right, rerun.attempt, [line], everywhere=False, kinds=kinds):
        return None
    edits = repairs(exercise, source, part, right, rerun.attempt, [line], everywhere=False)
    if not edits or any(edit.kind in SAME_FAULT[fault] for edit in edits):
        return None
    return repaired(exercise, observation.source, edits)


def change_of_kind(
    exercise: Exercise, observation: Observation, verdict: Verdict, rerun: Rerun, kind: str, lines: Sequence[int]
) -> Diagnosis | None:
    """What is said of the one change of this kind in these ``lines`` that makes the answer right."""
    part = searched_part(verdict).part
    right = [judged.part for judged in verdict.parts if judged.right and not judged.part.unseen_parameters]
    source, attempt = observation.source, rerun.attempt
    edits = repairs(exercise, source, part, right, attempt, lines, everywhere=False, kinds=(kind,))
    return repaired(exercise, source, edits) if edits else None


def searched_part(verdict: Verdict) -> PartVerdict:
    """The first part with wrong values; where an answer stops and all its values are right, the first with values."""
    parts = [judged for judged in verdict.parts if judged.part.quantities]
    return next((judged for judged in parts if not judged.right), parts[0])


def is_weak(diagnosis: Diagnosis) -> bool:
    """Whether a diagnosis names no cause in its place."""
    return diagnosis.cause in WEAK or diagnosis.spot is None


def one_change(
    exercise: Exercise,
    observation: Observation,
    verdict: Verdict,
    rerun: Rerun,
    weak: Diagnosis,
    suspects: Sequence[int],
    everywhere: bool = True,
    behind: Sequence[int] = (),
) -> Diagnosis | None:
    """What the change says after which the first part with wrong values is right; None where there is no such change.

    The values that the ``weak`` diagnosis has found are kept. ``suspects`` are lines that give a wrong value, and
    those ``behind`` them make what they use; other lines are looked at where that is to be done ``everywhere``.
    """
    source = observation.source
    lines = [*([weak.spot.line] if weak.spot is not None else []), *suspects]
    part = searched_part(verdict).part
    right = [judged.part for judged in verdict.parts if judged.right and not judged.part.unseen_parameters]
    drawn = _undrawn(verdict) if observation.failure else []
    edits = []
    if weak.cause == "index of a number":  # a list of all values would do too
        kinds = ("index too much",)
        edits = repairs(exercise, source, part, right, rerun.attempt, lines[:1], False, kinds, drawn)
    attempt = rerun.attempt
    edits = edits or repairs(exercise, source, part, right, attempt, lines, everywhere, drawn=drawn, behind=behind)
    if not edits:
        return None
    if edits[0].kind == "one too many" and len(edits[0].lines) > 1 and _stops_in(observation, edits[0].lines):
        return None  # without the block there is nothing left to stop
    names = {edit.words[1] for edit in edits if edit.kind == "other name"}
    if edits[0].kind == "other name" and len(names) > 2 and f"len({edits[0].words[0]})" not in source:
        return None  # any name will do, so its value says nothing
    is_elsewhere = weak.spot is not None and weak.spot.line not in edits[0].lines
    if weak.cause == "other unit shown" and not is_elsewhere:
        return weak
    if is_elsewhere and weak.cause == "other size" and edits[0].kind not in GROWN:
        return None
    if is_elsewhere and edits[0].kind == "sum missing":  # what makes a number one of NumPy makes arrays of lists
        return None
    diagnosis = repaired(exercise, source, edits)
    is_of_a_block = weak.cause in CLAIMED and hasattr(edits[0].node, "body")
    says_as_much = diagnosis.cause in SAYS_AS_MUCH.get(weak.cause or "", ()) and not is_of_a_block
    if says_as_much and _is_at_the_same_end(weak, edits[0]):
        return weak
    if weak.cause == "index of a number" and diagnosis.cause == "index too much" and not is_elsewhere:
        return replace(weak, message=replace(weak.message, next=diagnosis.message.next))
    is_of_another_state = diagnosis.cause in COUNTS and weak.cause != "other size"
    has_values = not (is_elsewhere or is_of_another_state or edits[0].kind in WITHOUT_VALUES)
    values = _values_in(weak) if has_values else ""
    if weak.cause == "index out of range" and diagnosis.cause == "other entry" and diagnosis.spot == weak.spot:
        values = re.sub(r"^.* asks for", "The run stops at", weak.message.observed) + f" {weak.message.means}"
    if not are_reached(values, edits[0], rerun, exercise):
        values = ""
    message = diagnosis.message
    means = message.means
    end = _end(observation, diagnosis, edits[0])
    if means == RIGHT_WITHOUT and observation.failure and not end and not is_elsewhere:
        means = "With it the line stops with an error; without it the values are right."
    if means in (RIGHT_WITHOUT, RIGHT_WITHOUT_THEM) and values.startswith("So "):  # what follows comes first
        means, values = f"With it, {values[3:]} {means}", ""
    elif means.endswith(("without it.", "without this line.")):  # "so" would follow from the wrong sentence
        values = re.sub(r"^So (?=the|in line|`)", "With it, ", values)
    if "has ended" in values and "has ended" in means:  # the same loop
        means = ""
    means = " ".join(filter(None, (means, values, end)))
    return replace(diagnosis, message=Message(message.observed, means, message.next))


def _undrawn(verdict: Verdict) -> list[Part]:
    """Of an answer that stops, the parts with a figure: a change after which it runs may still draw something else."""
    return [judged.part for judged in verdict.parts if not judged.right and not judged.part.unseen_parameters]


def _stops_in(observation: Observation, lines: Sequence[int]) -> bool:
    return observation.failure is not None and observation.failure.get("line") in lines


def _is_at_the_same_end(weak: Diagnosis, edit: Edit) -> bool:
    """Whether a range that the text questions is changed where the text says: at its start, at its end, or at both."""
    if weak.cause == "loop range" and weak.spot is not None and weak.spot.line not in edit.lines:
        return False
    ends = edit.words[1].split(" and ") if edit.kind == "other range" and weak.cause == "loop range" else []
    return "loop" not in weak.message.next or all(end in weak.message.next for end in ends)


def _values_in(weak: Diagnosis) -> str:
    """The sentences of a message that give values: they are true whatever the cause is."""
    if weak.cause == "other size":
        sizes = weak.message.observed.partition(": ")[2]
        return sizes if sizes.endswith("needed.") else re.sub(r" ?So line \d+ .*$", "", weak.message.means)
    if weak.cause == "used too early":
        name = re.search(r"`\w+`", weak.message.observed)
        return f"{name[0]} has no value here yet." if name and "before it has a value" in weak.message.observed else ""
    if weak.cause == "division by zero":
        zero = re.search(r"`[^`]*` is 0", weak.message.observed)
        return f"{zero[0]} here, and nothing can be divided by 0." if zero else ""
    return " ".join(VALUES.findall(weak.message.means))


def _end(observation: Observation, diagnosis: Diagnosis, edit: Edit) -> str:
    """The line that stops for the same reason, where that is another."""
    failure = observation.failure or {}
    line = failure.get("line")
    if line is None or (diagnosis.spot is not None and diagnosis.spot.line == line):
        return ""
    ends_late = diagnosis.cause == "other range" and edit.words[1:] == ("ends", "late")
    if ends_late and failure.get("type") == "IndexError":
        return f"In the last round, line {line} stops with an error."
    if diagnosis.cause in COUNTS and failure.get("type") == "IndexError":
        return f"In one of the rounds an index is too large, and line {line} stops with an error."
    if diagnosis.cause == "other round" and failure.get("type") == "IndexError":
        return f"In another round, line {line} stops with an error."
    return f"So line {line} stops with an error."


def without_values_if_long(diagnosis: Diagnosis, further: int = 0) -> Diagnosis:
    """Of two faults in one message, the values of the first are left out where there are too many words.

    ``further`` is how many words will follow.
    """
    said = diagnosis.message
    if len(str(said).split()) + further <= MOST_WORDS:
        return diagnosis
    return replace(diagnosis, message=replace(said, means=VALUES.sub("", said.means).strip()))
