"""Make the course's files from its sources: ``release``, ``execute``, ``slips``, ``bundle``, ``site``."""

from __future__ import annotations

from pathlib import Path

import click

from grading.errors import GradingError


@click.command
def release() -> int:
    """Rebuild the student notebooks from the solutions.

    Exit code 0: they were rebuilt; 2: nothing was changed.
    """
    from grading.current_course import COURSE
    from grading.paths import NOTEBOOKS, SOLUTIONS
    from grading.release.build import release

    try:
        count = release()
    except RuntimeError as problem:  # nbgrader's words
        raise GradingError(str(problem)) from None
    print(f"{count} notebooks in {NOTEBOOKS.relative_to(COURSE.folder)}, from {SOLUTIONS.relative_to(COURSE.folder)}")
    return 0


@click.command
@click.argument("numbers", nargs=-1)
def execute(numbers: tuple[str, ...]) -> int:
    """Run the solutions again, and store their text outputs.

    NUMBERS are exercises, such as 04 11; without them, all solutions run. Exit code 0: all were run; 2: one failed.
    """
    from nbclient.exceptions import CellExecutionError

    from grading.paths import stems
    from grading.release.execute import execute_all

    known = [stem[:2] for stem in stems()]
    if unknown := [number for number in numbers if number.zfill(2) not in known]:
        raise GradingError(f"There is no exercise {' '.join(unknown)}. There are {' '.join(known)}.")
    try:
        for path in execute_all(tuple(number.zfill(2) for number in numbers)):
            print(path.stem)
    except CellExecutionError as problem:
        raise GradingError(f"A cell failed that should not; its notebook was not changed:\n{problem}") from None
    return 0


@click.command
def slips() -> int:
    """Write docs/slips.md, the list of slips and their messages."""
    from grading.current_course import COURSE
    from grading.release.slip_list import write_slips

    print(write_slips().relative_to(COURSE.folder))
    return 0


@click.command
def bundle() -> int:
    """Make one zip for students without Git."""
    from grading.current_course import COURSE
    from grading.release.bundle import write_bundle

    print(write_bundle().relative_to(COURSE.folder))
    return 0


@click.command
@click.option("--pyodide", type=Path, help="Folder with Pyodide, to put Python itself into the site.")
def site(pyodide: Path | None) -> int:
    """Make a website of the course, on which the browser runs everything."""
    from grading.current_course import COURSE
    from grading.site.whole_site import write_site

    print(write_site(pyodide=pyodide.resolve() if pyodide else None).relative_to(COURSE.folder))
    return 0
