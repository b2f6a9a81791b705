"""The files in the students' zip that start the notebooks, run with a Python that only writes down what it is told."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from grading.paths import ASSIGNMENT, stems
from grading.release import bundle

PYTHON = """#!/bin/sh
echo "$@" >> told
case "$1 $2" in
  "-c import"*) exit "${TOO_OLD:-0}" ;;
  "-m venv") [ -z "$NO_VENV" ] && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  "-m pip") exit "${OFFLINE:-0}" ;;
esac
"""
INSTALL = "-m pip install --quiet jupyterlab numpy matplotlib ipywidgets"
START = f"-m jupyter lab {stems()[0]}.ipynb"
POSIX = ["start_on_linux.sh", "start_on_mac.command"]
needs_sh = pytest.mark.skipif(os.name == "nt", reason="there is no sh")


class Unpacked:
    """The zip, unpacked into a folder whose name has a space."""

    def __init__(self, folder: Path):
        self.folder = folder / "my course" / ASSIGNMENT
        with zipfile.ZipFile(bundle.write_bundle(folder / "course.zip")) as archive:
            archive.extractall(self.folder.parent)
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name in ("sh", "uname", "dirname", "touch", "mkdir", "cp"):
            (self.programs / name).symlink_to(shutil.which(name))
        (self.programs / "python3").write_text(PYTHON)
        (self.programs / "python3").chmod(0o755)

    def start(self, name: str, **variables: str) -> subprocess.CompletedProcess:
        """Start a file from elsewhere, as a double click does."""
        environment = {"PATH": str(self.programs), **variables}
        command = ["/bin/sh", str(self.folder / name)]
        return subprocess.run(
            command, cwd="/", env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )

    def told(self) -> list[str]:
        """What Python was told, call by call."""
        return (self.folder / "told").read_text().splitlines()


@pytest.fixture
def unpacked(tmp_path):
    return Unpacked(tmp_path)


@needs_sh
@pytest.mark.parametrize("name", POSIX)
def test_the_first_start_installs_and_the_next_one_only_starts(unpacked, name):
    assert unpacked.start(name).returncode == 0
    assert unpacked.told()[1:] == ["-m venv .venv", INSTALL, START]

    assert unpacked.start(name).returncode == 0
    assert unpacked.told()[4:] == [START]


@needs_sh
@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"TOO_OLD": "1"}, "Your Python is too old. The course needs Python 3.11 or newer."),
        ({"NO_VENV": "1"}, "sudo apt install python3 python3-venv"),
        ({"OFFLINE": "1"}, "Check that you are online"),
    ],
)
def test_a_start_that_cannot_go_on_says_what_to_do(unpacked, variables, words):
    done = unpacked.start("start_on_linux.sh", **variables)

    assert done.returncode == 1
    assert words in done.stdout
    assert START not in unpacked.told()


@needs_sh
def test_an_installation_that_stopped_is_done_again(unpacked):
    unpacked.start("start_on_linux.sh", OFFLINE="1")
    unpacked.start("start_on_linux.sh")
    assert unpacked.told()[-2:] == [INSTALL, START]


@needs_sh
def test_without_python_or_without_the_helpers_it_says_so(unpacked):
    (unpacked.programs / "python3").unlink()
    assert "Python is missing." in unpacked.start("start_on_linux.sh").stdout

    shutil.rmtree(unpacked.folder / "helpers")
    assert "Unpack the whole zip" in unpacked.start("start_on_linux.sh").stdout


@pytest.mark.parametrize("name", POSIX)
def test_a_start_file_may_run_after_unpacking(unpacked, name, tmp_path):
    with zipfile.ZipFile(tmp_path / "course.zip") as archive:
        entry = archive.getinfo(f"{ASSIGNMENT}/{name}")
    assert (entry.create_system, entry.external_attr >> 16) == (3, 0o755)


def test_the_file_for_windows_has_its_line_ends_and_knows_where_each_goto_leads(unpacked):
    content = (unpacked.folder / "start_on_windows.bat").read_bytes().decode("ascii")
    assert content.count("\n") == content.count("\r\n") > 20
    places = set(re.findall(r"(?m)^:(\w+)", content))
    assert set(re.findall(r"goto (\w+)", content)) <= places
    for command in (INSTALL, START, "-m venv .venv"):
        assert command in content


def typed(unpacked: Unpacked, system: str) -> list[str]:
    """The lines that START_HERE has somebody type."""
    text = (unpacked.folder / "START_HERE.txt").read_text(encoding="utf-8")
    return re.findall(r"(?m)^       (.+)$", text.partition(f"\n   {system}:\n")[2].partition("\n\n")[0])


@needs_sh
def test_the_lines_to_type_do_what_the_start_files_do(unpacked):
    lines = typed(unpacked, "macOS, Debian and Ubuntu")
    for line in lines:
        subprocess.run(line, shell=True, check=True, cwd=unpacked.folder, env={"PATH": str(unpacked.programs)})
    assert unpacked.told() == ["-m venv .venv", INSTALL.replace("--quiet ", ""), START]

    as_on_windows = [line.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\") for line in lines]
    assert typed(unpacked, "Windows") == as_on_windows


def test_start_here_names_each_start_file_of_the_zip(unpacked):
    text = (unpacked.folder / "START_HERE.txt").read_text(encoding="utf-8")
    for name in bundle.START_FILES:
        assert name in text or name == "START_HERE.txt"
    assert "{{" not in text


@pytest.mark.slow
def test_the_lines_to_type_install_a_jupyterlab(unpacked):
    made, install, start = typed(unpacked, "macOS, Debian and Ubuntu")
    made = made.replace("python3", sys.executable)
    for line in (made, install, start.replace(f"{stems()[0]}.ipynb", "--version")):
        subprocess.run(line, shell=True, check=True, cwd=unpacked.folder, capture_output=True)
