"""No change is tried that would make more values than a trial can hold."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.diagnose.repairs.search import edits_of


@pytest.mark.parametrize(
    "call",
    ["np.ones({})", "np.random.random([2, {}])", "np.linspace(0, 1, num={})", "np.arange(0, {}, dt)", "range({})"],
)
def test_a_name_of_a_large_number_says_no_count(call):
    made = [edit.source for edit in edits_of(COURSE.exercise(13), f"i = {call.format('t_max')}")]
    assert f"i = {call.format('tau')}" in made
    assert f"i = {call.format('r')}" not in made


def test_elsewhere_it_is_tried():
    made = [edit.source for edit in edits_of(COURSE.exercise(13), "i = np.ones(2) * t_max")]
    assert "i = np.ones(2) * r" in made
