"""The course, as the engine and the grader are given it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from slipcheck.course import Course

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HERE = Path(__file__).resolve().parent


def neuron() -> Figure:
    """The picture of notebook 01."""
    from .illustration import neuron

    return neuron()


def parameters() -> str:
    """What the notebooks say of their parameters: names, values and units, as parameters.py has them."""
    text = (HERE / "parameters.py").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^(\w+) = (\S+)  # (\w+),", text)
    names = " | ".join(f"`{name}`" for name, _, _ in rows)
    values = " | ".join(f"{value} {unit}" for _, value, unit in rows)
    table = f"| {names} |\n{'|---' * len(rows)}|\n| {values} |"
    return f"The set-up cell gives you the eight parameters of notebook 01:\n\n{table}"


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
    modules=tuple(f"helpers.exercises.ex{number:02d}" for number in range(1, 15)),
    folder=HERE.parent,
    style_file="lif.mplstyle",
    student_files=("parameters.py",),
    inserts={"neuron": neuron, "parameters": parameters},
)
