"""An answer that stops once all is computed and drawn."""

from __future__ import annotations

import pytest

from grading.paths import stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs


def verdict_after(number: int, line: str):
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, f"{solved(stems()[number - 1])}\n{line}"))


@pytest.mark.parametrize("number", [4, 5, 13])
def test_an_error_at_the_end_costs_the_last_part(number):
    verdict = verdict_after(number, "[][1]")
    assert verdict.state == "crashed"
    assert [part.right for part in verdict.parts] == [True] * (len(verdict.parts) - 1) + [False]


@pytest.mark.parametrize("number", [4, 5, 13])
@pytest.mark.parametrize("line", ["plt.savefig('/content/drive/my.png')", "open('/no/such/file')", "import no_such"])
def test_what_another_machine_lacks_costs_nothing(number, line):
    assert verdict_after(number, line).state == "right"
