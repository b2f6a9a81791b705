"""What a student is told of an answer, as plain data; the same code runs in Python for browsers."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Any

from helpers.course import COURSE
from slipcheck import observe
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs

if sys.platform == "emscripten":  # there only the clock counts, and a trial must not end early on a busy machine
    observe.SECONDS_PER_TRIAL, observe.SECONDS_PER_SHORT_TRIAL = 10.0, 10.0


def told(number: int, source: str) -> dict[str, Any]:
    """Of each part whether it is right, and the cause, the message and the line of what is not."""
    exercise = COURSE.exercise(number)
    verdict = assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    parts = []
    for judged in verdict.parts:
        part: dict[str, Any] = {"name": judged.part.name, "right": judged.right}
        if judged.diagnosis is not None:
            part["cause"] = judged.diagnosis.cause
            part["message"] = asdict(judged.diagnosis.message)
            part["line"] = judged.diagnosis.spot.line if judged.diagnosis.spot else None
        parts.append(part)
    return {"state": verdict.state.name, "notes": list(verdict.notes), "parts": parts}
