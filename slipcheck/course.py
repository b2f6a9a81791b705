"""What a course tells the engine and the grader of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # an exercise brings numpy with it
    from .exercise import Exercise


@dataclass(frozen=True)
class Course:
    """A series of exercises, numbered from 1; one notebook each, of the same number.

    ``package`` is what its notebooks import; of it a student's code finds ``student_files``, and three functions that
    do nothing, where it is graded. ``load`` gives the exercise of a number that there is.
    """

    title: str
    package: str
    course_id: str  # in nbgrader's words
    assignment: str
    stems: tuple[str, ...]  # the notebooks' names without ending, in teaching order
    folder: Path  # with the package in it, and with solutions/ and notebooks/
    style: Path  # of matplotlib
    given_cells: Path  # the fingerprints of all code cells that the notebooks give
    load: Callable[[int], Exercise]
    student_files: tuple[str, ...] = ()

    @property
    def style_name(self) -> str:
        """What ``plt.style.use`` calls it."""
        return f"{self.package}.{self.style.stem}"

    @property
    def numbers(self) -> range:
        """The numbers of the exercises."""
        return range(1, len(self.stems) + 1)

    def exercise(self, number: int) -> Exercise:
        """Raises KeyError with a sentence where there is no such exercise."""
        if type(number) is not int or number not in self.numbers:
            raise KeyError(f"There is no exercise {number!r}. The series has exercises 1 to {self.numbers[-1]}.")
        return self.load(number)

    def stem(self, number: int) -> str:
        """The name of an exercise's notebook, without ending."""
        return self.stems[number - 1]
