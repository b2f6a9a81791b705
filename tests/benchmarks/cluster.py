"""A large class on a Dask cluster of this machine: ``python -m tests.benchmarks.cluster [students [workers]]``.

Short answers, of which many are equal: what it costs to read, record and write, and what the scheduler's side needs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import psutil

from grading.demo_class import submission, write_demo
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, stems, use_environment
from grading.submissions.course_notebooks import solved
from tests.support.dask_programs import found_in, started

from .grading import measured

NOTEBOOKS = 3  # of each student, the shortest ones
DIFFERENT = 40  # answers to each exercise
PARTS = (3, 3, 4)  # the points of these notebooks


def hand_in(course: Path, students: int) -> None:
    """Right answers, each of which many students have."""
    texts = {}
    for stem in stems()[:NOTEBOOKS]:
        for k in range(DIFFERENT):
            write_demo(course, stem, submission(stem, f"{solved(stem)}\n# answer {k}"))
            texts[stem, k] = (course / f"{stem}.ipynb").read_bytes()
        (course / f"{stem}.ipynb").unlink()
    for student in range(students):
        folder = course / "submitted" / f"s{student:05d}" / ASSIGNMENT
        folder.mkdir(parents=True)
        for stem in stems()[:NOTEBOOKS]:
            (folder / f"{stem}.ipynb").write_bytes(texts[stem, student % DIFFERENT])


def main(students: int = 1000, workers: int = 8) -> None:
    use_environment()
    with tempfile.TemporaryDirectory(prefix="lif-bench-") as top:
        course, log = Path(top) / "course", Path(top) / "scheduler.log"
        began = time.perf_counter()
        hand_in(course, students)
        print(f"\n{students} students, {NOTEBOOKS * students} notebooks, made in {time.perf_counter() - began:.0f} s")
        with started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", log=log) as scheduler:
            address = found_in(log, r"Scheduler at:\s+(tcp://\S+)")
            options = ("--nworkers", str(workers), "--nthreads", "1", "--no-dashboard")
            with started("worker", address, *options, log=Path(top) / "workers.log"):
                words = [sys.executable, "-m", "grading", str(course), "--scheduler", address]
                for turn in ("first run", "a run with one changed notebook", "a run with nothing changed"):
                    cost = measured(words)
                    side = psutil.Process(scheduler.pid).memory_info().rss / 1e6
                    print(
                        f"  {turn}: {cost.wall:.0f} s, {1000 * cost.wall / students:.0f} ms a student; memory of the "
                        f"grader {cost.memory:.0f} MB, of the scheduler {side:.0f} MB"
                    )
                    stem = stems()[1]
                    changed = submission(stem, f"{solved(stem)}\n# {turn}")
                    if turn == "first run":
                        write_demo(course / "submitted" / "s00000" / ASSIGNMENT, stem, changed)
        size = sum(path.stat().st_size for path in course.rglob("*") if path.is_file()) / 1e6
        graded = read_marks(f"sqlite:///{course}/gradebook.db").students
        wrong = sum(sum(each.points.values()) != sum(PARTS) for each in graded)
        print(f"  {len(graded)} students graded, marks that are not as expected: {wrong}; course folder {size:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
