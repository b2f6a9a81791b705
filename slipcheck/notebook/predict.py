"""The feedback on the choice that a student made before running anything."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from slipcheck.course import Course
from slipcheck.prediction import Option, Prediction

from .panel import NotYet

CHOSEN: dict[tuple[int, str], str] = {}  # exercise and letters of a question to the first choice in this kernel


@dataclass
class Feedback:
    """Markdown, which a notebook shows with its formulas."""

    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return self.text

    def show(self) -> None:
        """In a notebook as Markdown, elsewhere as text."""
        ipython = sys.modules.get("IPython")
        if ipython and ipython.get_ipython() is not None:
            from IPython.display import display

            display(self)  # type: ignore[no-untyped-call]
        else:
            print(self)


def predict(course: Course, number: int, letter: str = "", why: str = "") -> None:
    """Show what is said of one choice, and of no other. The choice and the reason stay in the notebook's text.

    Nothing is earned or lost by it. Raises NotYet, shown as one line, where there is no such exercise or question.
    """
    try:
        exercise = course.exercise(number)
    except KeyError as unknown:
        raise NotYet(unknown.args[0]) from None
    if not exercise.predictions:
        raise NotYet(f"Exercise {number} asks for no prediction.")
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    if not isinstance(letter, str) or not letter.strip():
        Feedback("No choice yet. Type the letter of your choice between the first two quotes, and run the cell.").show()
        return
    for question in exercise.predictions:
        option = question.option(letter)
        if option is not None:
            Feedback(_said(number, question, option)).show()
            return
    letters = ", ".join(question.letters for question in exercise.predictions)
    Feedback(f"There is no choice {letter.strip()!r}. The letters are {letters}.").show()


def _said(number: int, question: Prediction, chosen: Option) -> str:
    first = CHOSEN.setdefault((number, question.letters), chosen.letter)
    before = f" Your first choice was {first}." if first != chosen.letter else ""
    other = next(other.letter for other in question.options if other is not chosen)
    more = (
        f'To look at another choice, add a line below, such as `predict({number}, "{other}")`. '
        "Leave your first choice as it is: it shows what you expected, and costs no points."
    )
    return f"**You chose {chosen.letter})** {chosen.text}{before}\n\n{chosen.feedback}\n\n{more}"
