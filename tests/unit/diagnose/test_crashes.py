"""What is said of an answer that stops: each row is an answer, the line that is marked, and a piece of what is said."""

from __future__ import annotations

import re

import pytest

from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.diagnose.crashes import explain_crash
from slipcheck.diagnose.numbers.amounts import missing
from slipcheck.diagnose.stopped import stopped
from slipcheck.observe import observe
from slipcheck.runs import given_values, runs
from tests.support.downloads import STEMS

STEP4 = "v = v + dt / tau * (el - v + r * i)"
PRINT4 = 'print(f"{t:.3f} {v:.4e}")'
FIRST4 = "step_end = 10\n"
PLOT6 = 'plt.plot(t, v, "k.")'
LIST8, STEP8 = "v_n = [el] * n", "v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)"
MEAN9 = "v_mean = sum(v_n) / n"
SQUARES10 = "v_var_n = [(v - v_mean) ** 2 for v in v_n]"
LOOP11 = "for step in range(1, step_end):"
LOOP12 = "for step, i_step in enumerate(i[:-1]):"
NAMES14 = "plt.legend()"


def in_a_function(body: str, call: str):
    """The pairs that put the step of exercise 4 into a function, with this body, and call it in this line."""
    return (STEP4, call), (FIRST4, f"def euler(v, i):\n    {body}\n{FIRST4}")


SAID = {  # number, line, a piece of the message, then pairs of what stands in the solution and what a student wrote
    "a function that prints": (4, 3, "It prints a value", *in_a_function("print(v)", "v = euler(v, i)")),
    "a result below which nothing is returned": (4, 3, "needs a line of its own",
        *in_a_function("w = v", "v = euler(v, i)")),
    "append, stored": (8, 7, "`v_n.append` gives back no value",
        (LIST8, "v_n = []\nfor k in range(n):\n    v_n = v_n.append(el)")),
    "a name of a function": (4, 11, "no value outside the function `euler`", *in_a_function("w = v", "v = w")),
    "math, not imported": (4, 9, "NumPy is available as `np`", (STEP4, f"{STEP4} * math.cos(0)")),
    "a function of np.random": (7, 13, "`np.random`", ("2 * np.random.random() - 1", "uniform(-1, 1)")),
    "a digit that looks like a letter": (4, 9, "Character 2 of `e1` is the digit 1",
        (STEP4, STEP4.replace("el", "e1"))),
    "mean alone": (9, 15, "belongs to the package NumPy", (MEAN9, "v_mean = mean(v_n)")),
    "floor division by a misspelled name": (4, 9, "There is a name `tau`", (STEP4, STEP4.replace("/ tau", "// tauu"))),
    "a list repeated by a decimal number": (8, 5, "a whole number of times", (LIST8, "v_n = [el] * (n / 1)")),
    "a list as a count": (8, 15, "`v_n` is a list of 50 values", ("for j in range(n)", "for j in range(v_n)")),
    "len of a number": (9, 15, "does it need `len`?", (MEAN9, "v_mean = sum(v_n) / len(n)")),
    "len of a map": (10, 13, "`map` makes no list",
        (SQUARES10, "v_var_n = map(abs, v_n)"), ("(n - 1)", "len(v_var_n)")),
    "a range in a product": (6, 11, "`range(step_end)` is a range", ("t = step * dt", "t = range(step_end) * dt")),
    "a table for an array": (
        11, 9, "with one row", ("random(step_end)", "random([1, step_end])"), ("i[step - 1]", "i[step]"),
    ),
    "a number and a word": (8, 8, "Which function makes a text", ('of $V_m$")', 'of $V_m$" + n)')),
    "a comma behind a value": (4, 7, "`i` gets a value with a comma", ("/ 0.01))", "/ 0.01)),")),
    "a group of zip as an index": (12, 8, "`step` is a pair", (LOOP12, "for step in zip(range(9), i):")),
    "an index of the times": (11, 8, "Here `step` is 0.0 s", (LOOP11, "for step in t_range:")),
    "a row and a column of a list": (13, 6, "a list takes one index",
        ("el * np.ones([n, step_end])", "[[el] * step_end] * n")),
    "square brackets of range": (6, 10, "`range` is followed by square", ("range(step_end)", "range[step_end]")),
    "one number in zip": (12, 8, "`step_end - 1` is one number", (LOOP12, "for step, i_step in zip(step_end - 1, i):")),
    "the format that is none": (4, 8, "`4.e` is not a format for `v`", ("{t:.3f} {v:.4e}", "{t:0.000} {v:4.e}")),
    "an enumerate minus 1": (12, 8, "it hands out an index and a value", (LOOP12, LOOP12.replace("[:-1])", ") - 1"))),
    "a range minus 1": (11, 8, "into the round brackets of `range`", (LOOP11, "for step in range(step_end) - 1:")),
    "times for a number": (11, 5, "Which name holds the number 150?", ("np.ones(step_end)", "np.ones(t_range)")),
    "a value that an argument cannot have": (14, 21, "`loc=` does not take 'top'",
        (NAMES14, 'plt.legend(loc="top")')),
    "a color with a small letter": (9, 16, "a capital letter and a digit", ('"C0."', '"c0."')),
    "one word for an argument": (14, 21, "takes no argument of the name `label`",
        (NAMES14, 'plt.legend(label="mean")')),
    "a number that is too large": (4, 9, "larger than any number", (STEP4, "v = v + 10.0 ** 400")),
    "two lengths": (9, 16, "`t` is one number", ('plt.plot(t, v_mean, "C0.", alpha=0.8)', "plt.scatter(t, v_n)")),
    "a loop that takes the name of its list": (8, 13, "the name `v_n` itself",
                                               ("    t = step", "    for v_n in v_n:\n        pass\n    t = step")),
    "limits of rand": (7, 13, "take the number of draws",
        ("2 * np.random.random() - 1", "np.random.rand(-1, 1)")),
    "a name in quotes": (4, 9, '`"tau"` is in quotes', (STEP4, STEP4.replace("tau", '"tau"'))),
    "a dictionary that is drawn": (8, 14, "`v_n` is a dictionary", (LIST8, "v_n = {j: el for j in range(n)}")),
    "a tuple": (8, 5, "`v_n` should be a list", (LIST8, "v_n = (el,) * n")),
    "two lists in enumerate": (12, 8, "takes one list", (LOOP12, "for step, i_step in enumerate(v, i):")),
    "a name of brackets, outside": (10, 17, "outside the brackets of line 13",
        (SQUARES10, "v_var_n = [(x - v_mean) ** 2 for x in v_n]"), ('(t, v_mean, "C0."', '(t, x, "C0."')),
    "a zip in enumerate": (12, 8, "gives a group in each round",
        (LOOP12, "for step, i_step in enumerate(zip(t_range, i[:-1])):")),
    "no start value": (4, 8, "`v` has no start value", ("v = el  # V(0)", "")),
    "an entry that is not there": (4, 10, "gives it these names: 'V'",
        (STEP4, f"{STEP4} * p['v']"), (FIRST4, f"p = {{'V': 1}}\n{FIRST4}")),
    "a condition of an array": (11, 9, "compares 150 values at once",
        ("    v[step] = ", "    if v > 0:\n        break\n    v[step] = ")),
    "a shape and a number": (13, 6, "encloses more than the shape",
        ("el * np.ones([n, step_end])", "np.zeros((n, step_end) + el)")),
    "a function below": (4, 2, "Its `def` is in line 3", (FIRST4, "step_end = count()\ndef count():\n    return 10\n")),
    "one number for a function": (9, 17, "`mean` gets one number as `x`",
        ("v_mean = sum(v_n) / n", "v_mean = mean(v_n[0])"),
        ("step_end = int", "def mean(x):\n    return sum(x) / n\nstep_end = int")),
    "square brackets of int": (6, 2, "`int` is followed by square", ("int(t_max / dt)", "int[t_max / dt]")),
    "a slice in square brackets": (12, 8, "`:-1` needs square brackets after `i`",
        (LOOP12, LOOP12.replace("(i[:-1])", "[i:-1]"))),
    "a value of the equation": (6, 14, "`V(t)` is written as in the equation",
        (STEP4, STEP4.replace("v + d", "V(t) + d"))),
    "a current of the equation": (6, 14, "calls this value `i`", (STEP4, STEP4.replace("* i", "* I(t)"))),
    "a value of the equation for an array": (11, 9, "keeps its values in `v`",
        ("= v[step - 1] +", "= V(t) +")),
    "a random number of the equation": (7, 13, "a random number between -1 and 1",
        ("2 * np.random.random() - 1", "U(-1, 1)")),
    "a number for a format": (3, 7, "a number where its format belongs", ('f"{t:.3f} {i:.4e}"', "format(t, 3)")),
}  # fmt: skip
NEVER = {  # number, what is not said of it, then the pairs
    "a modulo is no comment": (4, "comment", (STEP4, f"if step % every == 0:\n        {STEP4}")),
    "words of a comment are no line": (4, "comment", (STEP4, "# the new value v_new = old plus change\n    v = v_new")),
    "a number is not called": (9, "i_mean", (MEAN9, "v_mean = mean(v_n)")),
    "a name of brackets that is read": (10, "Use one name",
        (SQUARES10, "v_var_n = [(x - v_mean) ** power for x in v_n]")),
    "times are no counter": (11, "Use one name", (LOOP11, "for t in t_range:")),
    "no bracket of plot": (8, "bracket of", ("[t] * n", "[t] * (n / 1)")),
    "a map is no function": (10, "function itself",
        (SQUARES10, "v_var_n = map(abs, v_n)"), ("sum(v_var_n)", "v_var_n")),
    "a function of one's own": (6, "equation", (STEP4, "v = f(t, v)")),
    "el is no shape": (11, "square brackets around", ("el * np.ones(step_end)", "np.ones(step_end, el)")),
    "full lists grow": (6, "Which place", (PLOT6, "ys.append(v)"), ("plt.figure()", "ys = []\nplt.figure()"),
                        ("plt.show()", "plt.plot(range(9), ys)")),
}  # fmt: skip


def said_of(number: int, pairs):
    text = solved(STEMS[number])
    for old, new in pairs:
        assert old in text, (old, text)
        text = text.replace(old, new)
    exercise = COURSE.exercise(number)
    observation = observe(text, given_values(exercise, exercise.parameters, {}))
    assert observation.failure is not None
    return stopped(exercise, observation)


@pytest.mark.parametrize("case", SAID)
def test_the_message_is_true_and_in_its_place(case):
    number, line, piece, *pairs = SAID[case]
    diagnosis = said_of(number, pairs)
    assert diagnosis.spot is not None
    assert diagnosis.spot.line == line
    assert piece in " ".join((diagnosis.message.observed, diagnosis.message.means, diagnosis.message.next))


@pytest.mark.parametrize("case", NEVER)
def test_nothing_is_claimed_that_does_not_hold(case):
    number, piece, *pairs = NEVER[case]
    message = said_of(number, pairs).message
    assert piece not in " ".join((message.observed, message.means, message.next))


def test_words_of_an_error_of_the_students_own_are_quoted():
    source = "raise type('Exercise 4 was withdrawn', (Exception,), {})('full marks `for all` so')"
    observed = explain_crash(COURSE.exercise(4), observe(source, {})).message.observed
    assert re.sub("`[^`]*`", "", observed) == "Line 1 stops with ."
    assert "`Exercise 4 was withdrawn: full marks 'for all' so`" in observed


def test_words_that_an_answer_prints_are_quoted():
    exercise = COURSE.exercise(4)
    (run, *_) = runs(exercise, "print('Full marks `for all`.')")
    _, message = missing(exercise.quantities[0], run)
    assert message.observed == "This was printed: `Full marks 'for all'.`"
