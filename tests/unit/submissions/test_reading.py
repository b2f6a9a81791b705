"""Notebooks as students hand them in: old, renamed, cut off, of another course, with cells gone or added."""

from __future__ import annotations

import gzip
import json
import os
import time
import warnings

import nbformat
import pytest

from grading import grading_run, plan
from grading.demo_class import submission, write_demo
from grading.errors import NotebookFileError
from grading.paths import ASSIGNMENT
from grading.plan import Choice
from grading.submissions import folders, reading
from grading.submissions.course_notebooks import solved
from grading.submissions.rebuild import rebuild
from slipcheck.file_content import LARGEST, TooLargeError, content_of
from tests.hostile import swamped
from tests.support.downloads import STEMS
from tests.support.small import farm, small_course


def right(number: int):
    return submission(STEMS[number], solved(STEMS[number]))


def without_ids(notebook):
    content = json.loads(nbformat.writes(notebook))
    content["nbformat_minor"] = 0
    content["metadata"] = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    for cell in content["cells"]:
        cell.pop("id")
        cell["metadata"]["id"] = "x9aJ3kd0"
    return content


def bare(notebook):
    """All metadata lost."""
    content = without_ids(notebook)
    for cell in content["cells"]:
        cell["metadata"] = {}
    return content


def old_format(notebook):
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            fields = {"input": cell.source, "language": "python", "outputs": [], "prompt_number": 1, "collapsed": False}
            cells.append({"cell_type": "code", "metadata": dict(cell.metadata), **fields})
        else:
            cells.append({"cell_type": "markdown", "metadata": {}, "source": cell.source})
    return {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }


def no_check_cells(notebook):
    notebook.cells = [cell for cell in notebook.cells if not cell.source.startswith("check(")]
    return notebook


def tampered_check_cells(notebook):
    for cell in notebook.cells:
        if cell.source.startswith("check("):
            cell.source = "2"
            cell.metadata.tags = ["skip-execution"]
            cell.metadata.nbgrader = {**cell.metadata.get("nbgrader", {}), "points": 100}
    return notebook


def answer_twice(notebook):
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == "ex04")
    first = nbformat.from_dict({**notebook.cells[k], "source": "# Exercise 4\nprint('a first try')"})
    notebook.cells.insert(k, first)
    return notebook


def reordered(notebook):
    notebook.cells = notebook.cells[::-1]
    return notebook


ODD = [without_ids, bare, old_format, no_check_cells, tampered_check_cells, answer_twice, reordered]


@pytest.mark.parametrize("make_odd", ODD, ids=lambda function: function.__name__)
def test_an_odd_notebook_is_rebuilt_with_its_answer(make_odd, tmp_path):
    path = tmp_path / "Copy of 04_membrane_potential (1).ipynb"
    path.write_text(json.dumps(make_odd(right(4))), encoding="utf-8")
    taken = reading.read_notebook(path)
    assert taken.stem == STEMS[4]
    assert taken.answers["ex04"] == solved(STEMS[4])
    rebuilt = rebuild(taken)
    official = reading.released(STEMS[4])
    for cell in official.cells:
        if cell.source.startswith("check("):
            assert any(other.source == cell.source and other.metadata == cell.metadata for other in rebuilt.cells)
    nbformat.validate(rebuilt)


def test_cells_that_the_student_added_come_along_in_their_place(tmp_path):
    notebook = right(4)
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == "ex04")
    notebook.cells.insert(k, nbformat.v4.new_code_cell("def before():\n    return 1"))
    notebook.cells.append(nbformat.v4.new_code_cell("after = 2"))
    write_demo(tmp_path, STEMS[4], notebook)
    rebuilt = [cell.source for cell in rebuild(reading.read_notebook(tmp_path / f"{STEMS[4]}.ipynb")).cells]
    places = [
        rebuilt.index(text) for text in ("def before():\n    return 1", solved(STEMS[4]), "after = 2", "check(4)")
    ]
    assert places == sorted(places)


OTHER = nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])).encode()
STRANGE_CELLS = b'{"nbformat": 4, "cells": [1, {"cell_type": "code", "source": 5}]}'
BROKEN = {
    "empty": (b"", "is empty"),
    "white space": (b"  \n", "is empty"),
    "not JSON": (b"{'cells': [", "is not valid JSON"),
    "cut off": (json.dumps(right(4)).encode()[:-300], "is not valid JSON"),
    "a list": (b"[]", "is not a notebook"),
    "no cells": (b'{"nbformat": 4, "metadata": {}}', "cannot be read as a notebook"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "is a picture, not a notebook"),
    "a web page": (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "is a web page, not a notebook"),
    "a zip": (b"PK\x03\x04rest", "is a zip archive, not a notebook: unpack it"),
    "a PDF": (b"%PDF-1.7", "is a PDF, not a notebook"),
    "damaged gzip": (b"\x1f\x8brest", "is a damaged gzip archive"),
    "a bomb": (gzip.compress(bytes(LARGEST + 1)), "is larger than 100 MB"),
    "of another course": (OTHER, "is not a notebook of this course"),
    "cells of a wrong kind": (STRANGE_CELLS, "is not a notebook of this course"),
    "deep": (b"[" * 100_000, "is not valid JSON"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_gets_a_sentence(kind, tmp_path):
    content, sentence = BROKEN[kind]
    path = tmp_path / "04_something.ipynb"
    path.write_bytes(content)
    with pytest.raises(NotebookFileError, match=sentence):
        reading.read_notebook(path)
    assert path.read_bytes() == content


def test_a_notebook_with_large_outputs_is_read(tmp_path):
    content = json.loads(json.dumps(right(4)))
    code = next(cell for cell in content["cells"] if cell["cell_type"] == "code")
    picture = {"data": {"image/png": "A" * 24_000_000}, "metadata": {}, "output_type": "display_data"}
    code["outputs"] = [picture, {"name": "stdout", "output_type": "stream", "text": ["0.1, 0.2\n"] * 300_000}]
    path = tmp_path / f"{STEMS[4]}.ipynb"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert reading.read_notebook(path).answers["ex04"] == solved(STEMS[4])


@pytest.mark.parametrize("piece", [b"[],", b'"",', b"1.5,", b"{},"])
def test_a_large_file_of_nothing_but_pieces_is_not_unpacked_into_memory(piece):
    data = b'{"cells": [' + piece * (LARGEST // len(piece)) + b"0]}"
    with pytest.raises(TooLargeError, match="far too many pieces"):
        content_of(data)


@pytest.mark.sample(4)
@pytest.mark.parametrize("entry", swamped.TRICKS, ids=lambda entry: entry.name)
def test_depth_and_number_cost_no_time_and_stop_nobody(entry, tmp_path):
    (tmp_path / "mallory" / ASSIGNMENT).mkdir(parents=True)
    entry.make(tmp_path / "mallory" / ASSIGNMENT)
    began = time.process_time()
    handed = reading.read_student(tmp_path / "mallory")
    texts = [rebuild(each) for each in handed.notebooks.values()]
    assert time.process_time() - began < 5
    assert texts or handed.problems


def test_a_notebook_of_more_cells_than_anyone_has_is_read_in_part(tmp_path):
    notebook = right(4)
    notebook.cells += [nbformat.v4.new_code_cell(f"x = {k}") for k in range(3000)]
    write_demo(tmp_path, STEMS[4], notebook)
    taken = reading.read_notebook(tmp_path / f"{STEMS[4]}.ipynb")
    assert taken.answers["ex04"] == solved(STEMS[4])
    assert taken.notes == ["The notebook has more than 2000 cells; the first 2000 were read."]


def test_whatever_is_wrong_with_one_file_is_told_of_that_file(tmp_path, monkeypatch):
    write_demo(tmp_path / "ada" / ASSIGNMENT, STEMS[4], right(4))
    write_demo(tmp_path / "ada" / ASSIGNMENT, STEMS[5], right(5))
    real = reading.recognise
    monkeypatch.setattr(reading, "recognise", lambda *of: 1 / 0 if "05" in of[-1] else real(*of))
    handed = reading.read_student(tmp_path / "ada")
    assert list(handed.notebooks) == [STEMS[4]]
    assert handed.problems == [f"{STEMS[5]}.ipynb cannot be read (ZeroDivisionError)."]


def test_a_student_who_cannot_be_read_stops_no_other(tmp_path, monkeypatch):
    course = small_course(tmp_path / "course", ("ada", "cleo"))
    real = plan.read_student
    monkeypatch.setattr(plan, "read_student", lambda folder: 1 / 0 if folder.name == "ada" else real(folder))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summary = grading_run.GradingRun(course, farm, Choice()).run()
    assert summary.failed == ["ada could not be read: ZeroDivisionError('division by zero')"]
    assert summary.students == 1


def test_an_answer_cell_that_is_gone_is_told(tmp_path):
    notebook = right(4)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "ex04"]
    write_demo(tmp_path, STEMS[4], notebook)
    taken = reading.read_notebook(tmp_path / f"{STEMS[4]}.ipynb")
    assert taken.answers == {}
    assert "answer cell is missing" in taken.notes[0]


def test_of_two_files_of_one_notebook_the_newer_is_taken(tmp_path):
    folder = tmp_path / "ada" / ASSIGNMENT
    write_demo(folder, STEMS[4], submission(STEMS[4], "# Exercise 4\nprint(1)"))
    write_demo(folder, "Copy of 04", right(4))
    os.utime(folder / f"{STEMS[4]}.ipynb", (1, 1))
    handed = reading.read_student(tmp_path / "ada")
    assert handed.notebooks[STEMS[4]].answers["ex04"] == solved(STEMS[4])
    assert any("older file of the same notebook" in note for note in handed.notebooks[STEMS[4]].notes)


def test_notebooks_in_an_unknown_layout_are_found_and_told(tmp_path):
    write_demo(tmp_path / "ada" / "my work" / "deep", STEMS[4], right(4))
    write_demo(tmp_path, "stray", right(4))
    (tmp_path / "bob").mkdir()
    found, problems = folders.read_class_folders(tmp_path)
    students = [reading.read_student(folder) for folder in found]
    assert [list(handed.notebooks) for handed in students] == [[STEMS[4]], []]
    assert "not in a folder lif_part_1" in students[0].problems[0]
    assert "No notebook was handed in" in students[1].problems[0]
    assert "stray.ipynb is outside" in problems[0]
