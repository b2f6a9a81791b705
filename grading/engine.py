"""nbgrader, called from Python: generate, autograde, feedback, export, for one course folder."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from .course import ROOT

TIMEOUT = 15  # seconds that a cell may take
QUIET = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]


def nbgrader_api(root: Path, database: str, **directories) -> NbGraderAPI:
    """nbgrader's API for the course in ``root``: sources from this repository, results below ``root``."""
    from .release import PREPROCESSORS

    config = Config()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "lif"
    config.CourseDirectory.source_directory = str(ROOT / "solutions")
    config.CourseDirectory.db_url = database
    for name, value in directories.items():
        config.CourseDirectory[name] = value
    config.GenerateAssignment.preprocessors = PREPROCESSORS
    config.Execute.timeout = TIMEOUT
    config.Execute.extra_arguments = QUIET
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def add_student(database: str, student: str) -> None:
    """Known to the gradebook, even if nothing was handed in."""
    with Gradebook(database, "lif") as gradebook:
        gradebook.update_or_create_student(student)


def autograde(api: NbGraderAPI, assignment: str, student: str) -> str | None:
    """Autograde one student; None, or what went wrong in one sentence."""
    done = api.autograde(assignment, student)
    return None if done["success"] else f"nbgrader could not grade it: {last_line(done)}"


def feedback(api: NbGraderAPI, assignment: str, student: str) -> str | None:
    done = api.generate_feedback(assignment, student)
    return None if done["success"] else f"nbgrader could not write the feedback: {last_line(done)}"


def last_line(done: dict) -> str:
    """The last line of an error, or of the log."""
    lines = [line for line in (done.get("error") or done.get("log") or "").splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no reason was given."
