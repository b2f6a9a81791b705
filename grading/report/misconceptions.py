"""What the class misunderstood: for each exercise the slips, most frequent first, with an example and its message."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from grading.course import COURSE

from . import anonymise
from .students import STATES, Classroom, Entry

NO_SLIPS = {None, "untouched", "not run"}


@dataclass(frozen=True)
class SlipSeen:
    """How many students made a slip, their share of those who tried, and one of them as an example."""

    slip: str
    students: int
    share: float
    message: dict | None
    example: str | None


@dataclass(frozen=True)
class ExerciseSeen:
    """How an exercise went. ``lost`` and ``untried`` are shares of the points of the checks, of all who handed in."""

    stem: str
    title: str
    counts: dict[str, int]
    tried: int
    lost: float
    untried: float
    slips: list[SlipSeen]

    @property
    def number(self) -> int:
        return int(self.stem[:2])


def exercises(room: Classroom) -> list[ExerciseSeen]:
    """In the order of the notebooks."""
    names = anonymise.names_of(learner.result for learner in room.learners)
    return [_exercise(stem, [entry for _, entry in room.entries(stem)], names) for stem in room.stems]


def to_go_over(seen: list[ExerciseSeen]) -> list[ExerciseSeen]:
    """Those in which points were lost, most first; of equals the one that more tried, then the earlier."""
    return sorted((each for each in seen if each.lost), key=lambda each: (-each.lost, each.untried, each.stem))


def _exercise(stem: str, entries: list[Entry], names: frozenset[str]) -> ExerciseSeen:
    about = COURSE.exercise(int(stem[:2]))
    most, states = sum(part.points for part in about.parts), Counter(entry.state for entry in entries)
    judged = [entry for entry in entries if entry.state != "failed"]
    tried = [entry for entry in judged if entry.tried]
    possible = most * len(judged) or 1
    lost = sum(most - entry.points for entry in judged) / possible
    untried = sum(most for entry in judged if not entry.tried) / possible
    counts = {state: states[state] for state in STATES}
    return ExerciseSeen(stem, about.title, counts, len(tried), lost, untried, _slips(stem, tried, names))


def _slips(stem: str, tried: list[Entry], names: frozenset[str]) -> list[SlipSeen]:
    made: dict[str, list[Entry]] = defaultdict(list)
    for entry in tried:
        for slip in {part["slip"] for part in entry.parts if not part["right"]} - NO_SLIPS:
            made[slip].append(entry)
    found = [_slip(stem, slip, entries, len(tried), names) for slip, entries in made.items()]
    return sorted(found, key=lambda each: (-each.students, each.slip))


def _slip(stem: str, slip: str, entries: list[Entry], tried: int, names: frozenset[str]) -> SlipSeen:
    chosen = typical(stem, entries, names)
    told = next(part["message"] for part in chosen.parts if part["slip"] == slip and not part["right"])
    told = anonymise.message(told, chosen.answer or "", names) if told else None
    shown = anonymise.example(stem, chosen.answer, names) if chosen.answer else None
    return SlipSeen(slip, len(entries), len(entries) / tried, told, shown or None)


def typical(stem: str, entries: list[Entry], names: frozenset[str]) -> Entry:
    """The answer to show: one without a name in it, of the form that most wrote, the shortest."""
    forms = {id(entry): anonymise.example(stem, entry.answer or "", names) for entry in entries}
    common = Counter(forms.values())

    def order(entry: Entry):
        form, answer = forms[id(entry)], entry.answer or ""
        return not form, len(anonymise.named(answer, names)), -common[form], len(answer), answer

    return min(entries, key=order)
