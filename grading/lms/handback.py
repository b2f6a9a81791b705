"""Feedback for the learning system: ``python -m grading handback COURSE``.

Canvas (SpeedGrader, "Upload submissions feedback") goes by the student's and the attachment's number in a file's name,
and shows the file to the student under the name of what the student handed in. So a page goes back in the same kind of
file: for a notebook as a notebook that shows the page, for a zip in a zip; ``html=True`` sends pages as they are.
Moodle ("Upload multiple feedback files in a zip") goes by the folder's name, or the beginning of the file's.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from grading.files import putting
from grading.paths import ASSIGNMENT

from . import manifest
from .manifest import Student

KINDS = ("canvas", "moodle")
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # one date for all entries: the same feedback gives the same zip
LARGE = 500_000_000  # bytes; many learning systems take no larger upload


def handback(course: Path, html: bool = False) -> tuple[list[Path], list[str]]:
    """feedback_canvas.zip and feedback_moodle.zip, as far as there are such students: the zips written, and sentences.

    Raises WriteError or manifest.ManifestError.
    """
    students, written = manifest.load(course).students, []
    notes = [
        f"There is no feedback for {folder} in {course / 'feedback'} yet."
        for folder, student in sorted(students.items())
        if student.kind in KINDS and not pages_of(course / "feedback" / folder)
    ]
    for kind in KINDS:
        if target := _write(course, {name: each for name, each in students.items() if each.kind == kind}, kind, html):
            written.append(target)
            if (size := target.stat().st_size) > LARGE:
                notes.append(f"{target.name} is {size // 1_000_000} MB large: ask what your {kind} takes.")
    if not any(student.kind in KINDS for student in students.values()):
        notes.append("Nothing was collected from Canvas or Moodle, so there is nothing to hand back there.")
    return written, notes


def _write(course: Path, students: dict[str, Student], kind: str, html: bool) -> Path | None:
    """One zip; None where there is no page for it."""
    pages = {folder: found for folder in sorted(students) if (found := pages_of(course / "feedback" / folder))}
    if not pages:
        return None
    with putting(target := course / f"feedback_{kind}.zip") as file, zipfile.ZipFile(file, "w") as archive:
        for folder, found in pages.items():
            for name, data in _entries(students[folder], found, html):
                _add(archive, name, data)
    return target


def pages_of(folder: Path) -> list[Path]:
    """The student's one page if there is one, else nbgrader's pages."""
    page = folder / f"{ASSIGNMENT}.html"
    return [page] if page.is_file() else sorted((folder / ASSIGNMENT).glob("*.html"))


def _entries(student: Student, paths: list[Path], html: bool) -> Iterator[tuple[str, bytes]]:
    """The names that the LMS wants, and what is in the files."""
    pages = {path.name: path.read_bytes() for path in paths}
    if student.kind == "moodle":
        mark = next((version.mark for _, version in sorted(student.notebooks.items())), "")
        yield from ((f"{mark}{name}", page) for name, page in pages.items() if mark)
    else:
        yield from _canvas_entries(student, pages, html)


def _canvas_entries(student: Student, pages: dict[str, bytes], html: bool) -> Iterator[tuple[str, bytes]]:
    """One file for one page; nbgrader's pages each beside its notebook, or all in the zip that came."""
    by_entry: dict[str, dict[str, bytes]] = {}
    sent = sorted(student.notebooks.items())
    for name, page in pages.items():
        stem = name.removesuffix(".html")
        stem, version = next((each for each in sent if each[0] == stem), sent[0])
        by_entry.setdefault(f"{version.mark}\0{version.entry}", {})[name] = page
    for key, found in by_entry.items():
        mark, entry = key.split("\0")
        name = entry.rsplit("/", 1)[-1]
        ending = ".html" if html and len(found) == 1 else Path(name).suffix.lower()
        if html:
            name = f"{mark}_{next(iter(found)) if ending == '.html' else f'{ASSIGNMENT}.zip'}"
        yield name, _wrapped(found, ".zip" if len(found) > 1 else ending)


def _wrapped(pages: dict[str, bytes], ending: str) -> bytes:
    """Pages as a file of the kind that its ending says."""
    if ending == ".zip":
        return _zipped(pages)
    page = next(iter(pages.values()))
    return as_notebook(page) if ending == ".ipynb" else page


def as_notebook(page: bytes) -> bytes:
    """A notebook whose only output is the page."""
    output = {"output_type": "display_data", "metadata": {}, "data": {"text/html": page.decode(errors="replace")}}
    cells = [
        {"cell_type": "markdown", "id": "about", "metadata": {}, "source": "# Feedback on your notebooks"},
        {"cell_type": "code", "id": "page", "metadata": {}, "execution_count": None, "source": "", "outputs": [output]},
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, indent=1, ensure_ascii=False).encode()


def _zipped(pages: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, page in pages.items():
            _add(archive, name, page)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    about = zipfile.ZipInfo(name, MIDNIGHT)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.external_attr = 0o644 << 16
    archive.writestr(about, data)
