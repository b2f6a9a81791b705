"""What makes the course's files from its sources: ``release``, ``execute``, ``slips``, ``bundle``, ``site``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command
def release() -> int:
    """Rebuild the student notebooks from the solutions."""
    from grading.course import COURSE
    from grading.paths import NOTEBOOKS, SOLUTIONS
    from grading.release.build import release

    print(
        f"{release()} notebooks in {NOTEBOOKS.relative_to(COURSE.folder)}, from {SOLUTIONS.relative_to(COURSE.folder)}"
    )
    return 0


@click.command
@click.argument("numbers", nargs=-1)
def execute(numbers: tuple[str, ...]) -> int:
    """Run the solutions again, and store their text outputs.

    NUMBERS are those of some exercises, such as 04 11; without any, all are run.
    """
    from grading.release.execute import execute_all

    for path in execute_all(numbers):
        print(path.stem)
    return 0


@click.command
def slips() -> int:
    """Write docs/slips.md, the list of slips and their messages."""
    from grading.course import COURSE
    from grading.release.slip_list import write

    print(write().relative_to(COURSE.folder))
    return 0


@click.command
def bundle() -> int:
    """Make one zip for students without Git."""
    from grading.course import COURSE
    from grading.release.bundle import build

    print(build().relative_to(COURSE.folder))
    return 0


@click.command
@click.option("--pyodide", type=Path, help="A folder with Pyodide, to put Python itself into the site.")
def site(pyodide: Path | None) -> int:
    """Make the course a web site on which a browser runs everything."""
    from grading.course import COURSE
    from grading.site.build import build

    print(build(pyodide=pyodide.resolve() if pyodide else None).relative_to(COURSE.folder))
    return 0
