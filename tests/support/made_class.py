"""A made-up class, the same for the same seed: who hands in what, and the points that must come out.

Answers come from a folder (``NN/right*.py`` and ``NN/wrong*.py``); hostile ones are given, each with ``number``,
``answer``, ``before`` and ``after`` (code of added cells) and ``earned``, the points that it deserves.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from grading.lms.folder_names import plain_letters
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import runs

FIRST = (
    "Zoë",
    "José María",
    "Ada",
    "Łukasz",
    "Nguyễn Thị",
    "Anne-Marie",
    "Øystein",
    "Seán",
    "Çağla",
    "Ben",
    "明",
    "Jose\u0301",
    "ธนพล",
)
LAST = (
    "Müller",
    "de la Cruz",
    "O'Brien",
    "Bø",
    "Lovelace",
    "van der Berg",
    "Ñandú",
    "Smith",
    "Łęcki",
    "Öztürk",
    "D’Angelo",
    "आरव",
)
DUE = datetime(2026, 3, 1, 12)  # UTC
DAYS_LATE = (0.01, 0.5, 1.5)  # the first within a quarter of an hour
STRANGE = 'print("V =", 42)\n'  # wrong in a way that no slip knows
WHY = "The mean and the deviation are in volt; the variance is in volt squared, so it has no place in this figure."
GIVES_UP = ("slip", "slip", "slip", "unknown", "untouched", "missing")  # what is there where an answer is not right
HABITS = {  # every so manieth student, from which on
    "nothing": (20, 19), "hostile": (12, 5), "late": (10, 3), "colab": (6, 1), "again": (5, 2), "zipped": (7, 0),
    "elsewhere": (9, 4), "ending": (11, 8),
}  # fmt: skip


@dataclass
class Work:
    """One notebook: its answer (None: as given), the points it must get, and an ``earlier`` answer, sent before."""

    kind: str
    answer: str | None
    points: float
    earlier: str | None = None
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    written: str | None = None


@dataclass
class Person:
    """A student; ``id`` is the folder that the class list gives, ``number`` the learning system's."""

    id: str
    number: int
    first: str
    last: str
    habits: set[str]
    sent: datetime
    works: dict[int, Work] = field(default_factory=dict)

    @property
    def points(self) -> dict[int, float]:
        """By exercise, before a written answer is graded and before penalties."""
        return {number: work.points for number, work in self.works.items()}

    def days_late(self, grace_minutes: float = 0) -> int:
        """Days begun after the due time, on which the penalty depends."""
        over = self.sent - DUE - timedelta(minutes=grace_minutes)
        return max(0, -(-over // timedelta(days=1)))


def make_people(
    count: int, numbers: Iterable[int], answers: Path, attacks: Sequence = (), seed: int = 1, own: bool = False
) -> list[Person]:
    """The class. With ``own``, no two answers are the same text, so that none is known from another student."""
    chance = random.Random(seed)
    pools = {number: pool(answers, number, chance) for number in numbers}
    people, hostile = [_person(k, count, chance) for k in range(count)], itertools.cycle(attacks)
    for person in people:
        if "nothing" not in person.habits:
            person.works = _works(person, pools, chance)
        if "hostile" in person.habits and attacks:
            attack = next(hostile)
            work = Work("hostile", attack.answer, attack.earned, before=attack.before, after=attack.after)
            person.works[attack.number] = work
        if own:
            _sign(person)
    return people


def _person(k: int, count: int, chance: random.Random) -> Person:
    first, last = FIRST[k % len(FIRST)], LAST[k % len(LAST)]
    if k == count - 2 > 0:
        first, last = FIRST[0], LAST[0]  # two students of one name
    habits = {habit for habit, (every, start) in HABITS.items() if k % every == start}
    sent = DUE - timedelta(minutes=chance.randrange(1, 10_000))
    if "late" in habits:
        sent = DUE + timedelta(days=DAYS_LATE[k // 10 % len(DAYS_LATE)])
    number = 4000 + 7 * k
    return Person(f"{plain_letters(f'{first} {last}') or 'student'}_{k}", number, first, last, habits, sent)


def pool(answers: Path, number: int, chance: random.Random) -> dict[str, list[tuple[str, float]]]:
    """Answers of one exercise by kind, each with its points."""
    found: dict[str, list] = {"right": [], "slip": [], "unknown": [(STRANGE, _judged(number, STRANGE)[0])]}
    for beginning, many in (("right", 2), ("wrong", 4)):
        paths = sorted((answers / f"{number:02d}").glob(f"{beginning}*.py"))
        for path in chance.sample(paths, min(many, len(paths))):
            text = path.read_text(encoding="utf-8")
            points, slip = _judged(number, text)
            kind = "right" if beginning == "right" else "slip" if slip else "unknown"
            found[kind].append((text, points))
    return {kind: each or found["unknown"] for kind, each in found.items()}


@cache
def _judged(number: int, answer: str) -> tuple[float, str | None]:
    """Points, and the first slip that has a name."""
    verdict = assess(COURSE.exercise(number), runs(COURSE.exercise(number), answer))
    return verdict.points, next((part.cause for part in verdict.parts if part.cause), None)


def _works(person: Person, pools: dict[int, dict], chance: random.Random) -> dict[int, Work]:
    skill, works = chance.choice((1.0, 0.85, 0.7, 0.4)), {}
    for number, known in pools.items():
        kind = "right" if chance.random() < skill else chance.choice(GIVES_UP)
        if kind == "missing":
            continue
        answer, points = chance.choice(known[kind]) if kind != "untouched" else (None, 0.0)
        works[number] = Work(kind, answer, points)
        if "again" in person.habits and kind != "untouched":
            works[number].earlier = chance.choice(known["slip"])[0]
        if number == 10 and kind == "right":
            works[number].written = WHY
    if not works:  # somebody who sends something sends at least a notebook
        works[min(pools)] = Work("untouched", None, 0.0)
    return works


def _sign(person: Person) -> None:
    for work in person.works.values():
        if work.answer is not None and work.kind != "hostile":
            work.answer = f"{work.answer.rstrip()}\n# {person.id}\n"
