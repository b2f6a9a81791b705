"""The points that ``hand_in`` shows are those that grading gives for the same file, and never more."""

from __future__ import annotations

import json
from dataclasses import asdict

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.demo_class import WRONG, changed, submission
from grading.errors import NotebookFileError
from grading.execution.task import work
from grading.paths import stems
from grading.submissions import reading
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.exercise import Parameters
from slipcheck.file_answers import run_order
from slipcheck.notebook.file_report import file_report_of
from slipcheck.observe import EXACT, observe
from slipcheck.observe.drawing import Drawing
from slipcheck.observe.other_cells import from_cells
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.runs import given_values, run_all
from tests.support.downloads import STEMS

from .test_one_rule import COMMON, NUMBERS, edited

STEP = "v = v + dt / tau * (el - v + r * i)"
BY_FUNCTION = (STEP, "v = euler(v, i)")
FUNCTION = "def euler(v, i, tau=tau):\n    return v + dt / tau * (el - v + r * i)"
WAYS = {  # number, answer, new cells above and below it, points
    "right": (4, solved(STEMS[4]), [], [], 4),
    "typed numbers": (4, changed(STEMS[4], ("dt / tau", "1e-3 / 20e-3")), [], [], 2),
    "wrong": (9, changed(STEMS[9], WRONG[9]), [], [], None),
    "a function in a cell above": (4, changed(STEMS[4], BY_FUNCTION), [FUNCTION], [], 4),
    "a function in a cell below": (4, changed(STEMS[4], BY_FUNCTION), [], [FUNCTION], 4),
    "a function of the shown number only": (4, changed(STEMS[4], BY_FUNCTION), ["tau = 20e-3", FUNCTION], [], 2),
    "a value in a cell above": (4, changed(STEMS[4], ("step_end = 10\n", "")), ["step_end = 10"], [], 0),
    "in a new cell below": (4, None, [], [solved(STEMS[4])], 4),
    "points beyond the axes": (5, changed(STEMS[5], ("plt.show()", "plt.xlim(1, 2)\nplt.show()")), [], [], 3),
    "a figure": (5, changed(STEMS[5], ('"ko"', '"k"')), [], [], 3),
}


def file_of(case: str, folder):
    number, answer, above, below, _ = WAYS[case]
    notebook = submission(STEMS[number], answer)
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == f"ex{number:02d}")
    new = [[nbformat.v4.new_code_cell(source) for source in sources] for sources in (above, below)]
    notebook.cells[k : k + 1] = [*new[0], notebook.cells[k], *new[1]]
    return save(notebook, number, folder)


def save(notebook, number: int, folder):
    path = folder / f"{STEMS[number]}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def in_grading(path, number: int) -> int:
    """The points of what grading reads in a file, at the unseen parameters of the notebook."""
    try:
        taken = reading.read_notebook(path)
    except NotebookFileError:
        return 0
    exercise = COURSE.exercise(number)
    source = taken.answers.get(f"ex{number:02d}", "")

    def observed(p: Parameters, replacing, seconds: float, is_sketched: bool):
        values = given_values(exercise, p, replacing)
        offered, _ = from_cells(run_order(taken.added), values, 1.5)
        draw = None if replacing else Drawing().described
        more = {"draw": draw, "sketch": EXACT if is_sketched else False}
        return observe(source, values, replacing=replacing, surroundings=offered, seconds=seconds, **more)

    return assess(exercise, run_all(exercise, source, observed, unseen_in_the_notebook(exercise)), hidden=True).points


@pytest.mark.parametrize("case", WAYS)
def test_the_points_shown_are_the_points_of_grading(case, tmp_path):
    number, points = WAYS[case][0], WAYS[case][-1]
    path = file_of(case, tmp_path)
    shown = file_report_of(COURSE, number, tmp_path, ()).points
    assert shown == in_grading(path, number)
    assert points in (shown, None)


@pytest.mark.sandbox
@pytest.mark.parametrize("case", WAYS)
def test_a_worker_of_the_grader_gives_as_many(case, tmp_path):
    number = WAYS[case][0]
    taken = reading.read_notebook(file_of(case, tmp_path))
    unseen = [asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(number))]
    source, cells = taken.answers[f"ex{number:02d}"], run_order(taken.added)
    result = work({"number": number, "source": source, "cells": cells, "parameters": unseen})
    assert file_report_of(COURSE, number, tmp_path, ()).points == result["points"]


def test_an_answer_below_the_checks_earns_what_the_one_above_them_earns(tmp_path):
    notebook = submission(STEMS[4], "# Exercise 4\nv = 0")
    notebook.cells.append(nbformat.v4.new_code_cell(solved(STEMS[4])))
    path = save(notebook, 4, tmp_path)
    assert file_report_of(COURSE, 4, tmp_path, ()).points == in_grading(path, 4) == 0


@settings(COMMON, max_examples=25)
@given(st.data())
def test_so_it_is_however_students_edit_their_notebooks(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("edited")
    number = data.draw(st.sampled_from(NUMBERS))
    path = save(edited(data.draw, number), number, folder)
    assert file_report_of(COURSE, number, folder, ()).points == in_grading(path, number)


def test_every_notebook_of_the_course_can_get_all_its_points(tmp_path):
    for number, stem in enumerate(stems(), 1):
        save(submission(stem, solved(stem)), number, tmp_path)
        report = file_report_of(COURSE, number, tmp_path, ())
        assert (report.points, report.total) == (sum(part.points for part in COURSE.exercise(number).parts),) * 2
