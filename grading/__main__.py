"""Grade a course folder: ``python -m grading COURSE`` (``make grade COURSE=...``)."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from .course import ASSIGNMENT, ROOT, use_environment
from .example import make_class
from .intake import Handed, read_class
from .marks import export_csv, read_marks, table


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m grading", description=__doc__.splitlines()[0])
    parser.add_argument("course", nargs="?", type=Path, help="folder that holds submitted/<student>/lif_part_1/")
    parser.add_argument("--student", help="grade this student only")
    options = parser.parse_args(arguments)
    course = (options.course or default_course()).resolve()
    submitted = course / "submitted"
    if not submitted.is_dir():
        print(f"There is no folder {submitted}. It should hold one folder a student, with {ASSIGNMENT}/ in it.")
        return 2
    return grade(course, options.student)


def default_course() -> Path:
    """This repository if it has submitted/, else a small made-up class."""
    if (ROOT / "submitted").is_dir():
        return ROOT
    course = ROOT / "build" / "example"
    print(f"There is no folder submitted/ here, so a made-up class is graded: {course.relative_to(ROOT)}")
    make_class(course / "submitted")
    return course


def grade(course: Path, only: str | None = None) -> int:
    """Grade every student in ``course``; print the marks; 0, or 1 if something could not be graded."""
    students, problems = read_class(course / "submitted")
    if only is not None:
        students = [handed for handed in students if handed.student == only]
        if not students:
            print(f"There is no student {only} in {course / 'submitted'}.")
            return 2
    failures = _run(course, students)
    database = database_of(course)
    marks, highest = read_marks(database)
    export_csv(database, course / "grades.csv")
    print("\n" + table(marks, highest))
    _tell(students, problems, failures)
    print(
        f"\ngradebook  {course / 'gradebook.db'}\nfeedback   {course / 'feedback'}\nmarks      {course / 'grades.csv'}"
    )
    return 1 if failures else 0


def database_of(course: Path) -> str:
    return f"sqlite:///{course / 'gradebook.db'}"


def _run(course: Path, students: list[Handed]) -> dict[str, str]:
    """Each student through nbgrader; what failed, by student."""
    from .engine import add_student, autograde, feedback, nbgrader_api
    from .rebuild import stage
    from .release import generate

    use_environment()
    failures = {}
    with tempfile.TemporaryDirectory() as scratch:
        staged = Path(scratch) / "submitted"
        print("Preparing the assignment ...", flush=True)
        generate(Path(scratch) / "release", database_of(course))
        api = nbgrader_api(course, database_of(course), submitted_directory=str(staged))
        for k, handed in enumerate(students, 1):
            print(f"[{k}/{len(students)}] {handed.student}: {len(handed.notebooks)} notebooks", flush=True)
            add_student(database_of(course), handed.student)
            if not handed.notebooks:
                continue
            stage(handed, staged)
            problem = autograde(api, ASSIGNMENT, handed.student) or feedback(api, ASSIGNMENT, handed.student)
            if problem:
                failures[handed.student] = problem
    return failures


def _tell(students: list[Handed], problems: list[str], failures: dict[str, str]) -> None:
    """What an instructor should look at."""
    lines = list(problems)
    for handed in students:
        notes = [
            f"{stem}: {note}" for stem, submission in sorted(handed.notebooks.items()) for note in submission.notes
        ]
        lines += [f"{handed.student}: {each}" for each in [*handed.problems, *notes]]
    lines += [f"{student}: {problem}" for student, problem in failures.items()]
    if lines:
        print("\nWorth a look:\n" + "\n".join(f"  {line}" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
