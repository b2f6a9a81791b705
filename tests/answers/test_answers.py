"""Right answers are right, wrong ones are wrong, and the slip is named.

See README.md beside this file. ``slip_answers`` makes one more answer for each slip.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.judge.judge import UNEXPLAINED
from slipcheck.observe import observe
from slipcheck.parameter_draws import unseen_parameters
from slipcheck.runs import replaced_names, runs
from slipcheck.verdict import Run
from tests.support import slip_answers

ANSWERS = Path(__file__).parent


def files(number: int, beginning: str = "") -> list[Path]:
    return sorted((ANSWERS / f"{number:02d}").glob(f"{beginning}*.py"))


def expected(path: Path) -> str:
    """right, or the slip's name, as the file's own comment says."""
    return re.search(r"(?m)^# expect: (.*)$", path.read_text(encoding="utf-8"))[1]


def verdict_on(number: int, source: str):
    wanted = COURSE.exercise(number)
    return assess(wanted, runs(wanted, source))


ALL = [
    pytest.param(number, path, id=f"{path.parent.name}/{path.stem}")
    for number in COURSE.numbers
    for path in files(number)
]


@pytest.mark.parametrize(("number", "path"), ALL)
def test_an_answer_is_judged_as_its_author_expects(number, path, record_property):
    cause = expected(path)
    verdict = verdict_on(number, path.read_text(encoding="utf-8"))
    record_property("answer", (number, cause == "right", verdict.state == "right", verdict.slip == cause))
    assert (verdict.state == "right") == (cause == "right")
    if cause != "right":
        assert verdict.slip == cause
        assert all(part_verdict.message is not UNEXPLAINED for part_verdict in verdict.parts)


@pytest.mark.parametrize("number", COURSE.numbers)
def test_there_are_enough_answers_and_the_stub_is_none(number, stub):
    assert len(files(number, "wrong")) >= 12
    assert len(files(number, "right")) >= 3
    assert verdict_on(number, stub(number)).state == "untouched"


SLIPS = [(number, slip) for number in COURSE.numbers for slip in slip_answers.answers(number)]


@pytest.mark.parametrize(("number", "slip"), SLIPS)
def test_an_answer_with_a_slip_is_told_that_slip(number, slip):
    verdict = verdict_on(number, slip_answers.answers(number)[slip])
    assert verdict.state != "right"
    assert verdict.slip == slip


@pytest.mark.parametrize("number", COURSE.numbers)
def test_every_slip_is_met_by_some_answer(number):
    met = {expected(path) for path in files(number)} | set(slip_answers.answers(number))
    known = {slip.name for slip in COURSE.exercise(number).slips}
    assert known - met == set()
    assert len(known) >= 12


def judged_at(number: int, source: str, seed: int):
    """The answer's state as written and at two draws."""
    wanted, chance = COURSE.exercise(number), random.Random(seed)
    first = observe(source, {name: getattr(wanted.shown, name) for name in wanted.given})
    made = [Run(wanted.shown, first)]
    for _ in range(2):
        p = unseen_parameters(wanted, chance, 1)[0]
        made.append(Run(p, observe(source, wanted.values(p), replacing=replaced_names(wanted))))
    return assess(wanted, made).state


SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@SLOW
@given(st.data())
def test_at_any_parameters_right_stays_right_and_wrong_stays_wrong(data):
    number = data.draw(st.integers(2, 14))
    path = data.draw(st.sampled_from(files(number)))
    seed = data.draw(st.integers(0, 2**32))
    state = judged_at(number, path.read_text(encoding="utf-8"), seed)
    assert (state == "right") == (expected(path) == "right"), (path, seed)
