"""What pieces of an answer are worth: nothing of it runs, and nothing large is made."""

from __future__ import annotations

import ast

import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.diagnose import sizes
from slipcheck.diagnose.course_formulas import course_formula, evaluated
from slipcheck.diagnose.stopped import stopped
from slipcheck.diagnose.values import value_of
from slipcheck.observe import observe

NAMES = {
    "column": np.ones((200, 1)),
    "row": np.ones(200),
    "v": [0.5] * 300,
    "k": 3,
    "few": np.zeros((1, 300)),
    "none": np.zeros(200, int),
    "long": "z" * 900,
}
TOO_LARGE = (
    "[0] * 40 * 40", "40 * ([0] * 40)", "enumerate([0] * 600)", "[v] * 4", "[v, v, v, v]", "v + v + v + v",
    "column + row", "column < row", "np.sin([[0] * 40] * 40)", "few[none]", "column * v",
    "'%9999d' % 1", "'%*d' % (999, 1)", "long + long", "range(k * 2000)", "sum([v] * 3, [])", "int(long, 36)",
)  # fmt: skip
WORKED_OUT = {
    "[0] * 4": [0, 0, 0, 0],
    "v[2 * k]": 0.5,
    "len(v + v)": 600,
    "sum(row)": 200.0,
    "'%.2f' % 0.5": "0.50",
    "k < 4": True,
    "round(0.123, 2)": 0.12,
    "column[k, 0] - 1": 0.0,
    "row[[0, 1]][1]": 1.0,
}


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(sizes, "ENTRIES", 1000)


@pytest.mark.parametrize("text", TOO_LARGE)
def test_nothing_large_is_made_of_a_piece_of_an_answer(small, text):
    assert value_of(ast.parse(text, mode="eval").body, NAMES) is None


@pytest.mark.parametrize("text", WORKED_OUT)
def test_a_usual_piece_of_an_answer_has_its_value(small, text):
    assert value_of(ast.parse(text, mode="eval").body, NAMES) == WORKED_OUT[text]


@pytest.mark.parametrize(
    "text", ["column + row", "column > row", "np.ones([40, 40])", "np.outer(row, row)", "few[none]"]
)
def test_nothing_large_is_made_of_a_formula_of_the_course(small, text):
    assert evaluated(course_formula(text), NAMES) is None


FORMULAS = {
    "np.mean(few, axis=0)[0]": 0.0,
    "np.linspace(0, 1, num=k, endpoint=False)[0]": 0.0,
    "sum([(x - 1) ** 2 for x in v]) / len(v)": 0.25,
    "column[1:k, 0].size": 2,
    "np.where(row > 0, row, 0).max()": 1.0,
}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_of_the_course_has_its_value(small, text):
    assert evaluated(course_formula(text), NAMES) == FORMULAS[text]


@pytest.mark.parametrize("text", ["print(k)", "k.real", "[k for _ in v]", "(lambda: k)()"])
def test_text_that_is_not_the_course_s_is_never_run(text):
    with pytest.raises(ValueError, match="only formulas of the course"):
        evaluated(ast.parse(text, mode="eval").body, NAMES)


def test_the_condition_of_a_round_is_not_run(capsys):
    source = "v_n = [1.0, 2.0]\nfor j in range(5):\n    if print('again') == 1:\n        continue\n    v_n[j]"
    seen = observe(source, {})
    capsys.readouterr()
    assert stopped(COURSE.exercise(4), seen).cause == "index out of range"
    assert capsys.readouterr().out == ""


def test_a_condition_that_is_never_true_is_known_by_its_values():
    source = "v_n = [1.0, 2.0]\nfor j in range(5):\n    if j == -1:\n        continue\n    v_n[j]"
    assert stopped(COURSE.exercise(4), observe(source, {})).cause == "never true"


@pytest.mark.parametrize("code", ["999999999.3f", ".999999999e", "0>123456789d"])
def test_no_number_is_written_with_a_width_of_millions(code):
    assert len(sizes.formatted(1, code)) < 1100
