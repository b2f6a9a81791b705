"""A right answer keeps its points whatever harmless thing is added to it, in the notebook and in grading."""

from __future__ import annotations

import pytest

from grading.execution.hidden_parameters import hidden_settings
from grading.execution.task import task, work
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs_in_file

from .build import right
from .harmless import ADDITIONS

EXERCISES = (4, 5, 8, 10, 12, 13, 14)
CASES = [(name, EXERCISES[place % len(EXERCISES)]) for place, name in enumerate(ADDITIONS)]
CASES += [(name, 13) for name in ("three hundred copies", "history", "long double", "thousand names")]


def full(number: int) -> int:
    return sum(part.points for part in COURSE.exercise(number).parts)


def test_there_are_enough_additions():
    assert len(ADDITIONS) >= 40


@pytest.mark.sample(15)
@pytest.mark.parametrize(("name", "number"), CASES)
def test_it_costs_nothing_in_the_notebook(name, number, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    added = ADDITIONS[name]
    exercise = COURSE.exercise(number)
    cells = [added.cell] if added.cell else []
    assert assess(exercise, runs_in_file(exercise, added.around(right(number)), cells)).points == full(number)


@pytest.mark.sample(15)
@pytest.mark.sandbox
@pytest.mark.parametrize(("name", "number"), CASES)
def test_it_costs_nothing_in_grading(name, number):
    added = ADDITIONS[name]
    exercise = COURSE.exercise(number)
    cells = [added.cell] if added.cell else []
    source = added.around(right(number))
    result = work(task(number, source, cells, hidden_settings(b"x" * 32, exercise, source, cells)))
    assert (result["points"], result["flags"]) == (full(number), [])
