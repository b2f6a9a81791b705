"""The course, as the engine and the grader are given it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from slipcheck.course import Course

if TYPE_CHECKING:
    from slipcheck.exercise import Exercise

HERE = Path(__file__).resolve().parent


def load(number: int) -> Exercise:
    """The exercise of a number that there is."""
    return import_module(f"helpers.exercises.ex{number:02d}").EXERCISE


COURSE = Course(
    title="A first neuron in Python",
    package="helpers",
    course_id="lif",
    assignment="lif_part_1",
    stems=(
        "01_defining_parameters",
        "02_input_current",
        "03_print_formatting",
        "04_membrane_potential",
        "05_plotting_current",
        "06_plotting_membrane_potential",
        "07_random_input",
        "08_ensemble_in_lists",
        "09_sample_mean",
        "10_sample_std",
        "11_numpy_arrays",
        "12_enumerate",
        "13_arrays_2d",
        "14_mean_and_std",
    ),
    folder=HERE.parent,
    style=HERE / "lif.mplstyle",
    given_cells=HERE / "given.json",
    load=load,
    student_files=("lif.mplstyle",),
)
