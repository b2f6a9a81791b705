"""Student notebooks from the solutions: nbgrader's steps, with stubs, sample outputs and addresses of our own.

``python -m grading release`` (``make release``) rebuilds notebooks/ and the list of given cells in helpers/.
"""

from __future__ import annotations

import errno
import json
import logging
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
    NbGraderPreprocessor,
    SaveCells,
)
from traitlets import Bool
from traitlets.config import Config

from grading.config import address_of
from grading.course import COURSE
from grading.errors import WriteError
from grading.files import why
from grading.gradebook.connection import file_of, opened
from grading.paths import ASSIGNMENT, NOTEBOOKS, address, page_of, plain, use_environment
from grading.submissions.course_notebooks import is_solution
from slipcheck.answer_rule import fingerprint
from slipcheck.edition import KEY, edition_of
from slipcheck.written_answers import line_fingerprint

from .points import require_same_points
from .sample_output import badge, data_address, sample_picture

GIVEN = COURSE.given_cells
FULL_DISK = ("No space left on device", "disk is full")  # as the system and SQLite say it
SETUP = """\
if "google.colab" in str(get_ipython()):
    %pip install --quiet {address}
get_ipython().set_custom_exc((ImportError,), lambda *_, **__: print("{missing}"))"""
MISSING = "Python cannot find {package}: move this notebook back into the course's folder, and open it there."


def is_answer(cell) -> bool:
    """Whether a student fills in this code cell."""
    return cell.cell_type == "code" and is_solution(cell)


def is_check(cell) -> bool:
    """Whether this code cell checks an answer."""
    return cell.cell_type == "code" and cell.source.startswith("check(")


class FillIn(NbGraderPreprocessor):
    """Fills in what the solution gives ({{output}}, {{picture}}),
    the questions and inserts of the course ({{prediction_1}}, {{parameters}}),
    the beginning of the set-up cell (# {{setup}}),
    and what the address gives ({{badge}}, {{colab}}, {{solution}})."""

    pictures = Bool(True, help="draw them: the gradebook does without").tag(config=True)

    def preprocess(self, nb, resources):
        public = address()
        stem = resources["unique_key"]
        link = f" · [Solution]({public.colab_solutions}/{stem}.ipynb)" if public.publish_solutions else ""
        values = {
            "badge": f"{badge(f'{public.colab}/{stem}.ipynb')} [Open in your browser]({public.site}/{page_of(stem)})",
            "colab": public.colab,
            "solution": link,
        }
        for k, prediction in enumerate(COURSE.exercise(int(stem[:2])).predictions, 1):
            values[f"prediction_{k}"] = prediction.as_markdown()
        text = "".join(cell.source for cell in nb.cells if cell.cell_type == "markdown")
        answer = next((cell for cell in nb.cells if is_answer(cell)), None)
        if "{{output}}" in text:
            values["output"] = printed(answer, stem)
        if "{{picture}}" in text and self.pictures:
            values["picture"] = sample_picture(nb, COURSE.exercise(int(stem[:2])))
        values |= {name: inserted(make()) for name, make in COURSE.inserts.items() if f"{{{{{name}}}}}" in text}
        for cell in nb.cells:
            cell.source = cell.source.replace("# {{setup}}", setup(public.helpers))
            cell.source = re.sub(r"\{\{(\w+)\}\}", lambda token: values.get(token[1], token[0]), cell.source)
        return nb, resources


def setup(address: str) -> str:
    """The lines before a notebook's import: they install the package in Colab, and say what to do where it is not."""
    return SETUP.format(address=address, missing=MISSING.format(package=COURSE.package))


def inserted(made: Any) -> str:
    """Markdown as it is, a figure as the address of its picture."""
    return made if isinstance(made, str) else data_address(made, dpi=90)


def printed(answer, stem: str) -> str:
    """The stored print of the solution. Raises RuntimeError where there is none."""
    texts = [output.text for output in answer.outputs if output.output_type == "stream" and output.name == "stdout"]
    if not "".join(texts).strip():
        raise RuntimeError(f"The solution of {stem} has no stored output: run `make solutions` first.")
    return "".join(texts).rstrip("\n")


class StubSolutions(ClearSolutions):
    """Replaces a solution region by its own stub: the lines in it that start with ``# STUB``."""

    def _replace_solution_region(self, cell, language):
        if cell.cell_type != "code" or "# STUB" not in cell.source:
            return super()._replace_solution_region(cell, language)
        lines = []
        inside = False
        for line in cell.source.split("\n"):
            if self.begin_solution_delimeter in line:
                inside = True
            elif self.end_solution_delimeter in line:
                inside = False
            elif not inside:
                lines.append(line)
            elif stub := re.match(r"(\s*)# STUB ?(.*)", line):
                lines.append((stub[1] + stub[2]).rstrip())
        if inside:
            raise RuntimeError(f"A solution region has no end: {cell.source[:60]!r}")
        cell.source = "\n".join(lines)
        return True


class MarkUnsolved(NbGraderPreprocessor):
    """Tags the cells that raise until the exercise is solved, so that 'Run all' and nbval go on after them."""

    def preprocess_cell(self, cell, resources, cell_index):
        if is_answer(cell) or is_check(cell):
            tags = cell.metadata.setdefault("tags", [])
            if "raises-exception" not in tags:
                tags.append("raises-exception")
        return cell, resources


class WriteEdition(NbGraderPreprocessor):
    """Writes the notebook's edition into it, when its cells are as students get them."""

    def preprocess(self, nb, resources):
        nb.metadata[KEY] = edition_of(cell.source for cell in nb.cells)
        return nb, resources


PREPROCESSORS = [
    FillIn,
    LockCells,
    StubSolutions,
    ClearOutput,
    MarkUnsolved,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
    WriteEdition,
]


def nbgrader_api(database: str, **directories) -> NbGraderAPI:
    """nbgrader's API for the course's sources."""
    config = Config()
    config.CourseDirectory.root = str(plain(COURSE.folder))
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


def given(folder: Path) -> dict[str, Any]:
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
    GIVEN.write_text(json.dumps(given(NOTEBOOKS), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(list(NOTEBOOKS.glob("*.ipynb")))
