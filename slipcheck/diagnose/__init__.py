"""Say why an answer is not right: one cause for all that follows from it, at its place in the student's text."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Message
from slipcheck.judge.judge import Case
from slipcheck.observe.never_ending import Endless
from slipcheck.observe.time_limit import within
from slipcheck.verdict import PartVerdict, Rerun, Verdict

from .as_typed import as_typed
from .next_fault import with_the_next_fault
from .repairs.bounded import bounded
from .searched_answer import SearchedAnswer
from .stopped import known_at_once, stopped

UNEXPLAINED = Diagnosis(
    "unexplained",
    Message(
        "Your answer differs from what the exercise asks for.",
        "The check could not find out why.",
        "Compare your output with the sample output, value by value.",
    ),
)


def _with_the_marked(diagnosis: Diagnosis) -> Diagnosis:
    """The same; a piece whose text stands more than once in its line is called the marked one."""
    if diagnosis.spot is None:
        return diagnosis
    before, piece, after = diagnosis.spot.pieces
    is_alone = not re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", f"{before} {after}")
    speaks = rf"(Line \d+: |the index of |multipl\w+ )(?=`{re.escape(piece)}`)"
    observed = re.sub(speaks, r"\1the marked ", diagnosis.message.observed, count=1)
    if is_alone or "wherever it occurs" in observed:
        return diagnosis
    return replace(diagnosis, message=replace(diagnosis.message, observed=observed))


def _plain(case: Case, part_verdict: PartVerdict) -> Diagnosis:
    """What is known without a look at the lines that gave the values."""
    observation = case.runs[0].observation
    if observation.failure is None:
        return _known_at_once(case, part_verdict)
    try:
        return stopped(case.exercise, observation)
    except Exception:  # a message that cannot be made must not hide the verdict
        return known_at_once(observation)


def _known_at_once(case: Case, part_verdict: PartVerdict) -> Diagnosis:
    """What is known without any work that could take long."""
    observation = case.runs[0].observation
    if observation.failure is not None:
        return known_at_once(observation)
    return Diagnosis(*part_verdict.objection) if part_verdict.objection is not None else UNEXPLAINED


def diagnose(case: Case, verdict: Verdict, rerun: Rerun | None = None, seconds: float | None = None) -> None:
    """Give each part that is not right its diagnosis; ``rerun`` runs the answer again.

    What is not explained within ``seconds``, counted as in ``within``, gets no more than what is known at once.
    """
    if seconds is None or seconds > 0:
        with _limited(seconds):
            _look_closely(case, verdict, rerun)
    for part_verdict in verdict.parts:
        if not part_verdict.right and part_verdict.diagnosis is None:
            part_verdict.diagnosis = _known_at_once(case, part_verdict)


@contextlib.contextmanager
def _limited(seconds: float | None) -> Iterator[None]:
    """End the body after so many seconds, silently."""
    with contextlib.suppress(Endless), contextlib.nullcontext() if seconds is None else within(seconds, __file__):
        yield


def _look_closely(case: Case, verdict: Verdict, rerun: Rerun | None) -> None:
    answer = SearchedAnswer(case, verdict, bounded(rerun) if rerun is not None else None)
    wrong = [part_verdict for part_verdict in verdict.parts if not part_verdict.right]
    for part_verdict in wrong:
        try:
            diagnosis = as_typed(answer.diagnosis(part_verdict), answer.source)
            part_verdict.diagnosis = _with_the_marked(diagnosis)
        except Exception:
            part_verdict.diagnosis = _plain(case, part_verdict)
    with contextlib.suppress(Exception):
        _look_further(answer, wrong)
    for k, part_verdict in enumerate(wrong):
        part_verdict.is_repeated = part_verdict.diagnosis in [earlier.diagnosis for earlier in wrong[:k]]


def _look_further(answer: SearchedAnswer, wrong: Sequence[PartVerdict]) -> None:
    """Add a fault of another line to what the parts are told."""
    told = [part_verdict.diagnosis for part_verdict in wrong if part_verdict.diagnosis is not None]
    first = told[0]
    further = with_the_next_fault(first, told, answer, lambda *cell: SearchedAnswer(*cell).diagnosis)
    for part_verdict in wrong:
        if part_verdict.diagnosis == first:
            part_verdict.diagnosis = further
