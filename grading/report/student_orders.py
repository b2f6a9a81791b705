"""The orders of the students in the matrix, each on its own page, because a page without a script cannot sort."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from grading.states import ExerciseState

from .class_data import Classroom, Learner

DONE = "Everything is right"
NOTHING = "Nothing was handed in"
NO_SECTION = "Without a section"


@dataclass(frozen=True)
class Group:
    """Students under one heading, which is empty where there is one group alone."""

    heading: str
    rows: list[Learner]


@dataclass(frozen=True)
class Order:
    """One order: the file of its page, its name in a link, and the groups of students."""

    file: str
    name: str
    groups: list[Group]


def orders(class_: Classroom) -> list[Order]:
    """By mark, on the report itself; by name; by the first exercise that is not right; by section, if there are any."""
    learners = sorted(class_.learners, key=_by_mark)
    made = [
        Order("report.html", "mark", [Group("", learners)]),
        Order("report_by_name.html", "name", [Group("", sorted(learners, key=_by_name))]),
        Order("report_by_next_exercise.html", "next exercise", _grouped(learners, lambda one: _next(class_, one))),
    ]
    if any(learner.section for learner in learners):
        groups = _grouped(learners, lambda one: (one.section or NO_SECTION,) * 2)
        made.append(Order("report_by_section.html", "section", groups))
    return [order for order in made if order.groups]


def _by_mark(learner: Learner) -> tuple:
    return not learner.handed_in, -(learner.marks.score or 0.0), learner.id


def _by_name(learner: Learner) -> tuple:
    marks = learner.marks
    return (marks.last_name or marks.name or marks.id).casefold(), marks.first_name.casefold(), marks.id


def _grouped(learners: list[Learner], key: Callable[[Learner], tuple[str, str]]) -> list[Group]:
    """Groups by the first of (place, heading), each in the order of the learners."""
    ordered = sorted(learners, key=lambda learner: key(learner)[0])
    return [Group(heading, list(rows)) for (_, heading), rows in groupby(ordered, key)]


def _next(class_: Classroom, learner: Learner) -> tuple[str, str]:
    """The first exercise that is not right."""
    if not learner.handed_in:
        return "~", NOTHING
    for stem in class_.stems:
        if learner.entry(stem).state is not ExerciseState.RIGHT:
            return stem, f"Next: exercise {int(stem[:2])}"
    return "}", DONE
