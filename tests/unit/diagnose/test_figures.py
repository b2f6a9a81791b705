"""What is said of figures: each row is an answer, and a piece of what is said of it."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.unit.diagnose.test_messages import answer

SHOW = "plt.show()"
PLOT13 = 'plt.plot(t_range, v_n.T, "k", alpha=0.3)'
FIGURE12 = """plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
"""
SAID = {  # number, a piece of what is said, then pairs of what stands in the solution and what a student wrote
    "a format in two texts": (5, "given in two texts, `k` and `o`.", ('"ko"', '"k", "o"')),
    "bars of errors": (6, "Line 13: `plt.errorbar` draws bars", ('plot(t, v, "k.")', "errorbar(t, v, yerr=0.001)")),
    "bars of errors that stop": (
        10, "Line 18: `plt.errorbar` draws bars",
        ('plot(t, v_mean + v_std, "C7."', 'errorbar(t, v_mean, v_std, "C7."'),
    ),
    "closed before it is shown": (6, "Line 16: `plt.close` empties the figure.", (SHOW, f"plt.close()\n{SHOW}")),
    "a label in two texts": (5, "`plt.xlabel` gets 2 texts.", ('"time (s)"', '"time", "s"')),
    "another power of ten than the label's": (
        5, "not in the unit of the label, `I (nA)`", ("$I$ (A)", "I (nA)"), ("(t, i,", "(t, 1e6 * i,"),
    ),
    "white by its numbers": (6, "`color=(1, 1, 1)` hides the points.", ('"k."', '".", color=(1, 1, 1)')),
    "a format for a marker": (5, "by the argument `color`.", ('plot(t, i, "ko")', 'scatter(t, i, marker="ko")')),
    "the number of each step": (7, "`t / dt` is given to plt.plot as x: the numbers of", ("plot(t,", "plot(t / dt,")),
    "pairs in a list": (
        5, "each entry of `points` holds x and y together.", ("step_end = 25", "step_end = 25\npoints = []"),
        ('plt.plot(t, i, "ko")\n', 'points.append((t, i))\nplt.plot(points, "ko")\n'),
    ),
    "a mean in quotes": (9, "Line 16: the name 'v_mean' is in quotes.", ("(t, v_mean,", '(t, "v_mean",')),
    "two sums in quotes": (
        10, "The same holds for line 19.",
        ("(t, v_mean + v_std,", '(t, "v_mean + v_std",'), ("(t, v_mean - v_std,", '(t, "v_mean - v_std",'),
    ),
    "a table in quotes": (13, "'v_n.T' is in quotes.", ("v_n.T,", '"v_n.T",')),
    "a word for values": (14, '`"m"` is in the place of the y values.', ("(t_range, v_mean,", '(t_range, "m",')),
    "x and y in one text": (9, "one pair of quotes encloses x and y", ("(t, v_mean,", '("t, v_mean",')),
    "y and the format in one text": (5, "Put the quotes around `ko` alone.", ('(t, i, "ko")', '(t, "i, ko")')),
    "one text for all": (6, "put the quotes around `k.` alone.", ('(t, v, "k.")', '("t, v, k.")')),
    "an argument by its place": (9, "`0.8` is given without the name of an argument.", ('alpha=0.8', '0.8')),
    "a text for a point": (6, "Line 13: `plt.text` writes a text.", ('plot(t, v, "k.")', 'text(t, v, ".")')),
    "not visible": (6, "`visible=False` hides the points.", ('"k."', '"k.", visible=False')),
    "bars of counts": (13, "Line 16: `plt.hist` counts values", (PLOT13, "plt.hist(v_n.T)")),
    "a logarithmic scale": (6, "Such a scale shows only values above 0", (SHOW, f'plt.yscale("log")\n{SHOW}')),
    "two curves without the mean": (
        14, "Then look at line 20: a term with `v_mean` is missing.",
        ("v_mean + v_std", "v_std"), ("v_mean - v_std", "-v_std"),
    ),
    "a legend of two texts": (14, "plt.legend gets 2 texts.", ("plt.legend()", 'plt.legend("mean", "std")')),
    "the times repeated": (
        13, "draws 150 curves, one for each time.", (PLOT13, 'plt.plot([t_range] * n, v_n, "k", alpha=0.3)'),
    ),
    "a command behind a sign": (13, "the line must begin at the left edge.", (PLOT13, f"# {PLOT13}")),
    "steps on the time axis too": (
        6, "Then look at line 13: `step` is given to plt.plot as x",
        ("t_max / dt", "t_max // dt"), ("(t, v,", "(step, v,"),
    ),
}  # fmt: skip


@pytest.mark.sample(12)
@pytest.mark.parametrize("case", SAID)
def test_what_is_said_of_a_figure(case):
    number, piece, *pairs = SAID[case]
    exercise, cell = COURSE.exercise(number), answer(number, pairs)
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    told = [part.message for part in verdict.parts if not part.right]
    assert any(piece in f"{said.observed} {said.means} {said.next}" for said in told)


def test_a_logarithmic_scale_of_values_above_0_shows_them():
    exercise, cell = COURSE.exercise(5), answer(5, [(SHOW, f'plt.yscale("log")\n{SHOW}')])
    assert assess(exercise, runs(exercise, cell)).state == "right"


@pytest.mark.slow  # thousands of figures
def test_a_figure_counts_after_very_many_empty_ones():
    opened = "    plt.figure()\n" + "".join(f"    {line}\n" for line in FIGURE12.splitlines()[1:4])
    exercise, cell = COURSE.exercise(12), answer(12, [(FIGURE12, ""), ("* i_step)\n", f"* i_step)\n{opened}")])
    assert assess(exercise, runs(exercise, cell)).state == "right"
