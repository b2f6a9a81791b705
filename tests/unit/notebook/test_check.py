"""``check`` as a student meets it, in an IPython shell."""

from __future__ import annotations

import random
import re
import warnings

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.notebook import run_cells
from slipcheck.runs import rerun_of, runs


def states(solved, stub):
    return {
        "untouched": (stub(4), "still to do"),
        "syntax": (solved(4).replace("(el - v + r * i)", "(el - v + r * i"), "Python cannot read it"),
        "crash": (solved(4).replace("r * i)", "resistance * i)"), "it stops with an error"),
        "endless": (
            solved(4).replace("for step in range(step_end):", "while True:\n    step = 0"),
            "never stops",
        ),
        "wrong": (solved(4).replace("r * i)", "i)"), "not right yet"),
        "right": (solved(4), "Exercise 4: right · 4 of 4 points"),
    }


@pytest.mark.parametrize("state", ["untouched", "syntax", "crash", "endless", "wrong", "right"])
def test_six_states_are_told_apart(notebook, solved, stub, state):
    source, headline = states(solved, stub)[state]
    if state == "endless":  # interrupted by the student
        run_cells.RAN.append(run_cells.RunCell(source))
    else:
        notebook.run(source)
    told = notebook.run("check(4)")
    assert headline in told.replace("\n", " ")
    assert (notebook.error is None) == (state == "right")


def test_a_failed_check_is_an_error_of_one_line_without_a_stack_trace(notebook, stub):
    notebook.run(stub(4))
    told = notebook.run("check(4)")
    assert type(notebook.error).__name__ == "NotYet"
    assert notebook.error._render_traceback_() == ["Exercise 4: 0 of 2 checks right so far."]
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("check(15)", "There is no exercise 15. The series has exercises 1 to 14."),
        ("check('4')", "There is no exercise '4'"),
        ("hint(0)", "There is no exercise 0"),
        ("explore(99)", "There is no exercise 99"),
        ("explore(1)", "Exercise 1 has no sliders"),
        ("check(4, 'figur')", 'Exercise 4 has no part "figur". Its parts are "numbers", "parameters".'),
        ("check(4)", "The answer cell of exercise 4 was not run yet."),
    ],
)
def test_a_bad_call_gets_a_sentence(notebook, call, sentence):
    notebook.run(call)
    assert sentence in str(notebook.error)
    assert len(notebook.error._render_traceback_()) == 1


def test_one_part_can_be_checked_alone(notebook, solved):
    notebook.run(solved(4).replace("dt / tau", "1e-3 / 20e-3"))
    assert "right · 2 of 2 points" in notebook.run('check(4, "numbers")')
    assert notebook.error is None
    assert "0 of 2 points" in notebook.run('check(4, "parameters")')
    assert notebook.error is not None


def test_the_whole_check_shows_each_part_with_its_points(notebook, solved):
    notebook.run(solved(5).replace('"ko"', '"k"'))
    told = notebook.run("check(5)")
    assert "partly right · 3 of 5 points" in told
    assert len(re.findall(r"(?m)^  [✓✗] ", told)) == 3


def test_a_reason_that_is_not_the_last_one_shown_is_named_by_its_line(notebook, solved):
    wrong = solved(7).replace("(t_max / dt) ** 0.5", "12.2").replace('"k."', '"k"')
    notebook.run(wrong)
    told = " ".join(notebook.run("check(7)").split())
    lines = [k for k, line in enumerate(wrong.split("\n"), 1) if "12.2" in line]
    assert f"not yet, for the reason in line {lines[0]}: right with other parameters" in told


def test_a_right_answer_is_offered_another_way_to_write_it(notebook, solved):
    notebook.run(solved(4))
    assert "Another way to write it" in notebook.run("check(4)")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("import no_such_package", "imports `no_such_package`, which is not there where it was checked"),
        ("import no_such_package as p\np.work()", "imports `no_such_package`, which is not there where it was checked"),
        ("await something()", "`await` works only inside a function"),
        ("return", "`return` works only inside a function"),
    ],
)
def test_what_the_grader_cannot_run_is_said(notebook, solved, line, sentence):
    notebook.run(f"{solved(4)}\n{line}")
    assert sentence in notebook.run("check(4)").replace("\n", " ")


def test_a_function_that_was_overwritten_is_named_and_put_back(notebook, solved):
    original = plt.title
    notebook.run(solved(5).replace('plt.title("', 'plt.title = ("'))
    assert "`plt.title`" in notebook.run("check(5)")
    assert plt.title is original


def test_check_leaves_no_trace_in_the_kernel(notebook, solved):
    notebook.run(solved(10))
    plt.close("all")
    mine = plt.figure()
    np.random.seed(3)
    kept = set(notebook.shell.user_ns)
    before = (random.getstate(), np.random.get_state()[1].tolist(), dict(mpl.rcParams), plt.get_fignums())
    notebook.run("check(10)")
    after = (random.getstate(), np.random.get_state()[1].tolist(), dict(mpl.rcParams), plt.get_fignums())
    assert after == before
    assert plt.get_fignums() == [mine.number]
    assert {name for name in set(notebook.shell.user_ns) - kept if not name.startswith("_")} == set()
    plt.close("all")


def test_the_set_up_cell_can_be_run_again(notebook, solved):
    notebook.run(solved(4))
    for _ in range(2):
        notebook.run(notebook.set_up)
        assert "Exercise 4: right" in notebook.run("check(4)")
        assert "hint" in notebook.run("hint(4)")


def test_importing_the_helpers_imports_neither_widgets_nor_ipython():
    import subprocess
    import sys

    code = "import sys, helpers; print(sorted({'ipywidgets', 'IPython'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("label", ['"time" (s)', '"time \\d (s)"'])
def test_odd_syntax_is_not_warned_of_again(label, solved):
    source = f"{solved(5)}\nplt.xlabel({label})"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assess(COURSE.exercise(5), runs(COURSE.exercise(5), source), rerun=rerun_of(COURSE.exercise(5), source))
    assert caught == []


def test_parameters_of_the_set_up_do_not_stand_in_for_those_that_exercise_1_asks_for(notebook):
    notebook.run("# Exercise 1\nprint(t_max, dt, tau, el, vr, vth, r, i_mean)")
    told = notebook.run("check(1)")
    assert "0 of 3 points" in told


def test_check_describes_the_figure_in_words_on_request(notebook, solved):
    notebook.run(solved(5))
    told = notebook.run("check(5, describe=True)")
    assert "Exercise 5: your figure in words" in told
    assert "I (A) over time (s). 25 black points: from 2.5e−10 at 0 to 3.969e−10 at 0.024" in told
    assert "Exercise 5: right" in told
    assert "in words" not in notebook.run("check(5)")


def test_an_answer_without_a_figure_is_described_as_such(notebook, solved):
    notebook.run(solved(4))
    assert "Your answer draws nothing." in notebook.run("check(4, describe=True)")
