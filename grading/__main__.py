"""Grade a course folder: ``python -m grading COURSE``, or ``make grade COURSE=...``.

Each worker imports this module when it starts: what only the grader needs is imported where it is used.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import sqlite3
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from .environment import program_of
from .paths import ASSIGNMENT, ROOT, cores, use_environment

if TYPE_CHECKING:
    from grading.execution.workers import Farm

LOUD = """
  ###  UNCONFINED: the students' code now runs with your own rights. It can read and change  ###
  ###  your files and send them anywhere. Do this only with code that you have read.         ###
"""


NOT_LINUX = """Student code cannot be confined on {}, which has no sandbox for it. Grade in the container:

  docker build -f grading/Containerfile -t lif-grading .
  docker run --rm -it --security-opt seccomp=unconfined --security-opt apparmor=unconfined \\
    --security-opt systempaths=unconfined --cap-drop ALL -v "{}:/course" lif-grading /course

Every other command works here: collect, late, export, handback, feedback, report, formgrader."""
NO_PACKAGES = """The course's packages are not installed for this Python, {}.
Run the command with the course's own environment, {}, or make that first: python grading/environment.py"""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m grading", description=__doc__.splitlines()[0])
    made.add_argument("course", nargs="?", type=Path, help="folder that holds submitted/<student>/lif_part_1/")
    made.add_argument("--student", help="grade this student only")
    made.add_argument("--notebook", help="grade this notebook only: 04, or 04_membrane_potential")
    made.add_argument("--force", action="store_true", help="run everything again, whatever is known of it")
    made.add_argument("--workers", type=int, default=cores(), help="processes on this machine (%(default)s)")
    made.add_argument("--scheduler", help="address of a Dask scheduler, whose workers do the work: tcp://host:8786")
    made.add_argument("--db", help="the gradebook's address, such as postgresql+psycopg://user@host/name")
    made.add_argument("--unconfined", action="store_true", help="run student code without a sandbox (dangerous)")
    return made


def main(arguments: list[str] | None = None) -> int:
    """0 when all is graded, 1 when something could not be, 2 when nothing could."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if importlib.util.find_spec("nbgrader") is None and arguments[:1] != ["doctor"]:
        print(NO_PACKAGES.format(sys.executable, program_of(ROOT / ".venv")))
        return 2
    if arguments and arguments[0] in COMMANDS:
        return import_module(COMMANDS[arguments[0]]).main(arguments[1:])
    options = parser().parse_args(arguments)
    if platform.system() != "Linux" and not (options.unconfined or options.scheduler):
        print(NOT_LINUX.format(platform.system(), options.course or ROOT))
        return 2
    return _graded(options)


def _graded(options: argparse.Namespace) -> int:
    from .errors import GradingError, SecretError

    course = (options.course or default_course()).resolve()
    if not (course / "submitted").is_dir():
        print(
            f"There is no folder {course / 'submitted'}. It should hold one folder a student, with {ASSIGNMENT}/ in it."
        )
        return 2
    try:
        return grade(course, options)
    except (GradingError, SecretError) as problem:
        print(f"\n{problem}")
        return 2
    except OSError as problem:
        print(f"\n{problem.strerror or problem}: {problem.filename or course}. What was done is kept; run it again.")
        return 2
    except sqlite3.Error as problem:  # of the results; a gradebook's are Closed
        results = course / ".grading" / "results.db"
        print(f"\n{results} cannot be used: {problem}. Make room, or allow writing, and run it again; what was done is")
        print("kept. If the file is damaged, delete it: that costs time, and no mark.")
        return 2
    except KeyboardInterrupt:
        print("\nStopped. What was done is kept; run the same command again to go on.")
        return 2


def default_course() -> Path:
    """This repository if it has submitted/, else a small made-up class."""
    if (ROOT / "submitted").is_dir():
        return ROOT
    from .demo_class import make_class

    course = ROOT / "build" / "example"
    print(f"There is no folder submitted/ here, so a made-up class is graded: {course.relative_to(ROOT)}")
    make_class(course / "submitted")
    return course


def farm_of(options: argparse.Namespace) -> Farm:
    """Where the work is done. Raises GradingError where student code could not be confined here."""
    from grading.execution.workers import cluster, here, local

    if options.scheduler:
        return cluster(options.scheduler)
    if options.unconfined:
        print(LOUD, flush=True)
    else:
        from .doctor import require_sandbox

        require_sandbox()
    return here if options.workers <= 1 else local(options.workers, warm=not options.unconfined)


def grade(course: Path, options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from .closing import close
    from .run import Grading
    from .summary import Choice

    use_environment()
    farm = farm_of(options)
    choice = Choice(options.student, options.notebook, options.force, options.unconfined, options.db)
    with tqdm(unit=" notebooks", smoothing=0.1, dynamic_ncols=True, file=sys.stdout, disable=None) as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        run = Grading(course, farm, choice, tell)
        summary = run.run()
    return close(course, run.database, summary)


# What can be asked for in place of a course folder; each module has a ``main``.
COMMANDS = {
    "doctor": "grading.doctor",
    "collect": "grading.lms.collect",
    "formgrader": "grading.feedback.formgrader",
    "late": "grading.gradebook.late",
    "export": "grading.lms.export",
    "handback": "grading.lms.handback",
    "feedback": "grading.feedback.course_pages",
    "report": "grading.report.report",
}


if __name__ == "__main__":
    sys.exit(main())
