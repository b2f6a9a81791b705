"""What else is wrong with an answer that Python cannot read, once that is repaired."""

from __future__ import annotations

import re
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis, first_sentence, without_its_line
from slipcheck.exercise import Exercise
from slipcheck.judge.judge import Case, judge
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.verdict import Rerun, Run, Verdict

from .recorded_answer import lowered
from .repairs.one_change import MOST_WORDS, without_values_if_long

VAGUE = (  # causes that may come of the repair
    None, "unexplained", "nothing changes", "only a start", "wrong times", "not against time", "stands still",
    "own value", "no values", "first difference", "indentation", "syntax",
    "shapes differ", "lengths differ", "endless loop",
)  # fmt: skip


def once_readable(exercise: Exercise, text: str, rerun: Rerun) -> tuple[Case, Verdict, Rerun]:
    """The case of the repaired text, its verdict, and what runs it again, but repairs it no further."""
    assert rerun.other is not None
    other = rerun.other(text)
    runs = [Run(exercise.parameters, other.record(exercise.parameters, True, True))]
    if not runs[0].observation.failure:
        p = unseen_in_the_notebook(exercise)[0]
        runs.append(Run(p, rerun.attempt([text], p, False)[0]))
    case = Case(exercise, runs)
    return case, judge(case), Rerun(other.record, other.attempt)


def followed_by(first: Diagnosis, second: Diagnosis) -> Diagnosis:
    """The first diagnosis, and what the second one says of another line, where it names a cause."""
    if second.spot is None or second.cause in VAGUE:
        return first
    line = second.spot.line
    is_there = first.spot is not None and line == first.spot.line
    if is_there and first.cause == "bracket":  # it may be closed in another place
        return first
    said = without_its_line(str(first.message))
    is_said_of_all = second.cause == first.cause and re.search(
        "other lines|wherever|more such|each of these lines|Change each", said
    )
    if is_said_of_all or re.search(rf"\blines? [^.]*\b{line}\b", said, re.IGNORECASE):
        return first
    observed = without_its_line(second.message.observed)
    begins = "This line has a second fault:" if is_there else f"Then look at line {line}:"
    first = without_values_if_long(first, len(observed.split()))
    sentence = f"{begins} {lowered(observed)}"
    longer = f"{sentence} {first_sentence(second.message.means)}"
    sentence = longer if len(f"{first.message} {longer}".split()) <= MOST_WORDS else sentence
    if is_there and "Do the same in" in first.message.next:
        return first
    if second.cause == first.cause and _without_code(second) == _without_code(first):
        sentence = "This line has the same fault elsewhere, too." if is_there else f"Line {line} has the same fault."
    return ending_with(first, sentence)


def ending_with(diagnosis: Diagnosis, sentence: str) -> Diagnosis:
    """The diagnosis with one more sentence, if that does not make its message too long."""
    message = replace(diagnosis.message, next=f"{diagnosis.message.next} {sentence.strip()}")
    return replace(diagnosis, message=message) if len(str(message).split()) <= MOST_WORDS else diagnosis


def _without_code(diagnosis: Diagnosis) -> str:
    """What was observed, whatever the line and the code are."""
    return re.sub(r"`[^`]*`|Line \d+", "", diagnosis.message.observed)
