"""Late penalties by nbgrader's own rules: never below 0, never above the score, from the current points.

Only ``LatePenalties`` writes them to the gradebook: while a class is graded, after nbgrader's own
autograde, and again before marks are read, because points that were given by hand change them.

In nbgrader_config.py:  c.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
                        c.PerDay.percent_per_day = 10
"""

from __future__ import annotations

import math
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from nbgrader.api import Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import object_session, undefer
from traitlets import Float, Set
from traitlets.config import Config

from grading import timestamps
from grading.config import config_of, database_of
from grading.paths import ASSIGNMENT

from .connection import assignment, opened
from .late_record import POLICY, LateRecord

DAY = 86_400  # seconds
LEAST = timedelta(seconds=1)  # that somebody is late of whom no more is known


class PerDay(LateSubmissionPlugin):
    """So much of the points of each notebook for each day begun after the due time and the grace."""

    percent_per_day = Float(0.0, min=0, help="percent of the points reached that a day costs").tag(config=True)
    points_per_day = Float(0.0, min=0, help="points of each notebook that a day costs").tag(config=True)
    grace_minutes = Float(0.0, min=0, help="minutes after the due time that cost nothing").tag(config=True)
    percent_at_most = Float(100.0, min=0, help="percent of the points reached that is taken at most").tag(config=True)
    without_grace: Set = Set(help="students whom the grace does not cover: late by an unknown time").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """Points to deduct from one notebook with ``score`` points; nbgrader calls this where work was late."""
        grace = 0 if student_id in self.without_grace else self.grace_minutes
        days = days_late(total_seconds_late, grace)
        penalty = days * (score * self.percent_per_day / 100 + self.points_per_day)
        return round(min(penalty, score * self.percent_at_most / 100), 4)


def days_late(seconds: float, grace_minutes: float = 0) -> int:
    """Days begun after the grace.

    >>> days_late(600, 15), days_late(1), days_late(86_401), days_late(0)
    (0, 1, 2, 0)
    """
    return math.ceil(max(0.0, seconds - 60 * grace_minutes) / DAY)


def policy(percent: float = 0, points: float = 0, grace_minutes: float = 0, percent_at_most: float = 100) -> Config:
    """The settings as nbgrader takes them: for ``nbgrader_api``, or merged into another config."""
    return _config(dict(zip(POLICY, (percent, points, grace_minutes, percent_at_most), strict=True)))


def _config(settings: dict[str, float]) -> Config:
    config = Config()
    config.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
    for name, value in settings.items():
        config.PerDay[name] = float(value)
    return config


def set_due(database: str, due: datetime) -> None:
    """The time when the assignment is due, in UTC. Raises GradebookError."""
    with opened(database) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)


class LatePenalties:
    """The penalties of one course: nbgrader's rules by a config, and what the record knows of single students."""

    def __init__(self, config: Config | None = None, record: LateRecord | None = None):
        self.record = record or LateRecord(Path())
        config = config or Config()
        if not self.record.grace_covers_unknown:
            config.PerDay.without_grace = self.record.late_by_unknown_time
        self.rules = AssignLatePenalties(config=config)
        self.rules.init_plugin()

    @staticmethod
    def of(course: Path, record: LateRecord | None = None) -> LatePenalties:
        """What `python -m grading late` was last asked for, else what nbgrader_config.py says."""
        record = record or LateRecord.of(course)
        config = config_of(course)
        if record.policy is not None:
            config.merge(_config(record.policy))
        return LatePenalties(config, record)

    def settle(self, submission: SubmittedAssignment, when: datetime | None = None) -> list[float]:
        """Note the time of a submission (UTC; None: as before), and deduct; the points of each notebook, if late."""
        self._note_times(submission, when)
        return penalise(self.rules, submission)

    def _note_times(self, submission: SubmittedAssignment, when: datetime | None) -> None:
        student = submission.student_id
        due = submission.assignment.duedate
        extension = submission.extension
        if student in self.record.extensions:
            until = self.record.extensions[student]
            extension = until - due if until and due else None
        if student in self.record.late_by_unknown_time and due:
            when = max(when or due, due + LEAST)
        for name, value in (("timestamp", when or submission.timestamp), ("extension", extension)):
            if getattr(submission, name) != value:
                setattr(submission, name, value)


def apply_penalties(
    course: Path,
    penalties: LatePenalties | None = None,
    database: str | None = None,
    only: Collection[str] | None = None,
) -> dict[str, tuple[float, float]]:
    """Penalties of the whole class, or of ``only`` some: {student: (seconds late, points)}, of late students alone.

    They are counted from timestamp.txt and the points as they are now. Raises GradebookError.
    """
    penalties = penalties or LatePenalties.of(course)
    late = {}
    with opened(database or database_of(course)) as gradebook, gradebook.db.no_autoflush:
        for submission in _submissions(gradebook, only):
            when = timestamps.stamped(course / "submitted" / submission.student_id / ASSIGNMENT)
            if deducted := penalties.settle(submission, when):
                late[submission.student_id] = (submission.total_seconds_late, sum(deducted))
        gradebook.db.commit()
    return late


def _submissions(gradebook: Gradebook, only: Collection[str] | None) -> list[SubmittedAssignment]:
    assignment(gradebook)
    submissions = gradebook.assignment_submissions(ASSIGNMENT)
    return [submission for submission in submissions if only is None or submission.student_id in only]


def bring_up_to_date(course: Path, database: str) -> None:
    """Count penalties again: points given by hand change them. Raises GradebookError."""
    with opened(database) as gradebook:
        is_due = assignment(gradebook).duedate is not None
    if is_due:
        apply_penalties(course, database=database)


def penalise(rules: AssignLatePenalties, submission: SubmittedAssignment) -> list[float]:
    """Deduct from each notebook as nbgrader does; the points deducted, none where it was in time."""
    seconds = submission.total_seconds_late
    session = object_session(submission)
    if session is None:
        raise ValueError("A submission without an open gradebook has no penalties.")
    notebooks = session.query(SubmittedNotebook).filter_by(assignment_id=submission.id)
    if seconds <= 0:
        for notebook in notebooks.filter(SubmittedNotebook.late_submission_penalty.is_not(None)):
            notebook.late_submission_penalty = None
        return []
    penalties = []
    for notebook in notebooks.options(undefer(SubmittedNotebook.score)):
        penalty = rules.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, seconds)
        if penalty is not None:
            penalty = rules._check_late_penalty(notebook, penalty)
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty
        penalties.append(penalty or 0.0)
    return penalties
