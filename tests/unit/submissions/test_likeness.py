"""Whether two cells are alike: exactly for cells of usual length, and with a limited amount of work for all."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from helpers.course import COURSE
from slipcheck import answer_rule
from slipcheck.likeness import WORK, Likeness
from tests.answers.test_answers import files


@pytest.mark.parametrize("least", [answer_rule.LIKE_THE_STUB, answer_rule.LIKE_THE_ANSWER])
def test_usual_cells_are_compared_character_by_character(least):
    texts = [path.read_text() for number in (3, 9) for path in files(number, "wrong")][:60]
    one = Likeness()
    exact = [SequenceMatcher(None, a, b, autojunk=False).ratio() > least for a, b in pairwise(texts)]
    assert [one.is_above(least, a, b) for a, b in pairwise(texts)] == exact
    assert one.left > 0.5 * WORK


def test_the_work_for_long_cells_is_limited():
    one = Likeness(work=10**6)
    assert not one.is_above(0.7, "a" * 2_000, "b" + "a" * 2_000)  # one line, and another
    assert 0 <= one.left <= 10**6


def test_long_cells_are_compared_line_by_line():
    lines = [f"x{k} = {k} * dt  # the {k}th value" for k in range(900)]
    newer = [*lines[:800], *("pass" for _ in range(100))]
    one = Likeness(work=10**5)
    assert one.is_above(0.75, "\n".join(newer), "\n".join(lines))
    assert not one.is_above(0.75, "\n".join(lines[:450]) + "z" * 9_000, "\n".join(lines))


def test_all_comparisons_of_a_notebook_share_their_work(monkeypatch):
    spent = []
    monkeypatch.setattr(Likeness.__init__, "__defaults__", (10**6,))
    spend = Likeness.spend
    monkeypatch.setattr(Likeness, "spend", lambda one, work: spend(one, work) or spent.append(work))
    cells = [answer_rule.CodeCell("# Exercise 4\n" + "a" * 500, "ex04")]
    cells += [answer_rule.CodeCell("b" + "a" * 500) for _ in range(20)]
    assert answer_rule.find_answer(COURSE, 4, cells) is not None
    assert 0 < sum(spent) <= 10**6
