"""Marks for the learning system: ``python -m grading export COURSE``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from grading.config import database_of

from .exports import STOPS, write_exports


def main(arguments: list[str]) -> int:
    """0: the files were written. 1: written, with something to look at. 2: none was written."""
    parser = argparse.ArgumentParser(prog="python -m grading export", description=__doc__.splitlines()[0])
    parser.add_argument("course", nargs="?", type=Path, default=Path(), help="course folder (default: here)")
    parser.add_argument("--canvas", type=Path, help="gradebook CSV from Canvas, to be filled in")
    parser.add_argument("--moodle", type=Path, help="grading worksheet from Moodle, to be filled in")
    parser.add_argument("--db", help="the gradebook's address (default: the course's)")
    options = parser.parse_args(arguments)
    course = options.course.resolve()
    try:
        paths, notes = write_exports(options.db or database_of(course), course, options.canvas, options.moodle)
    except STOPS as reason:
        print(reason)
        return 2
    except OSError as problem:
        print(f"{problem.filename or 'A file'} cannot be read ({problem.strerror}). No mark was written.")
        return 2
    print("\n".join([*(f"Made {path}" for path in paths), *notes]))
    return 1 if notes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
