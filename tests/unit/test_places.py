"""Where a course can lie, who may grade there, and where the print goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from grading import folder_lock
from grading.config import address_of, database_of
from grading.errors import GradingError
from grading.gradebook.connection import file_of
from grading.paths import ROOT

ODD = ["a b", "50%", "50%25", "why?", "no#1", "[1]", "{x}", "a*b", "a&b", "Müller", "O'Brien"]


@pytest.mark.parametrize("name", ODD)
def test_an_address_leads_to_its_file_whatever_the_path_is_called(name, tmp_path):
    path = tmp_path / name / "gradebook.db"
    path.parent.mkdir()
    engine = create_engine(address_of(path))
    with engine.begin() as connection:
        connection.execute(text("create table t (x int)"))
    engine.dispose()
    assert [each.name for each in path.parent.iterdir()] == ["gradebook.db"]
    assert file_of(address_of(path)) == path


def test_a_plain_path_keeps_a_plain_address(tmp_path):
    assert database_of(tmp_path) == f"sqlite:///{tmp_path}/gradebook.db"


@pytest.mark.parametrize("database", ["postgresql://me@host/marks", "sqlite://", "sqlite:///:memory:", "no address"])
def test_an_address_without_a_file_has_none(database):
    assert file_of(database) is None


def test_a_second_run_in_one_folder_is_told_who_grades(tmp_path):
    told = rf"Another run .*process {os.getpid()} on "
    with folder_lock.locked(tmp_path), pytest.raises(GradingError, match=told), folder_lock.locked(tmp_path):
        pass
    with folder_lock.locked(tmp_path):  # the first has ended
        pass


def test_a_folder_of_another_grader_is_named_with_what_opens_it(tmp_path, monkeypatch):
    (tmp_path / ".grading").mkdir()
    monkeypatch.setattr(folder_lock.os, "access", lambda *_: False)
    with pytest.raises(GradingError, match="chmod -R g\\+rwX"), folder_lock.locked(tmp_path):
        pass


PROGRAM = "from grading import console; console.prepare_console(); "


def printed(code: str, after: str = "", **more: str) -> subprocess.CompletedProcess:
    line = f'"{sys.executable}" -c "{PROGRAM}{code}"{after}'
    environment = {**os.environ, **more}
    return subprocess.run(line, shell=True, cwd=ROOT, env=environment, capture_output=True, timeout=60)


def test_a_console_without_our_letters_shows_question_marks():
    done = printed("print('Müller \u2713')", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"M?ller ?\n", b"")


def test_work_goes_on_where_nobody_reads_what_is_printed(tmp_path):
    code = f"[print('x' * 999) for _ in range(999)]; open('{tmp_path}/done', 'w').close()"
    done = printed(code, " | head -1")
    assert (len(done.stdout), done.stderr, Path(tmp_path, "done").exists()) == (1000, b"", True)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone ignores files")
def test_what_belongs_to_a_class_is_ignored_in_the_clone():
    names = ["class.csv", "gradebook.csv", "canvas.zip", "moodle.zip", "course/gradebook.db", "course/class.csv"]
    names += ["submitted/ada/04.ipynb", "gradebook.db", "collected/manifest.json", "report.html"]
    done = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.stdout.split() == names
