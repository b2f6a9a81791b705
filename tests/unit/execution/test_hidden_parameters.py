"""The parameters that answers are judged at: unlike those of any other answer, and as telling as those they lie by."""

from __future__ import annotations

import random

import pytest

from grading.errors import SecretError
from grading.execution.hidden_parameters import hidden_settings, secret
from helpers.course import COURSE
from slipcheck.parameter_draws import UNSEEN, Compared

KEY = b"k" * 32
VARIED = [number for number in range(1, 15) if COURSE.exercise(number).varied_names]


@pytest.mark.parametrize("number", VARIED)
def test_no_two_answers_have_a_setting_in_common(number):
    exercise = COURSE.exercise(number)
    answers = [(f"v = {k}", ["x = 1"] * (k % 2)) for k in range(20)]
    drawn = [p for source, cells in answers for p in hidden_settings(KEY, exercise, source, cells)]
    assert len(drawn) == 20 * UNSEEN
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("number", [number for number in VARIED if COURSE.exercise(number).steps is None])
def test_the_time_step_is_one_of_many_where_no_number_of_steps_must_fit(number):
    exercise = COURSE.exercise(number)
    drawn = {p.dt for k in range(20) for p in hidden_settings(KEY, exercise, str(k))}
    assert len(drawn) == 20 * UNSEEN


def test_equal_answers_have_equal_settings_and_other_cells_other_ones():
    exercise = COURSE.exercise(4)
    assert hidden_settings(KEY, exercise, "v", ["a"]) == hidden_settings(KEY, exercise, "v", ["a"])
    assert hidden_settings(KEY, exercise, "v", ["a"]) != hidden_settings(KEY, exercise, "v", ["b"])


def test_an_exercise_with_fixed_values_has_none():
    assert hidden_settings(KEY, COURSE.exercise(1), "tau = 1") == []


@pytest.mark.sample(4)
@pytest.mark.parametrize("number", VARIED)
def test_the_slips_show_at_them(number):
    exercise = COURSE.exercise(number)
    as_given = Compared(exercise, exercise.parameters)
    visible = [slip for slip in exercise.slips if slip.change and as_given.shows(slip)]
    keys = (random.Random(number).randbytes(32) for _ in range(2))
    drawn = [p for key in keys for k in range(3) for p in hidden_settings(key, exercise, str(k))]
    assert [slip.name for slip in visible for p in drawn if not Compared(exercise, p).shows(slip)] == []


def test_hidden_parameters_are_of_the_course_and_the_same_each_time(tmp_path):
    first, other = secret(tmp_path), bytes(32)
    assert secret(tmp_path) == first
    assert (
        hidden_settings(first, COURSE.exercise(4), "v")
        == hidden_settings(first, COURSE.exercise(4), "v")
        != hidden_settings(other, COURSE.exercise(4), "v")
    )
    path = tmp_path / ".grading" / "secret"
    assert path.stat().st_mode & 0o077 == 0
    path.write_text("short")
    with pytest.raises(SecretError, match="64 hexadecimal digits"):
        secret(tmp_path)
