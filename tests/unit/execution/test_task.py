"""One task of a worker."""

from __future__ import annotations

import dataclasses
import time

import pytest

from grading.execution import task
from grading.paths import stems
from grading.sandbox import results
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.diagnose.searched_answer import SearchedAnswer
from slipcheck.parameter_draws import unseen_in_the_notebook
from slipcheck.runs import runs
from tests.unit.judge.test_figures_apart import A_FIGURE_EACH_STEP

WEAK = "step_end = 10\nfor step in range(step_end):\n    t = step * dt\n    print(t)\n"


@pytest.mark.sample(1)
@pytest.mark.parametrize(("source", "is_searched"), [(WEAK, True), (f"{WEAK}raise PermissionError(1)", False)])
def test_code_that_tries_what_is_forbidden_is_not_searched_for_slips(monkeypatch, source, is_searched):
    asked = []
    monkeypatch.setattr(results, "read_trials", lambda result, sources: asked.append(sources) or [])
    monkeypatch.setattr(
        task, "_judged", lambda exercise, runs, rerun, brief: asked.append(rerun) or _untold(exercise, runs)
    )
    hidden = [dataclasses.asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(2))]
    task.work({"number": 2, "source": source, "cells": [], "parameters": hidden, "unconfined": True})
    assert [rerun is not None for rerun in asked] == [is_searched]


def _untold(exercise, runs):
    return task.assess(exercise, runs)


HOLDING = """import signal, time
for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF):
    signal.setitimer(timer, 0)
time.sleep(500)
"""


@pytest.mark.sandbox
def test_an_answer_that_holds_its_worker_is_stopped_and_run_no_more():
    began = time.monotonic()
    hidden = [dataclasses.asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(4))]
    result = task.work({"number": 4, "source": HOLDING, "cells": [], "parameters": hidden, "wall": 3.0})
    assert (result["points"], result["flags"], result["runs"]) == (0, [task.HELD], 1)
    assert time.monotonic() - began < 3 * 20  # a sandbox has to start; the sleep alone takes 500


@pytest.mark.sandbox
def test_no_run_follows_one_that_had_to_be_stopped(monkeypatch):
    source = f"if tau != 20e-3:\n    {HOLDING.replace(chr(10), chr(10) + '    ')}\nprint(1)"
    made = []
    run = task._run
    monkeypatch.setattr(
        task, "_run", lambda job, confined, wall, *more: made.append(job) or run(job, confined, min(wall, 2), *more)
    )
    hidden = [dataclasses.asdict(p) for p in unseen_in_the_notebook(COURSE.exercise(4))]
    result = task.work({"number": 4, "source": source, "cells": [], "parameters": hidden})
    assert (len(made), result["flags"]) == (2, [task.HELD])


def test_what_was_judged_stands_where_the_reason_takes_too_long(monkeypatch):
    def look_for_ever(*_arguments):
        while True:
            time.sleep(0.01)

    monkeypatch.setattr(task, "DIAGNOSIS", 0.1)
    monkeypatch.setattr(SearchedAnswer, "diagnosis", look_for_ever)
    exercise = COURSE.exercise(4)
    source = solved(stems()[3]).replace("dt / tau", "dt / 20e-3")
    verdict = task._judged(exercise, runs(exercise, source), None)
    assert [part.right for part in verdict.parts] == [True, False]
    assert all(part.message for part in verdict.parts if not part.right)


THREE_FIGURES = """for k in (8, 9, 10):
    t = np.arange(25) * dt
    plt.figure(); plt.title("I"); plt.xlabel("time (s)"); plt.ylabel("$I$ (A)")
    plt.plot(t, i_mean * (1 + np.sin(2 * np.pi * t / (0.001 * (k + 1)))), "ko")
    plt.show()
"""


@pytest.mark.parametrize(("figures", "flags"), [("(9,)", []), ("(8, 9, 10)", ["offers 3 different answers"])])
def test_an_answer_of_several_is_flagged(figures, flags):
    source = THREE_FIGURES.replace("(8, 9, 10)", figures)
    result = task.work({"number": 5, "source": source, "cells": [], "parameters": [], "unconfined": True})
    assert result["parts"][0]["right"]
    assert [flag.partition(",")[0] for flag in result["flags"]] == flags


def test_a_brief_task_is_judged_without_a_look_for_causes(monkeypatch):
    monkeypatch.setattr(SearchedAnswer, "diagnosis", lambda *_arguments: pytest.fail("looked for a cause"))
    content = {"number": 2, "source": "x = [1][5]", "cells": [], "parameters": [], "unconfined": True}
    result = task.work({**content, "brief": True})
    assert (result["state"], result["flags"], result["parts"][0]["cause"]) == ("crashed", [task.BRIEF], "error")


@pytest.mark.slow  # 150 figures
@pytest.mark.sandbox
def test_the_points_of_more_figures_than_are_drawn_count():
    content = {
        "number": 6,
        "source": A_FIGURE_EACH_STEP,
        "cells": [],
        "parameters": [],
        "unconfined": False,
        "brief": True,
    }
    assert [part["right"] for part in task.work(content)["parts"]] == [True, False, False]  # the last: no parameters


@pytest.mark.sample(1)
@pytest.mark.sandbox
@pytest.mark.parametrize("line", ["print(step, j, v_n[j])", "print(v_n)"])
def test_a_print_left_in_the_innermost_loop_costs_nothing(line):
    right = solved(stems()[7])
    source = right.replace("        v_n[j] = ", f"        {line}\n        v_n[j] = ")
    assert source != right
    result = task.work(
        {"number": 8, "source": source, "cells": [], "parameters": [], "unconfined": False, "brief": True}
    )
    assert [part["right"] for part in result["parts"]] == [True, True, False]  # the last: no parameters
