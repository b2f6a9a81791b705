"""What is said of printed values: each row is a cell, its part, and a piece of the message."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.unit.diagnose.test_messages import LINE2, LINE3, LINE4, PRINT1, answer

NOTHING_BETWEEN = "nothing between the values"
ARRAYS3 = (
    ("for step in range(step_end):\n", ""), ("    t = step", "t = np.arange(step_end)"), ("    i =", "i ="),
    (LINE3, "print(t, i)"),
)  # fmt: skip
CURVES = "for k in range(n):\n    plt.plot("

FORMATS1 = 'print("%g " * 8 % (t_max, dt, tau, el, vr, vth, i_mean, r))'
SAID = {  # number, part, a piece of what is said, then pairs of what stands in the solution and what a student wrote
    "in other units": (1, "printed", "`t_max` is printed as 150. Its value is 0.15 s.", ("(t_max,", "(t_max * 1e3,")),
    "no spaces": (1, "printed", NOTHING_BETWEEN, ("i_mean)", 'i_mean, sep="")')),
    "one value twice": (1, "printed", "The value of `vr` is printed twice. 9 numbers", ("i_mean)", "i_mean, vr)")),
    "one value more": (1, "printed", "9 numbers are printed; there should be eight.", ("i_mean)", "i_mean, 8)")),
    "no number to print": (1, "printed", "`tau` holds no number, so print shows none", ("20e-3", "None")),
    "never called": (1, "printed", "the function `show` is not called.", (PRINT1, f"def show():\n    {PRINT1}")),
    "never true": (1, "printed", "this print is never carried out.", (PRINT1, f"if t_max > 1:\n    {PRINT1}")),
    "print alone": (1, "printed", "`print` has no round brackets.", (PRINT1, "print")),
    "empty brackets": (1, "printed", "no value fills the curly brackets", (PRINT1, 'print("{} {}")')),
    "a digit for a letter": (1, "numbers", "Character 2 of `e1` is the digit 1", ("el = ", "e1 = "), ("el,", "e1,")),
    "a list for a number": (1, "numbers", "`tau` is not a number.", ("20e-3", "[20e-3]")),
    "made by hand": (1, "numbers", "Calculate `20 / 100` by hand.", ("20e-3", "20 / 100")),
    "made with a name": (1, "numbers", "another 10 multiplies it.", ("tau = 20e-3", "ms = 10e-3\ntau = 20 * ms")),
    "changed later": (1, "numbers", "`tau` already has a value before this.", (PRINT1, f"tau *= 1000\n{PRINT1}")),
    "in one of several": (1, "numbers", "20 is the number in ms", ("dt = 1e-3", "dt, a = 1e-3, 1"), ("20e-3", "20")),
    "no equals sign": (1, "numbers", "there is no equals sign.", ("vr = -", "vr -")),
    "a colon for an equals sign": (1, "numbers", "Line 4: a colon comes after `tau`.", ("tau = ", "tau: ")),
    "eight formats": (1, "printed", "printed in another order.", (PRINT1, FORMATS1)),
    "a zero taken away": (3, "format", "What takes this 0 away?", ('.4e}")', '.5e}".replace("0.", "."))')),
    "a width and no space": (3, "format", "and type one space between the numbers.", ("} {i:.4e", "}{i:12.4e")),
    "spaces of texts side by side": (3, "format", "Line 7: this text begins with a space.", ("} {", '}" " " f" {')),
    "a text taken apart": (3, "format", "`split()` changes the text", ('.4e}")', '.4e}".split())')),
    "filled with signs": (3, "numbers", "The numbers of 5 printed lines cannot", ("{t:.3f} ", "{t:_^9.3f}")),
    "too few digits": (2, "numbers", "is shown as 0.00.", (LINE2, '    print(f"{i:.2f}")')),
    "too few digits of V": (4, "numbers", "-0.054548 V is shown as -0.055.", (LINE4, LINE4.replace(".4e", ".3f"))),
    "too few digits of a time": (4, "numbers", " s is shown as 0.0", (LINE4, LINE4.replace(".3f", ".2f"))),
    "too few digits beside a step": (2, "numbers", "is shown as 1.0e-10.", (LINE2, '    print(step, f"{i:.1e}")')),
    "rounded": (4, "numbers", "It turns -0.05875 into -0.059", (LINE4, "    print(t, round(v, 3))")),
    "a name in quotes": (2, "numbers", "print shows the word, not its value.", (LINE2, '    print("i")')),
    "a name without brackets": (2, "numbers", "Curly brackets around the name", (LINE2, '    print(f"i")')),
    "a function printed": (2, "numbers", "`f` has no round", ("for step", "def f(t):\n    return t\nfor step"),
                           (LINE2, "    print(f)")),
    "None printed": (2, "numbers", "ends here without a `return`.", ("for step", "def f(t):\n    i = t\nfor step"),
                     (LINE2, "    print(f(t))")),
    "not printed": (3, "numbers", "a text is stored as `text`.", (LINE3, '    text = f"{t:.3f} {i:.4e}"')),
    "no print": (2, "numbers", "Your code has no print.", (LINE2, "    plt.plot(t, i)")),
    "all at once": (3, "numbers", "shows the values of all steps at once.", *ARRAYS3),
    "in one round": (3, "format", "`step == 9` is not always true", (LINE3, f"    if step == 9:\n    {LINE3}")),
    "a capital E": (3, "format", "ends with the letter `E`.", (".4e}", ".4E}")),
    "two spaces": (3, "format", "2 spaces between the two pairs of curly brackets", ("} {", "}  {")),
    "a group": (3, "format", "It is a group of values, with its brackets.", (LINE3, "    print((t, i))")),
    "a third number": (3, "format", "Which of these numbers does the exercise not ask", ("{t:.3f}", "{step} {t:.3f}")),
    "plus signs": (3, "format", "there is a plus sign in the format `:+.3f`.", ("{t:.3f}", "{t:+.3f}")),
    "a line without its end": (3, "format", "no space between the numbers",
                               (LINE3, '    print(f"{t:.3f}", end="")\n    print(f"{i:.4e}")')),
    "a second text": (3, "numbers", "in quotes is not an f-string.", (LINE3, '    print(f"{t:.3f} " + "{i:.4e}")')),
    "a format of a spreadsheet": (3, "numbers", "`0.0000E+00` is not a format for `i`.", ("t:.3f", "t:0.000"),
                                  ("i:.4e", "i:0.0000E+00")),
    "one value for two": (3, "numbers", "`format` is given 1 value", (LINE3, '    print("{:.3f} {:.4e}".format(t))')),
    "a group for two": (3, "numbers", "the brackets around `(t, i)` are too many.",
                        (LINE3, '    print("{:.3f} {:.4e}".format((t, i)))')),
    "a value too many": (3, "numbers", "has fewer formats than values.", (LINE3, '    print("%.3f" % (t, i))')),
    "a color with a marker": (5, "numbers", "`color=` does not take 'k.'.", ('"ko"', 'color="k."')),
    "a color of another language": (5, "numbers", "Write the English name", ('"ko"', 'c="blau", marker="o"')),
    "brackets of a label": (5, "numbers", "the number 0.02 is not the right one.", ("0.01)", "0.02)"),
                            ('"time (s)"', 'f"time$_{{m}}$ (s)"')),
    "a print of one's own": (8, "numbers", "the number 0.2 is not the right one.", ("0.1 *", "0.2 *"),
                             ("plt.show()", "print({el, vr}, [el for k in range(3)])\nplt.show()")),
    "points of scatter": (5, "numbers", "plt.scatter gets `i` first", ('plt.plot(t, i, "ko")', "plt.scatter(i, t)")),
    "curves without times": (13, "figure", "gets `v_n[k]` to draw", ("plt.plot(t_range, v_n.T,", f"{CURVES}v_n[k],")),
    "one curve for all": (13, "figure", "`v_n[0]` is the same in every round",
                          ("plt.plot(t_range, v_n.T,", f"{CURVES}t_range, v_n[0],")),
    "steps for times": (11, "figure", "Pick the time of this step", ("plt.plot(t_range, v,",
                        "for step in range(step_end):\n    plt.plot(step, v[step],")),
}  # fmt: skip


@pytest.mark.sample(25)
@pytest.mark.parametrize("case", SAID)
def test_what_is_said_of_what_is_shown(case):
    number, name, piece, *pairs = SAID[case]
    exercise, cell = COURSE.exercise(number), answer(number, pairs)
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    said = next(part for part in verdict.parts if part.part.name == name).message
    assert piece in f"{said.observed} {said.means} {said.next}"


def test_a_heading_is_not_blamed_for_the_form_of_the_lines():
    exercise = COURSE.exercise(3)
    cell = answer(3, [("for step", 'print("t, i")\nfor step'), ("{t:.3f}", "{t}")])
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    spot = next(part.diagnosis.spot for part in verdict.parts if part.part.name == "format")
    assert "{t}" in spot.text
