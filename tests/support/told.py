"""What a student is told of an answer, as plain data; the same code runs in Python for browsers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose.repairs import bounded
from slipcheck.runs import rerun_of, runs


def told(number: int, source: str) -> dict[str, Any]:
    """Of each part whether it is right, and the cause, the message and the line of what is not."""
    exercise = COURSE.exercise(number)
    usual = bounded.SECONDS, bounded.LONGEST
    bounded.SECONDS, bounded.LONGEST = 200.0, 600.0  # so that a slow machine tries as much
    try:
        verdict = assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    finally:
        bounded.SECONDS, bounded.LONGEST = usual
    parts = []
    for judged in verdict.parts:
        part: dict[str, Any] = {"name": judged.part.name, "right": judged.right}
        if judged.diagnosis is not None:
            part["cause"] = judged.diagnosis.cause
            part["message"] = asdict(judged.diagnosis.message)
            part["line"] = judged.diagnosis.spot.line if judged.diagnosis.spot else None
        parts.append(part)
    return {"state": verdict.state.name, "notes": list(verdict.notes), "parts": parts}
