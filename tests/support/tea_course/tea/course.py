"""A course of two exercises about tea, to show that the engine and the grader know no other."""

from pathlib import Path

from slipcheck.course import Course

COURSE = Course(
    title="A cup of tea in Python",
    package="tea",
    course_id="tea",
    assignment="tea_time",
    stems=("01_cooling_tea", "02_drifting_leaves"),
    modules=("tea.cooling", "tea.walk"),
    folder=Path(__file__).resolve().parents[1],
    style_file="tea.mplstyle",
)
