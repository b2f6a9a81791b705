"""What ``hand_in`` says of the notebooks in a folder."""

from __future__ import annotations

import copy
import os
import re
import time
import zipfile
from importlib import import_module
from pathlib import Path

import nbformat
import pytest

import helpers
from grading.demo_class import changed, submission, write
from grading.paths import ASSIGNMENT, ROOT, stems
from grading.sandbox.inside import package_stub
from grading.submissions.course_notebooks import released, solved
from helpers.course import COURSE
from slipcheck.file_content import LARGEST
from slipcheck.notebook.file_report import report_on
from slipcheck.notebook.hand_in_panel import item_of
from slipcheck.observe.ipython_syntax import OURS, notebook_names

TEA = ROOT / "tests" / "support" / "tea_course"
STEM, IN_WORDS = stems()[3], stems()[9]
NAME, ZIP = f"{STEM}.ipynb", f"{ASSIGNMENT}.zip"
WELL = f"✓ {NAME}: 4 of 4 points"


def right():
    return submission(STEM, solved(STEM))


def without(notebook, *ids: str):
    notebook.cells = [cell for cell in notebook.cells if cell.id not in ids]
    return notebook


def added(notebook, beside: str, source: str, above: bool = False):
    """With a new code cell below the one with an id, or above it."""
    k = next(k for k, cell in enumerate(notebook.cells) if cell.id == beside)
    notebook.cells.insert(k + (not above), nbformat.v4.new_code_cell(source, id="new"))
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
    return "\n".join(item_of(report_on(COURSE, number, folder, ran)).as_text()) + "\n"


@pytest.mark.parametrize("case", SAID)
def test_each_state_of_a_notebook_is_said(case, folder):
    notebook, sentence = SAID[case]
    write(folder, STEM, notebook)
    assert sentence in told(folder)


def test_of_a_notebook_that_is_well_nothing_is_said_but_its_points(folder):
    write(folder, STEM, right())
    assert told(folder).strip() == WELL


def test_a_notebook_that_is_not_there_is_said_with_the_file_that_looks_like_it(folder):
    write(folder, f"{STEM} (1)", right())
    assert f"{NAME}: not in this folder, 0 of 4 points" in told(folder)
    assert f"Not handed in: `{STEM} (1).ipynb`. If you worked in it, rename it to `{NAME}`." in told(folder)


def test_a_file_that_is_too_large_is_said_and_not_read(folder):
    write(folder, STEM, right())
    os.truncate(folder / NAME, LARGEST + 1)
    assert "too large, so it is not in the zip, 0 of 4 points\n      A notebook may have 100 MB." in told(folder)
    assert report_on(COURSE, 4, folder, ()).data is None


@pytest.mark.parametrize("content", [b"", b"{'cells'", b"[]", b"\x89PNG", b'{"nbformat": 3, "worksheets": []}'])
def test_a_file_that_cannot_be_read_is_said_and_kept(content, folder):
    (folder / NAME).write_bytes(content)
    assert "cannot be read (it is in the zip as it is), 0 of 4 points" in told(folder)
    assert report_on(COURSE, 4, folder, ()).data == content


def test_a_link_is_neither_read_nor_handed_in(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere, STEM, right())
    (folder / NAME).symlink_to(elsewhere / NAME)
    assert "cannot be read (it is not in the zip), 0 of 4 points" in told(folder)


WRITTEN = {None: "Your answer in words is empty.", " \n": "Your answer in words is empty.", "So": "Your teacher reads"}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_written_answer_is_said_to_be_graded_by_hand_and_to_be_empty_where_it_is(text, folder):
    write(folder, IN_WORDS, submission(IN_WORDS, solved(IN_WORDS), text))
    said = told(folder, 10)
    assert f"{'✗' if text != 'So' else '✓'} {IN_WORDS}.ipynb: 5 of 5 points" in said
    assert WRITTEN[text] in said
    assert "up to 2 points for it." in said


def test_a_cell_run_since_the_notebook_was_saved_is_said_until_it_is_saved(notebook, folder):
    write(folder, STEM, submission(STEM, "# Exercise 4\nv = 0"))
    os.utime(folder / NAME, (1, 1))
    notebook.run(solved(STEM), cell_id="ex04")
    assert "Not saved since you ran the cell that starts with `# Exercise 4`." in notebook.run(
        "from helpers import hand_in\nhand_in()"
    )
    write(folder, STEM, right())
    assert "Not saved" not in notebook.run("hand_in()")


def test_a_cell_run_again_as_it_was_saved_is_not_called_unsaved(notebook, folder):
    write(folder, STEM, right())
    os.utime(folder / NAME, (1, 1))
    notebook.run(f"{solved(STEM)}\n", cell_id="ex04")
    assert "Not saved" not in notebook.run("from helpers import hand_in\nhand_in()")


def test_a_cell_that_was_edited_and_saved_but_not_run_is_not_called_unsaved(notebook, folder):
    notebook.run("# Exercise 4\nv = 0", cell_id="ex04")
    notebook.run("print(v)", cell_id="elsewhere")
    write(folder, STEM, right())
    os.utime(folder / NAME, (time.time() + 1, time.time() + 1))
    assert "Not saved" not in notebook.run("from helpers import hand_in\nhand_in()")


def test_the_total_is_of_all_exercises_whether_they_are_there_or_not(folder, capsys):
    write(folder, STEM, right())
    write(folder, IN_WORDS, submission(IN_WORDS, solved(IN_WORDS)))
    helpers.hand_in()
    said = capsys.readouterr().out
    assert said.startswith(f"{ZIP} is ready: 2 of 14 notebooks · 9 of 58 points\n")
    assert said.count("not in this folder") == 12
    assert f"Upload `{ZIP}` where your teacher says." in said
    assert "Your teacher can give up to 2 points more for answers in words." in said


def test_in_autograding_it_does_nothing(folder, monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    write(folder, STEM, right())
    helpers.hand_in()
    assert capsys.readouterr().out == ""
    assert not (folder / ZIP).exists()


def test_the_panel_is_a_list_that_a_screen_reader_announces(notebook, folder):
    from slipcheck.notebook.hand_in_panel import hand_in_panel

    write(folder, STEM, submission(STEM, "# <b>Exercise</b> 4"))
    html = hand_in_panel([report_on(COURSE, 4, folder, ())], ZIP)._repr_html_()
    assert "role='status'" in html
    assert f"<li style='margin:.25em 0'><span aria-hidden='true'>✗</span> {NAME}: not attempted yet" in html
    assert "<b>Exercise" not in html


def test_what_an_answer_does_leaves_the_folder_and_the_kernel_as_they_were(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(folder, STEM, added(right(), "ex04", f"import os\nos.chdir({str(elsewhere)!r})\nclass Lost(Exception): pass"))
    helpers.hand_in()
    assert Path.cwd() == folder
    assert (folder / ZIP).exists()
    assert list(elsewhere.iterdir()) == []


def test_an_answer_that_the_judge_cannot_bear_stops_no_other(folder, monkeypatch, capsys):
    from slipcheck.notebook import file_report

    real = file_report.judge
    monkeypatch.setattr(file_report, "judge", lambda case: 1 / 0 if case.exercise.number == 4 else real(case))
    write(folder, STEM, right())
    write(folder, stems()[0], submission(stems()[0], solved(stems()[0])))
    helpers.hand_in()
    said = capsys.readouterr().out
    assert f"{NAME}: your answer could not be judged here, 0 of 4 points" in said
    assert "✓ 01_defining_parameters.ipynb: 3 of 3 points" in said


def test_another_course_hands_in_its_own_notebooks(folder, monkeypatch, capsys):
    monkeypatch.syspath_prepend(TEA)
    course = import_module("tea.course").COURSE
    source = nbformat.read(TEA / "solutions" / "tea_time" / "01_cooling_tea.ipynb", as_version=4)
    answer = next(cell.source for cell in source.cells if cell.id == "ex01")
    checks = [nbformat.v4.new_code_cell(check) for check in course.given.checks[1]]
    lines = [line for line in answer.splitlines() if not re.match(r"\s*###|\s*# STUB", line)]
    cells = [nbformat.v4.new_code_cell("\n".join(lines), id="ex01"), *checks]
    write(folder, "01_cooling_tea", nbformat.v4.new_notebook(cells=cells))
    import_module("tea").hand_in()
    said = capsys.readouterr().out
    assert said.startswith("tea_time.zip is ready: 1 of 2 notebooks")
    assert re.search(r"✓ 01_cooling_tea.ipynb: (\d+) of \1 points", said)
    with zipfile.ZipFile(folder / "tea_time.zip") as archive:
        assert archive.namelist() == ["01_cooling_tea.ipynb"]


def test_hand_in_is_known_wherever_the_course_s_functions_are(monkeypatch):
    monkeypatch.syspath_prepend(TEA)
    assert sorted(OURS) == helpers.__all__ == import_module("tea").__all__
    assert {name for name in vars(package_stub) if name[0] != "_"} == set(OURS)
    assert set(OURS) <= set(notebook_names())
    for name in OURS:
        assert callable(getattr(helpers, name))


def test_what_the_release_gives_is_what_the_notebooks_hold():
    for number in COURSE.numbers:
        cells = copy.deepcopy(released(COURSE.stem(number)).cells)
        assert COURSE.given.checks[number] == tuple(cell.source for cell in cells if cell.source.startswith("check("))
    assert {name: answer.points for name, answer in COURSE.given.written[10].items()} == {"ex10_written": 2}
