"""What ``hand_in`` does and says, in any folder of any course."""

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
from IPython.utils.capture import capture_output

import helpers
from grading.demo_class import submission, write_demo
from grading.paths import ROOT, stems
from grading.sandbox.inside import package_stub
from grading.submissions.course_notebooks import released, solved
from helpers.course import COURSE
from slipcheck.notebook import file_report, panel
from slipcheck.notebook.file_report import file_report_of
from slipcheck.observe.ipython_syntax import OURS, notebook_names
from tests.support.handed_in import IN_WORDS, NAME, STEM, ZIP, added, right

real = vars(file_report)["judge"]
TEA = ROOT / "tests" / "support" / "tea_course"


def test_a_cell_run_since_the_notebook_was_saved_is_said_until_it_is_saved(notebook, folder):
    write_demo(folder, STEM, submission(STEM, "# Exercise 4\nv = 0"))
    os.utime(folder / NAME, (1, 1))
    notebook.run(solved(STEM), cell_id="ex04")
    assert "Not saved since you ran the cell that starts with `# Exercise 4`." in notebook.run(
        "from helpers import hand_in\nhand_in()"
    )
    write_demo(folder, STEM, right())
    assert "Not saved" not in notebook.run("hand_in()")


def test_a_cell_run_again_as_it_was_saved_is_not_called_unsaved(notebook, folder):
    write_demo(folder, STEM, right())
    os.utime(folder / NAME, (1, 1))
    notebook.run(f"{solved(STEM)}\n", cell_id="ex04")
    assert "Not saved" not in notebook.run("from helpers import hand_in\nhand_in()")


def test_a_cell_that_was_edited_and_saved_but_not_run_is_not_called_unsaved(notebook, folder):
    notebook.run("# Exercise 4\nv = 0", cell_id="ex04")
    notebook.run("print(v)", cell_id="elsewhere")
    write_demo(folder, STEM, right())
    os.utime(folder / NAME, (time.time() + 1, time.time() + 1))
    assert "Not saved" not in notebook.run("from helpers import hand_in\nhand_in()")


def test_the_total_is_of_all_exercises_whether_they_are_there_or_not(folder, capsys):
    write_demo(folder, STEM, right())
    write_demo(folder, IN_WORDS, submission(IN_WORDS, solved(IN_WORDS)))
    helpers.hand_in()
    said = capsys.readouterr().out
    assert said.startswith(f"{ZIP} is ready: 2 of 14 notebooks · 9 of 58 points\n")
    assert said.count("not in this folder") == 12
    assert f"Upload `{ZIP}` where your teacher says." in said
    assert "Your teacher can give up to 2 points more for answers in words." in said


def test_while_it_takes_long_it_says_where_it_is_in_the_place_of_the_panel(notebook, folder, monkeypatch):
    monkeypatch.setattr(panel, "PAUSE", 0.0)
    with capture_output() as captured:
        notebook.shell.run_cell("from helpers import hand_in\nhand_in()")
    titles = [output.data["text/plain"].split("\n")[0] for output in captured.outputs]
    assert titles[:14] == [f"Looking at notebook {number:02d} ..." for number in range(1, 15)]
    assert len(titles) == 15
    assert len({output.transient["display_id"] for output in captured.outputs}) == 1
    assert [output.update for output in captured.outputs] == [False] + [True] * 14


def test_in_autograding_it_does_nothing(folder, monkeypatch, capsys):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    write_demo(folder, STEM, right())
    helpers.hand_in()
    assert capsys.readouterr().out == ""
    assert not (folder / ZIP).exists()


def test_the_panel_is_a_list_that_a_screen_reader_announces(notebook, folder):
    from slipcheck.notebook.hand_in_panel import hand_in_panel

    write_demo(folder, STEM, submission(STEM, "# <b>Exercise</b> 4"))
    html = hand_in_panel([file_report_of(COURSE, 4, folder, ())], ZIP)._repr_html_()
    assert "role='status'" in html
    assert f"<li style='margin:.25em 0'><span aria-hidden='true'>✗</span> {NAME}: not attempted yet" in html
    assert "<b>Exercise" not in html


def test_what_an_answer_does_leaves_the_folder_and_the_kernel_as_they_were(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write_demo(
        folder, STEM, added(right(), "ex04", f"import os\nos.chdir({str(elsewhere)!r})\nclass Lost(Exception): pass")
    )
    helpers.hand_in()
    assert Path.cwd() == folder
    assert (folder / ZIP).exists()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", OURS)
def test_a_cell_that_imports_and_calls_one_of_our_functions_is_not_checked_within_the_check(name, folder, monkeypatch):
    calls = []
    monkeypatch.setattr(file_report, "judge", lambda case: calls.append(case.exercise.number) or real(case))
    arguments = "" if name == "hand_in" else "4"
    write_demo(folder, STEM, added(right(), "ex04", f"from helpers import {name}\n{name}({arguments})"))
    helpers.hand_in()
    assert calls == [4]


def test_an_answer_that_the_judge_cannot_bear_stops_no_other(folder, monkeypatch, capsys):
    monkeypatch.setattr(file_report, "judge", lambda case: 1 / 0 if case.exercise.number == 4 else real(case))
    write_demo(folder, STEM, right())
    write_demo(folder, stems()[0], submission(stems()[0], solved(stems()[0])))
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
    write_demo(folder, "01_cooling_tea", nbformat.v4.new_notebook(cells=cells))
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
