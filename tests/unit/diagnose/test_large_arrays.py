"""No change is tried that would make more values than a trial can hold."""

from __future__ import annotations

import pytest

from helpers.course import COURSE
from slipcheck.diagnose.repairs.bounded import bounded
from slipcheck.observe import Observation
from slipcheck.verdict import Rerun

P = COURSE.exercise(13).parameters


def tried(*sources: str) -> tuple[list[str], list[Observation]]:
    """Which of these texts run, and what is known of each."""
    ran: list[str] = []

    def attempt(texts, p, as_written):
        ran.extend(texts)
        return [Observation(text) for text in texts]

    return ran, bounded(Rerun(None, attempt)).attempt(sources, P, False)


@pytest.mark.parametrize(
    "call",
    ["np.ones({})", "np.random.random([2, {}])", "np.linspace(0, 1, num={})", "np.arange(0, {}, dt)", "range({})"],
)
def test_a_name_of_a_large_number_says_no_count(call):
    small, large = (f"i = {call.format(name)}" for name in ("tau", "r"))
    ran, made = tried(large, small)
    assert ran == [small]
    assert [run.source for run in made] == [large, small]
    assert [run.failure and run.failure["kind"] for run in made] == ["stopped", None]


def test_elsewhere_it_is_tried():
    assert tried("i = np.ones(2) * r")[0] == ["i = np.ones(2) * r"]
