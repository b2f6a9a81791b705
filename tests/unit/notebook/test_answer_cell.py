"""Which cell check takes for the answer, and what of the other cells it may use."""

from __future__ import annotations

import re

import pytest

from grading.paths import stems
from grading.submissions.course_notebooks import released
from helpers.course import COURSE
from slipcheck.notebook import answer_cell
from slipcheck.notebook.run_cells import RunCell

CURRENT = "def current(t):\n    return i_mean * (1 + np.sin(2 * np.pi * t / 0.01))\n"
HELPERS = {
    "cached": f"import functools\n@functools.cache\n{CURRENT}",
    "cached by size": f"from functools import lru_cache\n@lru_cache(maxsize=8)\n{CURRENT}",
    "partial": f"import functools\n{CURRENT.replace('(t)', '(k, t)')}current = functools.partial(current, 1)",
    "private": CURRENT.replace("current", "_current"),
}


def test_the_answer_just_run_is_found_whatever_ran_since(notebook, solved, stub):
    notebook.run(solved(4))
    notebook.run("v = 5.0\nv = v + 1")
    notebook.run(solved(3))
    assert "Exercise 4: right" in notebook.run("check(4)")
    assert "Exercise 3: right" in notebook.run("check(3)")
    notebook.run(stub(4))
    assert "still to do" in notebook.run("check(4)")


def test_the_answer_is_found_by_its_cell_id(notebook, solved):
    notebook.run(solved(4).replace("# Exercise 4\n", ""), cell_id="ex04")
    notebook.run("print('something else')")
    assert "Exercise 4: right" in notebook.run("check(4)")


def test_the_answer_is_found_as_the_last_cell_that_the_notebook_did_not_give(notebook, solved):
    notebook.run(solved(4).replace("# Exercise 4\n", ""))
    for cell in released(stems()[3]).cells:
        if cell.source.startswith(("for step in [0, 1, 2]", "x = 5.0")):
            notebook.run(cell.source)
    notebook.run("hint(4)")
    assert "Exercise 4: right" in notebook.run("check(4)")


def test_an_answer_run_again_without_its_marker_replaces_the_one_with_it(notebook, solved):
    notebook.run(solved(4).replace("r * i)", "i)"))
    notebook.run(solved(4).replace("# Exercise 4\n", ""))
    assert "Exercise 4: right" in notebook.run("check(4)")


@pytest.mark.parametrize("number", range(1, 15))
def test_an_answer_in_a_new_cell_below_the_stub_is_found_though_the_stub_was_run(number, stub, solved):
    bare = solved(number).split("\n", 1)[1]  # without its marker
    given = RunCell(stub(number), f"ex{number:02d}")
    assert answer_cell.find(COURSE, number, [given, RunCell(bare)]).text == bare
    assert answer_cell.find(COURSE, number, [given, RunCell("print(v)")]).text == stub(number)


def test_the_panel_quotes_the_first_line_of_the_cell_it_checked(notebook, stub):
    notebook.run(stub(4))
    assert "the cell that starts with `# Exercise 4`" in notebook.run("check(4)")


def test_functions_and_imports_of_other_cells_are_available_leftover_data_is_not(notebook, solved):
    notebook.run("from math import sin as sine\ndef step_of(v, i):\n    return dt / tau * (el - v + r * i)\nspare = 1")
    right = solved(4).replace("dt / tau * (el - v + r * i)", "step_of(v, i)").replace("np.sin", "sine")
    notebook.run(right)
    assert "Exercise 4: right" in notebook.run("check(4)")
    notebook.run(right.replace("step_of(v, i)", "step_of(v, i) * spare"))
    told = notebook.run("check(4)")
    assert "Python does not know the name `spare`" in told
    assert "The check runs this cell alone" in told


@pytest.mark.parametrize("form", HELPERS)
def test_a_function_of_another_cell_is_available_in_any_form_and_follows_the_parameters(notebook, solved, form):
    answer = re.sub(r"i_mean \* \(1 \+ np.sin\(.*\)\)", "current(t)", solved(4))
    assert "current(t)" in answer
    notebook.run(HELPERS[form])
    notebook.run(answer.replace("current", "_current") if form == "private" else answer)
    assert "Exercise 4: right" in notebook.run("check(4)")
