"""``predict``: the feedback of one choice alone, and the choice in the notebook's text."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.chosen_predictions import Chosen, chosen_in
from slipcheck.notebook import predict as module

QUESTIONS = [(number, question) for number in COURSE.numbers for question in COURSE.exercise(number).predictions]


@pytest.fixture(autouse=True)
def nothing_chosen():
    module.CHOSEN.clear()


def test_a_choice_gets_its_own_feedback_and_no_other(notebook):
    notebook.run("from helpers import predict")
    told = notebook.run('predict(4, "a", why="it starts there")')
    first, second, third = COURSE.exercise(4).predictions[0].options
    assert notebook.error is None
    assert first.feedback in told
    assert second.feedback not in told
    assert third.feedback not in told


def test_another_choice_is_possible_and_the_first_one_is_told(notebook):
    notebook.run("from helpers import predict")
    notebook.run('predict(4, "C")')
    told = notebook.run('predict(4, "B")')
    assert "Your first choice was C." in told
    assert "Your first choice" not in notebook.run('predict(4, "C")')


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ('predict(4, "")', "Type the letter of your choice"),
        ("predict(4)", "Type the letter of your choice"),
        ("predict(4, 2)", "Type the letter of your choice"),
        ('predict(4, "X")', "The letters are A, B or C, D, E or F."),
    ],
)
def test_no_choice_stops_nothing_and_says_what_to_type(notebook, call, words):
    notebook.run("from helpers import predict")
    assert words in notebook.run(call)
    assert notebook.error is None


def test_a_prediction_of_no_exercise_is_one_sentence(notebook):
    notebook.run("from helpers import predict")
    notebook.run('predict(99, "A")')
    assert "There is no exercise 99" in str(notebook.error)


@pytest.mark.parametrize("number", COURSE.numbers)
def test_each_exercise_asks_and_no_letter_stands_for_two_options(number):
    questions = COURSE.exercise(number).predictions
    letters = [option.letter for question in questions for option in question.options]
    assert questions
    assert letters == [chr(ord("A") + k) for k in range(len(letters))]


@pytest.mark.parametrize(("number", "question"), QUESTIONS)
def test_a_question_has_one_right_option(number, question):
    assert sum(option.is_right for option in question.options) == 1


def test_the_choices_in_a_notebook_s_text_are_read_in_their_order():
    cells = ['predict(4, "b", why="up")', 'x = 1\npredict(4, letter="C")', 'predict(5, "A")', "predict("]
    assert chosen_in(4, cells) == [Chosen("B", "up"), Chosen("C")]
    assert chosen_in(5, cells) == [Chosen("A")]


def test_many_choices_and_long_reasons_are_cut():
    cells = [f'predict(4, "A", why="{"x" * 900}")'] * 50
    found = chosen_in(4, cells)
    assert len(found) == 20
    assert len(found[0].why) == 500
