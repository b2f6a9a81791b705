"""Sentences about students whose time of handing in is unknown: their work counts as on time only if we say so."""

from __future__ import annotations

from pathlib import Path

from grading import timestamps
from grading.errors import TimestampError
from grading.paths import ASSIGNMENT

from .connection import assignment, opened
from .late_record import POLICY, LateRecord

MOST = 20  # names in a sentence


def doubts(course: Path, database: str) -> list[str]:
    """Sentences about students who handed in at an unknown time. Raises GradebookError, TimestampError.

    A missing time is mentioned only if lateness costs something.
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
            sentences.append(f"{student}: {reason} This work counts as on time.")
            continue
        if known is None and student not in record.said_late:
            missing.append(student)
    if missing and due and record.policy and any(map(record.policy.get, POLICY[:2])):
        sentences.append(f"Without a {timestamps.FILE}, so counted as on time ({len(missing)}): {_named(missing)}.")
    unknown = sorted(record.late_by_unknown_time.intersection(students) - record.extensions.keys())
    if unknown:
        counts = "the grace covers it" if record.grace_covers_unknown else "the grace does not cover it"
        how = f"Late by an unknown time, so counted as at least one second late; {counts}"
        sentences.append(f"{how} ({len(unknown)}): {_named(unknown)}.")
    return sentences


def _named(students: list[str]) -> str:
    more = f" and {len(students) - MOST} more" if len(students) > MOST else ""
    return ", ".join(students[:MOST]) + more
