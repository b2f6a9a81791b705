"""Where the late policy was in the last release: ``grading.desk.late.PerDay`` in an nbgrader_config.py."""

from __future__ import annotations

import warnings

from grading.gradebook.late import PerDay

__all__ = ["PerDay"]

warnings.warn(
    "grading.desk.late.PerDay is now grading.gradebook.late.PerDay: change the name in your nbgrader_config.py.",
    FutureWarning,
    stacklevel=2,
)
