"""Curves with values that are no numbers: their plot commands keep their points."""

from __future__ import annotations

import re
import warnings

import pytest

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs
from tests.unit.diagnose.test_messages import answer

STD14 = "np.std(v_n, axis=0, ddof=1)"
GAPS = {  # number, then pairs of what stands in the solution and what a student wrote; the figure is right
    "values that grow without end": (12, ("enumerate(i[:-1])", "enumerate(v[:-1])")),
    "roots of what is below 0 at some times": (10, ("- v_mean) ** 2", "- v_mean) * 2")),
    "an array with gaps": (14, (STD14, f"np.where(t_range < 0.05, {STD14}, np.nan)")),
}
HIDDEN = {  # the same, and the curve cannot be seen
    "a dot left out": (10, ("- v_mean) ** 2", "- v_mean) * 2"), ('v_mean + v_std, "C7."', 'v_mean + v_std, "C7"')),
    "another curve": (14, (STD14, f"np.where(t_range < 0.05, {STD14}, np.nan)"), ("v_mean + v_std", "v_mean")),
}


def figure_of(number: int, pairs):
    exercise, cell = COURSE.exercise(number), answer(number, pairs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        verdict = assess(exercise, runs(exercise, cell))
    assert verdict.state != "right"
    return next(part for part in verdict.parts if part.part.name == "figure")


@pytest.mark.parametrize("case", GAPS)
def test_a_curve_with_gaps_is_drawn(case):
    number, *pairs = GAPS[case]
    assert figure_of(number, pairs).right


@pytest.mark.parametrize("case", HIDDEN)
def test_a_curve_with_gaps_must_be_drawn(case):
    number, *pairs = HIDDEN[case]
    assert not figure_of(number, pairs).right


@pytest.mark.parametrize("case", GAPS)
def test_a_note_says_how_many_points_are_not_shown(case):
    number, *pairs = GAPS[case]
    exercise = COURSE.exercise(number)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        notes = assess(exercise, runs(exercise, answer(number, pairs))).notes
    note = next(re.match(r"(\d+) of the (\d+) points of your figure are nan", note) for note in notes)
    missing, points = map(int, note.groups())
    assert 0 < missing < points


def test_of_a_figure_without_gaps_nothing_is_said():
    exercise = COURSE.exercise(14)
    assert not assess(exercise, runs(exercise, answer(14, []))).notes
