"""The one change that makes an answer right: that it is found, and what is said of it."""

from __future__ import annotations

import ast

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose.repairs.edit import Edit
from slipcheck.diagnose.repairs.said import SAID
from slipcheck.diagnose.repairs.search import KINDS, edits_of
from slipcheck.diagnose.repairs.sentences import SPECIAL, repaired
from slipcheck.runs import rerun_of, runs

CHANGES = [  # a line, the kind of its fault, the line as it should be
    ("i = a * (1 + b) * c", "closed too early", "i = a * (1 + b * c)"),
    ("i = a * (1 + b * c)", "closed too late", "i = a * (1 + b) * c"),
    ("i = np.sqrt(a) / b", "closed too early", "i = np.sqrt(a / b)"),
    ("i = a ** 0.5 / b", "closed too early", "i = (a / b) ** 0.5"),
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
]
AROUND = "a = 1\nb = 2\nc = 3\nd = 4\nn = 5\nv = np.ones(n)\nfor j in range(n):\n    {}\n    k = j"


@pytest.mark.parametrize(("wrong", "kind", "right"), CHANGES)
def test_a_change_of_each_kind_is_tried(wrong, kind, right):
    tried = {(edit.kind, normal(edit.source)) for edit in edits_of(COURSE.exercise(7), AROUND.format(wrong))}
    assert (kind, normal(AROUND.format(right))) in tried


def normal(source: str) -> str:
    return ast.unparse(ast.parse(source))


def test_every_kind_of_change_has_its_sentences_and_its_rank():
    assert set(KINDS) == (set(SAID) | set(SPECIAL)) - {"other value"}  # which two kinds have in common


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
