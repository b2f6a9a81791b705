"""What ``hand_in`` says of one notebook."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest

from grading.demo_class import changed, submission, write_demo
from grading.paths import stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.file_content import LARGEST
from slipcheck.notebook.file_report import file_report_of
from slipcheck.notebook.hand_in_panel import item_of
from tests.support.handed_in import IN_WORDS, NAME, STEM, added, right

WELL = f"✓ {NAME}: 4 of 4 points"


def without(notebook, *ids: str):
    notebook.cells = [cell for cell in notebook.cells if cell.id not in ids]
    return notebook


def changed_cell(notebook, name: str, source: str):
    next(cell for cell in notebook.cells if cell.id == name).source = source
    return notebook


def below_the_checks(notebook):
    return added(notebook, "ex04_parameters", solved(STEM))


TWICE = added(submission(STEM, "# Exercise 4\nv = 0"), "ex04", solved(STEM))
HALVES = solved(STEM).split("\nfor ")
SPLIT = added(submission(STEM, HALVES[0]), "ex04", f"for {HALVES[1]}")
SAID = {  # notebook, and what is said of it
    "not attempted": (submission(STEM, None), "not attempted yet, 0 of 4 points"),
    "emptied": (submission(STEM, ""), "not attempted yet, 0 of 4 points"),
    "only comments": (submission(STEM, "# Exercise 4\n# later"), "not attempted yet, 0 of 4 points"),
    "answer cell gone": (without(right(), "ex04"), "the answer cell is missing, 0 of 4 points"),
    "half right": (submission(STEM, changed(STEM, ("dt / tau", "1e-3 / 20e-3"))), "2 of 4 points\n"),
    "several answer cells": (TWICE, "There are 2 answer cells. The last one counts. It starts with `# Exercise 4`."),
    "split": (SPLIT, "Your answer is in 2 cells."),
    "check changed": (changed_cell(right(), "ex04_numbers", "check(4)  # ?"), 'removed: `check(4, "numbers")`.'),
    "check removed": (without(right(), "ex04_parameters"), 'removed: `check(4, "parameters")`.'),
    "answer below too": (below_the_checks(submission(STEM, "# Exercise 4\nv = 0")), "It does not count."),
    "answer only below": (
        below_the_checks(without(right(), "ex04")),
        "Your answer is below the checks. It counts,",
    ),
    "of another exercise": (submission(stems()[4], None), f"holds {stems()[4]}, so it is not in the zip, 0 of 4"),
    "of another course": (
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]),
        "The new cell that starts with `1` counts.",
    ),
}


def told(folder: Path, number: int = 4, ran=()) -> str:
    """What is said of a notebook."""
    return "\n".join(item_of(file_report_of(COURSE, number, folder, ran)).as_text()) + "\n"


@pytest.mark.parametrize("case", SAID)
def test_each_state_of_a_notebook_is_said(case, folder):
    notebook, sentence = SAID[case]
    write_demo(folder, STEM, notebook)
    assert sentence in told(folder)


def test_of_a_notebook_that_is_well_nothing_is_said_but_its_points(folder):
    write_demo(folder, STEM, right())
    assert told(folder).strip() == WELL


def test_a_notebook_that_is_not_there_is_said_with_the_file_that_looks_like_it(folder):
    write_demo(folder, f"{STEM} (1)", right())
    assert f"{NAME}: not in this folder, 0 of 4 points" in told(folder)
    assert f"Not handed in: `{STEM} (1).ipynb`. If you worked in it, rename it to `{NAME}`." in told(folder)


def test_a_file_that_is_too_large_is_said_and_not_read(folder):
    write_demo(folder, STEM, right())
    os.truncate(folder / NAME, LARGEST + 1)
    assert "too large, so it is not in the zip, 0 of 4 points\n      A notebook may have 100 MB." in told(folder)
    assert file_report_of(COURSE, 4, folder, ()).data is None


@pytest.mark.parametrize("content", [b"", b"{'cells'", b"[]", b"\x89PNG", b'{"nbformat": 3, "worksheets": []}'])
def test_a_file_that_cannot_be_read_is_said_and_kept(content, folder):
    (folder / NAME).write_bytes(content)
    assert "cannot be read (it is in the zip as it is), 0 of 4 points" in told(folder)
    assert file_report_of(COURSE, 4, folder, ()).data == content


def test_a_link_is_neither_read_nor_handed_in(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write_demo(elsewhere, STEM, right())
    (folder / NAME).symlink_to(elsewhere / NAME)
    assert "cannot be read (it is not in the zip), 0 of 4 points" in told(folder)


WRITTEN = {None: "Your answer in words is empty.", " \n": "Your answer in words is empty.", "So": "Your teacher reads"}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_written_answer_is_said_to_be_graded_by_hand_and_to_be_empty_where_it_is(text, folder):
    write_demo(folder, IN_WORDS, submission(IN_WORDS, solved(IN_WORDS), text))
    said = told(folder, 10)
    assert f"{'✗' if text != 'So' else '✓'} {IN_WORDS}.ipynb: 5 of 5 points" in said
    assert WRITTEN[text] in said
    assert "up to 2 points for it." in said
