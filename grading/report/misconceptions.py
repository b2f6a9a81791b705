"""What the class misunderstood: for each exercise the slips, most frequent first, with an example and its message."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from grading.current_course import COURSE
from grading.states import REPORTED, ExerciseState

from . import anonymise
from .class_data import Classroom, Entry

NO_SLIPS = {None, "untouched", "not run"}
FEWEST = 8  # students who tried an exercise: of fewer a correlation says nothing


@dataclass(frozen=True)
class SlipSummary:
    """How many students made a slip, their share of those who tried, and one of them as an example."""

    slip: str
    students: int
    share: float
    message: dict | None
    example: str | None


@dataclass(frozen=True)
class ExerciseSummary:
    """How an exercise went, of all who handed in anything.

    ``untried`` is the share of those who did not try it. All else is of those who tried: ``stuck``, how many of them
    lost points, ``lost``, the share of the checks' points that they lost, and ``discrimination`` (below).
    """

    stem: str
    title: str
    counts: dict[ExerciseState, int]
    tried: int
    stuck: int
    lost: float
    untried: float
    discrimination: float | None
    slips: list[SlipSummary]

    @property
    def number(self) -> int:
        """The number of the exercise."""
        return int(self.stem[:2])

    @property
    def difficulty(self) -> float | None:
        """The share of the points that those who tried have; None where nobody did."""
        return 1 - self.lost if self.tried else None


def summaries(class_: Classroom) -> list[ExerciseSummary]:
    """How each exercise went, in the order of the notebooks."""
    names = anonymise.names_of(learner.marks for learner in class_.learners)
    return [_summary(stem, class_, names) for stem in class_.stems]


def to_go_over(exercises: list[ExerciseSummary]) -> list[ExerciseSummary]:
    """Those in which points were lost by who tried, most of the class first, then the earlier."""
    lossy = [exercise for exercise in exercises if exercise.stuck]
    return sorted(lossy, key=lambda exercise: (-exercise.lost * exercise.tried, exercise.stem))


def _summary(stem: str, class_: Classroom, names: frozenset[str]) -> ExerciseSummary:
    entries = [entry for _, entry in class_.entries(stem)]
    exercise = COURSE.exercise(int(stem[:2]))
    most = sum(part.points for part in exercise.parts)
    states = Counter(entry.state for entry in entries)
    judged = [entry for entry in entries if entry.state is not ExerciseState.FAILED]
    tried = [entry for entry in judged if entry.is_attempt]
    stuck = sum(entry.points < most for entry in tried)
    lost = sum(most - entry.points for entry in tried) / (most * len(tried) or 1)
    untried = 1 - len(tried) / len(judged) if judged else 0.0
    counts = {state: states[state] for state in REPORTED}
    numbers = (len(tried), stuck, lost, untried, discrimination(class_, stem))
    return ExerciseSummary(stem, exercise.title, counts, *numbers, _slips(stem, tried, names))


def discrimination(class_: Classroom, stem: str) -> float | None:
    """The correlation of an exercise's points with the points in all other exercises, of those who tried it.

    From -1 to 1; None where too few tried it, or all have the same points.
    """
    tried = [learner for learner, entry in class_.entries(stem) if entry.is_attempt]
    if len(tried) < FEWEST:
        return None
    here = [learner.entry(stem).points for learner in tried]
    elsewhere = [sum(entry.points for other, entry in learner.entries.items() if other != stem) for learner in tried]
    try:
        return correlation(here, elsewhere)
    except StatisticsError:
        return None


def _slips(stem: str, tried: list[Entry], names: frozenset[str]) -> list[SlipSummary]:
    by_slip: dict[str, list[Entry]] = defaultdict(list)
    for entry in tried:
        for slip in {part["cause"] for part in entry.parts if not part["right"]} - NO_SLIPS:
            by_slip[slip].append(entry)
    slips = [_slip(stem, slip, entries, len(tried), names) for slip, entries in by_slip.items()]
    return sorted(slips, key=lambda summary: (-summary.students, summary.slip))


def _slip(stem: str, slip: str, entries: list[Entry], tried: int, names: frozenset[str]) -> SlipSummary:
    chosen = typical(stem, entries, names)
    message = next(part["message"] for part in chosen.parts if part["cause"] == slip and not part["right"])
    if message:
        message = anonymise.anonymous_message(message, chosen.answer or "", names)
    example = anonymise.example(stem, chosen.answer, names) if chosen.answer else ""
    return SlipSummary(slip, len(entries), len(entries) / tried, message, example or None)


def typical(stem: str, entries: list[Entry], names: frozenset[str]) -> Entry:
    """The answer to show: one without a name in it, of the form that most wrote, the shortest."""
    forms = {id(entry): anonymise.example(stem, entry.answer or "", names) for entry in entries}
    common = Counter(forms.values())

    def order(entry: Entry) -> tuple:
        form = forms[id(entry)]
        answer = entry.answer or ""
        return not form, len(anonymise.named(answer, names)), -common[form], len(answer), answer

    return min(entries, key=order)
