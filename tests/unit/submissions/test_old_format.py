"""Notebooks of the formats before 4."""

from __future__ import annotations

import warnings

import nbformat
import pytest

from grading.demo_class import submission
from grading.submissions.old_format import in_new_format
from slipcheck.file_content import UnreadableError
from slipcheck.notebook_file import CELLS, notebook_of
from tests.support.downloads import STEMS

OTHERS = [
    {"cell_type": "heading", "level": 2, "metadata": {}, "source": "Two\nlines"},
    {"cell_type": "raw", "metadata": {}, "source": "raw"},
    {"cell_type": "html", "metadata": {}, "source": "<b>"},
]


def old(cells, version=3):
    metadata = {"nbformat": version, "nbformat_minor": 0, "metadata": {"name": ""}}
    return {**metadata, "worksheets": [{"metadata": {}, "cells": cells}]}


def texts(content):
    return [(cell.cell_type, cell.source, cell.grade_id) for cell in notebook_of(content).cells]


def test_an_old_notebook_has_the_cells_that_jupyter_makes_of_it():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = nbformat.convert(submission(STEMS[4], "x = 1"), 3)
        made.worksheets[0].cells += map(nbformat.from_dict, OTHERS)
        assert texts(in_new_format(made)) == texts(nbformat.convert(made, 4))


def test_a_notebook_of_the_first_format_has_its_cells():
    cells = [{"cell_type": "code", "code": ["x = 1\n", "x"]}, {"cell_type": "text", "text": "words"}]
    read = texts(in_new_format({"nbformat": 1, "cells": cells}))
    assert read == [("code", "x = 1\nx", ""), ("markdown", "words", "")]


def test_what_no_grader_reads_is_not_taken_over():
    cell = {"cell_type": "code", "input": "x = 1", "outputs": [{"output_type": "x"}] * 9, "language": "python"}
    assert in_new_format(old([cell]))["cells"] == [{"cell_type": "code", "source": "x = 1"}]


def test_no_more_cells_are_looked_at_than_are_read():
    sheets = old([{"cell_type": "raw", "source": ""}] * CELLS)["worksheets"] * 3
    assert len(in_new_format({"nbformat": 3, "worksheets": sheets})["cells"]) == CELLS + 1


def test_a_heading_of_any_level_is_short():
    assert texts(in_new_format(old([{"cell_type": "heading", "level": 10**9, "source": "a"}])))[0][1] == "###### a"


@pytest.mark.parametrize("content", [{"nbformat": 0}, {"nbformat": 3}, {"nbformat": 3, "worksheets": [1]}])
def test_what_has_no_cells_cannot_be_read(content):
    with pytest.raises(UnreadableError):
        in_new_format(content)
