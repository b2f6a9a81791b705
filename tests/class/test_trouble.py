"""Grading where gradebook, results or disk cannot be used: a sentence, nothing lost, and the rest on the next run."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from grading.__main__ import main
from grading.config import database_of
from grading.gradebook.reader import read_marks
from grading.gradebook.writer import Writer
from grading.paths import ASSIGNMENT, ROOT
from grading.submissions.course_notebooks import solved
from tests.support import manual
from tests.support.downloads import STEMS, everything, make_folder
from tests.support.made_class import Work
from tests.support.made_files import notebook
from tests.support.small import release
from tests.unit.lms.test_class_list import not_a_gradebook, old_gradebook

pytestmark = [
    pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning"),  # nbgrader's own
]


def file(number: int) -> str:
    return f"{ASSIGNMENT}/{STEMS[number]}.ipynb"


def right(number: int, more: str = "") -> bytes:
    return notebook(STEMS[number], Work("right", solved(STEMS[number]) + more, 0))


BEFORE = {f"submitted/{student}/{file(1)}": right(1) for student in ("ada", "ben")}
AFTER = {f"submitted/{student}/{file(4)}": right(4, f"\n# {student}") for student in ("ada", "ben")}  # handed in later
MARKS = {"ada": 7.0, "ben": 7.0}


@pytest.fixture(scope="module")
def half(tmp_path_factory) -> Path:
    """A course that was graded once; nobody should change it."""
    course = make_folder(tmp_path_factory.mktemp("half") / "course", BEFORE)
    release(course)
    manual.run("python -m grading course", course.parent, PYTHONPATH=str(ROOT))
    return course


@pytest.fixture
def course(half, tmp_path) -> Path:
    """It, with two more notebooks handed in."""
    return make_folder(Path(shutil.copytree(half, tmp_path / "course")), AFTER)


def marks(course: Path) -> dict[str, float]:
    return {each.id: each.raw for each in read_marks(database_of(course)).students}


def grade(course: Path, capsys, *options: str) -> tuple[int, str]:
    code = main([str(course), "--workers", "1", *options])
    return code, capsys.readouterr().out


def goes_on(course: Path, capsys) -> None:
    """Once the cause is gone, the same command does the rest."""
    code, told = grade(course, capsys)
    assert (code, marks(course)) == (0, MARKS), told


GRADEBOOKS = {"another version of nbgrader": old_gradebook, "is not a gradebook": not_a_gradebook}


@pytest.mark.sample(1)
@pytest.mark.parametrize("sentence", GRADEBOOKS)
def test_a_gradebook_of_another_kind_is_named_and_left_as_it_is(sentence, half, course, capsys):
    GRADEBOOKS[sentence](course / "gradebook.db")
    before = everything(course)
    code, told = grade(course, capsys)
    assert (code, sentence in told) == (2, True), told
    assert (
        everything(course).items() >= {name: data for name, data in before.items() if "results.db" not in name}.items()
    )
    shutil.copy(half / "gradebook.db", course / "gradebook.db")
    goes_on(course, capsys)


def test_a_locked_gradebook_is_named(course, capsys):
    held = sqlite3.connect(course / "gradebook.db")
    held.execute("BEGIN EXCLUSIVE")
    code, told = grade(course, capsys, "--db", f"{database_of(course)}?timeout=0.1")
    held.rollback()
    held.close()
    assert (code, "is in use by another program" in told, marks(course)) == (2, True, {"ada": 3.0, "ben": 3.0}), told
    goes_on(course, capsys)


def test_a_read_only_gradebook_is_named_and_what_was_run_is_kept(course, capsys):
    code, told = grade(course, capsys, "--db", f"sqlite:///file:{course / 'gradebook.db'}?mode=ro&uri=true")
    assert (code, "is read-only" in told, marks(course)) == (2, True, {"ada": 3.0, "ben": 3.0}), told
    goes_on(course, capsys)


def test_what_goes_wrong_with_one_student_keeps_nobody_else_s_marks_back(course, capsys, monkeypatch):
    write = Writer.write

    def stumbles(self, student, *rest):
        if student == "ada":
            self.gradebook.db.execute(text("INSERT INTO student (id) VALUES ('ada')"))
        write(self, student, *rest)

    monkeypatch.setattr(Writer, "write", stumbles)
    code, told = grade(course, capsys)
    assert (code, "ada could not be recorded" in told, marks(course)) == (1, True, {"ada": 3.0, "ben": 7.0}), told
    monkeypatch.undo()
    goes_on(course, capsys)


def test_results_that_are_no_database_are_named_with_what_to_do(course, capsys):
    results = course / ".grading" / "results.db"
    for path in results.parent.glob("results.db-*"):
        path.unlink()
    not_a_gradebook(results)
    code, told = grade(course, capsys)
    assert (code, "delete it: that costs time, but no marks" in told) == (2, True), told
    assert marks(course) == {"ada": 3.0, "ben": 3.0}
    results.unlink()
    goes_on(course, capsys)


def test_results_that_somebody_else_holds_are_named(course, capsys, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(
        "grading.execution.result_store.sqlite3.connect",
        lambda *args, **more: connect(*args, **{**more, "timeout": 0.1}),
    )
    held = connect(course / ".grading" / "results.db")
    held.execute("BEGIN EXCLUSIVE")
    code, told = grade(course, capsys)
    held.close()
    assert (code, "database is locked" in told) == (2, True), told
    goes_on(course, capsys)


# Unconfined: within a user namespace of the test's own there is no other user for the sandbox to become.
SMALL_DISK = """
mount -t tmpfs -o size={size} tmpfs disk && cp -a course disk/ && cd disk
{python} -m grading course --workers 1 --unconfined; echo "first: $?"
mount -o remount,size=100m . && {python} -m grading course --workers 1 --unconfined; echo "second: $?"
cp course/grades.csv ../
"""


def can_mount() -> bool:
    line = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
    return shutil.which("unshare") is not None and subprocess.run(line, capture_output=True).returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not can_mount(), reason="needs user namespaces, to mount a small disk: python -m grading doctor")
@pytest.mark.parametrize("room", [10, pytest.param(150, marks=pytest.mark.slow)])
def test_a_full_disk_ends_in_a_sentence_and_the_next_run_does_the_rest(room, course):
    """``room``: how many kB are free when the grading starts, so that it ends at another place."""
    (course.parent / "disk").mkdir()
    used = sum(-(-path.stat().st_size // 4096) * 4 + 4 for path in course.rglob("*"))
    script = SMALL_DISK.format(size=f"{used + room}k", python=sys.executable)
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script],
        cwd=course.parent, env=manual.environment(PYTHONPATH=str(ROOT)), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    told = done.stdout + done.stderr
    assert "first: 2" in told, told
    assert "second: 0" in told, told
    assert "Traceback" not in told, told
    assert "disk is full" in told or "No space left" in told, told
    text = (course.parent / "grades.csv").read_text()
    assert {student: f",{student},,,,7.0,0.0,7.0,60.0" in text for student in MARKS} == {"ada": True, "ben": True}, text
