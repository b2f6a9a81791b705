"""A course of two exercises about tea, to show that the engine and the grader know no other."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from slipcheck.course import Course

if TYPE_CHECKING:
    from slipcheck.exercise import Exercise

HERE = Path(__file__).resolve().parent
MODULES = {1: "cooling", 2: "walk"}


def load(number: int) -> Exercise:
    """The exercise of a number, imported when it is first asked for."""
    return import_module(f"tea.{MODULES[number]}").EXERCISE


COURSE = Course(
    title="A cup of tea in Python",
    package="tea",
    course_id="tea",
    assignment="tea_time",
    stems=("01_cooling_tea", "02_drifting_leaves"),
    folder=HERE.parent,
    style=HERE / "tea.mplstyle",
    given_cells=HERE / "given.json",
    load=load,
    student_files=("tea.mplstyle",),
)
