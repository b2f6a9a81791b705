"""A run without figures says of them what a run with figures says, or it fails."""

from __future__ import annotations

import re

import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.observe import EXACT, observe
from slipcheck.runs import given_values, replaced_names, runs
from slipcheck.verdict import State

GIVEN = {"dt": 0.001}


def sketched(source: str, values=GIVEN, replacing=()):
    return observe(source, values, replacing=replacing, sketch=EXACT)


@pytest.mark.parametrize("number", COURSE.numbers)
def test_of_a_right_answer_it_says_the_same(number, solved):
    exercise = COURSE.exercise(number)
    values = given_values(exercise, exercise.parameters.but(dt=0.002), {"dt": 0.001})
    quick = sketched(solved(number), values, replaced_names(exercise))
    full = observe(solved(number), values, replacing=replaced_names(exercise))
    assert quick.failure is None
    assert (quick.printed, quick.figures) == (full.printed, full.figures)


def records(source: str, values, sketch) -> list[dict]:
    made: list[dict] = []
    seen = observe(source, values, draw=lambda record: made.append(record) or [], sketch=sketch)
    assert seen.failure is None
    return made


@pytest.mark.parametrize("number", COURSE.numbers)
def test_the_record_of_a_right_answer_is_that_of_matplotlib(number, solved):
    exercise = COURSE.exercise(number)
    values = given_values(exercise, exercise.parameters, {})
    assert records(solved(number), values, EXACT) == records(solved(number), values, False)


SAME = [
    "plt.plot([1, 2, 3])",
    "plt.plot(1, 2)",
    "plt.plot([1, 2], [3, 4], 'k.', [5, 6], [7, 8])",
    "plt.plot([1, 2], np.ones([2, 3]), 'o-', alpha=0.3)",
    "plt.plot(1, 2, marker='o')",
    "plt.plot([1, 2], [3, 4], marker='o', ms=3)",
    "plt.plot([1, 2], [3, 4], '.', color='C1', label='_a')\nplt.plot([1, 2], [4, 5])\nplt.plot([1, 2], [4, 5], '--')",
    "plt.plot([1, 2], [3, 4], 'red')\nplt.plot([1, 2], [3, 4], c='0.5', lw=2)",
    "plt.plot([1, 2], [3, 4], ls='')\nplt.plot([1, 2], [3, 4], 'w', alpha=0.5)",
    "plt.plot([1, 2], [3, 4], alpha=0.03)\nplt.plot([], [], 'k')",
    "plt.plot([1, 2], [3, 4], label='a')\nplt.plot([1, 2], [3, 4], label='b', alpha=0.5)\nplt.legend(loc='best')",
    "fig, ax = plt.subplots(figsize=(4, 3))\nax.plot([1, 2], [3, 4])\nax.set_xlabel('time (s)')\nax.grid(True)",
    "plt.figure()\nplt.plot([1], [2], 'k.')\nplt.show()\nplt.plot([3], [4])\nplt.title('b', fontsize=9)",
    "plt.plot([1, 2], [3, 4])\nplt.figure()\nplt.plot([1, 2], [3, 4])\nplt.tight_layout()",
    "import matplotlib.pyplot as p\np.gca().plot([1, 2], [3, np.nan], 'C2.')\np.xlabel('t')\np.xlabel('t (s)')",
]


@pytest.mark.parametrize("source", SAME)
def test_of_plain_commands_it_says_the_same(source):
    quick, full = sketched(source), observe(source, GIVEN)
    assert quick.failure is None
    np.testing.assert_equal(quick.figures, full.figures)


@pytest.mark.parametrize("source", [source for source in SAME if not re.search("grid|layout|fontsize", source)])
def test_of_plain_commands_the_record_is_that_of_matplotlib(source):
    np.testing.assert_equal(records(source, {}, EXACT), records(source, {}, False))


@pytest.mark.parametrize("source", ["plt.grid(True)", "plt.tight_layout()", "plt.title('a', fontsize=9)"])
def test_what_only_a_picture_shows_is_left_to_matplotlib(source):
    seen = observe(f"plt.plot([1, 2])\n{source}", {}, draw=lambda record: [], sketch=EXACT)
    assert seen.failure["type"] == "NeedsFigureError"


@pytest.mark.parametrize("end", ["", "\nplt.show()", "\ntry:\n    plt.show()\nexcept Exception:\n    pass"])
@pytest.mark.parametrize("command", ["plt.figure(figsize='wide')", "plt.legend(loc='nowhere')"])
def test_a_value_that_has_no_record_is_left_to_matplotlib(command, end):
    source = f"{command}\nplt.plot([1, 2], label='a')" if "figure" in command else f"plt.plot([1, 2])\n{command}"
    seen = observe(source + end, {}, draw=lambda record: [], sketch=EXACT)
    assert seen.failure["type"] == "NeedsFigureError"


LEFT_TO_MATPLOTLIB = [
    "plt.plot([1, 2], [3, 4])\nplt.xlim(0, 1)",
    "plt.plot([1, 2], [3])",
    "plt.plot('1', 2)",
    "plt.plot(['1', '2'], [3, 4])",
    "plt.plot([1], [2], 'zz')",
    "plt.plot([1], [2], colour='k')",
    "plt.plot([1], [2], marker='no marker')",
    "plt.plot([1, 2], [3, 4], alpha=2)",
    "plt.plot([1, 2], [3, 4], color=(1, 0, 0, 0.5))",
    "plt.plot([1, 2], [3, 4], c='k', color='r')",
    "plt.plot(np.ma.masked_array([1, 2], [True, False]))",
    "plt.plot(np.ones([2, 3, 4]))",
    "plt.plot(1j)",
    "line, = plt.plot([1, 2])",
    "print(plt.plot([1, 2]))",
    "plt.plot([1, 2])[0].set_alpha(0)",
    "plt.plot([1, 2])\nplt.clf()",
    "plt.plot([1, 2])\nplt.close()",
    "plt.rcParams['lines.linewidth'] = 0",
    "plt.figure(1)",
    "plt.figure()\nplt.figure()",
    "fig, ax = plt.subplots(2)",
    "fig, ax = plt.subplots()\nfig.suptitle('a')",
    "fig, ax = plt.subplots()\nax.title('a')",
    "plt.set_title('a')",
    "fig, ax = plt.subplots()\nplt.show()\nax.plot([1, 2])",
    "plt.title(1)",
    "plt.title('a', loc='left')",
    "plt.plot([1, 2])\nplt.legend(['a'])",
    "plt.scatter([1], [2])",
    "import matplotlib as mpl\nmpl.rcParams['lines.linewidth'] = 0\nplt.plot([1, 2])",
    "from matplotlib.pyplot import plot\nplot([1, 2])",
    "plt.title = 'a'",
    "plt.gca().draw = None",
    "fig, ax = plt.subplots()\nax.plot = 1",
    "plt.figure().draw = None",
    "plt.plot([1, 2]).draw = None",
    "plt.plot([1, 2], [3, 4], 'k.', color='r')",
    "try:\n    plt.errorbar([1], [2])\nexcept Exception:\n    pass",
    "try:\n    plt.errorbar([1], [2])\nexcept:\n    pass",
    "hasattr(plt, 'bar')",
]


@pytest.mark.parametrize("source", LEFT_TO_MATPLOTLIB)
def test_what_it_does_not_know_stops_the_run(source):
    assert sketched(source).failure["type"] == "NeedsFigureError"


def test_what_stops_it_is_run_again_with_figures():
    exercise = COURSE.exercise(5)
    made = runs(exercise, SCATTERED)
    assert all(run.observation.figures[0]["artists"][0]["kind"] == "scatter" for run in made)
    assert assess(exercise, made).state == State.RIGHT


SCATTERED = """\
step_end = 25
plt.title("Input current")
plt.xlabel("time (s)")
plt.ylabel("I (A)")
for step in range(step_end):
    t = step * dt
    plt.scatter(t, i_mean * (1 + np.sin(2 * np.pi * t / 0.01)), color="k")
plt.show()
"""
