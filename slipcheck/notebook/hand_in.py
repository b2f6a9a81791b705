"""Examine the notebooks of a course, then put them into one zip."""

from __future__ import annotations

import contextlib
import os
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from slipcheck.course import Course

from . import browser_kernel, run_cells
from .file_report import FileState, file_report_of
from .hand_in_panel import hand_in_panel, nowhere_panel
from .panel import Progress

LEVEL = 6  # of compression
SMALLEST = 100  # a file that shrinks to less than a hundredth would be taken for a zip bomb


def hand_in(course: Course) -> None:
    """Say of each notebook in the working folder how it stands, and make the zip to be handed in.

    In autograding there is nothing to hand in, so there it does nothing.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    folder = Path.cwd()
    ran = run_cells.cells()
    progress = Progress()
    reports = []
    with contextlib.chdir(folder):  # and back to it, wherever an answer goes
        for number in course.numbers:
            progress.say(f"Looking at notebook {number:02d} ...")
            reports.append(file_report_of(course, number, folder, ran))
    if all(report.state is FileState.MISSING for report in reports):
        progress.end(nowhere_panel())
        return
    name = f"{course.assignment}.zip"
    files = {report.name: report.data for report in reports if report.data is not None}
    trouble = _written(folder / name, files)
    progress.end(hand_in_panel(reports, name, trouble))
    if files and not trouble and browser_kernel.has_files_in_browser():
        browser_kernel.offer_download(folder / name)


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


def write_zip(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, by name, in one step that replaces an older zip. Raises OSError; the older zip then stays.

    The zip's bytes depend only on its content.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            for name in sorted(files):
                archive.writestr(_entry(name, files[name]), files[name], compresslevel=LEVEL)
        os.replace(part, target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _entry(name: str, data: bytes) -> zipfile.ZipInfo:
    """An entry of 1980, the same on each system."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3  # Unix, for the rights
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    is_suspicious = len(data) > SMALLEST * len(zlib.compress(data, LEVEL))
    entry.compress_type = zipfile.ZIP_STORED if is_suspicious else zipfile.ZIP_DEFLATED
    return entry
