"""The bench of answers: right ones are right, wrong ones are wrong, and the slip is named.

``answers/NN/`` holds answers as files, written by someone who had not read the slips: the name says right or wrong, the
first comments say why and which slip is expected. ``slip_answers`` makes one more answer for each slip.
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


@pytest.mark.parametrize("number", COURSE.numbers)
def test_every_answer_of_the_bench_is_judged_as_expected(number, record_property):
    refused, accepted, misnamed, unexplained = [], [], [], []
    for path in files(number):
        verdict, wanted = verdict_on(number, path.read_text(encoding="utf-8")), expected(path)
        if wanted == "right":
            refused += [path.stem] * (verdict.state != "right")
        elif verdict.state == "right":
            accepted.append(path.stem)
        else:
            misnamed += [f"{path.stem}: {verdict.slip}, not {wanted}"] * (verdict.slip != wanted)
            unexplained += [path.stem for found in verdict.parts if found.message is UNEXPLAINED]
    right = len(files(number, "right"))
    row = (right, len(refused), len(files(number, "wrong")), len(accepted), len(misnamed))
    record_property("bench", f"{number:8d}  {row[0]:5d}  {row[1]:7d}  {row[2]:5d}  {row[3]:8d}  {row[4]:8d}")
    assert (refused, accepted, misnamed, unexplained) == ([], [], [], [])


@pytest.mark.parametrize("number", COURSE.numbers)
def test_the_bench_is_large_enough(number, stub):
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
