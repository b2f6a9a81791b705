"""How fast it is, measured: ``make bench``. Each line is a median of several runs on this machine."""

from __future__ import annotations

import statistics
import subprocess
import sys

import matplotlib

matplotlib.use("Agg")

from grading.paths import NOTEBOOKS

from . import browser, checks, desk, grading, report, site, start, stock
from .sliders import sliders


def imports() -> None:
    code = (
        "import time, numpy, matplotlib.pyplot; t = time.perf_counter(); import helpers; print(time.perf_counter() - t)"
    )
    each = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout) for _ in range(5)
    ]
    print(f"import helpers, beyond numpy and matplotlib: {statistics.median(each):.3f} s (at most 0.15)")


def sizes() -> None:
    largest = max(NOTEBOOKS.glob("*.ipynb"), key=lambda path: path.stat().st_size)
    print(f"\nlargest student notebook: {largest.stem}, {largest.stat().st_size / 1e3:.0f} kB (at most 150)")


if __name__ == "__main__":
    start.main()
    imports()
    checks.main()
    sliders()
    browser.main()
    site.main()
    sizes()
    desk.collecting()
    report.main()
    grading.main()
    stock.main()
