"""Grade by hand: ``python -m grading formgrader COURSE`` opens nbgrader's formgrader on a course folder.

nbgrader_config.py of this repository takes the course folder from the environment, here and for nbgrader's own
commands: ``LIF_COURSE=folder nbgrader export``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from grading.config import database_of
from grading.errors import GradebookError
from grading.gradebook.connection import assignment, opened
from grading.paths import ROOT, plain_path, use_environment

VARIABLE = "LIF_COURSE"


def open_formgrader(course: Path, more: list[str]) -> int:
    """Run the server until it is stopped; ``more`` are options of Jupyter. Raises GradebookError."""
    if not (course / "autograded").is_dir():
        raise GradebookError(f"There is nothing to grade by hand in {course}: grade first, python -m grading {course}")
    course = plain_path(course)
    with opened(database_of(course)) as gradebook:
        assignment(gradebook)
    use_environment()
    return _become(command(course, more), {**os.environ, VARIABLE: str(course)})


def command(course: Path, more: list[str]) -> list[str]:
    """A Jupyter server whose files are the course's and whose first page is formgrader; on this machine alone, if
    ``more`` names no other address.
    """
    root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    server = [f"--ServerApp.root_dir={course}", "--ServerApp.ip=127.0.0.1", "--LabApp.default_url=/formgrader"]
    given = {word.partition("=")[0] for word in more}
    server = [word for word in server if word.partition("=")[0] not in given]  # Jupyter takes no option twice
    return [sys.executable, "-m", "jupyterlab", *root, *server, *more]


def _become(line: list[str], environment: dict[str, str]) -> int:
    """Run the server in place of this process, so that what stops one stops the other."""
    if os.name == "nt":
        return subprocess.run(line, cwd=ROOT, env=environment).returncode
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(line[0], line, environment)
