"""The first ``make``: what it says, what it makes, and what is left where it fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from grading import environment
from grading.environment import Environment, SetupError
from grading.paths import ROOT
from tests.support import manual

pytestmark = pytest.mark.slow  # .ci/run makes an environment in any case
FILES = ("Makefile", "pyproject.toml", "grading/environment.py", "grading/__init__.py")
MARKS = {"ada": "58 of 60", "ben": "0 of 60", "cleo": "8 of 60", "dan": "1 of 60", "eve": "0 of 60", "finn": "0 of 60"}
PYTHONS = ("/usr/bin", "/usr/local/bin", "~/.pyenv/versions/*/bin", "/opt/*/bin")
NOT_THERE = "a-package-that-nobody-has-made==1.0"


def copied(folder: Path) -> Path:
    """What the first ``make`` needs of the repository, with nothing to install."""
    for name in FILES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "requirements.txt").write_text("# nothing\n")
    return folder


@pytest.fixture
def clone(tmp_path) -> Path:
    return copied(tmp_path)


@pytest.fixture(scope="module")
def first_make(tmp_path_factory) -> tuple[Path, str]:
    """A clone with its environment, and what was said while it was made."""
    folder = copied(tmp_path_factory.mktemp("made"))
    done = subprocess.run(run_bare(folder), check=True, capture_output=True, text=True)
    return folder, done.stdout


def make(folder: Path, *words: str, **variables: str) -> tuple[int, str]:
    """Exit code and print of a make command."""
    without = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(
        ["make", "-s", f"PYTHON={sys.executable}", *words],
        cwd=folder,
        env={**without, **variables},
        capture_output=True,
        text=True,
        timeout=600,
    )
    return done.returncode, done.stdout + done.stderr


def bare(folder: Path) -> Environment:
    return Environment(folder / ".venv", folder / "requirements.txt", editable=False)


def run_bare(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-I", str(folder / "grading" / "environment.py"), "--bare", *options]


def test_a_change_of_a_list_that_the_requirements_include_is_noticed(tmp_path):
    (tmp_path / "course.txt").write_text("# nothing\n")
    (tmp_path / "hub.txt").write_text("-r course.txt\n")
    before = Environment(tmp_path / ".venv", tmp_path / "hub.txt", editable=False).expected()
    (tmp_path / "course.txt").write_text("# nothing more\n")
    assert Environment(tmp_path / ".venv", tmp_path / "hub.txt", editable=False).expected() != before


def test_a_new_environment_is_announced_and_a_good_one_is_left_alone(first_make):
    folder, told = first_make
    assert told.startswith("Making .venv with Python 3.")
    assert "two minutes" in told
    noted = (folder / ".venv" / "made").stat().st_mtime_ns
    again = subprocess.run(run_bare(folder), capture_output=True, text=True)
    assert (again.returncode, again.stdout) == (0, "")
    assert (folder / ".venv" / "made").stat().st_mtime_ns == noted


@pytest.mark.parametrize("change", ["place", "Python", "requirements", "interpreter", "note"])
def test_an_environment_that_does_not_fit_any_more_is_not_good(first_make, monkeypatch, change):
    kept = bare(first_make[0])
    noted = kept.made()
    assert kept.is_good()
    if change == "place":
        monkeypatch.setattr(kept, "folder", kept.folder.parent / "grading" / ".." / ".venv")
    elif change == "Python":
        monkeypatch.setattr(kept, "made", lambda: {**noted, "python": "3.10.1 /usr"})
    elif change == "requirements":
        monkeypatch.setattr(kept, "requirements", kept.folder.parent / "Makefile")
    elif change == "interpreter":
        monkeypatch.setattr(kept, "program", kept.folder / "bin" / "nothing")
    else:
        monkeypatch.setattr(kept, "made", dict)
    assert not kept.is_good()


def test_an_install_that_fails_shows_why_and_is_tried_again(clone):
    (clone / "requirements.txt").write_text(NOT_THERE + "\n")
    code, told = make(clone, "environment", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(clone))
    assert code == 2
    assert NOT_THERE in told
    assert "Installing what requirements.txt lists failed" in told
    assert "Traceback" not in told
    assert not bare(clone).is_good()


def test_an_interrupted_install_leaves_nothing_that_the_next_make_believes_in(clone):
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a job in the background ignores it
    process = subprocess.Popen(run_bare(clone), stdout=subprocess.PIPE, text=True, preexec_fn=heard)
    while not (clone / ".venv").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 2
    assert told.endswith("Stopped. The same command starts again.\n")
    assert not bare(clone).is_good()
    assert subprocess.run(run_bare(clone)).returncode == 0
    assert bare(clone).is_good()


def test_without_a_python_one_sentence_says_how_to_get_one(clone):
    code, told = make(clone, "environment", "PYTHON=python-nowhere")
    assert code == 2
    assert told.splitlines()[0] == (
        "There is no python-nowhere. On Debian or Ubuntu: sudo apt-get install python3 python3-venv"
    )


def test_a_python_that_is_too_old_or_has_no_venv_is_named_with_what_to_do(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(SetupError, match=r"sudo apt-get install python3\.\d+-venv"):
        environment.require_python()
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SetupError, match=r"is too old: the course needs 3\.11 or newer"):
        environment.require_python()


def test_the_doctor_runs_without_the_packages_and_says_where_they_are():
    words = [sys.executable, "-S", "-m", "grading", "doctor"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "BAD  environment This Python, " in done.stdout
    assert "lacks numpy, matplotlib, ipywidgets and others. " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_another_command_without_the_packages_names_the_environment():
    words = [sys.executable, "-S", "-m", "grading", "report", "course"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stdout.startswith("The course's packages are not installed for this Python")
    assert ".venv" in done.stdout


def pythons() -> list[Path]:
    """One Python of each version that is new enough; the distribution's first."""
    found: dict[str, Path] = {}
    for place in PYTHONS:
        top = Path(place).expanduser()
        for path in sorted(Path("/").glob(str(top).lstrip("/") + "/python3")):
            version = environment.version_of(path)
            name = ".".join((version or "0.0").split(".")[:2])
            if version and tuple(map(int, name.split("."))) >= environment.NEEDED:
                found.setdefault(f"{name} of {path.parent}" if path.parent == Path("/usr/bin") else name, path)
    return list(found.values())


@pytest.fixture
def broken_bubblewrap(tmp_path) -> str:
    """A PATH on which the system's own bubblewrap does not start."""
    program = tmp_path / "programs" / "bwrap"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'bwrap: no permission' >&2\nexit 1\n")
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.sandbox
@pytest.mark.parametrize("python", pythons(), ids=str)
def test_the_first_command_grades_with_any_python_in_any_folder(python, tmp_path, broken_bubblewrap):
    folder = manual.clone(tmp_path / "Ä my 50% [odd] what?")
    code, told = make(folder, f"PYTHON={python}", "grade", PATH=broken_bubblewrap)
    assert code == 0, told
    assert told.startswith("Making .venv with Python")
    assert "WARNING" not in told
    assert {row.split()[0]: " ".join(row.split()[15:18]) for row in told.splitlines() if " of 60" in row} == MARKS
    shutil.copytree(folder / "build" / "example" / "submitted" / "ben", folder / "my class?" / "submitted" / "ben")
    code, told = make(folder, f"PYTHON={python}", "grade", "COURSE=my class?", PATH=broken_bubblewrap)
    assert code == 0, told
    assert told.count(" of 60") == 1
    _, told = make(folder, "doctor", PATH=broken_bubblewrap)
    assert "(installed by pip)." in told
    assert "programs/bwrap does not start" in told
