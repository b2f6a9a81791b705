"""Examine the notebooks of a course, then put them into one zip."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from slipcheck.course import Course

from . import download, run_cells
from .file_report import FileState, report_on
from .hand_in_panel import hand_in_panel, nowhere_panel
from .zip_file import write_zip


def hand_in(course: Course) -> None:
    """Say of each notebook in the working folder how it stands, and make the zip to be handed in.

    In autograding there is nothing to hand in, so there it does nothing.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    folder = Path.cwd()
    ran = run_cells.cells()
    with contextlib.chdir(folder):  # and back to it, wherever an answer goes
        reports = [report_on(course, number, folder, ran) for number in course.numbers]
    if all(report.state is FileState.MISSING for report in reports):
        nowhere_panel().show()
        return
    name = f"{course.assignment}.zip"
    files = {report.name: report.data for report in reports if report.data is not None}
    trouble = _written(folder / name, files)
    hand_in_panel(reports, name, trouble).show()
    if files and not trouble and download.is_wanted():
        download.offer(folder / name)


def _written(target: Path, files: dict[str, bytes]) -> str:
    """Write the zip; the sentence that says why it could not be written, or an empty one."""
    if not files:
        return ""
    try:
        write_zip(target, files)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        return f"`{target.name}` could not be written ({reason}). Is there space, and may you write into this folder?"
    return ""
