"""``hint`` as a student meets it, and what no hint and no message gives away."""

from __future__ import annotations

import re

import pytest

from helpers.course import COURSE
from slipcheck.notebook.panel import PanelItem


def test_hints_come_one_at_a_time(notebook):
    from slipcheck.notebook.hint import HINTS_GIVEN

    HINTS_GIVEN.clear()
    first, second, third, again = (notebook.run("hint(4)") for _ in range(4))
    assert "hint 1 of 3" in first
    assert "hint 2 of 3" in second
    assert first.splitlines()[1] in second
    assert "hint 3 of 3" in third
    assert again == third


def test_run_all_uses_up_no_hint(notebook, stub, monkeypatch):
    from slipcheck.notebook import run_cells
    from slipcheck.notebook.hint import HINTS_GIVEN

    HINTS_GIVEN.clear()
    told = []
    for _ in range(2):  # a hand is slower than this
        notebook.run(stub(4))
        told.append(notebook.run("hint(4)"))
    assert told == [told[0]] * 2
    assert "hint 1 of 3" in told[0]

    monkeypatch.setattr(run_cells, "AT_ONCE", 0.0)
    notebook.run(stub(4))
    assert "hint 2 of 3" in notebook.run("hint(4)")


def test_each_line_of_a_hint_has_a_line_of_its_own(notebook):
    from slipcheck.notebook.hint import HINTS_GIVEN

    HINTS_GIVEN[10] = len(COURSE.exercise(10).hints)
    told = notebook.run("hint(10)").splitlines()
    for line in COURSE.exercise(10).hints[-1].split("\n"):
        assert any(shown.endswith(line) for shown in told)
    assert "run `check(10)`" in told[-1]


def test_a_right_answer_uses_up_no_hint(notebook, solved):
    from slipcheck.notebook.hint import HINTS_GIVEN

    HINTS_GIVEN.clear()
    notebook.run(solved(4))
    notebook.run("check(4)")
    assert "You need no hint" in notebook.run("hint(4)")
    notebook.run(solved(4).replace("r * i)", "i)"))
    assert "hint 1 of 3" in notebook.run("hint(4)")


def test_a_hint_comes_where_a_right_answer_is_wrong_in_the_next_check(notebook, solved, stub):
    notebook.run(solved(4))
    notebook.run("check(4)")
    notebook.run(stub(4))
    notebook.run("check(4)")
    notebook.run(solved(4))
    assert "Exercise 4: hint" in notebook.run("hint(4)")


def test_a_screen_reader_is_told_the_number_of_a_hint_but_no_tick():
    assert "aria-hidden" not in PanelItem("2.", "a hint").as_html()
    assert "<span aria-hidden='true'>✓</span>" in PanelItem("✓", "a part").as_html()


@pytest.mark.parametrize("number", range(1, 15))
def test_no_hint_contains_a_line_of_the_answer(number, solved, stub):

    flat = [re.sub(r"\s+", "", line.split("#")[0]) for line in solved(number).splitlines()]
    given = re.sub(r"\s+", "", stub(number))
    written = [line for line in flat if line and line not in given]
    hints = COURSE.exercise(number).hints
    assert len(hints) == 3
    for text in hints:
        assert all(line not in re.sub(r"[\s`]+", "", text) for line in written)


@pytest.mark.parametrize("number", range(1, 15))
def test_no_message_contains_a_line_of_the_answer(number, solved, stub):

    flat = [re.sub(r"\s+", "", line.split("#")[0]) for line in solved(number).splitlines()]
    given = re.sub(r"\s+", "", stub(number))
    written = [line for line in flat if len(line) > 8 and line not in given]
    slips = COURSE.exercise(number).slips
    assert len(slips) >= 4 or COURSE.exercise(number).explain is not None
    for slip in slips:
        assert all(line not in re.sub(r"\s+", "", str(slip.message)) for line in written)
        assert slip.message.observed
        assert slip.message.means
        assert slip.message.next
