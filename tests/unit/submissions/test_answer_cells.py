"""Where in a notebook the answer stands: in its cell, in another with its comment, beside it, or in parts."""

from __future__ import annotations

import copy
import json
import os

import nbformat
import pytest

from grading.demo_class import submission, write_demo
from grading.paths import ASSIGNMENT
from grading.submissions import reading
from grading.submissions.course_notebooks import solved
from tests.support.downloads import STEMS

TEXT = solved(STEMS[4])
BARE = TEXT.split("\n", 1)[1]  # without its marker
FIRST, SECOND = BARE.split("\nfor step", 1)
SECOND = "for step" + SECOND


def stub() -> str:
    return reading.solution_cells(STEMS[4])["ex04"]


def with_cells(*sources: str, own: str | None = None):
    """A notebook whose answer cell holds ``own`` (None: the stub), with new cells below it."""
    notebook = submission(STEMS[4], own)
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == "ex04")
    notebook.cells[k + 1 : k + 1] = [nbformat.v4.new_code_cell(source, id=f"n{j}") for j, source in enumerate(sources)]
    return notebook


def without_cell(*sources: str):
    notebook = with_cells(*sources)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "ex04"]
    return notebook


def bare(notebook):
    """Ids and metadata lost."""
    content = json.loads(nbformat.writes(notebook))
    for cell in content["cells"]:
        cell.pop("id")
        cell["metadata"] = {}
    return content | {"nbformat_minor": 0}


def split(*sources: str):
    """The answer cell in parts, each with the metadata, as JupyterLab leaves them."""
    notebook = with_cells(*sources[1:], own=sources[0])
    own = next(cell for cell in notebook.cells if cell.id == "ex04")
    for cell in notebook.cells:
        if cell.source in sources:
            cell.metadata = copy.deepcopy(own.metadata)
    return notebook


def merged_with_the_set_up(notebook):
    """The answer was merged into the set-up cell, which has no id of its own in nbgrader."""
    k = next(k for k, cell in enumerate(notebook.cells) if "from helpers import" in cell.source)
    notebook.cells[k].source += "\n\n" + TEXT
    notebook.cells = [cell for cell in notebook.cells if cell.id != "ex04"]
    return notebook


def answer_of(notebook, tmp_path):
    (tmp_path / f"{STEMS[4]}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    taken = reading.read_notebook(tmp_path / f"{STEMS[4]}.ipynb")
    return taken.answers.get("ex04"), " ".join(taken.notes), taken


GERMAN = f"# Aufgabe 4\n{BARE}"
COMMENTED = "\n".join(f"# {line}" for line in TEXT.splitlines())
FOUND = {  # notebook, answer, a part of the note ("" for none)
    "below the stub, with the marker": (with_cells(TEXT), TEXT, "the cell with its comment"),
    "below the stub, without it": (with_cells(BARE), BARE, "the new cell beside it"),
    "below an empty cell": (with_cells(BARE, own=""), BARE, "graded instead"),
    "below a cell of comments": (with_cells(TEXT, own=COMMENTED), TEXT, "the cell with its comment"),
    "below the stub, in two cells": (with_cells(FIRST, SECOND), f"{FIRST}\n{SECOND}", "is in 2 cells"),
    "in place of the deleted cell": (without_cell(BARE), BARE, "graded instead"),
    "in place of it, ids lost": (bare(with_cells(own=BARE)), BARE, "graded instead"),
    "ids lost, marker translated": (bare(with_cells(own=GERMAN)), GERMAN, "graded instead"),
    "in the stub and below it": (with_cells("print(v)", own=TEXT), TEXT, ""),
    "given up and left as it was": (with_cells(), stub(), ""),
    "commented out, and nothing below": (with_cells(own=COMMENTED), COMMENTED, ""),
    "split by JupyterLab": (split(f"# Exercise 4\n{FIRST}", SECOND), TEXT, "graded together"),
    "a test below in a split cell": (split(TEXT, 'print("end", v)'), TEXT, ""),
    "an old try below in comments": (split(TEXT, COMMENTED), TEXT, ""),
    "two versions": (split(f"# Exercise 4\n{BARE}\nprint(1)", TEXT), TEXT, "the last one was graded"),
    "two versions without marker": (split(TEXT.replace("tau", "0.02"), BARE), BARE, "a newer version"),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_the_answer_is_found_where_it_stands(case, tmp_path):
    notebook, text, note = FOUND[case]
    answer, notes, taken = answer_of(notebook, tmp_path)
    assert answer == text
    assert note in notes
    assert bool(notes) == bool(note)
    assert text not in [source for _, source in taken.added]


def test_an_answer_merged_into_another_cell_is_found_by_its_comment(tmp_path):
    answer, notes, _ = answer_of(merged_with_the_set_up(with_cells()), tmp_path)
    assert answer.endswith(TEXT)
    assert "the cell with its comment" in notes


def test_code_elsewhere_is_not_taken_for_the_answer(tmp_path):
    notebook = with_cells()
    notebook.cells.append(nbformat.v4.new_code_cell("print(1)", id="end"))
    notebook.cells.insert(2, nbformat.v4.new_code_cell("# Exercise 5\nprint(2)", id="begin"))
    answer, notes, taken = answer_of(notebook, tmp_path)
    assert (answer, notes) == (stub(), "")
    assert not taken.started


def hand_in(folder, name: str, answer: str | None, time: float) -> None:
    write_demo(folder, name, submission(STEMS[4], answer))
    os.utime(folder / f"{name}.ipynb", (time, time))


@pytest.mark.parametrize("time", [1.7e9, 1.7e9 + 5])
def test_of_two_files_the_one_that_was_worked_on_is_graded(time, tmp_path):
    folder = tmp_path / "ada" / ASSIGNMENT
    hand_in(folder, STEMS[4], None, time)
    hand_in(folder, f"{STEMS[4]}-Copy1", TEXT, 1.7e9)
    taken = reading.read_student(tmp_path / "ada").notebooks[STEMS[4]]
    assert taken.answers["ex04"] == TEXT
    assert f"{STEMS[4]}.ipynb has the answer as it was given." in taken.notes[-1]


def test_of_two_files_of_one_time_neither_is_called_older(tmp_path):
    folder = tmp_path / "ada" / ASSIGNMENT
    hand_in(folder, STEMS[4], TEXT, 1.7e9)
    hand_in(folder, f"{STEMS[4]}-Copy1", BARE, 1.7e9)
    taken = reading.read_student(tmp_path / "ada").notebooks[STEMS[4]]
    assert taken.answers["ex04"] == TEXT
    assert "older" not in taken.notes[-1]


def test_a_notebook_of_another_course_does_not_outrank_ours(tmp_path):
    folder = tmp_path / "ada" / ASSIGNMENT
    hand_in(folder, STEMS[4], TEXT, 1.7e9)
    maths = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("# Exercise 4 of the maths sheet\nprint(1)")])
    write_demo(folder, "zz_maths", maths)
    taken = reading.read_student(tmp_path / "ada").notebooks[STEMS[4]]
    assert taken.answers["ex04"] == TEXT
    assert "zz_maths.ipynb has none of the notebook's own cells." in taken.notes[-1]
