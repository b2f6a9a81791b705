"""A set-up cell that a student changed runs in the sandbox too, with what the course gives its notebooks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from grading.current_course import COURSE
from grading.paths import ROOT
from helpers.model import GIVEN


@pytest.fixture
def in_the_sandbox(tmp_path):
    """The package as the sandbox has it; gives what a line of code prints there."""
    package = tmp_path / COURSE.package
    package.mkdir()
    (package / "__init__.py").write_bytes((ROOT / "grading" / "sandbox" / "inside" / "package_stub.py").read_bytes())
    for name in COURSE.visible_files:
        (package / name).write_bytes((COURSE.package_folder / name).read_bytes())

    def run(code: str, *options: str) -> str:
        command = [sys.executable, *options, "-c", code]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr

    return run


def test_it_has_the_parameters_and_the_tools(in_the_sandbox):
    names = ", ".join(GIVEN)
    shown = in_the_sandbox(
        f"from helpers import check, np, plt, {names}\nprint(vth, np.pi, plt.plot.__name__, check(4))"
    )
    assert shown == "-0.05 3.141592653589793 plot None\n"


def test_of_other_names_it_says_that_there_is_none(in_the_sandbox):
    assert "ImportError: cannot import name 'answers'" in in_the_sandbox("from helpers import answers")


def test_without_a_file_of_parameters_it_still_has_the_functions(in_the_sandbox, tmp_path):
    (tmp_path / COURSE.package / "parameters.py").unlink()
    shown = in_the_sandbox("from helpers import explore\nprint(explore(1))\nfrom helpers import tau", "-S")
    assert shown.startswith("None\n")
    assert "ImportError: cannot import name 'tau'" in shown
