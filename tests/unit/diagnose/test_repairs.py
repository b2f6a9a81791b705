"""The one change that makes an answer right: that it is found, and what is said of it."""

from __future__ import annotations

import ast

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose.repairs.edit import Edit
from slipcheck.diagnose.repairs.likelihood import KINDS
from slipcheck.diagnose.repairs.said import SAID
from slipcheck.diagnose.repairs.search import edits_of
from slipcheck.diagnose.repairs.sentences import SPECIAL, repaired
from slipcheck.runs import rerun_of, runs

CHANGES = [  # a line, the kind of its fault, the line as it should be
    ("i = a * (1 + b) * c", "closed too early", "i = a * (1 + b * c)"),
    ("i = a * (1 + b * c)", "closed too late", "i = a * (1 + b) * c"),
    ("i = np.sqrt(a) / b", "closed too early", "i = np.sqrt(a / b)"),
    ("i = 1 + np.sqrt(a * b / c)", "opened too early", "i = 1 + a * np.sqrt(b / c)"),
    ("i = (a * b) ** 0.5 * c", "opened too early", "i = a * b ** 0.5 * c"),
    ("i = (a + b) * c", "opened too early", "i = a + b * c"),
    ("i = a * b * (c - d)", "opened too late", "i = a * (b * c - d)"),
    ("i = a ** 0.5 / b", "closed too early", "i = (a / b) ** 0.5"),
    ("i = a / b ** 0.5", "power of one", "i = (a / b) ** 0.5"),
    ("i = a * n", "no list", "i = [a] * n"),
    ("i = a / (b * (c + d))", "closed too late", "i = a / b * (c + d)"),
    ("i = a / b * c", "no bracket below", "i = a / (b * c)"),
    ("i = a + b * c + d", "no bracket around", "i = a + b * (c + d)"),
    ("i = int(a) / int(b)", "of each", "i = int(a / b)"),
    ("i = a - b", "exchanged", "i = b - a"),
    ("i = 1000 * a", "too much", "i = a"),
    ("i = round(a, 3)", "call too much", "i = a"),
    ("i = v[j]", "other entry", "i = v[j - 1]"),
    ("i = v[:, j]", "other entry", "i = v[j, :]"),
    ("v[j] = i", "other place", "v[j + 1] = i"),
    ("i = v", "no index", "i = v[j]"),
    ("i = v[j]", "index too much", "i = v"),
    ("i += a", "augmented", "i = a"),
    ("i = v[++j]", "plus plus", "i = v[j + 1]"),
    ("i = v", "no copy", "i = v.copy()"),
    ("i = np.std(v, 1)", "argument without its name", "i = np.std(v, ddof=1)"),
    ("i = np.mean(v)", "argument missing", "i = np.mean(v, axis=0)"),
    ("i = np.random.uniform(n, -1, 1)", "arguments exchanged", "i = np.random.uniform(-1, 1, n)"),
    ("i = np.ones([1, n])", "entry too much", "i = np.ones([n])"),
    ("i = np.ones([n])", "in brackets", "i = np.ones(n)"),
    ("i = 0.2 * a", "other number", "i = 0.1 * a"),
    ("i = 2.5 * a", "number for a name", "i = b * a"),
    ("i = a * b", "other operator", "i = a ** b"),
    ("plt.xlabel('time (ms)')", "unit in a label", "plt.xlabel('time (s)')"),
    ("# i = a", "behind a #", "i = a"),
    ("v[:, 0] = v[:, 1] + j", "whole column", "v[j, 0] = v[j, 1] + j"),
    ("v[:, j] = v[0, j]", "one for all", "v[:, j] = v[:, j]"),
    ("v = v[j - 1] + a", "place missing", "v[j] = v[j - 1] + a"),
    ("v = v[j] + a", "name of many", "_ = v[j] + a"),
    ("v[1:, j] = v[1:, j - 1]", "not all", "v[:, j] = v[:, j - 1]"),
    ("v[j] = v[j - 1]", "indices exchanged", "v[j - 1] = v[j]"),
    ("v[n] = v[n] + a", "count for a counter", "v[j] = v[j] + a"),
    ("i = [np.ones(n) for k in range(step_end)]", "counts exchanged", "i = [np.ones(step_end) for k in range(n)]"),
    ("np.append(v, a)", "result not stored", "v = np.append(v, a)"),
    ("i = v[::-1]", "other entry", "i = v[:-1]"),
    ("i = np.mean(v, axis=1)", "other axis", "i = np.mean(v, axis=0)"),
    ("i = v.std(v, ddof=1)", "given twice", "i = v.std(ddof=1)"),
    ("i = v.mean", "not called", "i = v.mean(axis=0)"),
    ("i = np.std(v)(ddof=1)", "two pairs", "i = np.std(v, ddof=1)"),
    ("i = np.random.rand([n, n])", "sizes in a list", "i = np.random.rand(n, n)"),
    ("i = np.ones(a * n)", "product for a shape", "i = np.ones([a, n])"),
    ("i = np.zeros(n, dtype=int)", "whole numbers", "i = np.zeros(n)"),
    ("i = v / n", "sum missing", "i = np.sum(v, axis=0) / n"),
    ("for k in enumerate(v - 1): pass", "subtracted for a slice", "for k in enumerate(v[:-1]): pass"),
    ("for k, x in range(v): pass", "range for enumerate", "for k, x in enumerate(v): pass"),
    ("for k in enumerate(v[1:]): pass", "start of the count", "for k in enumerate(v[1:], 1): pass"),
    ("if j == 0: continue", "other round", "if j == n - 1: continue"),
    ("for k in enumerate(v): pass", "other range", "for k in enumerate(v[:-1]): pass"),
]
AROUND = "a = 1\nb = 2\nc = 3\nd = 4\nn = 5\nv = np.ones(n)\nfor j in range(n):\n    {}\n    k = j"


@pytest.mark.sample(30)
@pytest.mark.parametrize(("wrong", "kind", "right"), CHANGES)
def test_a_change_of_each_kind_is_tried(wrong, kind, right):
    tried = {(edit.kind, normal(edit.source)) for edit in edits_of(COURSE.exercise(7), AROUND.format(wrong))}
    assert (kind, normal(AROUND.format(right))) in tried


def normal(source: str) -> str:
    return ast.unparse(ast.parse(source))


def test_every_kind_of_change_has_its_sentences_and_its_rank():
    assert set(KINDS) == set(SAID) | set(SPECIAL)


@pytest.mark.parametrize(
    ("kind", "before", "after", "lines"),
    [
        ("runs in each round", "    k = j\n", "k = j\n", (5,)),
        ("runs once", "k = 0\nfor j in range(3):\n", "for j in range(3):\n    k = 0\n", (3,)),
        ("one too many", "    k = j\n", "    pass\n", (5,)),
        ("order of lines", "    k = j\n    m = k\n", "    m = k\n    k = j\n", (5, 6)),
    ],
)
def test_a_statement_is_moved_or_left_out(kind, before, after, lines):
    source = "a = 1\nb = 2\nk = 0\nfor j in range(3):\n    k = j\n    m = k\n"
    assert before in source
    wanted = normal(source.replace(before, after, 1) if after[0] == " " or kind == "runs once" else moved(source))
    assert (kind, wanted, lines) in {(e.kind, normal(e.source), e.lines) for e in edits_of(COURSE.exercise(7), source)}


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (
            "all indices",
            "for step in range(1, step_end):\n    v[step + 1] = v[step] + i[step]",
            "for step in range(1, step_end):\n    v[step + 1 - 1] = v[step - 1] + i[step - 1]",
        ),
        ("not collected", "for x in v:\n    y = x ** 2", "y = []\nfor x in v:\n    y += [x ** 2]"),
        ("name of a loop", "t = 1\nfor t in v:\n    y = t\nx = t", "t = 1\nfor _ in v:\n    y = _\nx = t"),
    ],
)
def test_what_a_round_fills_is_changed_as_a_whole(kind, before, after):
    tried = {(edit.kind, normal(edit.source)) for edit in edits_of(COURSE.exercise(11), before)}
    assert (kind, normal(after)) in tried


def moved(source: str) -> str:
    return source.replace("    k = j\n", "") + "k = j\n"


def test_a_line_that_draws_or_labels_is_never_too_much():
    source = "plt.figure()\nplt.plot(t_max, dt)\nplt.xlabel('time (s)')\nplt.show()"
    left_out = [edit.lines for edit in edits_of(COURSE.exercise(5), source) if edit.kind == "one too many"]
    assert left_out == [(1,)]


def test_a_name_that_an_entry_can_replace_too_is_only_said_to_be_wrong():
    node = ast.parse("means").body[0].value
    edits = [Edit("no index", node, ("means",), str), Edit("other name", node, ("means", "v_n"), str)]
    assert repaired(COURSE.exercise(9), "\n\nmeans", edits).cause == "other value"


def test_a_change_is_only_said_if_it_makes_the_answer_right(solved):
    source = solved(9).replace("sum(v_n) / n", "max(v_n)")
    assert source != solved(9)
    exercise = COURSE.exercise(9)
    verdict = assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    assert verdict.cause not in KINDS


TWO_FAULTS4 = "v - dt / tau * (el - v + r * i_mean)"
STEP4 = "    v = v + dt / tau * (el - v + r * i)"
SAYS = {  # number, a piece of the message, what stands in the solution, what a student wrote
    "a sum in square brackets": (4, "`[(el - v) + r * i]` make a list", "(el - v + r * i)", "[(el - v) + r * i]"),
    "one round more": (
        4,
        "one round too many, the one in which",
        "for step in range(step_end):\n",
        "step = -1\nwhile step + 1 <= step_end:\n    step = step + 1\n",
    ),
    "both terms of a difference": (4, "`v - el` is the wrong way round", "(el - v + r", "(v - el + r"),
    "a sign before another fault": (
        4,
        "the sign in front of",
        STEP4,
        STEP4.replace("v + dt", "v - dt").replace("* i", "* i_mean"),
    ),
    "time below the line": (4, "`t` is 0 here, and nothing can be divided by 0", "dt / tau", "dt / t"),
    "a reset": (4, "line 11 sets `v` to `vr`", STEP4, f"{STEP4}\n    if v > vth:\n        v = vr"),
    "a value that replaces the right one": (6, "With it, `step_end` becomes 25", "v = el", "v = el\nstep_end = 25"),
    "a decimal number of steps": (6, "becomes 0.0, a decimal number; it should", "int(t_max / dt)", "int(t_max) / dt"),
    "a typed thousand": (6, "value of `1 / dt`", "int(t_max / dt)", "int(t_max * 1000)"),
    "a tenth under the root": (7, "a bracket encloses `0.1 *`", "0.1 * (t_max / dt) **", "(0.1 * t_max / dt) **"),
    "a time for a list of times": (9, "multiplies two numbers", "plt.plot([t] * n, v_n", "plt.plot(t * n, v_n"),
    "an open condition": (
        6,
        "is not always true. Line 14 is always needed",
        "    plt.plot",
        "    if step % 2:\n        plt.plot",
    ),
    "a number of a draw": (7, "The draw is 0.9863", "2 * np.random.random() - 1", "(-1) ** step * np.random.random()"),
    "steps in the text": (6, "how many steps of length `dt`", "int(t_max / dt)", "int(t_max / dt) + 1"),
}


@pytest.mark.sample(6)
@pytest.mark.parametrize("case", SAYS)
def test_what_is_said_is_as_it_was_typed(case, solved):
    number, piece, right, wrong = SAYS[case]
    assert right in solved(number)
    exercise, source = COURSE.exercise(number), solved(number).replace(right, wrong)
    verdict = assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    said = next(judged.diagnosis for judged in verdict.parts if not judged.right)
    assert piece in str(said.message)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("a = 1\nb = a + 2", ("1", "a", "2", "old")),
        ("x = sum(v)\nfor j in range(3):\n    v[j] = j", ("3", "v", "1", "new")),
        ("t = 1\nfor t in v:\n    y = t", ()),  # the loop makes its own
    ],
)
def test_the_reason_of_a_place_is_one_name_that_one_line_makes(source, why):
    moved = next(edit for edit in edits_of(COURSE.exercise(4), source) if edit.kind == "order of lines")
    assert moved.words[2:] == why


def test_a_name_that_changes_in_the_loop_is_no_second_name_of_a_value():
    source = "v = 0\nfor j in range(3):\n    a = j\n    b = a + v\n"
    words = [edit.words for edit in edits_of(COURSE.exercise(4), source) if edit.kind == "two names"]
    assert words == [("b", "v")]


def test_a_difference_is_marked_as_a_whole(solved):
    exercise, source = COURSE.exercise(4), solved(4).replace("(el - v + r", "(v - el + r")
    verdict = assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    assert verdict.parts[0].diagnosis.spot.pieces[1] == "v - el"
