"""``grade``, which also runs if no command is named, and ``doctor``."""

from __future__ import annotations

import platform
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grading.errors import GradingError
from grading.folder_lock import locked
from grading.kept_files import RESULTS, kept_file
from grading.last_run import LastRun
from grading.paths import ROOT, cores, use_environment

from . import require_submissions, with_group_rights

if TYPE_CHECKING:
    from grading.execution.workers import Executor
    from grading.plan import Choice

LOUD = """
  ###  UNCONFINED: student code now runs with your own rights. It can read and change        ###
  ###  your files and send them anywhere. Do this only with code that you have read.         ###
"""
NOT_LINUX = """Student code cannot be confined on {}, which has no sandbox. Grade in the container:

  docker build -f grading/Containerfile -t lif-grading .
  docker run --rm -it --security-opt seccomp=unconfined --security-opt apparmor=unconfined \\
    --security-opt systempaths=unconfined --cap-drop ALL -v "{}:/course" lif-grading /course

Every other command works here: collect, late, export, handback, feedback, report, formgrader."""
KEPT = "Nothing done so far is lost; run the same command again."
NO_RESULTS = """
{} cannot be used: {}. Make room, or allow writing, and run the same command again.
Nothing done so far is lost. If the file is damaged, delete it: that costs time, but no marks."""


@click.command
@click.argument("course", type=Path, required=False, callback=with_group_rights)
@click.option("--student", help="Grade this student only.")
@click.option("--notebook", help="Grade this notebook only: 04, or 04_membrane_potential.")
@click.option("--force", is_flag=True, help="Run everything again, even what has not changed.")
@click.option("--workers", type=int, default=cores, show_default=str(cores()), help="Processes on this machine.")
@click.option("--scheduler", help="Address of a Dask scheduler whose workers do the work: tcp://host:8786.")
@click.option("--db", "database", help="Address of the gradebook, such as postgresql+psycopg://user@host/name.")
@click.option("--unconfined", is_flag=True, help="Run student code without a sandbox (dangerous).")
def grade(
    course: Path | None,
    student: str | None,
    notebook: str | None,
    force: bool,
    workers: int,
    scheduler: str | None,
    database: str | None,
    unconfined: bool,
) -> int:
    """Grade a course folder.

    COURSE holds submitted/<student>/lif_part_1/. Exit code 0: everything was graded; 1: graded, with something to look
    at; 2: not everything was graded, or nobody handed in anything.
    """
    if platform.system() != "Linux" and not (unconfined or scheduler):
        print(NOT_LINUX.format(platform.system(), course or ROOT))
        return 2
    course = (course or default_course()).resolve()
    require_submissions(course)
    last = LastRun(course, (student, notebook, unconfined, database))
    try:
        with locked(course):
            ended = None if force else last.again()
        if ended is None:
            from grading.plan import Choice

            choice = Choice(student=student, notebook=notebook, force=force, unconfined=unconfined, database=database)
            return _graded(course, choice, _executor(scheduler, workers, unconfined), last)
        print(ended.text)
        return ended.code
    except GradingError as problem:
        print(f"\n{problem}")
    except OSError as problem:
        print(f"\n{problem.strerror or problem}: {problem.filename or course}. {KEPT}")
    except sqlite3.Error as problem:  # of the results; a gradebook's are GradebookError
        print(NO_RESULTS.format(kept_file(course, RESULTS), problem))
    except KeyboardInterrupt:
        print("\nStopped. Nothing done so far is lost; run the same command again to continue.")
    return 2


def _graded(course: Path, choice: Choice, executor: Executor, last: LastRun) -> int:
    from tqdm import tqdm

    from grading.grading_run import GradingRun
    from grading.summary import finish

    use_environment()
    with tqdm(unit=" notebooks", smoothing=0.1, dynamic_ncols=True, file=sys.stdout, disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        run = GradingRun(course, executor, choice, progress, bar.write)
        summary = run.run()
    return finish(course, run.database, summary, last)


def _executor(scheduler: str | None, workers: int, unconfined: bool) -> Executor:
    """The executor for the work. Raises GradingError if student code cannot be confined here."""
    from grading.execution.memory_limits import workers_that_fit
    from grading.execution.workers import cluster, here, local

    if scheduler:
        return cluster(scheduler)
    if unconfined:
        print(LOUD, flush=True)
    else:
        from grading.doctor import require_sandbox

        require_sandbox()
    fitting = workers_that_fit(workers)
    if fitting < workers:
        print(f"Using {fitting} of {workers} workers: there is not enough free memory for more.", flush=True)
    return here if fitting <= 1 else local(fitting, warm=not unconfined)


def default_course() -> Path:
    """This repository if it has submitted/, else a small made-up class."""
    if (ROOT / "submitted").is_dir():
        return ROOT
    from grading.demo_class import make_class

    course = ROOT / "build" / "example"
    print(f"There is no folder submitted/ here, so a made-up class is graded: {course.relative_to(ROOT)}")
    make_class(course / "submitted")
    return course


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("ignored", nargs=-1)
def doctor(ignored: tuple[str, ...]) -> int:
    """Say what this machine lacks for grading, and how to fix it."""
    from grading.doctor import main

    return main()
