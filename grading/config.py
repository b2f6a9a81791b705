"""What a course folder sets: its gradebook's address, and its late policy in nbgrader's own words."""

from __future__ import annotations

import json
from pathlib import Path

from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from .paths import ROOT, plain

FILE = "nbgrader_config.py"
LATE = "late.json"  # the late policy, as the command keeps it


def database_of(course: Path) -> str:
    """The gradebook's address: what the course's nbgrader_config.py says, else gradebook.db beside ``submitted``."""
    address = config_of(course).CourseDirectory.get("db_url") if (course / FILE).exists() else None
    return address if isinstance(address, str) else f"sqlite:///{plain(course) / 'gradebook.db'}"


def config_of(course: Path) -> Config:
    """nbgrader's settings: of the course folder where it has its own, else of this repository."""
    folder = course if (course / FILE).exists() else ROOT
    return PyFileConfigLoader(FILE, path=str(folder)).load_config()


def late_policy(course: Path) -> AssignLatePenalties:
    """What `python -m grading late` was last asked for, else what nbgrader_config.py says."""
    config, kept = config_of(course), course / ".grading" / LATE
    if kept.exists():
        config.AssignLatePenalties.plugin_class = "grading.gradebook.late.PerDay"
        for name, value in json.loads(kept.read_text(encoding="utf-8")).items():
            config.PerDay[name] = float(value)
    return AssignLatePenalties(config=config)


def keep_late_policy(course: Path, policy: Config) -> None:
    """For the next grading, which would else deduct what nbgrader_config.py says."""
    (course / ".grading").mkdir(mode=0o700, exist_ok=True)
    (course / ".grading" / LATE).write_text(json.dumps(dict(policy.PerDay)) + "\n", encoding="utf-8")
