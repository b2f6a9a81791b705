"""What the class misunderstood: for each exercise the slips, most frequent first, with an example and its message."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from grading.course import COURSE
from grading.states import REPORTED, ExerciseState

from . import anonymise
from .students import Classroom, Entry

NO_SLIPS = {None, "untouched", "not run"}


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
    """How an exercise went. ``lost`` and ``untried`` are shares of the points of the checks, of all who handed in."""

    stem: str
    title: str
    counts: dict[ExerciseState, int]
    tried: int
    lost: float
    untried: float
    slips: list[SlipSummary]

    @property
    def number(self) -> int:
        """The number of the exercise."""
        return int(self.stem[:2])


def summaries(class_: Classroom) -> list[ExerciseSummary]:
    """How each exercise went, in the order of the notebooks."""
    names = anonymise.names_of(learner.marks for learner in class_.learners)
    return [_summary(stem, [entry for _, entry in class_.entries(stem)], names) for stem in class_.stems]


def to_go_over(exercises: list[ExerciseSummary]) -> list[ExerciseSummary]:
    """Those in which points were lost, most first; of equals the one that more tried, then the earlier."""
    lossy = [exercise for exercise in exercises if exercise.lost]
    return sorted(lossy, key=lambda exercise: (-exercise.lost, exercise.untried, exercise.stem))


def _summary(stem: str, entries: list[Entry], names: frozenset[str]) -> ExerciseSummary:
    exercise = COURSE.exercise(int(stem[:2]))
    most = sum(part.points for part in exercise.parts)
    states = Counter(entry.state for entry in entries)
    judged = [entry for entry in entries if entry.state is not ExerciseState.FAILED]
    tried = [entry for entry in judged if entry.is_attempt]
    possible = most * len(judged) or 1
    lost = sum(most - entry.points for entry in judged) / possible
    untried = sum(most for entry in judged if not entry.is_attempt) / possible
    counts = {state: states[state] for state in REPORTED}
    return ExerciseSummary(stem, exercise.title, counts, len(tried), lost, untried, _slips(stem, tried, names))


def _slips(stem: str, tried: list[Entry], names: frozenset[str]) -> list[SlipSummary]:
    by_slip: dict[str, list[Entry]] = defaultdict(list)
    for entry in tried:
        for slip in {part["slip"] for part in entry.parts if not part["right"]} - NO_SLIPS:
            by_slip[slip].append(entry)
    slips = [_slip(stem, slip, entries, len(tried), names) for slip, entries in by_slip.items()]
    return sorted(slips, key=lambda summary: (-summary.students, summary.slip))


def _slip(stem: str, slip: str, entries: list[Entry], tried: int, names: frozenset[str]) -> SlipSummary:
    chosen = typical(stem, entries, names)
    message = next(part["message"] for part in chosen.parts if part["slip"] == slip and not part["right"])
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
