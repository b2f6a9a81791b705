"""Exit codes: 0 where all is well, 1 where a command did its work and there is something to look at.

Code 2, not done, is tested in test_commands.py for each command on a course; here for the commands of the authors.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from grading import cli, doctor, timestamps
from grading.__main__ import main
from grading.cli import grade as grade_command
from grading.config import database_of
from grading.demo_class import submission, write_demo
from grading.feedback import formgrader
from grading.gradebook import late
from grading.gradebook.late_record import LateRecord
from grading.gradebook.students import update_students
from grading.lms import manifest
from grading.paths import ASSIGNMENT, stems
from grading.release import build, bundle, execute, slip_list
from grading.site import whole_site
from tests.support.downloads import everything, make_zip, name, notebook
from tests.support.small import STEM, by_hand, farm, small_course

DUE = datetime(2026, 3, 1, 12)
UNKNOWN = "Late by an unknown time, so counted as at least one second late; the grace does not cover it (1): ada."


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Ada's right answer, graded, collected from Canvas, in time; Canvas's gradebook as a template beside it."""
    course = small_course(tmp_path / "course", ("ada",))
    timestamps.stamp(course / "submitted" / "ada" / ASSIGNMENT, DUE)
    late.set_due(database_of(course), DUE)
    update_students(database_of(course), {"ada": {"lms_user_id": "12"}}, create=False)
    book = manifest.load(course)
    sent = manifest.Version("", f"ada_12_34_{STEM}.ipynb", "a.zip", [1.0], "ada_12_34")
    book.students["ada"] = manifest.Student("canvas", "12", "Ada", notebooks={STEM: sent})
    book.save()
    (tmp_path / "canvas.csv").write_text(f"Student,ID,Section,{ASSIGNMENT} (99)\nPoints Possible,,,60\nAda,12,,\n")
    (tmp_path / "class.csv").write_text("id,lms_user_id\nada,12\n")
    monkeypatch.setattr(grade_command, "_executor", lambda *_: farm)
    return course


def late_by_an_unknown_time(course):
    (course / "submitted" / "ada" / ASSIGNMENT / timestamps.FILE).unlink()
    record = LateRecord.of(course)
    record.said_late = {"ada": True}
    record.save()


def points_for_an_earlier_answer(course):
    by_hand(course, "ada", f"ex{STEM[:2]}_numbers", 1)
    write_demo(course / "submitted" / "ada" / ASSIGNMENT, STEM, submission(STEM, "v = el"))
    main(["grade", str(course)])


def written_answer(course):
    tenth = stems()[9]
    write_demo(course / "submitted" / "ada" / ASSIGNMENT, tenth, submission(tenth, None, "In volt."))
    main(["grade", str(course)])


def a_class_list_with_another_name(course):
    (course.parent / "class.csv").write_text("id,lms_user_id\nlovelace,12\n")


CODES = {  # command: its further words; what gives it something to look at; a sentence about that
    "grade": ((), late_by_an_unknown_time, UNKNOWN),
    "late": (("--percent", "10"), late_by_an_unknown_time, UNKNOWN),
    "feedback": ((), late_by_an_unknown_time, UNKNOWN),
    "handback": ((), late_by_an_unknown_time, UNKNOWN),
    "export": (("--canvas", "{canvas}"), late_by_an_unknown_time, UNKNOWN),
    "report": ((), late_by_an_unknown_time, UNKNOWN),
    "grade-written": ((), written_answer, "1 answers wait"),
    "regrade": ((), points_for_an_earlier_answer, "1 to decide on."),
    "rename": (("--roster", "{roster}"), a_class_list_with_another_name, "add --yes"),
    "drop": (("ada", "--yes"), None, ""),
}


def run(course, command: str, *words: str) -> int:
    places = {"canvas": course.parent / "canvas.csv", "roster": course.parent / "class.csv"}
    return main([command, str(course), *(word.format(**places) for word in words)])


@pytest.mark.parametrize("command", CODES)
def test_a_command_on_a_course_where_all_is_well_ends_with_none(command, course, capsys):
    assert run(course, command, *CODES[command][0]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("command", [command for command in CODES if CODES[command][1]])
def test_a_command_that_has_something_to_look_at_says_so_and_ends_with_one(command, course, capsys):
    words, change, said = CODES[command]
    change(course)
    capsys.readouterr()
    code = run(course, command, *words)
    assert (code, said in capsys.readouterr().out) == (1, True)


def test_without_yes_nobody_is_dropped(course, capsys):
    before = everything(course)
    assert (main(["drop", str(course), "ada"]), everything(course) == before) == (1, True)
    assert "add --yes" in capsys.readouterr().out


def test_collecting_ends_with_none_or_with_one_where_a_file_was_left_out(tmp_path, capsys):
    make_zip(tmp_path / "work.zip", {f"ada/{name(4)}": notebook(4)})
    assert main(["collect", str(tmp_path / "work.zip"), "--course", str(tmp_path / "a")]) == 0
    make_zip(tmp_path / "work.zip", {f"ada/{name(4)}": notebook(4), f"ben/{name(4)}": b"no notebook"})
    capsys.readouterr()
    assert main(["collect", str(tmp_path / "work.zip"), "--course", str(tmp_path / "b")]) == 1
    assert f"ben: {name(4)}" in capsys.readouterr().out


AUTHORS = {  # command: where its work is done
    "release": (build, "release"),
    "execute": (execute, "execute_all"),
    "slips": (slip_list, "write_slips"),
    "bundle": (bundle, "write_bundle"),
    "site": (whole_site, "write_site"),
}


@pytest.mark.parametrize("command", AUTHORS)
def test_a_disk_that_is_full_ends_each_command_of_the_authors_with_two(command, monkeypatch, capsys):
    def full(*_words, **_named):
        raise OSError(28, "No space left on device", "a file")

    monkeypatch.setattr(*AUTHORS[command], full)
    assert main([command]) == 2
    assert "a file cannot be used (No space left on device)." in capsys.readouterr().out


@pytest.mark.parametrize("code", [0, 2])
def test_two_commands_end_as_what_they_open_or_find(code, monkeypatch, tmp_path):
    monkeypatch.setattr(formgrader, "open_formgrader", lambda *_: code)
    monkeypatch.setattr(doctor, "main", lambda: code)
    assert {main(["formgrader", str(tmp_path)]), main(["doctor"])} == {code}


def test_each_command_is_tried_here():
    assert {*CODES, *AUTHORS, "collect", "formgrader", "doctor"} == set(cli.COMMANDS)
