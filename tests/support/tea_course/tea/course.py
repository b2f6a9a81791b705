"""A course of two exercises about tea, to show that the engine and the grader know no other."""

from pathlib import Path

from slipcheck.course import Course

PACKAGE = Path(__file__).resolve().parent
COURSE = Course(
    title="A cup of tea in Python",
    package="tea",
    course_id="tea",
    assignment="tea_time",
    stems=("01_cooling_tea", "02_drifting_leaves"),
    modules=("tea.cooling", "tea.walk"),
    folder=PACKAGE.parent,
    style=PACKAGE / "tea.mplstyle",
    given_cells=PACKAGE / "given.json",
    student_files=("tea.mplstyle",),
)
