"""Marks for the learning system, as nbgrader export plugins.

    nbgrader export --exporter=grading.lms.exports.CanvasExportPlugin --to=canvas.csv
    nbgrader export --exporter=grading.lms.exports.MoodleExportPlugin --MoodleExportPlugin.template=worksheet.csv

With a template (the gradebook CSV from Canvas, the grading worksheet from Moodle) only the marks in it are filled in.
Marks are after late penalties. Who handed in nothing gets an empty cell, which both systems read as "no mark";
``without_submission = "zero"`` writes 0. Nothing is a formula in what we write; a template's own cells stay untouched.
"""

from __future__ import annotations

from pathlib import Path

from grading.errors import CsvFileError
from grading.gradebook.connection import opened

from . import manifest
from .canvas import CanvasExportPlugin
from .export_plugin import STOPS, MarksExportPlugin
from .learning_systems import LEARNING_SYSTEMS
from .moodle import MoodleExportPlugin

__all__ = ["STOPS", "CanvasExportPlugin", "MarksExportPlugin", "MoodleExportPlugin", "write_exports"]


def write_exports(
    database: str,
    course: Path,
    canvas: Path | None = None,
    moodle: Path | None = None,
    column: str = "",
    identifier: str = "",
) -> tuple[list[Path], list[str]]:
    """grades.csv with nbgrader's columns, and a file for each learning system that students were collected from.

    ``canvas`` and ``moodle`` are templates to fill in; ``column`` is the header of the marks in one, ``identifier``
    that of Moodle's participants. Returns the files written, and sentences about what to look at. Raises one of STOPS.
    """
    if column and canvas and moodle:
        raise CsvFileError("--column names a column of one template: fill in one at a time.")
    plugins = [MarksExportPlugin(course=str(course)), *_plugins(course, {"canvas": canvas, "moodle": moodle})]
    for plugin in plugins:
        plugin.column = column if plugin.template else ""
        if isinstance(plugin, MoodleExportPlugin):
            plugin.identifier = identifier
    notes: list[str] = []
    with opened(database) as gradebook:
        for plugin in plugins:
            notes += [note for note in plugin.write(gradebook, course / plugin.file) if note not in notes]
    return [course / plugin.file for plugin in plugins], notes


def _plugins(course: Path, templates: dict[str, Path | None]) -> list[MarksExportPlugin]:
    """The exports for the learning systems that have a template, or students."""
    kinds = {student.kind for student in manifest.load(course).students.values()}
    plugins = []
    for system in LEARNING_SYSTEMS:
        template = templates[system.kind]
        if template or system.kind in kinds:
            plugins.append(system.export_plugin(course=str(course), template=str(template or "")))
    return plugins
