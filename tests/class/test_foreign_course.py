"""A course about tea, from release to report by the commands of docs/contributing.md: nothing of ours is in it."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sys
from pathlib import Path

import nbformat
import pytest

from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT
from grading.release.build import generate, normalise
from tests.support.course_cells import read
from tests.support.kernel import Sliders, started
from tests.support.own_course import PAGE, commands, settings, shell

COOLING, LEAVES = "01_cooling_tea", "02_drifting_leaves"
HEATS_UP = ("room - temperature", "temperature - room")
MEAN_OVER_TIME = ("axis=0", "axis=1")
CRASH = ("temperature + dt", "tee + dt")
SPY = """# Exercise 1
import importlib, os, tea
for name in ("tea.course", "tea.model", "tea.cooling", "tea.walk", "helper" + "s", "slipcheck.judge", "slipcheck.exercise", "grading"):
    try:
        print("open", importlib.import_module(name))
    except ImportError:
        print("closed", name)
print("tea has", *sorted(name for name in vars(tea) if name[0] != "_"))
print("files", *sorted(os.listdir(tea.__path__[0])))
print("folders", os.path.exists({course!r}), os.path.exists({repository!r} + "/grading"))
"""  # noqa: E501
OF_OURS = re.compile(r"(?i)\b(lif(_\w+)?|helpers|neurons?|membrane|voltage|i_mean|tau)\b")


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """The tea course as its author has it, after the steps of the page; it starts without a release."""
    folder = tmp_path_factory.mktemp("foreign") / "tea"
    copied, rest = commands("sh").split("\n", 1)
    shell(copied, folder)
    given = (folder / "tea" / "given.json").read_text(encoding="utf-8")
    (folder / "tea" / "given.json").write_text("[]", encoding="utf-8")
    shell(rest, folder)
    assert (folder / "tea" / "given.json").read_text(encoding="utf-8") == given
    return folder


def answer_cell(notebook, stem: str):
    return next(cell for cell in notebook.cells if cell.id == f"ex{stem[:2]}")


def solved(course: Path, stem: str, change: tuple[str, str] = ("", "")) -> str:
    """The solution's answer, with one piece replaced."""
    text = answer_cell(read(course / "solutions" / "tea_time", stem), stem).source
    text = "\n".join(line for line in text.split("\n") if not re.match(r"\s*###|\s*# STUB", line))
    assert change[0] in text
    return text.replace(*change) if change[0] else text


def hand_in(course: Path, student: str, stem: str, answer: str | None) -> None:
    """The released notebook with an answer in it; None leaves the stub."""
    notebook = read(course / "notebooks" / "tea_time", stem)
    if answer is not None:
        answer_cell(notebook, stem).source = answer
    path = course / "class" / "submitted" / student / "tea_time" / f"{stem}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def graded(course) -> Path:
    """The folder of a small class, graded: right, with a slip, crashing, untouched, and one that looks around."""
    spy = SPY.format(course=str(course), repository=str(ROOT))
    for student, cooling, leaves in (
        ("ada", solved(course, COOLING), solved(course, LEAVES)),
        ("ben", None, None),
        ("cleo", solved(course, COOLING, HEATS_UP), solved(course, LEAVES, MEAN_OVER_TIME)),
        ("dan", solved(course, COOLING, CRASH), None),
        ("spy", spy, None),
    ):
        hand_in(course, student, COOLING, cooling)
        hand_in(course, student, LEAVES, leaves)
    shell(settings() + commands("sh grade"), course)
    return course / "class"


class TestRelease:
    def test_the_steps_of_the_page_make_notebooks_slips_and_a_zip(self, course):
        assert sorted(path.stem for path in (course / "notebooks" / "tea_time").iterdir()) == [COOLING, LEAVES]
        slips = (course / "docs" / "slips.md").read_text(encoding="utf-8")
        assert "| heats up |  |  | Your tea gets hotter by itself." in slips
        assert (course / "build" / "tea_time.zip").exists()

    @pytest.mark.parametrize(("stem", "blanks"), [(COOLING, 1), (LEAVES, 5)])
    def test_nothing_of_a_solution_is_in_a_released_notebook(self, course, stem, blanks):
        source = answer_cell(read(course / "solutions" / "tea_time", stem), stem).source
        released = read(course / "notebooks" / "tea_time", stem)
        code = "\n".join(cell.source for cell in released.cells)
        for region in re.findall(r"BEGIN SOLUTION\n(.*?)### END", source, flags=re.DOTALL):
            for line in filter(None, map(str.strip, region.splitlines())):
                assert line not in code
        assert answer_cell(released, stem).source.count("...") == blanks
        assert not any(cell.get("outputs") for cell in released.cells)

    def test_the_text_of_a_notebook_is_filled_from_its_own_solution_and_address(self, course):
        cooling = (course / "notebooks" / "tea_time" / f"{COOLING}.ipynb").read_text(encoding="utf-8")
        leaves = (course / "notebooks" / "tea_time" / f"{LEAVES}.ipynb").read_text(encoding="utf-8")
        assert "0 90.00" in cooling
        assert "30 85.80" in cooling
        assert "tea-house/physics-of-tea/blob/main/notebooks/tea_time/01_cooling_tea.ipynb" in cooling
        assert "](data:image/png;base64," in leaves
        assert "{{" not in cooling + leaves

    def test_the_release_of_this_repository_stays_the_same_bytes(self, course, tmp_path):
        """Of one notebook, one with a picture; tests/unit/course/test_notebooks.py rebuilds them all."""
        generate(tmp_path, f"sqlite:///{tmp_path}/gradebook.db", only="07_*")
        (made,) = (tmp_path / ASSIGNMENT).glob("*.ipynb")
        normalise(made)
        assert made.read_bytes() == (NOTEBOOKS / made.name).read_bytes()


@pytest.fixture(scope="module")
def kernel(course, tmp_path_factory):
    """A student's kernel, which knows the course by its packages alone."""
    folder = tmp_path_factory.mktemp("kernel")
    with started(Path(sys.executable), folder, PYTHONPATH=os.pathsep.join((str(ROOT), str(course)))) as running:
        yield running


def told(outputs: list[dict]) -> str:
    """All that a student reads of a cell's outputs."""
    texts = [output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in outputs]
    return "\n".join(texts + [output.get("evalue", "") for output in outputs])


def run_until_answer(kernel, course: Path, stem: str) -> None:
    """The cells of the released notebook before the answer."""
    for cell in read(course / "notebooks" / "tea_time", stem).cells:
        if cell.id == f"ex{stem[:2]}":
            return
        if cell.cell_type == "code":
            assert not [output for output in kernel.run(cell.source) if "ename" in output]


class TestANotebook:
    def test_check_tells_untouched_slip_and_right_apart_and_hints_come_one_by_one(self, kernel, course):
        run_until_answer(kernel, course, COOLING)
        kernel.run(answer_cell(read(course / "notebooks" / "tea_time", COOLING), COOLING).source)
        assert "Exercise 1: still to do · 0 of 3 points" in told(kernel.run("check(1)"))
        kernel.run(solved(course, COOLING, HEATS_UP))
        assert "The sign of the change is turned." in told(kernel.run("check(1)"))
        assert "hint 1 of 2" in told(kernel.run("hint(1)"))
        assert "a difference of two temperatures" in told(kernel.run("hint(1)"))
        kernel.run(solved(course, COOLING))
        assert "Exercise 1: right · 3 of 3 points" in told(kernel.run("check(1)"))

    @pytest.mark.parametrize(
        ("stem", "slider", "value", "words"),
        [
            (COOLING, "room", 5.0, "room = 5 °C: your tea ends at 53.7 °C."),
            (LEAVES, "n", 20, "n = 20: your leaves end with standard deviation"),
        ],
    )
    def test_a_student_s_whole_run_earns_all_points_and_a_slider_runs_the_answer(
        self, kernel, course, stem, slider, value, words
    ):
        run_until_answer(kernel, course, stem)
        kernel.run(solved(course, stem))
        cells = [cell for cell in read(course / "notebooks" / "tea_time", stem).cells if cell.cell_type == "code"]
        checks = [kernel.run(cell.source) for cell in cells if cell.source.startswith("check(")]
        assert all(re.search(r": (right · |✓ )", told(outputs)) for outputs in checks)
        sliders = Sliders(kernel.run(f"explore({int(stem[:2])})"), kernel)
        before = sliders.shown
        sliders.move(slider, value)
        sliders.wait_for(words)
        assert sliders.shown[0] != before[0]


def page(graded: Path, student: str, stem: str) -> str:
    return (graded / "feedback" / student / "tea_time" / f"{stem}.html").read_text(encoding="utf-8")


@pytest.mark.sandbox
class TestAClass:
    def test_every_mark_is_as_constructed(self, graded):
        with (graded / "grades.csv").open(encoding="utf-8") as file:
            scores = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)}
        assert scores == {"ada": (8, 8), "ben": (0, 8), "cleo": (2, 8), "dan": (0, 8), "spy": (0, 8)}

    def test_the_report_names_the_slips_of_the_class(self, graded):
        text = (graded / "report.json").read_text(encoding="utf-8")
        assert json.loads(text)
        assert '"heats up"' in text
        assert '"mean over time"' in text
        assert "Cooling tea" in (graded / "report.html").read_text(encoding="utf-8")

    def test_feedback_pages_tell_slip_crash_and_nothing_done(self, graded):
        assert "The sign of the change is turned." in page(graded, "cleo", COOLING)
        assert "The mean runs along time." in page(graded, "cleo", LEAVES)
        assert "name &#x27;tee&#x27; is not defined" in page(graded, "dan", COOLING).replace("&#39;", "&#x27;")
        assert "that it came with." in page(graded, "ben", COOLING)
        assert "Drifting leaves" in (graded / "feedback" / "ada" / "tea_time.html").read_text(encoding="utf-8")

    def test_no_reference_can_be_imported_in_the_sandbox(self, graded):
        cells = read(graded / "autograded" / "spy" / "tea_time", COOLING).cells
        printed = "".join(output.get("text", "") for cell in cells for output in cell.get("outputs", []))
        assert "open" not in printed
        assert printed.count("closed") == 8
        assert "tea has check explore hand_in hint" in printed
        assert "files __init__.py tea.mplstyle" in printed
        assert "folders False False" in printed

    def test_no_word_of_this_repository_s_course_is_read_by_its_students_or_instructors(self, graded, course):
        files = [*graded.rglob("*.html"), graded / "report.json", graded / "grades.csv"]
        files += [*(course / "notebooks").rglob("*.ipynb"), *(graded / "autograded").rglob("*.ipynb")]
        files = [path for path in files if "spy" not in path.parts]
        for path in files:
            text = re.sub(r"[\w+/=]{200,}", "", path.read_text(encoding="utf-8"))  # without pictures
            assert OF_OURS.search(text) is None, path.name


def test_every_make_command_of_the_page_is_a_target_and_every_path_is_there(course):
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert {"quick", "test", "release"} <= set(re.findall(r"(?m)(?:^|`)make ([a-z-]+)", PAGE)) <= targets
    assert shutil.which("make")
    for name in set(re.findall(r"`((?:[\w.]+/)+(?:[\w]+\.\w+)?)`", PAGE)):
        name = name.replace("NN", "04").replace("../tea", str(course))
        assert any((folder / name).exists() for folder in (ROOT, ROOT / "tests", course)), name
