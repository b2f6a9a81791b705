"""Two faults in one cell, whatever they are: the lines of both are named."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from helpers.course import COURSE
from slipcheck import diagnose
from slipcheck.assessment import assess
from slipcheck.diagnose.searched_answer import SearchedAnswer
from slipcheck.runs import rerun_of, runs
from slipcheck.verdict import Verdict
from tests.support import repairs

ANSWERS = Path(__file__).parents[2] / "answers"
QUICK = (ANSWERS / "in_make_test.txt").read_text(encoding="utf-8").split()
TRIED = 12  # pairs of one exercise
FEWEST = 0.8  # of all pairs: those of which both lines are named
Pair = tuple[int, str, int, int]  # the exercise, the cell, and the line of each fault


def pairs_of(number: int) -> list[Pair]:
    """Cells with two faults, made of two answers with the same repaired cell, each with a fault in another line."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for path in sorted((ANSWERS / f"{number:02d}").glob("wrong_*.py")):
        answer = repairs.read(path)
        fixes = answer.said("fix")
        place = re.match(r"line (\d+): (?!delete$)", fixes[0]) if len(fixes) == 1 else None
        if place is not None:
            groups.setdefault(answer.repaired, []).append((int(place[1]), answer.cell))
    both = [
        (number, with_line(first, second, line), other, line)
        for answers in groups.values()
        for (other, first), (line, second) in combinations(answers, 2)
        if other != line
    ]
    return both[:: max(len(both) // TRIED, 1)][:TRIED]


def with_line(cell: str, other: str, line: int) -> str:
    """The cell with a line of another one."""
    rows, others = cell.split("\n"), other.split("\n")
    return "\n".join([*rows[: line - 1], others[line - 1], *rows[line:]])


def lines_named(verdict: Verdict) -> set[int]:
    """The lines that are marked, or that a message names."""
    told = [part.diagnosis for part in verdict.parts if part.diagnosis is not None]
    marked = {diagnosis.spot.line for diagnosis in told if diagnosis.spot is not None}
    said = " ".join(str(diagnosis.message) for diagnosis in told)
    return marked | {
        int(number) for lines in re.findall(r"[Ll]ines? ([\d, and]+)", said) for number in re.findall(r"\d+", lines)
    }


@pytest.mark.parametrize("number", COURSE.numbers)
def test_no_search_breaks_off(number, monkeypatch):
    """An error in a search is silent: the student is told less, and what is known all the same."""
    errors = []

    def watched(search):
        def searched(*arguments):
            try:
                return search(*arguments)
            except Exception as error:
                errors.append(repr(error))
                raise

        return searched

    monkeypatch.setattr(diagnose, "_look_further", watched(diagnose._look_further))
    monkeypatch.setattr(SearchedAnswer, "diagnosis", watched(SearchedAnswer.diagnosis))
    exercise = COURSE.exercise(number)
    for name in QUICK:
        if name.startswith(f"{number:02d}/wrong"):
            cell = repairs.read(ANSWERS / f"{name}.py").cell
            assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
    assert errors == []


@pytest.mark.slow
def test_of_two_faults_of_one_cell_both_are_named():
    pairs = [pair for number in COURSE.numbers for pair in pairs_of(number)]
    assert len(pairs) > 100
    named = 0
    for number, cell, first, second in pairs:
        exercise = COURSE.exercise(number)
        verdict = assess(exercise, runs(exercise, cell), rerun=rerun_of(exercise, cell))
        named += {first, second} <= lines_named(verdict)
    assert named >= FEWEST * len(pairs)
