"""What is said of text that Python cannot read: each row is a cell, and a piece of the message."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs

PARAMETERS = (
    "t_max = 150e-3\ndt = 1e-3\ntau = 20e-3\nel = -60e-3\nvr = -70e-3\nvth = -50e-3\nr = 100e6\ni_mean = 25e-11"
)
CURRENT = "i_mean * (1 + np.sin(2 * np.pi * step * dt / 0.01))"

SAID = {  # the number of an exercise, a cell, a piece of what is said
    "two products": (2, "x = np.sin(2 np.pi t)", "a sign is missing in `2 np.pi`"),
    "a Greek letter": (2, "x = np.sin(2π * dt)", "a sign is missing in `2π`"),
    "two named arguments": (5, "plt.plot(1, 2, ms=5 alpha=0.5)", "Put a comma between the two."),
    "a list without commas": (11, "v = [1 2 3]", "Put a comma between the two."),
    "two commands": (2, f"for step in range(10):\n    i = {CURRENT} print(i)", "there are two commands on one line"),
    "a comma for a line": (2, "t = 5 * dt, i = i_mean", "a comma is between two commands."),
    "the other way round": (2, "step * dt = t", "Exchange the two sides."),
    "a unit with a prefix": (2, "t = 1 ms * 5", "Write the number alone, in s"),
    "a unit without a prefix": (2, "t = 1e-3 s", "Delete the unit, or put it into a comment."),
    "a range of Matlab": (2, "t = 0:dt:9*dt", "given with a colon, as in Matlab"),
    "a loop of C": (2, "for (int k = 0; k < 9; k++):\n    print(k)", "written as in another language"),
    "a loop in brackets": (2, "for (step in range(10)):\n    print(step)", "round brackets enclose"),
    "no word in": (2, "for step range(10):\n    print(step)", "the word `in` is missing."),
    "a capital": (2, "For step in range(10):\n    print(step)", "begins with a capital letter"),
    "a do too many": (2, "while step < 10 do:\n    print(1)", "the word `do` is too many."),
    "two signs of one": (2, "step = 0\nstep + = 1", "has a space between its two signs"),
    "a block behind a colon": (2, "for k in range(3): t = k\n    print(t)", "a command follows the colon"),
    "no block": (2, "for k in range(3):", "no block follows this line."),
    "an inner loop": (2, "for k in range(3):\n    for j in range(3):\n    t = k", "not indented further than line 2."),
    "a return too far left": (2, "def f(t):\n    x = t\nreturn x", "Indent this line like the other lines of the func"),
    "a condition": (2, "step = 0\nwhile step = 10:\n    print(step)", "Which comparison belongs there?"),
    "no colon after a range": (2, "for step in range(1,10)\n    print(step)", "no colon at its end."),
    "no colon below minus": (2, "if dt <-0.05\n    print(dt)", "no colon at its end."),
    "a number with spaces": (1, "dt = 1e -3", "there is a space in the number `1e -3`."),
    "letters for digits": (1, "r = 1OOe6", "in place of a digit"),
    "a letter for a star": (1, "r = 100x10**6", "the letter x is in `100x`."),
    "a prefix": (1, "r = 100M", "Which power of ten does this prefix stand for?"),
    "a sentence": (1, "dt = 1e-3\nPrint all the values in one line", "this line is a sentence, not code."),
    "a bracket at the end": (1, f"{PARAMETERS}\nprint(t_max, dt, tau, el, vr, vth, r, i_mean", "marked `i_mean`"),
    "formats without a text": (3, "print(t:.3f, i:.4e)", "the format in `t:.3f` is outside of a text."),
    "brackets without a text": (3, 'print(" " + f{i:.4e})', "`{i:.4e}` is not inside quotes."),
    "no names": (3, 'print(f"{:.3f} {:.4e}", t, i)', "a pair of curly brackets holds no value."),
    "a semicolon for a colon": (3, 'print(f"{t;.3f} {i;.4e}")', "in `{t;.3f}` the colon is missing."),
    "a quote too many": (3, "print(f'{t:.3f}' f'{i:.4e}'')", "there is one quote too many."),
    "no first quote": (5, "plt.xlabel(time')", "Where does the text begin?"),
    "no value": (5, 'plt.plot(1, 2, "k.", alpha = )', "`alpha` has an equals sign, and no value."),
    "closed early": (5, "plt.plot(1, 2), color='k')", "Delete the closing bracket before it."),
    "no brackets of a long name": (11, "np.random.seed 2020", "`np.random.seed` has no round brackets."),
    "an index in round brackets": (11, "v = np.ones(9)\nv(1) = v(0)", "Write square brackets in place of the round"),
    "a semicolon after a loop": (2, "for k in range(9);\n    print(k)", "ends with `;`, where a colon belongs."),
    "a comma after a loop": (2, "for k in range(9),\n    print(k)", "the line ends with `,`, where a colon belongs."),
    "a minus in a name": (1, "i-mean = 25e-11\nprint(i-mean)", "the name `i-mean` has a minus sign."),
    "two units": (1, "dt = 1e-3 s\ntau = 20e-3 s", "The same holds for line 2."),
    "a bracket that opens curly": (3, 'print(f"{1:.3f} {2:.4e)")', "`{2:.4e)` begins with a curly bracket"),
    "a half bracket": (3, 'print(f"{1:.3f {2:.4e}")', "the curly bracket of `{1:.3f` is not closed."),
    "two kinds of quotes": (5, "plt.xlabel('time\")", "begins with a single quote and ends with a double"),
    "two texts without an end": (5, 'plt.xlabel("time)\nplt.ylabel("I)', "Line 2 has the same fault."),
    "a letter for a star between names": (2, "a = dt x (t_max)", "the letter `x` is between two values."),
    "a type in front": (6, "int step_end = t_max / dt", "the word `int` is in front of the name."),
    "a loop over a colon": (2, "for step in 0:10\n    print(step)", "a loop over `0:10`."),
    "no equals signs": (14, "v_std = np.std([1], axis 0, ddof 1)", "an equals sign between its name and its value"),
    "no commas in print": (1, "print(t_max dt tau)", "Put a comma between the two. This line has the same fault"),
    "labels without quotes": (5, "plt.xlabel(time (s))\nplt.ylabel($I$ (A))", "The same holds for line 1."),
    "two brackets open": (5, 'plt.xlabel("t"\nplt.ylabel("I"', "Line 1 has too few closing brackets too."),
    "a fence": (2, "```python\nfor k in range(9):\n    print(k)\n```", "begins with three backticks."),
    "a block of C": (2, "for k in range(9) {\n    print(k)\n}", "begins a block with a curly bracket."),
    "a number of a line": (2, "t = 1\n2 i = t", "the line begins with the number `2`."),
    "a word of Python": (2, "lambda = 0.01\nprint(1 / lambda)", "`lambda` cannot be a name."),
    "a backslash for a slash": (6, "step_end = t_max \\ dt", "a backslash between two values."),
    "behind a backslash": (6, "step_end = t_max \\ # x\n    / dt", "there is something behind the backslash."),
    "a formula in two lines": (6, "step_end = t_max /\n    dt", "Here it goes on in line 2."),
    "a list without brackets": (10, "a = b ** 2 for b in [1]", "the list has no square brackets."),
    "quotes in a text": (5, 'plt.title("The "sinus" current")', '`"sinus"` has quotes inside a text.'),
    "a head without brackets": (2, "def f t:\n    return t", "the name of the function has no round brackets."),
    "a return for a print": (2, "for k in range(9):\n    return k", "Which command prints a value?"),
    "a tab": (2, "for k in range(9):\n    i = k\n\tprint(i)", "line begins with a tab."),
    "a space before a text": (3, 'print(f "{1:.3f} {2:.4e}")', "a space between the letter `f` and its text."),
    "two spaces before texts": (3, "print(f '{1:.3f}', f '{2:.4e}')", "Delete each such space in this line."),
    "a space in a raw text": (5, 'plt.ylabel(r "$I$ (A)")', "a space between the letter `r` and its text."),
    "a bracket before a text": (3, 'print(f("{1:.3f}"))', "a bracket between the letter `f` and its text."),
    "a comma before a text": (3, 'print(f, "{1:.3f}")', "a comma between the letter `f` and its text."),
    "dots before a value": (4, "v = ...v + dt", "Delete all three of them."),
    "dots behind a value": (2, "i = dt * 3 ...", "Delete all three of them."),
    "dots before a text": (3, 'print(... f"{1:.3f}"...)', "Delete all three of them."),
    "dots alone": (2, "i = ... ...", "Replace them by your own code."),
    "dots and a text without quotes": (5, "plt.title(...Input current)", "the text `Input current` has no quotes."),
    "no name": (1, PARAMETERS.replace("r =", " ="), "An equals sign gives a value to the name on its left."),
    "no name of several": (10, "= sum([1]) / (n - 1)", "Type the name in front of it."),
    "no equals sign": (1, "r  100e6", "there is no equals sign behind `r`."),
    "no equals sign before its own name": (4, "v v + dt / tau", "there is no equals sign behind `v`."),
    "no equals sign before a list": (8, "v_n [el] * n", "there is no equals sign."),
    "no equals sign of a text": (14, 'plt.plot(1, 2, "C0", label "mean")', "between its name and its value."),
    "no equals sign of a plot": (9, 'plt.plot(1, 2, "C0.", alpha 0.8)', "between its name and its value."),
    "a word behind a number": (6, "step_end = 150 steps", "the word `steps` is behind a value."),
    "a word in brackets": (6, "step_end = int(t_max / dt steps)", "the word `steps` is behind a value."),
    "a word for a star": (8, "v_n = n times [el]", "the word `times` is between two values."),
    "a root sign": (7, "i = i_mean * √(t_max / dt)", "A square root is the power 0.5 of a value."),
    "a root of no package": (7, "i = i_mean * np.root(t_max / dt)", "function of the square root is `np.sqrt`."),
    "a root of a polynomial": (7, "i = i_mean * np.roots(t_max / dt)", "`np.roots` takes no square root."),
    "an argument behind its bracket": (14, "v = np.std([1, 2], axis=0) ddof=1", "Move it in front of that bracket"),
    "a colon for a slash": (9, "v_mean = sum([1]) : n", "Type a slash in its place."),
    "a colon for an equals sign": (14, 'plt.plot(1, 2, "C0", label: "mean")', "a colon is behind `label`."),
    "a format in front": (3, 'print(f"{.3f t} {.4e i}")', "the format comes first, and the colon is missing."),
    "a word for a comma": (9, 'plt.plot(1, 2, "C0." and alpha=0.8)', "the word `and` is in front of an argument."),
    "a word behind a comma": (9, 'plt.plot(1, 2, "C0.", and alpha=0.8)', "Delete it."),
    "two words for commas": (9, 'plt.plot(1, 2, with "C0." and alpha=0.8)', "This line has 2 such words."),
    "three factors": (2, "i = np.sin(2πt / 0.01)\nt = 1", "signs are missing in `2πt`."),
    "two factors": (4, "v = 1.0\ni = 2.0\nv = v + dt / tau * (el - v + ri)", "No sign is between `r` and `i`"),
    "factors of an array": (11, "i = np.ones(9)\nv = 1 - ri[3]", "No sign is between `r` and `i`"),
    "no in of a list": (10, "v_n = [1]\na = [v ** 2 for v v_n]", "the word `in` is missing."),
    "no name for one value": (10, "v_n = [1]\na = [v ** 2 for v_n]", "nothing but a name is behind `for`."),
    "a function of NumPy without brackets": (10, "v_std = sqrt v_var", "`sqrt` has no round brackets."),
    "words": (10, "v_std = root of v_var", "Python does not know the word `root`."),
    "a word between values": (7, "a = 2 * dt - 1 between -1", "Write in Python what the word says."),
    "a function of Matlab": (2, "function i = current(t)\ni = 3\nend", "begins as in Matlab"),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_what_is_said_of_text_that_is_no_python(case):
    number, cell, piece = SAID[case]
    exercise = COURSE.exercise(number)
    verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    said = verdict.parts[0].message
    assert piece in f"{said.observed} {said.means} {said.next}"
