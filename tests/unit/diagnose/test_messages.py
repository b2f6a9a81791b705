"""What an answer that is nearly right is told: each row is an answer, its part, and a piece of the message or none."""

from __future__ import annotations

import warnings

import pytest

from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose.lines.line_facts import apart
from slipcheck.runs import runs
from tests.support.downloads import STEMS

PRINT1 = "print(t_max, dt, tau, el, vr, vth, r, i_mean)"
NAMES1 = PRINT1[6:-1].split(", ")
UNITS1 = dict(zip(NAMES1, ("s", "s", "s", "V", "V", "V", "ohm", "A"), strict=True))
GLUED = 'print(f"' + " ".join(f"{{{name}}}{unit}" for name, unit in UNITS1.items()) + '")'
LINE2 = "    print(i)"
LINE3 = '    print(f"{t:.3f} {i:.4e}")'
LINE4 = '    print(f"{t:.3f} {v:.4e}")'
MEAN9 = '    plt.plot(t, v_mean, "C0.", alpha=0.8)'
LOOP9, SHOW9 = "for step in", "plt.show()"
ONE_BY_ONE14 = "[sum(v_n[:, k]) / n for k in range(step_end)]"
AXIS14, STD14 = "np.mean(v_n, axis=0)", "np.std(v_n, axis=0, ddof=1)"
COLLECTED9 = (
    (LOOP9, f"times, means = [], []\n{LOOP9}"),
    (MEAN9, "    means.append(v_mean)\n    times.append(t)"),
    (SHOW9, f'plt.plot(times, means, "C0.", alpha=0.8)\n{SHOW9}'),
)
IN_ONE_NAME9 = (
    (LOOP9, f"times, v_mean = [], []\n{LOOP9}"),
    ("    v_mean = sum(v_n) / n", "    v_mean.append(sum(v_n) / n)\n    times.append(t)"),
    (f"{MEAN9}\n", ""),
    (SHOW9, f'plt.plot(times, v_mean, "C0.", alpha=0.8)\n{SHOW9}'),
)
ARRAYS14 = (("v_mean +", "np.array(v_mean) +"), ("v_mean -", "np.array(v_mean) -"))

RIGHT = {  # number, then pairs of what stands in the solution and what a student wrote
    "units behind the numbers": (1, (PRINT1, GLUED)),
    "a name, =, the value with its unit": (1, (PRINT1, GLUED.replace("{t_max}", "t_max={t_max}"))),
    "ten numbers in one line": (2, (LINE2, '    print(i, end=" ")')),
    "ten numbers with commas": (2, (LINE2, '    print(i, end=", ")')),
    "a list printed": (2, ("for step", "all_i = []\nfor step"), (LINE2, "    all_i.append(float(i))\nprint(all_i)")),
    "a unit behind each current": (2, (LINE2, '    print(f"{i}A")')),
    "all means drawn at once": (9, *COLLECTED9),
    "means as a list": (14, (AXIS14, f"{AXIS14}.tolist()")),
    "means one by one": (14, (AXIS14, ONE_BY_ONE14), *ARRAYS14),
    "deviations as a list": (14, (STD14, f"list({STD14})")),
}
ONE_LINE, COUNT = "are on several lines", "There are 9 lines of numbers; 10 are expected. 1 is missing."
WRONG = {  # number, part, a piece of the message, then the pairs
    "eight prints": (1, "printed", ONE_LINE, (PRINT1, "\n".join(f"print({name})" for name in NAMES1))),
    "sep of line ends": (1, "printed", ONE_LINE, (PRINT1, PRINT1[:-1] + ', sep="\\n")')),
    "two lines": (1, "printed", ONE_LINE, (PRINT1, PRINT1.replace(", vr", ")\nprint(vr"))),
    "another order": (1, "printed", "in another order", (PRINT1, PRINT1.replace("vr, vth", "vth, vr"))),
    "a wrong value": (
        1,
        "printed",
        "`tau` is printed as 20. Its value is 0.02 s.",
        (PRINT1, PRINT1.replace("tau", "1e3 * tau")),
    ),
    "seven digits of pi": (2, "numbers", "1.030537e-10", ("np.pi", "3.141593")),
    "single precision": (2, "numbers", " instead of ", (LINE2, "    print(np.float32(i))")),
    "two prints": (
        3,
        "format",
        "Each print begins a new line",
        (LINE3, '    print(f"{t:.3f}")\n    print(f"{i:.4e}")'),
    ),
    "a unit alone": (5, "figure", "It gives a unit alone", ('ylabel("$I$ (A)")', 'ylabel("A")')),
    "a second unit": (6, "figure", "“steps” follows the unit s", ('"time (s)"', '"time (s) / steps"')),
    "a power of ten in a label": (6, "figure", "It says 1e-3 s, but", ('"time (s)"', '"time (1e-3 s)"')),
    "a unit without brackets": (6, "figure", "that “s” is a unit", ('"time (s)"', '"time s"')),
    "neither name nor unit": (6, "figure", "neither the time nor", ('"time (s)"', '"step"')),
    "an argument is no unit": (5, "figure", "It gives no unit", ('ylabel("$I$ (A)")', 'ylabel("I(t)")')),
    "no exchange": (6, "figure", "names the current; this", ('"time (s)"', '"current (A)"'), ("$V_m$ (V)", "t (s)")),
    "narrow limits": (5, "figure", "go from x = 0 to x = 0.024", (SHOW9, f"plt.xlim(0, 0.005)\n{SHOW9}")),
    "names in quotes": (5, "numbers", "the names 't' and 'i' are in quotes", ("plt.plot(t, i,", 'plt.plot("t", "i",')),
    "markers two": (6, "numbers", "'s' (a square) and '.' (a dot)", ('"k."', '"s."')),
    "a figure each": (5, "figure", "a new figure in each round", ("    plt.plot", "    plt.figure()\n    plt.plot")),
    "table in one line": (4, "numbers", "not in 10 lines", (LINE4, LINE4[:-1] + ', end=" ")')),
    "one line too few": (4, "numbers", COUNT, ("step_end = 10", "step_end = 9")),
    "floor of floats": (6, "numbers", "rounds the result down", ("int(t_max / dt)", "int(t_max // dt)")),
    "one too few on purpose": (6, "numbers", "how many steps", ("int(t_max / dt)", "int(t_max / dt) - 1")),
    "all means in v_mean": (9, "numbers", "v_mean holds the means of all times", *IN_ONE_NAME9),
    "a power with a caret": (11, "numbers", "`(t_max / dt) ^ 0.5` uses", ("(t_max / dt) ** 0.5", "(t_max / dt) ^ 0.5")),
    "a label replaced": (9, "figure", "for the second time", (SHOW9, f'plt.ylabel("mean of all")\n{SHOW9}')),
    "mean drawn once": (9, "figure", "not at every time", (f"{MEAN9}\n", ""), (SHOW9, f"{MEAN9[4:]}\n{SHOW9}")),
}


def answer(number: int, pairs) -> str:
    text = solved(STEMS[number])
    for old, new in pairs:
        assert old in text, (old, text)
        text = text.replace(old, new)
    return text


def verdict_on(number: int, source: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return assess(COURSE.exercise(number), runs(COURSE.exercise(number), source))


@pytest.mark.parametrize("case", RIGHT)
def test_what_the_task_allows_is_right(case):
    number, *pairs = RIGHT[case]
    verdict = verdict_on(number, answer(number, pairs))
    assert [(found.part.name, found.message) for found in verdict.parts if not found.right] == []


@pytest.mark.sample(14)
@pytest.mark.parametrize("case", WRONG)
def test_the_message_is_true(case):
    number, part, piece, *pairs = WRONG[case]
    found = next(each for each in verdict_on(number, answer(number, pairs)).parts if each.part.name == part)
    assert not found.right
    assert piece in f"{found.message.observed} {found.message.means}"


def test_what_is_accepted_is_not_said_of_wrong_values():
    mean = "    v_mean = sum(v_n) / n\n"
    source = answer(9, [(f"{mean}{MEAN9}\n", ""), (f"\n{SHOW9}", f"{mean}{MEAN9}\n{SHOW9}")])
    verdict = verdict_on(9, source)
    assert not verdict.parts[0].right
    assert verdict.notes == []


@pytest.mark.parametrize("case", ["seven digits of pi", "single precision"])
def test_two_numbers_that_differ_look_different(case):
    number, part, _, *pairs = WRONG[case]
    found = next(each for each in verdict_on(number, answer(number, pairs)).parts if each.part.name == part)
    yours, right = found.message.observed.rstrip(".").split(": ")[1].split(" instead of ")
    assert yours != right


def test_no_more_digits_are_shown_than_tell_two_numbers_apart():
    assert apart(0.15, 0.25, 4) == ("0.15", "0.25")
    assert apart(1.0000001, 1.0000002, 4) == ("1.0000001", "1.0000002")
