"""Late penalties by nbgrader's own mechanism: a policy for its AssignLatePenalties, and a way to apply it again.

nbgrader deducts while it autogrades, notebook by notebook, from the points known then. Points given by hand come
later, so `apply` does the same again for the whole class, by nbgrader's own rules (never below 0 or above the score).

In nbgrader_config.py:  c.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
                        c.PerDay.percent_per_day = 10
"""

from __future__ import annotations

import json
import math
from datetime import datetime
from pathlib import Path

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.orm import object_session, undefer
from traitlets import Float
from traitlets.config import Config

from grading import timestamps
from grading.config import config_of, database_of
from grading.files import write
from grading.paths import ASSIGNMENT

from .connection import assignment, opened

FILE = "late.json"  # the policy that the command keeps in .grading/
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
        penalty = days * (score * self.percent_per_day / 100 + self.points_per_day)
        return round(min(penalty, score * self.percent_at_most / 100), 4)


def days_late(seconds: float, grace_minutes: float = 0) -> int:
    """Days begun after the grace.

    >>> days_late(600, 15), days_late(1), days_late(86_401), days_late(0)
    (0, 1, 2, 0)
    """
    return math.ceil(max(0.0, seconds - 60 * grace_minutes) / DAY)


def policy(percent: float = 0, points: float = 0, grace_minutes: float = 0, percent_at_most: float = 100) -> Config:
    """The settings as nbgrader takes them: for ``nbgrader_api``, for ``apply``, or merged into another config."""
    settings = {"percent_per_day": percent, "points_per_day": points}
    return _config({**settings, "grace_minutes": grace_minutes, "percent_at_most": percent_at_most})


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


def late_policy(course: Path) -> AssignLatePenalties:
    """What `python -m grading late` was last asked for, else what nbgrader_config.py says."""
    config = config_of(course)
    path = course / ".grading" / FILE
    if path.exists():
        config.merge(_config(json.loads(path.read_text(encoding="utf-8"))))
    return rules_of(config)


def keep_late_policy(course: Path, config: Config) -> None:
    """Keep a policy for the next grading, which would else deduct what nbgrader_config.py says."""
    (course / ".grading").mkdir(mode=0o700, exist_ok=True)
    write(course / ".grading" / FILE, json.dumps(dict(config.PerDay)) + "\n")


def rules_of(config: Config) -> AssignLatePenalties:
    """nbgrader's late penalties by these settings, ready for ``penalise``."""
    rules = AssignLatePenalties(config=config)
    rules.init_plugin()
    return rules


def apply(course: Path, config: Config, database: str | None = None) -> dict[str, tuple[float, float]]:
    """Penalties of the whole class, from timestamp.txt and the points as they are now: {student: (seconds, points)}.

    Only late students are in the result. Raises GradebookError.
    """
    rules = rules_of(config)
    late = {}
    with opened(database or database_of(course)) as gradebook, gradebook.db.no_autoflush:
        assignment(gradebook)
        for submission in gradebook.assignment_submissions(ASSIGNMENT):
            student = submission.student_id
            when = timestamps.stamped(course / "submitted" / student / ASSIGNMENT)
            if when and submission.timestamp != when:
                submission.timestamp = when
            if penalties := penalise(rules, submission):
                late[student] = (submission.total_seconds_late, sum(penalties))
        gradebook.db.commit()
    return late


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
