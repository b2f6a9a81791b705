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


@pytest.mark.parametrize(("number", "lost"), [(10, "n = 50\n"), (13, "n = 50\n"), (14, "n = 50\n")])
def test_a_cell_that_stops_as_written_earns_nothing_at_other_parameters(number, lost):
    """They give it the name that it lacks."""
    exercise, cell = COURSE.exercise(number), solved(stems()[number - 1])
    assert lost in cell
    made = runs(exercise, cell.replace(lost, ""))
    assert made[0].observation.failure["type"] == "NameError"
    assert made[1].observation.failure is None
    assert not any(part.right for part in assess(exercise, made).parts)
