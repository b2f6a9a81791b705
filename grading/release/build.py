"""Student notebooks from the solutions: nbgrader's steps, with stubs, sample outputs and addresses of our own.

``python -m grading release`` (``make release``) rebuilds notebooks/ and the list of given cells in helpers/.
"""

from __future__ import annotations

import errno
import json
import logging
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from grading.config import address_of
from grading.current_course import COURSE
from grading.errors import WriteError
from grading.files import why
from grading.gradebook.connection import file_of, opened
from grading.paths import ASSIGNMENT, NOTEBOOKS, plain_path, use_environment
from grading.submissions.course_notebooks import is_solution
from slipcheck.answer_rule import fingerprint
from slipcheck.edition import KEY
from slipcheck.written_answers import line_fingerprint

from .equal_points import require_same_points
from .steps import PREPROCESSORS, is_answer, is_check

GIVEN = COURSE.given_cells
FULL_DISK = ("No space left on device", "disk is full")  # as the system and SQLite say it


def nbgrader_api(database: str, **directories) -> NbGraderAPI:
    """nbgrader's API for the course's sources."""
    config = Config()
    config.CourseDirectory.root = str(plain_path(COURSE.folder))
    config.CourseDirectory.course_id = COURSE.course_id
    config.CourseDirectory.db_url = database
    for name, value in {"source_directory": "solutions", **directories}.items():
        config.CourseDirectory[name] = value
    config.GenerateAssignment.preprocessors = PREPROCESSORS
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


def generate(release: Path, database: str, only: str = "*", pictures: bool = True) -> None:
    """nbgrader's generate_assignment into ``release`` (folder of the assignment's folder), known to ``database``.

    Raises RuntimeError with nbgrader's log where it fails, GradingError where points differ or the disk is full.
    """
    require_same_points()
    use_environment()
    with opened(database):  # made here, where it is new
        pass
    api = nbgrader_api(database, release_directory=str(release), notebook_id=only)
    api.config.FillIn.pictures = pictures
    done = api.generate_assignment(ASSIGNMENT)
    if not done["success"]:
        told = f"{done.get('error', '')}{done.get('log', '')}"
        if any(sign in told for sign in FULL_DISK):
            raise WriteError(why(OSError(errno.ENOSPC, ""), file_of(database) or release))
        raise RuntimeError(f"The release could not be made:\n{told}")


def normalise(notebook: Path) -> None:
    """The same bytes on each machine: sorted keys, a line of the file for a line of text."""
    nbformat.write(nbformat.read(notebook, as_version=4), notebook)


def given_cells(folder: Path) -> dict[str, Any]:
    """What the student notebooks give, as ``Course.given`` reads it."""
    prints = set()
    lines = set()
    stubs: dict[str, str] = {}
    checks: dict[str, list[str]] = {}
    written: dict[str, dict[str, Any]] = {}
    editions: dict[str, str] = {}
    for path in sorted(folder.glob("*.ipynb")):
        number = str(int(path.stem[:2]))
        notebook = nbformat.read(path, as_version=4)
        cells = notebook.cells
        editions[number] = notebook.metadata[KEY]
        code = [cell for cell in cells if cell.cell_type == "code"]
        prints |= {fingerprint(cell.source) for cell in code if not is_answer(cell)}
        texts = [cell.source for cell in cells if cell.cell_type == "markdown"]
        lines |= {line_fingerprint(line) for text in texts for line in text.splitlines() if line.strip()}
        stubs[number] = next(cell.source for cell in code if is_answer(cell))
        checks[number] = [cell.source for cell in code if is_check(cell)]
        written[number] = {
            cell.metadata.nbgrader.grade_id: {"stub": cell.source, "points": cell.metadata.nbgrader.points}
            for cell in cells
            if is_solution(cell) and cell not in code
        }
    in_words = {number: answers for number, answers in written.items() if answers}
    return {
        "cells": sorted(prints),
        "lines": sorted(lines),
        "stubs": stubs,
        "checks": checks,
        "written": in_words,
        "editions": editions,
    }


def build(into: Path) -> None:
    """Write the released assignment into ``into``."""
    with tempfile.TemporaryDirectory() as scratch:
        generate(Path(scratch) / "release", address_of(Path(scratch) / "gradebook.db"))
        made = Path(scratch) / "release" / ASSIGNMENT
        for notebook in made.glob("*.ipynb"):
            normalise(notebook)
        into.mkdir(parents=True, exist_ok=True)
        for old in into.glob("*.ipynb"):
            old.unlink()
        for notebook in sorted(made.glob("*.ipynb")):
            shutil.copy(notebook, into)


def release() -> int:
    """Rebuild notebooks/ and the file of what they give; the number of notebooks."""
    build(NOTEBOOKS)
    GIVEN.write_text(json.dumps(given_cells(NOTEBOOKS), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(list(NOTEBOOKS.glob("*.ipynb")))
