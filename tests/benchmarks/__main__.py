"""How fast it is, measured: ``make bench``. Each line is a median of several runs on this machine."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

import matplotlib

from slipcheck.assessment import assess

matplotlib.use("Agg")

from grading.paths import NOTEBOOKS, stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from slipcheck.runs import runs

from . import desk, grading, report, start, stock
from .sliders import sliders

WRONG = {  # number: (in the solution, in a wrong answer)
    1: ("150e-3", "150"), 2: ("(1 +", "(2 +"), 3: (":.4e", ":.3f"), 4: ("r * i", "i"), 5: ("t, i,", "i, t,"), 6: ("t, v,", "v, t,"),
    7: ("2 * np", "np"), 8: ("r * i", "i"), 9: ("/ n", "/ step_end"), 10: ("(n - 1)", "n"), 11: ("2 * np", "np"), 12: ("i_step)", "i_mean)"),
    13: ("r * i", "i"), 14: ("axis=0", "axis=1"),
}  # fmt: skip


def seconds(action, repeat: int = 5) -> float:
    """The median time of an action, after a first run that warms up."""
    action()
    taken = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def imports() -> None:
    code = (
        "import time, numpy, matplotlib.pyplot; t = time.perf_counter(); import helpers; print(time.perf_counter() - t)"
    )
    each = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout) for _ in range(5)
    ]
    print(f"import helpers, beyond numpy and matplotlib: {statistics.median(each):.3f} s (at most 0.15)")


def checks() -> None:
    print("\nexercise   right (at most 0.7 s)   wrong (at most 1.5 s)")
    for number in COURSE.numbers:
        wanted, right = COURSE.exercise(number), solved(stems()[number - 1])
        old, new = WRONG[number]
        if old not in right:
            raise ValueError(f"{old!r} is not in the solution of exercise {number}")
        times = [
            seconds(lambda text=text, wanted=wanted: assess(wanted, runs(wanted, text)))
            for text in (right, right.replace(old, new))
        ]
        print(f"{number:8d}   {times[0]:12.2f} s   {times[1]:20.2f} s")
    loop = solved(stems()[3]).replace("for step in range(step_end):", "while True:\n    step = 0 * dt\n    continue")
    start = time.perf_counter()
    assess(COURSE.exercise(4), runs(COURSE.exercise(4), loop))
    print(f"an endless loop is told after {time.perf_counter() - start:.1f} s (at most 6)")


def sizes() -> None:
    largest = max(NOTEBOOKS.glob("*.ipynb"), key=lambda path: path.stat().st_size)
    print(f"\nlargest student notebook: {largest.stem}, {largest.stat().st_size / 1e3:.0f} kB (at most 150)")


if __name__ == "__main__":
    start.main()
    imports()
    checks()
    sliders()
    sizes()
    desk.collecting()
    report.main()
    grading.main()
    stock.main()
