"""Grade a course folder: ``python -m grading COURSE``, or ``make grade COURSE=...``; ``--help`` lists the commands.

Each worker imports this module when it starts, and the doctor runs without the packages. So this module imports
anything outside the standard library only where it is used.
"""

from __future__ import annotations

import importlib.util
import sys

from . import console
from .environment import program_of
from .paths import ROOT

NO_PACKAGES = """The course's packages are not installed for this Python, {}.
Run the command with the course's own environment, {}, or make that first: python grading/environment.py"""
NEEDED = ("nbgrader", "click")


def main(arguments: list[str] | None = None) -> int:
    """0 when all is well, 1 when there is something to look at, 2 when nothing could be done."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["doctor"]:
        from . import doctor

        return doctor.main()
    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        print(NO_PACKAGES.format(sys.executable, program_of(ROOT / ".venv")))
        return 2
    from .cli import run_command

    return run_command(arguments)


if __name__ == "__main__":
    console.prepare_console()
    sys.exit(main())
