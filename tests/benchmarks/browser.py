"""From a key press to the new picture in the browser, in JupyterLab: ``python -m tests.benchmarks.browser``."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path

from grading.paths import NOTEBOOKS
from grading.submissions.course_notebooks import solved
from tests.support.lab import CHROMIUM, Student, browser, served
from tests.support.lab_sliders import STEMS, Sliders, answer

CASES = [(4, 60), (14, 100)]  # exercise, at most so many ms; n is 50
PRESSES = 15
WATCH = """area => {
    area.taken = [];
    let pressed = 0;
    area.addEventListener("keydown", () => pressed = performance.now(), true);
    new MutationObserver(async () => {
        await area.querySelector("img[width]").decode();
        requestAnimationFrame(() => area.taken.push(performance.now() - pressed));
    }).observe(area.querySelector("img[width]").parentElement, {childList: true});
}"""


def presses(student: Student, number: int) -> list[float]:
    """Milliseconds from each press of an arrow key to its picture; the first few are not counted."""
    student.open(f"{STEMS[number]}.ipynb")
    student.run_all_above(f"# Exercise {number}")
    answer(student, number, solved(STEMS[number]))
    student.run(f"explore({number})")
    sliders = Sliders(student, number)
    sliders.area.evaluate(WATCH)
    for press in range(PRESSES + 3):
        before = sliders.picture()
        sliders.push("tau (ms)" if press % 2 else "i_mean")
        student.page.wait_for_function("([area, before]) => area.querySelector('img[width]').src !== before",
                                       arg=[sliders.area.element_handle(), before])  # fmt: skip
        student.page.wait_for_timeout(150)
    return sliders.area.evaluate("area => area.taken")[3:]


def main() -> None:
    if CHROMIUM is None:
        print("\nkey press to new picture in the browser: not measured, chromium is missing")
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(shutil.copytree(NOTEBOOKS, Path(made) / "files"))
        with served(folder) as address, browser() as chromium:
            student = Student(chromium.new_page(viewport={"width": 1200, "height": 1000}), address)
            print("\nexercise    n   key press to new picture in the browser")
            for number, most in CASES:
                taken = presses(student, number)
                spread = f"{min(taken):.0f} to {max(taken):.0f}"
                print(f"{number:8d}   50   {statistics.median(taken):.0f} ms (at most {most}), {spread}")


if __name__ == "__main__":
    main()
