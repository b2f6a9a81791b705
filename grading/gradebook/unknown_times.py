"""Whose time of handing in is not known, in sentences: what nobody knows must not count as in time without a word."""

from __future__ import annotations

from pathlib import Path

from grading import timestamps
from grading.errors import TimestampError
from grading.paths import ASSIGNMENT

from .connection import assignment, opened
from .late_record import POLICY, LateRecord

MOST = 20  # names in a sentence


def doubts(course: Path, database: str) -> list[str]:
    """Sentences about the students who handed in, and whose time is not known. Raises GradebookError, TimestampError.

    That there is no time is said only where lateness costs something.
    """
    record = LateRecord.of(course)
    with opened(database) as gradebook:
        due = assignment(gradebook).duedate
        students = sorted(row.student_id for row in gradebook.assignment_submissions(ASSIGNMENT))
    sentences = []
    missing = []
    for student in students:
        try:
            known = timestamps.stamp_in(course / "submitted" / student / ASSIGNMENT)
        except TimestampError as reason:
            sentences.append(f"{student}: {reason} This work counts as in time.")
            continue
        if known is None and student not in record.said_late:
            missing.append(student)
    if missing and due and record.policy and any(map(record.policy.get, POLICY[:2])):
        sentences.append(f"Without a {timestamps.FILE}, so in time ({len(missing)}): {_named(missing)}.")
    unknown = sorted(record.late_by_unknown_time.intersection(students) - record.extensions.keys())
    if unknown:
        counts = "the grace covers it" if record.grace_covers_unknown else "the grace does not cover it"
        how = f"Late by a time that nobody knows, so by the least; {counts}"
        sentences.append(f"{how} ({len(unknown)}): {_named(unknown)}.")
    return sentences


def _named(students: list[str]) -> str:
    more = f" and {len(students) - MOST} more" if len(students) > MOST else ""
    return ", ".join(students[:MOST]) + more
