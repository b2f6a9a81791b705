"""Cells as long as no student writes them: they are read in little time and memory, and cost nobody an answer."""

from __future__ import annotations

import ast
import time

import pytest

from grading.submissions import reading
from helpers.course import COURSE
from slipcheck.answer_rule import exercise_in
from slipcheck.assessment import assess
from slipcheck.chosen_predictions import Chosen, chosen_in
from slipcheck.judge import parse
from slipcheck.judge.parse import LONGEST, MOST_PIECES, parsed
from slipcheck.notebook_file import LONGEST_CODE
from slipcheck.runs import runs
from tests.hostile.build import cell, code, notebook, put, right, stem

SHORT = "a\n"  # a statement of two signs, which takes a thousand times its length


@pytest.fixture
def lengths(monkeypatch):
    """Of the texts of which Python makes a tree."""
    done = []
    real = ast.parse
    monkeypatch.setattr(ast, "parse", lambda text, *more, **named: done.append(len(text)) or real(text, *more, **named))
    return done


@pytest.mark.parametrize("signs", ["0", "9", " ", "#"])
def test_a_comment_takes_the_time_of_its_length_alone(signs):
    began = time.process_time()
    for line in (f"# exercise {signs * 20_000}a", f"# exercise {signs * 20_000}", f"{signs * 20_000}# exercise"):
        exercise_in(line)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(("line", "number"), [("# Exercise 004", 4), ("#exercise 12: so", 12), ("# exercise 4a", None)])
def test_the_number_of_the_exercise_may_begin_with_zeros(line, number):
    assert exercise_in(line) == number


def test_a_text_of_too_many_pieces_gets_no_tree(lengths):
    assert parsed(SHORT * (MOST_PIECES + 1)) is None
    assert parsed("'" + "x" * LONGEST + "'") is None
    assert not lengths
    assert parsed("# a thousand lines\n" + "v = v + dt / tau * (el - v)\n" * 1_000) is not None


HUGE = {
    "the answer": lambda made: cell(made, "ex04").update(source="# Exercise 4\n" + SHORT * 300_000),
    "many answers": lambda made: made["cells"].extend([code("# Exercise 4\n" + SHORT * 9_000)] * 50),
    "many cells": lambda made: made["cells"].extend([code(SHORT * 9_000)] * 50),
    "many predictions": lambda made: made["cells"].extend([code("predict(4, 'A')\n" + SHORT * 9_000)] * 50),
}


@pytest.mark.parametrize("number", [4, 10])
@pytest.mark.parametrize("case", HUGE)
def test_no_notebook_makes_trees_of_millions_of_signs(case, number, lengths, tmp_path):
    made = notebook(4, right(4)) if number == 4 else notebook(10, right(10), "volt")
    if number == 4 or case != "the answer":
        HUGE[case](made)
    reading.read_notebook(put(tmp_path, made, number=number))
    assert max(lengths, default=0) <= LONGEST
    assert sum(lengths) < 4 * LONGEST


def test_a_cell_with_an_answer_is_found_between_long_ones(tmp_path):
    made = notebook(4, right(4))
    made["cells"] += [code(f"x = [{'0.125, ' * 60_000}]"), code("check(4)")]
    made["cells"].append(code("# Exercise 4\ncheck(4)"))
    assert reading.read_notebook(put(tmp_path, made)).answers["ex04"] == right(4)


def test_a_cell_that_is_cut_is_too_long_to_be_run(tmp_path):
    made = notebook(4, right(4))
    made["cells"].append(code("x\n" * LONGEST_CODE))
    taken = reading.read_notebook(put(tmp_path, made))
    assert not taken.added
    assert taken.notes == ["The added cells are too long; only the answer cell was graded."]


def test_a_notebook_of_more_text_than_anyone_writes_is_read_in_part(tmp_path):
    made = notebook(4, right(4))
    made["cells"] += [code("x = '" + "a" * LONGEST_CODE + "'") for _ in range(10)]
    taken = reading.read_notebook(put(tmp_path, made))
    assert taken.answers["ex04"] == right(4)
    assert f"first {len(made['cells']) - 5} cells were read" in taken.notes[0]
    assert not taken.added


def test_what_one_student_hands_in_is_read_for_a_limited_time(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.0)
    for number in (4, 5):
        put(tmp_path, notebook(number, right(number)), number=number)
    taken = reading.read_student(tmp_path)
    assert list(taken.notebooks) == [stem(4)]
    assert taken.problems[-1] == "The notebooks took too long to read; 1 of 2 were read."


def test_a_prediction_is_found_beside_a_long_cell():
    cells = ["predict(4, 'A')\n" + SHORT * 200_000, "predict(4, 'B')"]
    assert chosen_in(4, cells) == [Chosen("B")]


def test_a_right_answer_without_a_tree_is_right(monkeypatch):
    monkeypatch.setattr(parse, "MOST_PIECES", 10)
    assert parsed(right(4)) is None
    assert all(part.right for part in assess(COURSE.exercise(4), runs(COURSE.exercise(4), right(4))).parts)
