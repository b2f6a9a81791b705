"""On macOS and Windows: all but grading works, and grading says at once where it can be done."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from grading.__main__ import main
from grading.paths import ROOT
from grading.submissions.course_notebooks import solved
from tests.support import manual
from tests.support.downloads import STEMS, make_zip, notebook

SYSTEMS = ["Darwin", "Windows"]
COMMANDS = [
    ["grading", "collect", "canvas.zip", "--course", "new"],
    ["grading", "export", "course"],
    ["grading", "feedback", "course"],
    ["grading", "handback", "course"],
    ["grading", "late", "course", "--due", "2026-03-01 12:00", "--zone", "UTC", "--percent", "10"],
    ["grading", "report", "course"],
    ["grading", "bundle"],
    ["grading", "release"],
    ["grading", "slips"],
]
EVERY_COMMAND = """\
import contextlib, io, json, traceback
from grading.__main__ import main

told = {{}}
for words in {commands}:
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.redirect_stderr(said):
        try:
            code = main(words)
        except BaseException:
            code = traceback.format_exc()
    told[words[0]] = (code, said.getvalue())
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """A clone with a download, and a course that was graded where there is a sandbox."""
    folder = manual.clone(tmp_path_factory.mktemp("elsewhere") / "clone")
    make_zip(folder / "canvas.zip", {f"ada_12_345_{STEMS[4]}.ipynb": notebook(4)})
    manual.run("python -m grading collect canvas.zip --course course", folder)
    manual.run("python -m grading course", folder)
    for answers in (folder / "tests" / "answers").glob("[01][0-9]"):
        if answers.name != "04":  # one exercise shows whether `slips` works, and three answers to it
            shutil.rmtree(answers)
    for answer in sorted((folder / "tests" / "answers" / "04").glob("wrong_*.py"))[3:]:
        answer.unlink()
    return folder


def run(system: str, command: list[str], folder: Path) -> tuple[int, str]:
    words = [sys.executable, "tests/support/elsewhere.py", system, *command]
    done = subprocess.run(words, cwd=folder, env=manual.environment(), capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def told_on_windows(clone) -> dict[str, tuple[int, str]]:
    """By command, its exit code and what it prints: all in one process, which imports what they need once."""
    (clone / "every_command.py").write_text(EVERY_COMMAND.format(commands=[words[1:] for words in COMMANDS]))
    code, told = run("Windows", ["every_command"], clone)
    assert code == 0, told
    return json.loads(told[told.index("{") :].splitlines()[0])


@pytest.mark.slow  # each is a process that loads all of nbgrader
@pytest.mark.sandbox
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[1])
def test_a_command_that_runs_no_students_code_works_without_linuxs_modules(told_on_windows, command):
    code, told = told_on_windows[command[1]]
    assert code == 0, told


def test_what_needs_linux_fails_in_this_disguise():
    code, told = run("Windows", ["grading.sandbox.inside.namespaces"], ROOT)
    assert code == 1
    assert "No module named 'resource' on Windows" in told


@pytest.mark.slow
@pytest.mark.sandbox
def test_the_students_helpers_check_an_answer_without_linuxs_modules(clone):
    (clone / "try_it.py").write_text(
        "from slipcheck.assessment import assess\nfrom slipcheck.runs import runs\nfrom helpers.course import COURSE\n"
        f"print(assess(COURSE.exercise(4), runs(COURSE.exercise(4), {solved(STEMS[4])!r})).state)\n"
    )
    assert run("Windows", ["try_it"], clone) == (0, "right\n")


@pytest.mark.parametrize("system", SYSTEMS)
def test_grading_names_the_container_before_it_does_anything(system, tmp_path):
    (tmp_path / "submitted").mkdir()
    code, told = run(system, ["grading", str(tmp_path)], ROOT)
    assert code == 2
    assert f"on {system}, which has no sandbox" in told
    assert "docker build -f grading/Containerfile -t lif-grading ." in told
    assert f'-v "{tmp_path}:/course" lif-grading /course' in told
    assert os.listdir(tmp_path) == ["submitted"]


def test_the_doctor_says_the_same(monkeypatch, capsys):
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "BAD  system      Darwin has no sandbox for student code." in told
    assert "grading/Containerfile" in told


def test_the_container_gets_every_package_of_the_distribution():
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    packages = {name.rstrip("*") for name in table["find"]["include"]}
    copied = re.findall(r"(?m)^COPY (\w+) \w+$", (ROOT / "grading" / "Containerfile").read_text())
    assert {"grading", *packages} <= set(copied)
