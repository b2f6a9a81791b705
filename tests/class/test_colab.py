"""In the versions of Google Colab: installing the helpers, the solved notebooks, wrong answers, sliders."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from grading.demo_class import changed
from grading.paths import ROOT, SOLUTIONS, stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.support.kernel import Kernel, Sliders, started

COLAB = ROOT / ".venv-colab" / "bin" / "python"
MADE = COLAB.parent.parent / "made"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not MADE.exists(), reason="Colab's versions are missing: make .venv-colab/made"),
]
STEMS = stems()
PACKAGES = ("helpers", "slipcheck")
WHERE = """
import helpers, matplotlib.pyplot as plt
plt.style.use('helpers.lif')
print(helpers.__path__[0].removesuffix('helpers'))
"""
WRONG = {  # exercise: (what stands in the solution, what the student wrote), part of the message
    2: (("(1 + np.sin", "(np.sin"), "belongs to a sine of 0"),
    4: (("r * i)", "i)"), "The current is added without the resistance"),
    8: (('"$V_m$ (V)"', '"$V_m$"'), "gives no unit"),
    14: (("np.std(v_n, axis=0, ddof=1)", "np.var(v_n, axis=0, ddof=1)"), "is not the right function"),
}
MOVED = {"tau": (40, "tau = 40 ms"), "i_mean": (12.5, "i_mean = 12.5 ×"), "n": (20, "n = 20")}


class Notebook:
    """A solution in a kernel of its own, run top to bottom."""

    def __init__(self, stem: str, kernel: Kernel):
        self.number, self.kernel = int(stem[:2]), kernel
        cells = nbformat.read(SOLUTIONS / f"{stem}.ipynb", as_version=4).cells
        self.code = [cell for cell in cells if cell.cell_type == "code"]
        self.outputs = [kernel.run(cell.source) for cell in self.code]

    def output(self, beginning: str) -> list[dict]:
        return next(out for cell, out in zip(self.code, self.outputs, strict=True) if cell.source.startswith(beginning))


def words(outputs: list[dict]) -> str:
    """All text of a cell's outputs."""
    texts = [(out.get("text"), out.get("evalue"), out.get("data", {}).get("text/plain")) for out in outputs]
    return "\n".join(text for three in texts for text in three if text)


@pytest.fixture(scope="module", params=STEMS)
def notebook(request, tmp_path_factory):
    with started(COLAB, tmp_path_factory.mktemp("colab")) as kernel:
        yield Notebook(request.param, kernel)


@pytest.fixture
def copied(tmp_path):
    """What pip takes from the repository, so that building leaves nothing in it."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def modules(package: Path) -> set[str]:
    return {str(path.relative_to(package)) for path in package.rglob("*.py")}


def pip(*arguments: str, cwd: Path = ROOT) -> str:
    command = [str(COLAB), "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def installed() -> set[str]:
    return set(pip("list", "--format=freeze").splitlines())


def test_installing_the_helpers_adds_nothing_but_themselves(copied):
    pip("uninstall", "--yes", "lif-helpers")
    before = installed()
    try:
        pip("install", "--no-index", "--no-build-isolation", ".", cwd=copied)
        added = installed() ^ before
        found = subprocess.run([COLAB, "-I", "-c", WHERE], cwd=copied, capture_output=True, text=True, timeout=60)
        place = Path(found.stdout.strip())
        files = {package: modules(place / package) for package in PACKAGES}
    finally:
        pip("uninstall", "--yes", "lif-helpers")
    assert added == {"lif-helpers==1.0"}
    assert "site-packages" in place.parts
    assert files == {package: modules(ROOT / package) for package in PACKAGES}


def test_the_environment_has_the_versions_of_its_list():
    listed = [
        line for line in (ROOT / "tests" / "support" / "colab.txt").read_text().splitlines() if line and line[0] != "#"
    ]
    assert set(listed) <= installed()


def test_a_solved_notebook_runs_top_to_bottom_and_its_checks_pass(notebook):
    for cell, outputs in zip(notebook.code, notebook.outputs, strict=True):
        failed = any("ename" in out for out in outputs)
        assert failed == ("raises-exception" in cell.metadata.get("tags", [])), cell.source
        assert not any(out.get("name") == "stderr" for out in outputs), words(outputs)
        if cell.source.startswith("check("):
            verdict = "right · " if cell.source == f"check({notebook.number})" else "✓ "
            assert f"Exercise {notebook.number}: {verdict}" in words(outputs)


def test_its_sliders_are_widgets_that_react_to_set_values(notebook):
    names = COURSE.exercise(notebook.number).sliders
    if not names:
        assert notebook.kernel.states == {}
        return
    sliders = Sliders(notebook.output("explore("), notebook.kernel)
    assert list(sliders.by_name) == list(names)
    for name in names:
        image, text = sliders.shown
        value, expected = MOVED[name]
        sliders.move(name, value)
        sliders.wait_for(expected)
        assert sliders.shown[0] != image
        assert sliders.shown[1] != text


def test_its_buttons_work(notebook):
    if not COURSE.exercise(notebook.number).sliders:
        return
    sliders = Sliders(notebook.output("explore("), notebook.kernel)
    sliders.move("i_mean", 30)
    sliders.wait_for("i_mean = 30 ×")
    if "New seed" in sliders.buttons:
        image, _ = sliders.shown
        notebook.kernel.click(sliders.buttons["New seed"])
        notebook.kernel.listen(lambda: sliders.shown[0] != image)
    notebook.kernel.click(sliders.buttons["Reset"])
    sliders.wait_for("i_mean = 25 ×")


def test_a_wrong_answer_is_told(notebook):
    if notebook.number not in WRONG:
        return
    change, message = WRONG[notebook.number]
    stem = next(stem for stem in stems() if int(stem[:2]) == notebook.number)
    notebook.kernel.run(changed(stem, change))
    outputs = notebook.kernel.run(f"check({notebook.number})")
    assert outputs[-1]["ename"] == "NotYet"
    assert message in words(outputs)


@pytest.mark.parametrize("python", [COLAB, Path(sys.executable)], ids=["colab", "newest"])
def test_of_positions_that_come_faster_than_pictures_only_the_latest_is_kept(python, tmp_path):
    with started(python, tmp_path) as kernel:
        kernel.run("from helpers import explore\nfrom slipcheck.notebook.check import check")
        kernel.run(solved(stems()[3]).replace("v = el", "import time\ntime.sleep(1)\nv = el"))
        sliders = Sliders(kernel.run("explore(4)"), kernel)
        before = kernel.changes[sliders.image]
        for position in range(30, 60):
            sliders.move("tau", position)
        sliders.wait_for("tau = 59 ms")
        kernel.rest(0.5)
        assert "tau = 59 ms" in sliders.shown[1]
        assert kernel.changes[sliders.image] - before <= 4
