"""What the class expected before it ran anything, and the slips of students who expected something else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from grading.current_course import COURSE
from slipcheck.prediction import Option, Prediction

from . import anonymise
from .class_data import Classroom, Entry
from .misconceptions import NO_SLIPS

REASONS = 5  # for an option that are shown


@dataclass(frozen=True)
class Expected:
    """One option: who chose it first, the slips that they made later, and some of their reasons."""

    letter: str
    text: str
    is_right: bool
    students: int
    share: float
    slips: tuple[tuple[str, int], ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Expectation:
    """One question of an exercise, and how many chose."""

    stem: str
    question: str
    students: int
    changed: int
    options: tuple[Expected, ...]

    @property
    def right(self) -> float:
        """The share of those who chose right."""
        return sum(option.share for option in self.options if option.is_right)

    @property
    def common_error(self) -> Expected | None:
        """The wrong option that most chose; None where nobody chose one."""
        wrong = [option for option in self.options if option.students and not option.is_right]
        return max(wrong, key=lambda option: option.students, default=None)


SIGNS = {r"\times": "×", r"\Delta": "Δ", r"\tau": "τ", r"\xi": "ξ", r"\sim": "~", r"\,": " ", r"\;": " "}


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def in_plain_text(markdown: str) -> str:
    """Markdown with formulas as a line of text.

    >>> in_plain_text(r"$V(0) = E_L$ is $2.5\\times10^{-10}$ `A`")
    'V(0) = E_L is 2.5×10⁻¹⁰ A'
    """
    for sign, letter in SIGNS.items():
        markdown = markdown.replace(sign, letter)
    markdown = re.sub(r"\^\{(-?\d+)\}", lambda power: power[1].translate(RAISED), markdown)
    return " ".join(re.sub(r"\\[A-Za-z]+|[$`{}*\\]", "", markdown).split())


def expectations(class_: Classroom) -> list[Expectation]:
    """Each question that anybody answered, in the order of the notebooks."""
    found = []
    names = anonymise.names_of(learner.marks for learner in class_.learners)
    for stem in class_.stems:
        entries = [entry for _, entry in class_.entries(stem)]
        for question in COURSE.exercise(int(stem[:2])).predictions:
            expectation = _expectation(stem, question, entries, names)
            if expectation.students:
                found.append(expectation)
    return found


def _expectation(stem: str, question: Prediction, entries: list[Entry], names: frozenset[str]) -> Expectation:
    letters = {option.letter for option in question.options}
    by_entry = [(entry, [row for row in entry.predictions if row["letter"] in letters]) for entry in entries]
    chosen = [(entry, rows) for entry, rows in by_entry if rows]
    changed = sum(len({row["letter"] for row in rows}) > 1 for _, rows in chosen)
    options = tuple(_expected(option, chosen, names) for option in question.options)
    return Expectation(stem, in_plain_text(question.question), len(chosen), changed, options)


def _expected(option: Option, chosen: list[tuple[Entry, list[dict]]], names: frozenset[str]) -> Expected:
    """Of one option, where it was the first choice."""
    own = [(entry, rows[0]) for entry, rows in chosen if rows[0]["letter"] == option.letter]
    slips = Counter(
        slip for entry, _ in own for slip in {part["cause"] for part in entry.parts if not part["right"]} - NO_SLIPS
    )
    reasons = Counter(row["why"] for _, row in own if row["why"] and not anonymise.named(row["why"], names))
    common = tuple(reason for reason, _ in reasons.most_common(REASONS))
    share = len(own) / len(chosen) if chosen else 0.0
    frequent = tuple(sorted(slips.items(), key=lambda pair: (-pair[1], pair[0]))[:3])
    return Expected(option.letter, in_plain_text(option.text), option.is_right, len(own), share, frequent, common)
