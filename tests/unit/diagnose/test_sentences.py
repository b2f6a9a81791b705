"""What a wrong answer is told, with the line: each row is an answer, and a piece of what is said of it."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.unit.diagnose.test_messages import LINE2, PRINT1, answer

TIME2 = "    t = step * dt  # s, the time of this step"
LINE3 = '    print(f"{t:.3f} {i:.4e}")'
SINE2 = "np.sin((t * 2 * np.pi) / 0.01)"
CURRENT2 = f"i_mean * (1 + {SINE2})"

TWICE3 = '    line = "{0:.3f} {0:.4e}".format(t, i)\n    print(line)'

SAID = {  # number, a piece of what is said, then pairs of what stands in the solution and what a student wrote
    "in milliseconds": (1, "Line 4: `tau` is 20 s. That is 1000 times too large. 20 is", ("20e-3", "20")),
    "a zero lost": (1, "the number in front of the e is not", ("100e6", "10e6")),
    "a minus lost": (1, "Which sign does the exponent need?", ("25e-11", "25e11")),
    "another digit": (1, "Compare the digits in front of the e", ("150e-3", "15e-3")),
    "printed before all": (1, "this line must come after line", ("t_max = ", f"{PRINT1}\nt_max = ")),
    "a function printed": (1, "`round` is a function of Python.", ("vth, r,", "vth, round,")),
    "one name twice": (1, "`vth` is not printed. The value of `vr` is printed twice.", ("vth, r,", "vr, r,")),
    "behind a comment": (1, "Line 11: the line with print is still a comment.", (PRINT1, f"# {PRINT1}")),
    "behind the last comment": (1, "Line 3: `tau = 20e-3` comes after a #.", ("step\ntau", "step tau")),
    "names of the cell's end": (1, "but does not print it", (PRINT1, PRINT1[6:-1])),
    "carets": (1, "Line 8 has it too.", ("1e-3", "10^-3"), ("100e6", "100 * 10^6")),
    "long minuses": (1, "Lines 6 and 7 have it too.", *((f"= -{k}e", f"= \u2212{k}e") for k in (60, 70, 50))),
    "commas in two lines": (1, "is a point. The same holds for line 9.", ("150e-3", "0,15"), ("25e-11", "2,5e-10")),
    "three in millivolt": (1, "in V. The same holds for lines 6 and", *((f"-{k}e-3", f"-{k}") for k in (60, 70, 50))),
    "a name of one's own": (1, "here and in line 11.", ("tau = ", "tau_m = "), ("dt, tau,", "dt, tau_m,")),
    "all but nothing": (1, "`i_mean` is printed as 0.0. Its value is 2.5e-10", ("r, i_mean)", "r, round(i_mean, 3))")),
    "as it is typed": (1, "`tau = 10e-3` does not belong here.", (PRINT1, f"{PRINT1}\ntau = 10e-3")),
    "a unit of its own": (2, "`m` is 1000 times too large", (TIME2, f"{TIME2}\n    m = 1000 * t"), ("(t *", "(m *")),
    "a number that the text lacks": (2, "the number 0.001 is not the right one.", ("/ 0.01", "/ 0.001")),
    "time before its use": (
        2, "Line 4 gives `t` a new value. Line 5 needs the old one. Move this line below line 5.",
        ("for step", "t = 0\nfor step"), (TIME2, "    t = t + dt"),
    ),
    "times in each round": (2, "one number is needed. The loop of line 2", (TIME2, "    t = np.arange(10) * dt")),
    "not needed": (2, "The values are right without this line.", (LINE2, f"{LINE2}\n    i_mean = i")),
    "needed": (2, "Give the new value another name", ("    i = ", "    i_mean = "), (LINE2, "    print(i_mean)")),
    "nothing to add to": (2, "Which sign gives a name its value?", ("    i = ", "    i += ")),
    "a zero factor": (2, "`0.01 * t` is 0 here, and nothing can be", (SINE2, "np.sin(2 * np.pi / (0.01 * t))")),
    "no return": (
        2, "the function `current` gives nothing back. Without `return`, what it computes is lost.",
        ("for step", "def current(t):\n    i_mean + t\nfor step"), (CURRENT2, "1 * current(t)"),
    ),
    "dots left below": (2, "Line 4 gives `i` its value", (LINE2, f"    i = ...\n{LINE2}")),
    "wrong without the dots": (2, "Line 3 gives `t` a wrong value", (TIME2, "    t = 1"), (CURRENT2, "...")),
    "a tab": (3, "In the quotes, `\\t` stands for a tab. Type one space", ("} {", "}\\t{")),
    "no such function, twice": (
        3, "The same holds for line 7.", ("    i =", "    x = np.sin(t)\n    i ="), ("np.sin(", "np.sinn("),
    ),
    "text around the numbers": (3, "“t =”, “s, i =”, “A”.", ("{t:.3f}", "t = {t:.3f} s, i ="), (".4e}", ".4e} A")),
    "no letter": (3, "the 3 counts all digits from the first one that is not 0", ("{t:.3f}", "{t:.3}")),
    "a blank in a format": (3, "there is a space between the colon and the format `.4e`.", ("{i:.4e}", "{i: .4e}")),
    "a space and a comma": (3, "The comma of print puts a space there", (LINE3, '    print("%.3f " % t, "%.4e" % i)')),
    "a width in one of two": (3, "the format `:>11.4e` makes", (LINE3, '    print("{:5.3f} {:>11.4e}".format(t, i))')),
    "rounded before": (
        3, "Line 7: `round(t, 3)` does not set",
        (LINE3, '    t = round(t, 3)\n    print(f"{t} {i:.4e}")'),
    ),
    "another letter": (3, "leaves out zeros at the end. Which letter stands for a power", (".4e", ".4g")),
    "a separator": (3, '`sep=", "` decides', (LINE3, '    print(f"{t:.3f}", f"{i:.4e}", sep=", ")')),
    "commas for points": (3, "turns each decimal point into a comma", ('.4e}")', '.4e}".replace(".", ","))')),
    "no format": (3, "`t` and `i` are printed without a format.", (LINE3, "    print(t, i)")),
    "round brackets": (3, "`(t:.3f)` has round brackets.", ("{t:.3f} {i:.4e}", "(t:.3f) (i:.4e)")),
    "a pair in one bracket": (3, "`t` and `i` are in one pair of curly brackets.", ("{t:.3f} {i:.4e}", "{t, i:.3f}")),
    "one place twice": (3, "Line 7: the text shows `t` twice", (LINE3, TWICE3)),
    "typed numbers": (3, "`0.000` and `2e-10` are typed in.", ("{t:.3f} {i:.4e}", "{0.000:.3f} {2e-10:.4e}")),
    "at other parameters": (3, "the value of `1 / dt`", ("{t:.3f}", "{step / 1000:.3f}")),
    "read from an empty list": (8, "no value can be read from one of them.", ("[el] * n", "[]")),
    "a name that is needed": (
        8, "Lines 16 and 17 need the value that it had before the loop.",
        ("[el] * n", "[]\nfor n in range(n):\n    v_n.append(el)"),
    ),
    "two lines without a marker": (
        10, "The same holds for line 19.",
        ("+ v_std, \"C7.", "+ v_std, \"C7"), ("- v_std, \"C7.", "- v_std, \"C7"),
    ),
    "below the line": (10, "`- 1` belongs there too.", ("(n - 1)", "n - 1")),
    "an argument of variances": (
        10, "divides by the number of values here",
        ("sum(v_var_n) / (n - 1)", "np.var(v_n, 0)"),
    ),
    "a list of one draw": (
        11, "repeats one random number. `np.random.random` can draw an array",
        ("np.random.random(step_end)", "[np.random.random()] * step_end"),
    ),
    "a shape of two": (11, "make a table of rows and columns.", ("random(step_end)", "random((1, step_end))")),
    "times as indices": (12, "Here `step` is 0.0 s, a decimal number.", ("enumerate(i[:-1])", "zip(t_range, i[:-1])")),
    "two faults and swapped axes": (
        12, "plt.plot gets `v` first",
        ("dt / tau", "dt * tau"), ("(t_range, v,", "(v, t_range,"),
    ),
    "the last round": (12, "In the last round, line 9 stops", ("i[:-1]", "i")),
    "two empty lists": (
        6, "The same holds for line 12.", ("    t = step", "    ts = []\n    vs = []\n    t = step"),
        ('    plt.plot(t, v, "k.")\n', "    ts.append(t)\n    vs.append(v)\n"),
        ("plt.show()", 'plt.plot(ts, vs, "k.")\nplt.show()'),
    ),
    "an append after the loop": (
        6, "`ts` holds one value", ("for step", "ts, vs = [], []\nfor step"), ('    plt.plot(t, v, "k.")\n', ""),
        ("plt.show()", 'ts.append(t)\nvs.append(v)\nplt.plot(ts, vs, "k.")\nplt.show()'),
    ),
    "a counter for a time": (
        6, "the numbers of the steps",
        ("for step in range(step_end)", "for k, t in enumerate(np.arange(0, t_max, dt))"),
        ("    t = step * dt\n", ""), ("(t, v,", "(k, v,"),
    ),
    "a white marker": (5, "the letter w in the format", ('"ko"', '"wo"')),
    "too small": (5, "`markersize=0` hides", ('"ko"', '"ko", markersize=0')),
    "a color for a format": (5, "leaves no room for a marker", ('"ko"', '"black"')),
    "no legend command": (14, "does not call plt.legend", ("plt.legend()\n", "")),
    "a legend after the end": (14, "comes after plt.show", ("plt.legend()\nplt.show()", "plt.show()\nplt.legend()")),
    "a label that is left out": (14, "begins with an underscore", ('"mean"', '"_mean"')),
    "one trace without a label": (14, "Line 17: this curve has no label", (', label="$V(t)$"', "")),
    "a label in millivolt": (
        14, "Line 20: `1e3 * (v_mean + v_std)` is given",
        ("$V_m$ (V)", "$V_m$ (mV)"), ("t_range, v", "t_range, 1e3 * v"),
        ("1e3 * v_mean + v_std", "1e3 * (v_mean + v_std)"), ("1e3 * v_mean - v_std", "1e3 * (v_mean + v_std)"),
    ),
    "a name that is there already": (
        14, "Which name holds the standard deviation?",
        ("v_mean + v_std", "np.mean(v_n, axis=0) + np.std(v_n, axis=0)"),
    ),
    "an entry of the times": (
        6, "`dt` is one term too many", ("v = el\n", "t = np.arange(step_end) * dt\nv = el\n"),
        ("    t = step * dt\n", ""), ("((t *", "((t[step] *"), ("plot(t, v", "plot(t[step], v + dt"),
    ),
    "a term by the student's name": (
        4, "`w` is one term too many", ("    v = v + dt", "    w = el\n    v = w + v + dt"),
    ),
    "one line short": (13, "`[:-1]` leaves out a part of `v_n`.", ("v_n.T", "v_n[:-1].T")),
    "a copy and its change": (
        13, "Line 11 changes `now`, and `v_n[:, step - 1]` with it.",
        ("    v_n[:, step] = v_n[:, step - 1] + ", "    now = v_n[:, step - 1]\n    now += "),
        ("* i[:, step - 1])", "* i[:, step - 1])\n    v_n[:, step] = now"),
    ),
    "which argument": (
        14, "Which value should `axis` have in this line?",
        ("np.mean(v_n, axis=0)", "np.mean(v_n, axis=1)"),
    ),
    "an axis too": (14, "The call then needs an axis too.", ("np.mean(v_n, axis=0)", "np.mean(v_n[:, step])")),
    "no value beside its reach": (
        14, "without the slice `[:-1]`, which leaves out the last value",
        ("np.std(v_n, axis=0, ddof=1)", "np.std(v_n[:-1], axis=0)"),
    ),
    "both lists in the loop": (
        6, "The same holds for line 12.",
        ("    t = step * dt\n", "    times = []\n    volts = []\n    t = step * dt\n"),
        ('plt.plot(t, v, "k.")', "times += [t]\n    volts += [v]"),
        ("plt.show", 'plt.plot(times, volts, "k.")\nplt.show'),
    ),
    "a name of times that a loop takes": (
        10, "Line 11 has stored the time there.",
        (
            "v_var_n = [(v - v_mean) ** 2 for v in v_n]",
            "v_var_n = []\n    for t in v_n:\n        v_var_n.append((t - v_mean) ** 2)",
        ),
    ),
    "a start value after the loop": (
        11, "this line should come before line 8.",
        ("el * np.ones", "np.zeros"), ("plt.figure", "v[0] = el\nplt.figure"),
    ),
    "a number that is known, in another unit": (
        4, "look at line 7: the number `10` is not", ("step * dt", "step * dt * 1000"), ("/ 0.01", "/ 10"),
    ),
    "a second value in a format": (3, "`i` is in the same pair of curly brackets as `t`.", ("} {i", ", i")),
    "a comma before the decimals": (3, "Write a point in place of the comma.", ("{t:.3f}", "{t:,3f}")),
    "limits in steps": (5, "So they stand in one narrow strip.", ("plt.show()", "plt.xlim(0, step_end)\nplt.show()")),
    "a list of one pair": (5, "make one list of x and y", ("plt.plot(t, i,", "plt.plot([t, i],")),
    "all times in the loop": (
        6, "`t` holds the values of all rounds at once.", ("v = el\n", "v = el\nt = np.arange(0, t_max, dt)\n"),
        ("    t = step * dt\n", ""),
    ),
    "whole numbers for a first value": (
        11, "Write the numbers in this call with a decimal point.",
        ("el * np.ones(step_end)", "np.full(step_end, 0)\nv[0] = el"),
    ),
    "one draw repeated": (
        11, "`step_end *` repeats the list with this one number.",
        ("i = i_mean", "i = step_end * [i_mean"), ("random(step_end) - 1))", "random() - 1))]"),
    ),
    "another range alone": (
        11, "With the indices of the text the values are still wrong",
        ("range(1, step_end)", "range(5, step_end - 4)"), ("plt.figure()", "v[0] = 0\nplt.figure()"),
    ),
    "one index for a row": (
        13, "the index `step` in `v_n[step]` picks a row.", ("range(1, step_end)", "range(1, n)"),
        ("v_n[:, step]", "v_n[step]"), ("v_n[:, step - 1]", "v_n[step - 1]"), ("i[:, step - 1]", "i[step - 1]"),
    ),
    "a root of what is negative": (
        14, "A negative number has no real root.", ("np.std(v_n, axis=0, ddof=1)", "np.sqrt(v_mean - v_mean**2)"),
    ),
    "the deviation of a mean": (14, "makes it the spread of their mean.", ("ddof=1)", "ddof=1) / n**0.5")),
    "divided with an argument": (14, "by the number of values minus 1.", ("ddof=1)", "ddof=1) / (n - 1)")),
    "one label for three texts": (
        14, "has a label. Give one curve of each kind", ("plt.legend()", 'plt.legend(["a", "b", "c"])'),
        (', label="mean"', ""), (', label="mean $\\\\pm$ std"', ""),
    ),
    "divided already": (
        14, "`np.std` has already divided",
        ("np.std(v_n, axis=0, ddof=1)", "np.std(v_n, axis=0) / (n - 1)"),
    ),
}  # fmt: skip
RIGHT_PART = {  # number, the part that keeps its points, then the pairs
    "a text for a number is printed": (1, "printed", ("20e-3", '"20e-3"')),
    "a right number under another name is printed": (
        1,
        "printed",
        ("vth = -50e-3", "v_th = -50e-3"),
        ("vr, vth,", "vr, v_th,"),
    ),
    "numbers run into each other": (3, "numbers", ("} {", "}{")),
}


def verdict_on(number: int, pairs):
    exercise, cell = COURSE.exercise(number), answer(number, pairs)
    return assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))


@pytest.mark.sample(20)
@pytest.mark.parametrize("case", SAID)
def test_what_is_said_of_a_wrong_answer(case):
    number, piece, *pairs = SAID[case]
    told = [part.message for part in verdict_on(number, pairs).parts if not part.right]
    assert any(piece in f"{said.observed} {said.means} {said.next}" for said in told)


@pytest.mark.parametrize("case", RIGHT_PART)
def test_a_part_keeps_its_points(case):
    number, name, *pairs = RIGHT_PART[case]
    verdict = verdict_on(number, pairs)
    assert verdict.state != "right"
    assert next(part for part in verdict.parts if part.part.name == name).right


@pytest.mark.parametrize("pair", [("25e-11", "25e-12"), ("100e6", "100*10^6")])
def test_a_wrong_value_that_is_printed_as_its_name_has_it_costs_nothing_more(pair):
    numbers, printed = verdict_on(1, [pair]).parts
    assert (numbers.right, printed.right) == (False, True)


@pytest.mark.parametrize("pair", [("25e-11", "2,5e-10"), ("20e-3", "20, 0")])
def test_a_line_with_two_numbers_for_one_is_not_the_one_that_is_asked_for_and_has_no_cause_of_its_own(pair):
    numbers, printed = verdict_on(1, [pair]).parts
    assert not printed.right
    assert printed.is_repeated
    assert printed.diagnosis == numbers.diagnosis


@pytest.mark.parametrize(("number", "right"), [(11, "el * np.ones(step_end)"), (13, "el * np.ones([n, step_end])")])
def test_a_plot_of_no_numbers_is_wrong_for_the_reason_that_the_numbers_are(number, right):
    verdict = verdict_on(number, [(right, f"np.nan * {right}")])
    assert [part.is_repeated for part in verdict.parts if not part.right] == [False, True, True]
