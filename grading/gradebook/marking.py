"""What one notebook earns, and what decides what is written of it."""

from __future__ import annotations

import hashlib
from functools import cache

from grading.paths import NOTEBOOKS, stems
from grading.submissions.reading import Submission
from grading.submissions.sources import solution_cells

from .writer import Sheet


def details_of(submission: Submission, when) -> dict:
    """What reports and pages need of a notebook beside its result."""
    return {"notes": submission.notes, "late": bool(when), "answers": submission.answers}


def sheet(submission: Submission, result: dict) -> Sheet:
    """The marks of one notebook: each part that was judged right, and what is left to a hand."""
    number, stubs = submission.stem[:2], solution_cells(submission.stem)
    points = {f"ex{number}_{part['name']}": part["points"] * float(part["right"] is True) for part in result["parts"]}
    answers = {grade_id: submission.answers.get(grade_id, stub).strip() for grade_id, stub in stubs.items()}
    silent = {grade_id for grade_id, stub in stubs.items() if answers[grade_id] in ("", stub.strip())}
    for grade_id in stubs:
        if grade_id != f"ex{number}":
            points[grade_id] = 0.0 if grade_id in silent else None
    return Sheet(points, silent)


def mark(submission: Submission, name: str, when, state: str) -> str:
    """A digest of everything that decides what is written of one notebook."""
    parts = (
        name,
        state,
        sorted(submission.answers.items()),
        submission.added,
        submission.notes,
        str(when),
        release_digest(),
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()


@cache
def release_digest() -> str:
    """Of the student notebooks."""
    digest = hashlib.sha256()
    for stem in stems():
        digest.update((NOTEBOOKS / f"{stem}.ipynb").read_bytes())
    return digest.hexdigest()
