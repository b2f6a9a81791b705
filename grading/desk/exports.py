"""Where the export plugins were in the last release: ``nbgrader export --exporter=grading.desk.exports....``."""

from __future__ import annotations

import warnings

from grading.lms.exports import CanvasExportPlugin, MoodleExportPlugin

__all__ = ["CanvasExportPlugin", "MoodleExportPlugin"]

warnings.warn(
    "grading.desk.exports is now grading.lms.exports: change the exporter's name in your command or configuration.",
    FutureWarning,
    stacklevel=2,
)
