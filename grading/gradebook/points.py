"""The points that one notebook earns, and a fingerprint of everything that decides what is recorded for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime

from grading.submissions.course_notebooks import release_digest, solution_cells
from grading.submissions.reading import Submission
from slipcheck.file_answers import is_unanswered


@dataclass
class NotebookPoints:
    """The points of one notebook by grade id (None: by hand), and the cells that were left as given.

    ``unchanged`` are the grade ids whose answers are those that were graded before.
    """

    points: dict[str, float | None] = field(default_factory=dict)
    unanswered: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)


def details_of(submission: Submission, when: datetime | None) -> dict:
    """What reports and pages need of a notebook beside its result."""
    predictions = [asdict(chosen) for chosen in submission.predictions]
    return {"notes": submission.notes, "late": bool(when), "answers": submission.answers, "predictions": predictions}


def points_of(submission: Submission, result: dict) -> NotebookPoints:
    """The points of one notebook: of each part that was judged right, and what waits for a grade by hand."""
    number = submission.stem[:2]
    points: dict[str, float | None] = {}
    for part in result["parts"]:
        points[f"ex{number}_{part['name']}"] = float(part["points"]) if part["right"] is True else 0.0
    unanswered = _unanswered(submission)
    for grade_id in solution_cells(submission.stem):
        if grade_id != f"ex{number}":
            points[grade_id] = 0.0 if grade_id in unanswered else None
    return NotebookPoints(points, unanswered)


def unchanged(points: Iterable[str], before: dict[str, str], now: dict[str, str], has_same_code: bool) -> set[str]:
    """Of these grade ids those whose answers, by grade id, are the same; a part of the code has the code's.

    >>> sorted(unchanged(["ex10_curve", "ex10_written"], {"ex10": "v"}, {"ex10": "v", "ex10_written": "w"}, True))
    ['ex10_curve']
    """
    same = {name for name in before.keys() | now.keys() if before.get(name) == now.get(name)}
    written = {name for name in before.keys() | now.keys() if "_" in name}
    code = {name for name in points if name not in written and has_same_code and name.partition("_")[0] in same}
    return code | (same & written)


def _unanswered(submission: Submission) -> set[str]:
    """The grade ids of the answers that are empty or left as given."""
    stubs = solution_cells(submission.stem)
    return {name for name, stub in stubs.items() if is_unanswered(submission.answers.get(name, stub), stub)}


def notebook_fingerprint(submission: Submission, key: str, when: datetime | None, state: str) -> str:
    """A digest of everything that decides what is written of one notebook; ``key`` names its result."""
    parts = (
        key,
        state,
        sorted(submission.answers.items()),
        submission.added,
        submission.added_text,
        sorted(submission.pictures),
        submission.notes,
        submission.predictions,
        str(when),
        release_digest(),
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
