"""Points in a figure of their own each: they are right, and the figure is not."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.observe.figures import MOST_AXES
from slipcheck.runs import rerun_of, runs

LABELS = 'plt.title("I"); plt.xlabel("time (s)"); plt.ylabel("$I$ (A)")'
ROUND = """
for step in range(25):
    t = step * dt
    plt.figure()
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, i, "ko")
    plt.show()
"""
A_FIGURE_EACH_STEP = """
step_end = int(t_max / dt)
v = el
for step in range(step_end):
    t = step * dt
    plt.figure()
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)
plt.show()
"""
CELLS = {
    "shown in each round": f"plt.figure(); {LABELS}{ROUND.replace('    plt.figure()', '')}",
    "opened in each round": f"{LABELS}{ROUND.replace('    plt.show()', 'plt.show()')}",
    "both": ROUND.replace("plt.show()", f"{LABELS}; plt.show()"),
    "parts of a figure": f"{ROUND.replace('figure()', 'subplot(5, 5, step + 1)').replace('    plt.show()', LABELS)}",
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", CELLS)
def test_the_points_count_and_the_figure_does_not(name):
    exercise = COURSE.exercise(5)
    verdict = assess(exercise, runs(exercise, CELLS[name]), rerun=rerun_of(exercise, CELLS[name]))
    assert [part.right for part in verdict.parts] == [True, False, True]
    assert "in each round of the loop" in verdict.parts[1].message.observed


@pytest.mark.slow
def test_more_figures_than_are_looked_at_count_all_the_same():
    exercise = COURSE.exercise(6)
    found = runs(exercise, A_FIGURE_EACH_STEP)
    assert len(found[0].observation.figures) == exercise.parameters.step_end > MOST_AXES
    assert [part.right for part in assess(exercise, found).parts] == [True, False, True]


def test_a_command_that_ends_the_figure_too_is_said():
    exercise = COURSE.exercise(5)
    verdict = assess(exercise, runs(exercise, CELLS["both"]))
    assert "Move line 7 out of the loop too" in verdict.parts[1].message.next
