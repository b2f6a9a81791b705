"""A beginner who types what the last hint says, word for word, gets full marks.

The last hint has a line for each `...` of the stub, in order. Beside each line stands what the line makes a beginner
type. Whoever changes a hint follows its words again, and writes down both.
"""

from __future__ import annotations

import ast
import re

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs

IN_THIS_ORDER = "in this order, with commas in between."
EULER = "plus `dt / tau` times a bracket. In the bracket: `el` minus"
CURRENTS = "write `i_mean` times a bracket. In the bracket: 1 plus 0.1 times `(t_max / dt) ** 0.5` times"

UNCOMMENT = (
    "Do not change the first line, `# Exercise 1`.",
    "In each line below the first line, delete the # at the start and the space after this #. The code then starts "
    "at the left edge.",
    "A shortcut, before you have changed any line: select only the lines below the first line. Then press Ctrl+/ once "
    "(Cmd+/ on a Mac).",
)

TYPED = {
    2: {
        "`i`: write `i_mean` times a bracket. In the bracket: 1 plus `np.sin`. In the brackets of `np.sin`: 2 times "
        "`np.pi` times `t` divided by 0.01.": "i_mean * (1 + np.sin(2 * np.pi * t / 0.01))",
    },
    3: {
        "`print`: write the letter f and, with no space after the f, a text in quotes. In the quotes: first "
        "`t:.3f` in curly brackets, then one space, then `i:.4e` in curly brackets.": 'f"{t:.3f} {i:.4e}"',
    },
    4: {f"`v`: write `v` {EULER} `v` plus `r` times `i`.": "v + dt / tau * (el - v + r * i)"},
    5: {
        "`plt.title`: write a few words about the figure, in quotes.": '"my first figure"',
        "`plt.xlabel`: write the label time (s), in quotes.": '"time (s)"',
        "`plt.ylabel`: write the label current (A), in quotes.": '"current (A)"',
        f'`plt.plot`: write `t`, `i` and `"ko"`, {IN_THIS_ORDER}': 't, i, "ko"',
    },
    6: {
        "`step_end`: write `int` and a pair of brackets. In the brackets: `t_max` divided by `dt`.": "int(t_max / dt)",
        f'`plt.plot`: write `t`, `v` and `"k."`, {IN_THIS_ORDER}': 't, v, "k."',
    },
    7: {
        "`random_num`: write 2 times `np.random.random()` minus 1.": "2 * np.random.random() - 1",
        f"`i`: {CURRENTS} `random_num`.": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * random_num)",
    },
    8: {
        "`v_n`: write `el` in square brackets, and multiply this list by `n`.": "[el] * n",
        '`plt.plot`: write `t` in square brackets, and multiply this list by `n`. After a comma write `v_n`, `"k."` '
        f"and `alpha=0.1`, {IN_THIS_ORDER}": '[t] * n, v_n, "k.", alpha=0.1',
        f"`v_n[j]`: write `v_n[j]` {EULER} `v_n[j]` plus `r` times `i`.": "v_n[j] + dt / tau * (el - v_n[j] + r * i)",
    },
    9: {
        "`v_mean`: write `sum(v_n)` divided by `n`.": "sum(v_n) / n",
        f'`plt.plot`: write `t`, `v_mean`, `"C0."` and `alpha=0.8`, {IN_THIS_ORDER}': 't, v_mean, "C0.", alpha=0.8',
    },
    10: {
        "`v_var_n`: write square brackets. In the square brackets: a round bracket, then `** 2`, then `for v in v_n`. "
        "In the round bracket: `v` minus `v_mean`.": "[(v - v_mean) ** 2 for v in v_n]",
        "`v_var`: write `sum(v_var_n)` divided by a bracket. In the bracket: `n` minus 1.": "sum(v_var_n) / (n - 1)",
        "`v_std`: write `np.sqrt` and a pair of brackets. In the brackets: `v_var`.": "np.sqrt(v_var)",
        f'The first `plt.plot(...)`: write `t`, `v_mean + v_std`, `"C7."` and `alpha=0.8`, {IN_THIS_ORDER}': (
            't, v_mean + v_std, "C7.", alpha=0.8'
        ),
        "The second `plt.plot(...)`: write the same, but with a minus in place of the plus.": (
            't, v_mean - v_std, "C7.", alpha=0.8'
        ),
    },
    11: {
        f"`i`: {CURRENTS} a second bracket. In the second bracket: 2 times `np.random.random(step_end)` minus 1.": (
            "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random(step_end) - 1))"
        ),
        f"`v[step]`: write `v[step - 1]` {EULER} `v[step - 1]` plus `r` times `i[step - 1]`.": (
            "v[step - 1] + dt / tau * (el - v[step - 1] + r * i[step - 1])"
        ),
    },
    12: {
        "`for`: write `enumerate` and a pair of brackets. In the brackets: `i[:-1]`. The colon at the end of the line "
        "stays.": "enumerate(i[:-1])",
        f"`v[step + 1]`: write `v[step]` {EULER} `v[step]` plus `r` times `i_step`.": (
            "v[step] + dt / tau * (el - v[step] + r * i_step)"
        ),
    },
    13: {
        f"`i`: {CURRENTS} a second bracket. In the second bracket: 2 times `np.random.random([n, step_end])` "
        "minus 1.": "i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random([n, step_end]) - 1))",
        f"`v_n[:, step]`: write `v_n[:, step - 1]` {EULER} `v_n[:, step - 1]` plus `r` times `i[:, step - 1]`.": (
            "v_n[:, step - 1] + dt / tau * (el - v_n[:, step - 1] + r * i[:, step - 1])"
        ),
        f'`plt.plot`: write `t_range`, `v_n.T`, `"k"` and `alpha=0.3`, {IN_THIS_ORDER}': (
            't_range, v_n.T, "k", alpha=0.3'
        ),
    },
    14: {
        "`v_mean`: write `np.mean` and a pair of brackets. In the brackets: `v_n` and `axis=0`, with a comma in "
        "between.": "np.mean(v_n, axis=0)",
        "`v_std`: write `np.std` and a pair of brackets. In the brackets: `v_n`, `axis=0` and `ddof=1`, with commas in "
        "between.": "np.std(v_n, axis=0, ddof=1)",
        f'The first `plt.plot(...)`: write `t_range`, `v_mean`, `"C0"` and `label="mean"`, {IN_THIS_ORDER}': (
            't_range, v_mean, "C0", label="mean"'
        ),
        'The second `plt.plot(...)`: write `t_range`, `v_mean + v_std`, `"C7"` and `label="deviation"`, '
        f"{IN_THIS_ORDER}": 't_range, v_mean + v_std, "C7", label="deviation"',
        f'The third `plt.plot(...)`: write `t_range`, `v_mean - v_std` and `"C7"`, {IN_THIS_ORDER}': (
            't_range, v_mean - v_std, "C7"'
        ),
    },
}


def verdict_on(number: int, cell: str):
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))


def blanks(stub: str) -> list[ast.Constant]:
    """Each `...` of the code, in order; those in comments are none."""
    found = [node for node in ast.walk(ast.parse(stub)) if isinstance(node, ast.Constant) and node.value is ...]
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def filled(stub: str, typed: list[str]) -> str:
    """The stub with a text in the place of each `...` of its code."""
    lines = stub.split("\n")
    for blank, text in zip(reversed(blanks(stub)), reversed(typed), strict=True):
        line = lines[blank.lineno - 1]
        lines[blank.lineno - 1] = line[: blank.col_offset] + text + line[blank.end_col_offset :]
    return "\n".join(lines)


def toggled(lines: list[str]) -> list[str]:
    """What Ctrl+/ makes of selected lines: comments become code; where one line is code, all become comments."""
    if all(line.startswith("#") for line in lines if line):
        return [re.sub("^# ?", "", line) for line in lines]
    return [f"# {line}" if line else line for line in lines]


@pytest.mark.parametrize("number", range(1, 15))
def test_the_last_hint_is_the_one_that_was_followed(number):
    followed = UNCOMMENT if number == 1 else TYPED[number]
    assert COURSE.exercise(number).hints[-1].split("\n") == list(followed), "follow the hint again: what is typed now?"


@pytest.mark.parametrize("number", range(2, 15))
def test_what_the_last_hint_says_gets_full_marks(number, stub):
    cell = filled(stub(number), list(TYPED[number].values()))
    verdict = verdict_on(number, cell)
    assert verdict.points == verdict.total, verdict.cause


def test_deleting_each_sign_below_the_first_line_gets_full_marks(stub):
    first, *rest = stub(1).split("\n")
    cell = "\n".join([first, *(line.removeprefix("# ") for line in rest)])
    assert verdict_on(1, cell).state == "right"


def test_ctrl_and_slash_with_the_lines_below_the_first_gets_full_marks(stub):
    first, *rest = stub(1).split("\n")
    assert verdict_on(1, "\n".join([first, *toggled(rest)])).state == "right"


def test_ctrl_and_slash_with_all_lines_leads_nowhere_so_the_hint_says_which(stub):
    assert verdict_on(1, "\n".join(toggled(stub(1).split("\n")))).state == "syntax"


@pytest.mark.parametrize("number", range(1, 15))
def test_hints_are_short_sentences(number):
    *early, last = COURSE.exercise(number).hints
    for line in [*early, *last.split("\n")]:
        assert len(line.split()) <= 50, line
        for sentence in re.split(r"(?<=[.:?]) ", line.replace("`...`", "`blank`")):
            assert len(sentence.split()) <= 25, sentence


@pytest.mark.parametrize("number", range(1, 15))
def test_a_hint_names_what_it_speaks_of(number):
    words = re.sub("`[^`]*`", "", " ".join(COURSE.exercise(number).hints))
    assert not re.search(r"(?i)\b(it|its|they|them|their)\b", words)
