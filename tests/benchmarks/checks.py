"""How long a check takes, as the student waits for it: ``python -m tests.benchmarks.checks``.

The wrong answers are every third of those in ``tests/answers``: what is slow is to find out why one is wrong.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from grading.paths import stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.assessment import assess
from slipcheck.runs import rerun_of, runs
from tests.support import repairs

ANSWERS = Path(__file__).parents[1] / "answers"
EVERY = 3


def seconds(number: int, source: str) -> float:
    """The time of one check, with the runs that look for a cause."""
    exercise = COURSE.exercise(number)
    began = time.perf_counter()
    assess(exercise, runs(exercise, source), rerun=rerun_of(exercise, source))
    return time.perf_counter() - began


def main() -> None:
    print("\nexercise   right (at most 0.7 s)   wrong, median   slowest (at most 1.5 s)   slower than that")
    for number in COURSE.numbers:
        right = solved(stems()[number - 1])
        seconds(number, right)  # warms up
        of_right = statistics.median(seconds(number, right) for _ in range(3))
        paths = sorted((ANSWERS / f"{number:02d}").glob("wrong*.py"))[::EVERY]
        times = {path.stem: seconds(number, repairs.read(path).cell) for path in paths}
        slowest = max(times, key=lambda name: times[name])
        slow = sum(taken > 1.5 for taken in times.values())
        print(
            f"{number:8d}   {of_right:19.2f} s   {statistics.median(times.values()):11.2f} s   {times[slowest]:8.2f} s "
            f"{slowest:35s} {slow} of {len(times)}"
        )
    loop = solved(stems()[3]).replace("for step in range(step_end):", "while True:\n    step = 0 * dt\n    continue")
    print(f"an endless loop is told after {seconds(4, loop):.1f} s (at most 6)")


if __name__ == "__main__":
    main()
