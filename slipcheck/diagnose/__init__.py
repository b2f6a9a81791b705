"""Say why an answer is not right: one cause for all that follows from it, at its place in the student's text."""

from __future__ import annotations

from slipcheck.diagnosis import Diagnosis
from slipcheck.exercise import Message
from slipcheck.judge.judge import Case
from slipcheck.verdict import Rerun, Verdict

from .searched_answer import SearchedAnswer

UNEXPLAINED = Diagnosis(
    "unexplained",
    Message(
        "Your answer differs from what the exercise asks for.",
        "The check could not find out why.",
        "Compare your output with the sample output, value by value.",
    ),
)


def diagnose(case: Case, verdict: Verdict, rerun: Rerun | None = None) -> None:
    """Give each part that is not right its diagnosis; ``rerun`` runs the answer again."""
    answer = SearchedAnswer(case, verdict, rerun)
    earlier: list[Diagnosis] = []
    for part_verdict in verdict.parts:
        if part_verdict.right:
            continue
        try:
            part_verdict.diagnosis = answer.diagnosis(part_verdict)
        except Exception:  # a message that cannot be made must not hide the verdict
            part_verdict.diagnosis = UNEXPLAINED
        part_verdict.is_repeated = part_verdict.diagnosis in earlier
        earlier.append(part_verdict.diagnosis)
