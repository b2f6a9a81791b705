"""The points that a notebook shows are the points that grading gives, however students edit their notebooks."""

from __future__ import annotations

import copy
import json
import re
from functools import cache

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grading.paths import stems
from grading.submissions import reading
from grading.submissions.course_notebooks import released, solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs

from .conftest import Notebook

NUMBERS = (2, 3, 4, 12)
CHECK = re.compile(r"(?m)^check\(")
SHOWN = re.compile(r"· (\d+) of \d+ point|, (0) of \d+ point")
EDITS = ("fill in", "new cell", "scratch", "split", "copy", "delete", "move", "overwrite", "drop the comment", "retype")


def stem_of(number: int) -> str:
    return stems()[number - 1]


def texts(number: int) -> list[str]:
    """A right answer, and three that are wrong in some part."""
    right = solved(stem_of(number))
    return [
        right,
        right.replace("dt", "0.001 * 2"),
        right.replace("range(", "range(1, "),
        right.replace("np.sin", "np.cos"),
    ]


def edited(draw, number: int):
    """The notebook after some edits, each of which students make."""
    notebook = copy.deepcopy(released(stem_of(number)))
    cells = notebook.cells
    names = iter(f"n{k}" for k in range(100))
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6)):
        code = [k for k, cell in enumerate(cells) if cell.cell_type == "code"]
        own = [k for k in code if re.search(r"(?i)#\s*exercise", cells[k].source)] or code
        k = draw(st.sampled_from(own))
        place = draw(st.integers(2, len(cells)))
        text = draw(st.sampled_from(texts(number)))
        if edit in ("fill in", "overwrite"):
            cells[k].source = text
        elif edit == "new cell":
            bare = draw(st.booleans())
            cells.insert(place, nbformat.v4.new_code_cell(text.split("\n", 1)[1] if bare else text, id=next(names)))
        elif edit == "scratch":
            cells.insert(place, nbformat.v4.new_code_cell("spare = 1\nprint(spare)", id=next(names)))
        elif edit == "split":
            lines = cells[k].source.split("\n")
            at = draw(st.integers(1, max(len(lines) - 1, 1)))
            cells[k].source = "\n".join(lines[:at])
            cells.insert(k + 1, nbformat.v4.new_code_cell("\n".join(lines[at:]), id=next(names)))
        elif edit == "copy":
            other = copy.deepcopy(cells[k])
            other.id = next(names)
            cells.insert(k + 1, other)
        elif edit == "delete":
            del cells[k]
        elif edit == "move":
            cells.insert(place, cells.pop(k))
        elif edit == "drop the comment":
            cells[k].source = re.sub(r"(?im)^#\s*exercise.*\n", "", cells[k].source)
        elif edit == "retype":
            cells[k] = nbformat.v4.new_markdown_cell(cells[k].source, id=cells[k].id, metadata=cells[k].metadata)
    return notebook


def shown_by(notebook) -> tuple[str, int] | None:
    """The last check that is run, and the points that it shows; None where it shows none."""
    kernel = Notebook()
    last = None
    try:
        for cell in notebook.cells:
            if cell.cell_type != "code" or cell.source.startswith("explore("):
                continue
            told = kernel.run(cell.source, cell_id=cell.id)
            if CHECK.search(cell.source):
                line = re.sub(r"\s+", " ", f"{told} {kernel.error or ''}")
                points = SHOWN.search(line)
                last = None if points is None else (cell.source, int(points[1] or points[2]))
    finally:
        kernel.close()
    return last


def graded(notebook, number: int, call: str, folder) -> tuple[int, str]:
    """The points that grading gives for what this check checks, and the answer that it grades."""
    path = folder / f"{stem_of(number)}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    text = reading.read_notebook(path).answers.get(f"ex{number:02d}", "")
    exercise = COURSE.exercise(number)
    verdict = assess(exercise, runs(exercise, text))
    part = re.search(r'"(\w+)"', call)
    chosen = [judged for judged in verdict.parts if part is None or judged.part.name == part[1]]
    return sum(judged.part.points for judged in chosen if judged.right), text


def agrees(data, folder) -> None:
    number = data.draw(st.sampled_from(NUMBERS))
    notebook = edited(data.draw, number)
    shown = shown_by(notebook)
    if shown is not None:
        call, points = shown
        earned, text = graded(notebook, number, call, folder)
        assert points == earned, f"{call} shows {points}; graded {earned} for:\n{text}"


@cache
def points_of(number: int, text: str) -> int:
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, text)).points


def shows_no_more(data) -> None:
    """Cells are run, changed and run again in one kernel; after each run the answer is checked."""
    number = data.draw(st.sampled_from(NUMBERS))
    cells = [f"ex{number:02d}", "n1", "n2"]
    steps = data.draw(
        st.lists(st.tuples(st.sampled_from(cells), st.sampled_from(texts(number))), min_size=1, max_size=5)
    )
    kernel, last = Notebook(), {}
    try:
        for cell, text in steps:
            kernel.run(text, cell_id=cell)
            last[cell] = text
            told = kernel.run(f"check({number})")
            points = SHOWN.search(re.sub(r"\s+", " ", f"{told} {kernel.error or ''}"))
            most = max(points_of(number, text) for text in last.values())
            assert points is None or int(points[1] or points[2]) <= most, steps
    finally:
        kernel.close()


COMMON = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


@settings(COMMON, max_examples=5)
@given(st.data())
def test_after_restart_and_run_all_the_points_shown_are_the_points_graded(tmp_path_factory, data):
    agrees(data, tmp_path_factory.mktemp("one"))


@settings(COMMON, max_examples=5)
@given(st.data())
def test_before_a_restart_no_more_points_are_shown_than_a_cell_as_last_run_earns(data):
    shows_no_more(data)


@pytest.mark.slow
@settings(COMMON, max_examples=200)
@given(st.data())
def test_so_it_is_in_many_more_orders(data):
    shows_no_more(data)


@pytest.mark.slow
@settings(COMMON, max_examples=400)
@given(st.data())
def test_the_same_of_many_more_notebooks(tmp_path_factory, data):
    agrees(data, tmp_path_factory.mktemp("many"))
