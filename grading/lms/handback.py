"""Feedback for the learning system: ``python -m grading handback COURSE``.

Canvas and Moodle find student and file by the file names in a zip; their modules know these names.
Canvas gets each page in the kind of file that was handed in; ``html=True`` sends pages as they are.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from grading.files import add_to_zip, writing
from grading.paths import ASSIGNMENT

from . import manifest
from .interface import LearningSystem
from .learning_systems import EXCHANGE, LEARNING_SYSTEMS
from .manifest import Manifest

MEGABYTE = 1_000_000
LARGE = 500 * MEGABYTE  # bytes; many learning systems take no larger upload

BY_EXCHANGE = f"What came through nbgrader's exchange goes back through it: nbgrader release_feedback {ASSIGNMENT}."


def handback(course: Path, html: bool = False) -> tuple[list[Path], list[str]]:
    """feedback_canvas.zip and feedback_moodle.zip, as far as there are such students: the zips written, and sentences.

    Raises WriteError or ManifestError.
    """
    book = manifest.load(course)
    written = []
    notes = _without_feedback(book, course)
    for system in LEARNING_SYSTEMS:
        target = _write(course, book, system, html)
        if target:
            written.append(target)
            if (size := target.stat().st_size) > LARGE:
                notes.append(f"{target.name} is {size // MEGABYTE} MB large: ask what size your {system.kind} accepts.")
    if not any(student.lms_number for student in book.students.values()):
        notes.append("Nothing was collected from Canvas or Moodle, so there is nothing to hand back there.")
    if any(student.kind == EXCHANGE.kind for student in book.students.values()):
        notes.append(BY_EXCHANGE)
    return written, notes


def _without_feedback(book: Manifest, course: Path) -> list[str]:
    """Sentences about the learning systems' students who have no page."""
    folders = [folder for folder, student in sorted(book.students.items()) if student.lms_number]
    waiting = [folder for folder in folders if not pages_of(course / "feedback" / folder)]
    return [f"There is no feedback for {folder} in {course / 'feedback'} yet." for folder in waiting]


def _write(course: Path, book: Manifest, system: LearningSystem, html: bool) -> Path | None:
    """One zip; None where there is no page for it."""
    folders = [folder for folder, student in sorted(book.students.items()) if student.kind == system.kind]
    pages = {folder: paths for folder in folders if (paths := pages_of(course / "feedback" / folder))}
    if not pages:
        return None
    target = course / f"feedback_{system.kind}.zip"
    with writing(target) as file, zipfile.ZipFile(file, "w") as archive:
        for folder, paths in pages.items():
            contents = {path.name: path.read_bytes() for path in paths}
            for name, data in system.feedback_entries(book.students[folder], contents, html):
                add_to_zip(archive, name, data)
    return target


def pages_of(folder: Path) -> list[Path]:
    """The student's one page if there is one, else nbgrader's pages."""
    page = folder / f"{ASSIGNMENT}.html"
    return [page] if page.is_file() else sorted((folder / ASSIGNMENT).glob("*.html"))
