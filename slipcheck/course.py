"""What a course tells the engine and the grader about itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # an exercise brings numpy with it
    from .exercise import Exercise


@dataclass(frozen=True)
class WrittenAnswer:
    """An answer in words as it is given, and the points that a reader may give for it."""

    stub: str
    points: float


@dataclass(frozen=True)
class GivenCells:
    """What the notebooks give: fingerprints of the code cells, and by the exercise's number the text of each untouched
    answer cell, the check cells, and by grade id the answers in words; ``lines`` has the fingerprints
    of their text, ``editions`` those of whole notebooks.
    """

    fingerprints: frozenset[str] = frozenset()
    stubs: Mapping[int, str] = field(default_factory=dict)
    checks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    written: Mapping[int, Mapping[str, WrittenAnswer]] = field(default_factory=dict)
    lines: frozenset[str] = frozenset()
    editions: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """A series of exercises, numbered from 1; one notebook each, of the same number.

    ``package`` is what its notebooks import. Where a student's code is graded, it finds the style, ``student_files``,
    and functions that do nothing in it. ``inserts`` maps a name to what makes the Markdown, or the figure of
    matplotlib's, that stands in notebooks for the name in double curly brackets.
    """

    title: str
    package: str
    course_id: str  # in nbgrader's words
    assignment: str
    stems: tuple[str, ...]  # the notebooks' names without ending, in teaching order
    modules: tuple[str, ...]  # in the same order; each has its exercise as ``EXERCISE``, and is imported when asked for
    folder: Path  # with the package in it, and with solutions/ and notebooks/
    style_file: str  # of matplotlib, in the package
    student_files: tuple[str, ...] = ()
    inserts: Mapping[str, Callable[[], Any]] = field(default_factory=dict)

    @property
    def package_folder(self) -> Path:
        """Where its package is."""
        return self.folder / self.package

    @property
    def style(self) -> Path:
        """The file of its style of figures."""
        return self.package_folder / self.style_file

    @property
    def style_name(self) -> str:
        """What ``plt.style.use`` calls it."""
        return f"{self.package}.{self.style.stem}"

    @property
    def visible_files(self) -> tuple[str, ...]:
        """The files of its package that a student's code finds where it is graded."""
        return (self.style_file, *self.student_files)

    @property
    def given_cells(self) -> Path:
        """The file of what the notebooks give, which a release writes."""
        return self.package_folder / "given.json"

    @cached_property
    def given(self) -> GivenCells:
        """What the last release gives; nothing before the first."""
        content = json.loads(self.given_cells.read_text(encoding="utf-8")) if self.given_cells.exists() else {}
        if not isinstance(content, dict):
            return GivenCells(frozenset(content))
        stubs = {int(number): str(stub) for number, stub in content.get("stubs", {}).items()}
        checks = {int(number): tuple(cells) for number, cells in content.get("checks", {}).items()}
        written = {
            int(number): {grade_id: WrittenAnswer(**answer) for grade_id, answer in answers.items()}
            for number, answers in content.get("written", {}).items()
        }
        cells = frozenset(content.get("cells", ()))
        editions = {int(number): str(edition) for number, edition in content.get("editions", {}).items()}
        return GivenCells(cells, stubs, checks, written, frozenset(content.get("lines", ())), editions)

    @property
    def numbers(self) -> range:
        """The numbers of the exercises."""
        return range(1, len(self.stems) + 1)

    def exercise(self, number: int) -> Exercise:
        """Raises KeyError with a sentence where there is no such exercise."""
        if type(number) is not int or number not in self.numbers:
            raise KeyError(f"There is no exercise {number!r}. The series has exercises 1 to {self.numbers[-1]}.")
        exercise: Exercise = import_module(self.modules[number - 1]).EXERCISE
        return exercise

    def stem(self, number: int) -> str:
        """The name of an exercise's notebook, without ending."""
        return self.stems[number - 1]
