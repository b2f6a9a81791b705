"""Any small change of a right answer: what is told of it is made without an error, and points to the change."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import slipcheck.diagnose
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from slipcheck.verdict import State, Verdict
from tests.support.mutants import mutant

ANSWERS = Path(__file__).parent
MANY = 25  # wrong answers of each exercise
SHARE = 0.85  # of them, at least, point to a line of the change; the others to where it shows


def verdicts(number: int, many: int):
    """Wrong answers of an exercise: their text, the lines of the change, and the verdict."""
    chance = random.Random(number)
    exercise = COURSE.exercise(number)
    files = sorted((ANSWERS / f"{number:02d}").glob("right_*.py"))
    while many:
        changed = mutant(chance.choice(files).read_text(encoding="utf-8"), chance)
        if changed is None:
            continue
        verdict = assess(exercise, runs(exercise, changed.source), rerun=rerun_of(exercise, changed.source))
        if verdict.state is not State.RIGHT:
            many -= 1
            yield changed, verdict


def told_lines(verdict: Verdict) -> set[int]:
    diagnoses = [part.diagnosis for part in verdict.parts if not part.right and part.diagnosis is not None]
    marked = {diagnosis.spot.line for diagnosis in diagnoses if diagnosis.spot is not None}
    texts = " ".join(f"{d.message.observed} {d.message.means} {d.message.next}" for d in diagnoses)
    return marked | {int(number) for number in re.findall(r"[Ll]ines? (\d+)", texts)}


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 15))
def test_most_small_changes_are_told_in_their_place_and_none_breaks_the_diagnosis(number, monkeypatch):
    def broken(case, part_verdict):
        raise AssertionError(case.runs[0].observation.source)

    monkeypatch.setattr(slipcheck.diagnose, "_plain", broken)
    found = [bool(told_lines(verdict) & changed.lines) for changed, verdict in verdicts(number, MANY)]
    assert sum(found) >= SHARE * MANY
