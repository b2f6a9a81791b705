"""nbgrader, called from Python: generate, autograde, feedback, export, for one course folder."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from .course import ROOT

TIMEOUT = 20  # seconds that a cell may take


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
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    return NbGraderAPI(CourseDirectory(config=config), config=config)
