"""Right answers are right, wrong ones are wrong, and what a wrong one is told is in its place.

See README.md beside this file.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grading.release import slip_list
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.diagnose import UNEXPLAINED
from slipcheck.observe import observe
from slipcheck.observe.drawing import Drawing
from slipcheck.parameter_draws import unseen_parameters
from slipcheck.runs import replaced_names, rerun_of, runs
from slipcheck.verdict import Run
from tests.support import repairs

ANSWERS = Path(__file__).parent
WORDS = 75  # at most, of a message; see the figure that `make bench` gives
ELSEWHERE = {  # answers whose message points to the line where the fault shows, not to the one that it comes from
    path.strip() for path in (ANSWERS / "points_elsewhere.txt").read_text(encoding="utf-8").splitlines() if path.strip()
}
QUICK = ANSWERS / "in_make_test.txt"  # the answers of make test


def files(number: int, beginning: str = "") -> list[Path]:
    return sorted((ANSWERS / f"{number:02d}").glob(f"{beginning}*.py"))


def verdict_on(number: int, cell: str):
    exercise = COURSE.exercise(number)
    return assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))


@cache
def listed_messages() -> set[str]:
    return slip_list.forms_of(slip_list.TARGET.read_text(encoding="utf-8"))


def cases(beginning: str):
    """The answers; those that ``make test`` can do without are left to ``make test-all``."""
    quick = set(QUICK.read_text(encoding="utf-8").split())
    names = {path: f"{path.parent.name}/{path.stem}" for number in COURSE.numbers for path in files(number, beginning)}
    return [
        pytest.param(int(path.parent.name), path, id=name, marks=[] if name in quick else [pytest.mark.slow])
        for path, name in names.items()
    ]


@pytest.mark.parametrize("number", COURSE.numbers)
def test_each_exercise_has_quick_answers_of_many_kinds(number):
    quick = [case for case in (*cases("right"), *cases("wrong")) if case.values[0] == number and not case.marks]
    expected = [repairs.read(case.values[1]).expect for case in quick]
    assert expected.count("right") == 3
    assert len(set(expected)) == 1 + 6
    assert len(set(expected) - {"right"}) == len(expected) - expected.count("right")


def test_the_list_of_quick_answers_names_answers():
    names = QUICK.read_text(encoding="utf-8").split()
    assert names == sorted(set(names))
    assert [name for name in names if not (ANSWERS / f"{name}.py").is_file()] == []


@pytest.mark.parametrize(("number", "path"), cases("right"))
def test_a_right_answer_is_right(number, path, record_property):
    answer = repairs.read(path)
    verdict = verdict_on(number, answer.cell)
    record_property("answer", (number, True, verdict.state == "right", True))
    assert verdict.state == "right"


@pytest.mark.parametrize(("number", "path"), cases("wrong"))
def test_a_wrong_answer_is_told_its_cause_in_its_place(number, path, record_property):
    answer = repairs.read(path)
    verdict = verdict_on(number, answer.cell)
    record_property("answer", (number, False, verdict.state == "right", verdict.cause == answer.expect))
    told = {
        str(part.diagnosis.message) for part in verdict.parts if part.diagnosis is not None and part.diagnosis.cause
    }
    assert {message for message in told if slip_list.form(message) not in listed_messages()} == set(), "run make slips"
    assert verdict.state != "right"
    assert verdict.cause == answer.expect
    told = [part.diagnosis for part in verdict.parts if not part.right]
    assert UNEXPLAINED not in told
    first = told[0]
    if first.spot is not None and f"{path.parent.name}/{path.stem}" not in ELSEWHERE:
        assert first.spot.line in answer.faulty_lines
    for diagnosis in told:
        message = str(diagnosis.message)
        assert len(message.split()) <= WORDS
        assert not [line for line in added(answer) if line in message]
        assert slip_list.form(message) in listed_messages(), "run make slips"


def added(answer: repairs.Answer) -> list[str]:
    """The lines of the repair, as far as they are long enough to tell anything."""
    texts = (repairs.FIX.fullmatch(fix)[3].split("#")[0].strip() for fix in answer.said("fix"))
    return [text for text in texts if len(text) > 12 and text not in answer.cell]


@pytest.mark.slow  # what a repair is does not change with the messages
@pytest.mark.parametrize(("number", "path"), cases("wrong"))
def test_the_recorded_repair_makes_a_wrong_answer_right(number, path):
    assert verdict_on(number, repairs.read(path).repaired).state == "right"


@pytest.mark.parametrize("number", COURSE.numbers)
def test_there_are_enough_answers_and_the_stub_is_none(number, stub):
    assert len(files(number, "wrong")) >= 12
    assert len(files(number, "right")) >= 3
    assert verdict_on(number, stub(number)).state == "untouched"


def test_the_list_of_slips_has_every_cause_of_these_answers():
    page = slip_list.TARGET.read_text(encoding="utf-8")
    causes = {repairs.read(path).expect for number in COURSE.numbers for path in files(number, "wrong")}
    assert {cause for cause in causes if f"| {cause} |" not in page} == set(), "run make slips"


def judged_at(number: int, source: str, seed: int):
    """The answer's state as written and at two draws."""
    exercise, chance = COURSE.exercise(number), random.Random(seed)
    given_names = {name: getattr(exercise.parameters, name) for name in exercise.given}
    first = observe(source, given_names, draw=Drawing().described)
    made = [Run(exercise.parameters, first)]
    for _ in range(2):
        p = unseen_parameters(exercise, chance, 1)[0]
        made.append(Run(p, observe(source, exercise.values(p), replacing=replaced_names(exercise))))
    return assess(exercise, made).state


SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)


@SLOW
@given(st.data())
def test_at_any_parameters_right_stays_right_and_wrong_stays_wrong(data):
    number = data.draw(st.integers(2, 14))
    path = data.draw(st.sampled_from(files(number)))
    seed = data.draw(st.integers(0, 2**32))
    answer = repairs.read(path)
    state = judged_at(number, answer.cell, seed)
    assert (state == "right") == (answer.expect == "right"), (path, seed)
