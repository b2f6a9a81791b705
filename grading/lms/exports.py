"""Marks for the learning system, as nbgrader export plugins.

    nbgrader export --exporter=grading.lms.exports.CanvasExportPlugin --to=canvas.csv
    nbgrader export --exporter=grading.lms.exports.MoodleExportPlugin --MoodleExportPlugin.template=worksheet.csv

With a template (the gradebook CSV from Canvas, the grading worksheet from Moodle) only the marks in it are filled in.
Marks are after late penalties. Who handed in nothing gets an empty cell, which both systems read as "no mark";
``without_submission = "zero"`` writes 0. Nothing is a formula in what we write; a template's own cells stay untouched.
"""

from __future__ import annotations

from pathlib import Path

from grading.gradebook.connection import opened

from . import manifest
from .canvas_sheet import CanvasExportPlugin
from .export_plugin import STOPS, MarksExportPlugin
from .moodle_sheet import MoodleExportPlugin

__all__ = ["STOPS", "CanvasExportPlugin", "MarksExportPlugin", "MoodleExportPlugin", "write_exports"]


def write_exports(
    database: str, course: Path, canvas: Path | None = None, moodle: Path | None = None
) -> tuple[list[Path], list[str]]:
    """grades.csv with nbgrader's columns, and a file for each learning system that students were collected from.

    ``canvas`` and ``moodle`` are templates to fill in. Returns the files written, and sentences about what to look at.
    Raises one of STOPS.
    """
    kinds = {student.kind for student in manifest.load(course).students.values()}
    wanted = [MarksExportPlugin(course=str(course))]
    if canvas or "canvas" in kinds:
        wanted.append(CanvasExportPlugin(course=str(course), template=str(canvas or "")))
    if moodle or "moodle" in kinds:
        wanted.append(MoodleExportPlugin(course=str(course), template=str(moodle or "")))
    notes: list[str] = []
    with opened(database) as gradebook:
        for plugin in wanted:
            notes += [note for note in plugin.write(gradebook, course / plugin.file) if note not in notes]
    return [course / plugin.file for plugin in wanted], notes
