"""How an exercise stands, for instructor and student."""

from __future__ import annotations

import json

from grading.states import REPORTED, ExerciseState
from slipcheck.verdict import State


def test_every_state_of_an_answer_is_one_of_an_exercise_with_the_same_words_for_the_student():
    assert {state: ExerciseState(state).headline for state in State} == {state: state.headline for state in State}


def test_in_a_report_no_two_states_have_the_same_sign_or_word():
    assert len({state.sign for state in REPORTED}) == len({state.word for state in REPORTED}) == len(REPORTED)


def test_a_state_is_stored_and_shown_as_its_plain_name():
    text = json.dumps({ExerciseState.MISSING: ExerciseState.RIGHT})
    assert (text, f"{ExerciseState.RIGHT}") == ('{"missing": "right"}', "right")
