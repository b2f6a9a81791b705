"""An answer that offers many tables has not decided on one."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs

FIGURE = """
for k in range(begin, begin + count):
    t = np.arange(25) * dt
    plt.figure(); plt.title("I"); plt.xlabel("time (s)"); plt.ylabel("$I$ (A)")
    plt.plot(t, i_mean * (1 + np.sin(2 * np.pi * t / (0.001 * (k + 1)))), "ko")
    plt.show()
"""


@pytest.mark.parametrize(
    ("count", "is_right", "offered"), [(1, True, 0), (2, True, 0), (3, True, 3), (5, False, 0), (12, False, 0)]
)
def test_a_guess_among_many_figures_does_not_count(count, is_right, offered):
    source = FIGURE.replace("begin", "9" if count == 1 else "8").replace("count", str(count))
    verdict = assess(COURSE.exercise(5), runs(COURSE.exercise(5), source))
    numbers = verdict.parts[0]
    assert (numbers.right, verdict.offered) == (is_right, offered)
    if not is_right:
        assert numbers.message.observed.startswith("Which of these is your answer?")
