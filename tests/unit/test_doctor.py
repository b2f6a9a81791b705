"""What the grader says on a machine where student code cannot be confined."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from grading import doctor
from grading.__main__ import main
from grading.demo_class import submission, write_demo
from grading.paths import ASSIGNMENT, ROOT, stems
from grading.sandbox import bubblewrap
from grading.submissions.course_notebooks import solved


@pytest.fixture
def course(tmp_path):
    write_demo(tmp_path / "submitted" / "ada" / ASSIGNMENT, stems()[0], submission(stems()[0], solved(stems()[0])))
    return tmp_path


@pytest.fixture
def no_bubblewrap(monkeypatch):
    monkeypatch.setattr(bubblewrap, "bubblewrap_programs", lambda: [])


def test_without_bubblewrap_nothing_is_run_and_the_command_that_gets_it_is_named(course, no_bubblewrap, capsys):
    assert main([str(course)]) == 2
    told = capsys.readouterr().out
    assert "apt-get install bubblewrap" in told
    assert "--unconfined" in told
    assert not (course / "gradebook.db").exists()


SETTINGS = {
    "kernel/unprivileged_userns_clone": ("0", "kernel.unprivileged_userns_clone=1"),
    "kernel/apparmor_restrict_unprivileged_userns": ("1", "kernel.apparmor_restrict_unprivileged_userns=0"),
    "user/max_user_namespaces": ("0", "user.max_user_namespaces=10000"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_that_forbids_the_sandbox_is_named_with_the_one_that_allows_it(monkeypatch, name):
    value, better = SETTINGS[name]
    monkeypatch.setattr(doctor, "_setting", lambda asked: value if asked == name else None)
    fine, told = doctor.namespaces()
    assert not fine
    assert f"sudo sysctl -w {better}" in told


def test_another_system_or_processor_is_sent_to_the_container(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    assert doctor.system() == (False, f"Darwin has no sandbox for student code. {doctor.CONTAINER}")
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    assert not doctor.system()[0]


@pytest.mark.sandbox
def test_a_good_machine_is_told_to_be_good(capsys):
    assert doctor.main() == 0
    told = capsys.readouterr().out
    assert "BAD" not in told
    assert "This machine can grade." in told


@pytest.mark.sandbox
def test_a_sandbox_that_lets_something_through_is_not_trusted(monkeypatch):
    monkeypatch.setattr(doctor, "PROBE", 'print("open", ["network"])')
    fine, told = doctor.sandbox()
    assert not fine
    assert "Do not grade here" in told


@pytest.mark.slow
def test_unconfined_is_loud_and_gives_the_same_marks(course):
    command = [sys.executable, "-m", "grading", str(course), "--unconfined", "--workers", "1"]
    plain = {**os.environ, "PATH": "/nowhere"}
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "UNCONFINED" in done.stdout
    assert "3 of 60" in done.stdout
