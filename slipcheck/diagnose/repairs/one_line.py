"""Whether one line, changed in one way, is all that keeps an answer from being right."""

from __future__ import annotations

from slipcheck.exercise import Exercise, Part

from .search import Attempt, edits_of, part_is_right, trial_parameters


def is_right_after(exercise: Exercise, source: str, line: int, kind: str, part: Part, attempt: Attempt) -> bool:
    """Whether ``part`` has right values once a change of this kind, of a statement that begins in the line, is made."""
    p = trial_parameters(exercise)
    edits = [edit for edit in edits_of(exercise, source) if edit.kind == kind and edit.lines[0] == line]
    observations = attempt([edit.source for edit in edits], p, False)
    return any(not run.failure and part_is_right(exercise, part, p, run) for run in observations)
