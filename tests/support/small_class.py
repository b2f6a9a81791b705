"""Three students who hand in seven notebooks."""

from __future__ import annotations

from grading.demo_class import changed, submission, write_demo
from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import solved

STEMS = {int(stem[:2]): stem for stem in stems()}


def hand_in(course, student: str, answers: dict[int, str | None], written: str | None = None) -> None:
    for number, answer in answers.items():
        write_demo(
            course / "submitted" / student / ASSIGNMENT, STEMS[number], submission(STEMS[number], answer, written)
        )


def small_class(course) -> None:
    hand_in(course, "ada", {1: solved(STEMS[1]), 2: solved(STEMS[2]), 4: solved(STEMS[4])})
    hand_in(course, "ben", {4: changed(STEMS[4], ("r * i", "i")), 2: None})
    hand_in(course, "cy", {10: solved(STEMS[10])}, "Both are in volt.")
