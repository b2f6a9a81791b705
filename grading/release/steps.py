"""The steps from a solution to a student notebook: nbgrader's own, and those of this course between them."""

from __future__ import annotations

import re
from typing import Any

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

from grading.current_course import COURSE
from grading.paths import address, page_of
from grading.submissions.course_notebooks import is_solution
from slipcheck.edition import KEY, edition_of

from .sample_output import badge, data_address, sample_picture

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
            values["output"] = stored_print(answer, stem)
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


def stored_print(answer, stem: str) -> str:
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
