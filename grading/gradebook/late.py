"""Late penalties by nbgrader's own mechanism: a policy for its AssignLatePenalties, and a way to apply it again.

nbgrader deducts while it autogrades, notebook by notebook, from the points known then. Points given by hand come
later, so `apply` does the same again for the whole class, by nbgrader's own rules (never below 0 or above the score).

In nbgrader_config.py:  c.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
                        c.PerDay.percent_per_day = 10
"""

from __future__ import annotations

import math
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

from nbgrader.api import SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Float
from traitlets.config import Config

from grading.config import database_of
from grading.lms import timestamps
from grading.paths import ASSIGNMENT

from .connection import assignment, opened

DAY = 86_400  # seconds


class PerDay(LateSubmissionPlugin):
    """So much of the points of each notebook for each day begun after the due time and the grace."""

    percent_per_day = Float(0.0, min=0, help="percent of the points reached that a day costs").tag(config=True)
    points_per_day = Float(0.0, min=0, help="points of each notebook that a day costs").tag(config=True)
    grace_minutes = Float(0.0, min=0, help="minutes after the due time that cost nothing").tag(config=True)
    percent_at_most = Float(100.0, min=0, help="percent of the points reached that is taken at most").tag(config=True)

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float:
        """Points to deduct from one notebook with ``score`` points; nbgrader calls this where work was late."""
        days = days_late(total_seconds_late, self.grace_minutes)
        wanted = days * (score * self.percent_per_day / 100 + self.points_per_day)
        return round(min(wanted, score * self.percent_at_most / 100), 4)


def days_late(seconds: float, grace_minutes: float = 0) -> int:
    """Days begun after the grace.

    >>> days_late(600, 15), days_late(1), days_late(86_401), days_late(0)
    (0, 1, 2, 0)
    """
    return math.ceil(max(0.0, seconds - 60 * grace_minutes) / DAY)


def policy(percent: float = 0, points: float = 0, grace_minutes: float = 0, percent_at_most: float = 100) -> Config:
    """The settings as nbgrader takes them: for ``nbgrader_api``, for ``apply``, or merged into another config."""
    config = Config()
    config.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
    config.PerDay.percent_per_day = float(percent)
    config.PerDay.points_per_day = float(points)
    config.PerDay.grace_minutes = float(grace_minutes)
    config.PerDay.percent_at_most = float(percent_at_most)
    return config


def set_due(database: str, due: datetime) -> None:
    """The time when the assignment is due, in UTC. Raises GradebookError."""
    with opened(database) as gradebook:
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=due)


def apply(course: Path, config: Config, database: str | None = None) -> dict[str, tuple[float, float]]:
    """Penalties of the whole class, from timestamp.txt and the points as they are now: {student: (seconds, points)}.

    Only late students are in the result. Raises GradebookError.
    """
    database = database or database_of(course)
    rules = AssignLatePenalties(config=config)
    rules.init_plugin()
    late = {}
    with opened(database) as gradebook, gradebook.db.no_autoflush:
        assignment(gradebook)
        scores = dict(gradebook.db.query(SubmittedNotebook.id, SubmittedNotebook.score).all())
        for submission in gradebook.assignment_submissions(ASSIGNMENT):
            student = submission.student_id
            when = timestamps.stamped(course / "submitted" / student / ASSIGNMENT)
            if when and submission.timestamp != when:
                submission.timestamp = when
            if penalties := _penalties(rules, submission, scores):
                late[student] = (submission.total_seconds_late, sum(penalties))
        gradebook.db.commit()
    return late


def _penalties(rules: AssignLatePenalties, submission, scores: dict[str, float]) -> list[float]:
    """Deduct from each notebook as nbgrader does; the points, none where it was in time."""
    seconds, penalties = submission.total_seconds_late, []
    for notebook in submission.notebooks:
        penalty, score = None, scores.get(notebook.id) or 0.0
        if seconds > 0:
            penalty = rules.plugin_inst.late_submission_penalty(submission.student_id, score, seconds)
            penalty = None if penalty is None else rules._check_late_penalty(SimpleNamespace(score=score), penalty)
            penalties.append(penalty or 0.0)
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty
    return penalties
