"""How fast the course is in a browser, beside this machine's own Python: ``python -m tests.benchmarks.site``."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest

from grading.submissions.course_notebooks import solved
from tests.support.lab import browser
from tests.support.lab_sliders import STEMS, Sliders, answer
from tests.support.site import SiteStudent, address_of, built, serving

from .checks import seconds

AIMS = {4: 0.5, 8: 2.0, 14: 4.0}  # seconds of a check
FIRST, FRAME = 20, 0.25  # seconds: to the first check with all in the cache, and of a frame
CHANGED = "([area, before]) => area.querySelector('[role=status]')?.innerText !== before"


def first_check(student: SiteStudent) -> float:
    """From opening notebook 04 to its answer checked."""
    began = time.perf_counter()
    student.open(f"{STEMS[4]}.ipynb")
    checked(student, 4)
    return time.perf_counter() - began


def checked(student: SiteStudent, number: int) -> None:
    """Set up, answer and check."""
    student.run_all_above(f"# Exercise {number}")
    answer(student, number, solved(STEMS[number]))
    student.run(f"check({number})")


def frame(student: SiteStudent, number: int) -> float:
    """From a key on a slider to the new sentence below the picture."""
    student.run(f"explore({number})")
    sliders = Sliders(student, number)
    shown = sliders.sentence.inner_text()
    began = time.perf_counter()
    sliders.push("tau (ms)")
    student.page.wait_for_function(CHANGED, arg=[sliders.area.element_handle(), shown])
    return time.perf_counter() - began


def again(student: SiteStudent, number: int) -> float:
    """A second check."""
    began = time.perf_counter()
    student.run(f"check({number})")
    return time.perf_counter() - began


def main() -> None:
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(built(Path(folder) / "site"))
    except pytest.skip.Exception as reason:
        print(f"\nthe course in a browser: not measured. {reason}")


def measure(site: Path) -> None:
    with serving(site) as server, browser() as chromium:
        student = SiteStudent(chromium.new_page(), address_of(server))
        print(f"\nin a browser: first checked answer, first visit {first_check(student):.1f} s, ", end="")
        print(f"cached {first_check(student):.1f} s (at most {FIRST})")
        for number, aim in AIMS.items():
            student.open(f"{STEMS[number]}.ipynb")
            checked(student, number)
            here, there = seconds(number, solved(STEMS[number])), again(student, number)
            print(f"  check {number:2d}: {there:.2f} s (at most {aim}), in Python here {here:.2f} s; ", end="")
            print(f"a slider frame {frame(student, number):.2f} s (at most {FRAME})")


if __name__ == "__main__":
    main()
