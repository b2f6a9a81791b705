"""A small made-up class, for a first run of the grader and for its tests."""

from __future__ import annotations

import copy
import json
from pathlib import Path

from grading.submissions.course_notebooks import released, solved

from .paths import ASSIGNMENT, stems

WRONG = {  # number: (what stands in the solution, what a student wrote)
    2: ("(1 + np.sin((t * 2 * np.pi) / 0.01))", "np.sin((t * 2 * np.pi) / 0.01)"),
    4: ("(el - v + r * i)", "(el - v + i)"),
    9: ("sum(v_n) / n", "sum(v_n)"),
}
PARTLY = {
    4: ("dt / tau", "1e-3 / 20e-3"),  # right as shown, wrong at other parameters
    5: ('"ko"', '"k"'),  # right numbers, nothing to be seen
    10: ('"C7."', '"C7"'),  # the same with the two curves
}
CRASH = {4: ("v = v + dt", "v = volt + dt"), 13: ("np.random.random([n, step_end])", "np.random.random(step_end)")}
LOOP = {4: ("for step in range(step_end):", "while True:\n    step = 0")}


def submission(stem: str, answer: str | None, written: str | None = None):
    """A student notebook with an answer in it; None leaves the stub."""
    notebook = copy.deepcopy(released(stem))
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id == f"ex{stem[:2]}" and answer is not None:
            cell.source = answer
        if grade_id == "ex10_written" and written is not None:
            cell.source = written
    return notebook


def changed(stem: str, change: tuple[str, str]) -> str:
    """The solution with one piece replaced. Raises ValueError if the piece is not there."""
    old, new = change
    text = solved(stem)
    if old not in text:
        raise ValueError(f"{old!r} is not in the solution of {stem}")
    return text.replace(old, new)


def write_demo(folder: Path, stem: str, notebook) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / f"{stem}.ipynb").write_text(text + "\n", encoding="utf-8")


def make_class(submitted: Path) -> None:
    """Six students: all right, untouched, partly right, wrong, crashing, and one with an endless loop."""
    by_number = {int(stem[:2]): stem for stem in stems()}
    why = "The standard deviation is in volt, like the mean; the variance is in volt squared."
    for stem in stems():
        write_demo(submitted / "ada" / ASSIGNMENT, stem, submission(stem, solved(stem), why))
    for number in (1, 4, 10):
        write_demo(submitted / "ben" / ASSIGNMENT, by_number[number], submission(by_number[number], None))
    for student, changes in (("cleo", PARTLY), ("dan", WRONG), ("eve", CRASH), ("finn", LOOP)):
        for number, change in changes.items():
            stem = by_number[number]
            write_demo(submitted / student / ASSIGNMENT, stem, submission(stem, changed(stem, change)))
