"""The class list and the gradebook's table of students."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import pytest
from nbgrader.api import Gradebook

from grading import times, timestamps
from grading.config import database_of
from grading.gradebook import connection
from grading.lms import class_list
from grading.paths import ASSIGNMENT
from tests.support.downloads import (
    CANVAS,
    GERMAN,
    course_with_gradebook,
    laid_out,
    make_folder,
    make_zip,
    name,
    notebook,
    run,
)

OURS = "id,first_name,last_name,email,lms_user_id\nadalo,Ada,Lovelace,ada@x.org,12\nben,Ben,Bo,,13\n"
LISTS = {  # the same class in three forms: (text, the folder of Canvas's number 12)
    "nbgrader": (OURS, "adalo"),
    "semicolons": (OURS.replace(",", ";"), "adalo"),
    "excel": ("\ufeff" + OURS.replace("\n", "\r\n"), "adalo"),
    "carriage_returns": (OURS.replace("\n", "\r"), "adalo"),
    "named_separator": ("sep=;\r\n" + OURS.replace(",", ";"), "adalo"),
    "empty_first_lines": ("\r\n,,,,\r\n" + OURS, "adalo"),
    "decimals": (OURS.replace(",12", ",12.0").replace(",13", ",13.0"), "adalo"),
    "unicode_text": ("\ufeff" + OURS.replace(",", "\t"), "adalo"),
    "names_only": ("id,first_name,last_name\nadalo,Ada,Lovelace\nben,Ben,Bo\n", "adalo"),
    "canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,LIF (99)\n    Points Possible,,,,,58\n"
        '"Lovelace, Ada",12,,adalo,One,\n"Bo, Ben",13,,ben,One,\n"Student, Test",14,,,One,\n',
        "adalo",
    ),
    "moodle": (
        "\ufeffIdentifier,Full name,Email address,Status\n"
        "Participant 12,Ada Lovelace,ada@x.org,x\nParticipant 13,Ben Bo,,x\n",
        "ada_lovelace_12",
    ),
}


@pytest.fixture
def course(tmp_path):
    return course_with_gradebook(tmp_path / "course")


def students(course) -> dict[str, tuple]:
    with connection.opened(database_of(course)) as gradebook:
        return {row.id: (row.first_name, row.last_name, row.email, row.lms_user_id) for row in gradebook.students}


def test_a_field_without_end_is_a_sentence(course, tmp_path, capsys):
    (tmp_path / "list.csv").write_text(OURS + '"' + "x" * 200_000)
    code, output = run(make_zip(tmp_path / "a.zip", CANVAS), course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, "list.csv is not a class list. It cannot be read as CSV" in output) == (2, True), output


@pytest.mark.parametrize("form", LISTS)
def test_a_class_list_gives_folders_and_fills_the_table_of_students(form, course, tmp_path, capsys):
    text, folder = LISTS[form]
    (tmp_path / "list.csv").write_bytes(text.encode("utf-16-le" if form == "unicode_text" else "utf-8"))
    archive = make_zip(tmp_path / "a.zip", CANVAS)
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, laid_out(course)) == (0, {folder: {4}}), output
    first, last, _, number = students(course)[folder]
    assert (first, last, number) == ("Ada", "Lovelace", "12")
    assert "handed in nothing (1): ben" in output


WRONG = {  # lines of a class list, and what is said
    "id_twice": ("id,lms_user_id\nada,12\nada,13\n", "The id ada appears 2 times"),
    "number_twice": ("id,lms_user_id\nada,12\nben,12\n", "The LMS number 12 appears 2 times"),
    "unknown": ("id,lms_user_id\nben,13\n", "lovelaceada (canvas 12) is not in the class list"),
    "no_id": ("id,name\n,Ada Lovelace\n", "Line 2 of the class list gives no id, so Ada Lovelace was left out."),
    "unsafe_id": ("id,lms_user_id\n../up,12\n", "The id '../up' cannot be a folder's name; up is used"),
    "for_a_terminal": ("id,name\n,\x1b[2JAda\u202e Lovelace\n", "gives no id, so [2JAda Lovelace was left out."),
    "long": (f"id,name\n,{'x' * 60_000}\n", f"gives no id, so {'x' * 38}...{'x' * 39} was left out."),
    "two_of_one_name": (
        "id,name\na,Ada Lovelace\nb,Ada Lovelace\n",
        "lovelaceada (canvas 12) is not in the class list",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_the_list_is_said_and_the_work_collected_all_the_same(case, course, tmp_path, capsys):
    text, sentence = WRONG[case]
    (tmp_path / "list.csv").write_text(text)
    archive = make_zip(tmp_path / "a.zip", CANVAS)
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, sentence in output) == (1, True), output
    assert laid_out(course) == {"up" if case == "unsafe_id" else "lovelaceada_12": {4}}


@pytest.mark.parametrize("text", ["", "just,words\n1,2\n", "\0\0"])
def test_a_file_that_is_no_class_list_is_refused_and_nothing_written(text, tmp_path, capsys):
    (tmp_path / "list.csv").write_text(text)
    archive = make_zip(tmp_path / "a.zip", CANVAS)
    code, output = run(archive, tmp_path / "course", capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, output.count("\n"), (tmp_path / "course").exists()) == (2, 1, False), output


def test_what_the_gradebook_knows_is_not_overwritten_by_nothing(course, tmp_path, capsys):
    with Gradebook(database_of(course), "lif") as gradebook:
        gradebook.add_student("lovelaceada_12", first_name="Ada", email="ada@x.org")
    run(make_zip(tmp_path / "a.zip", CANVAS), course, capsys)
    assert students(course)["lovelaceada_12"] == ("Ada", None, "ada@x.org", "12")


def old_gradebook(path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE course")
        database.execute("DROP TABLE student")
        database.execute("CREATE TABLE student (id VARCHAR(128) NOT NULL)")


def not_a_gradebook(path) -> None:
    path.write_bytes(b"something else, and long enough to be looked at" * 20)


GRADEBOOKS = {"another version of nbgrader": old_gradebook, "is not a gradebook": not_a_gradebook}


@pytest.mark.parametrize("sentence", GRADEBOOKS)
def test_a_gradebook_that_cannot_be_used_is_named_and_left_as_it_is(sentence, course, tmp_path, capsys):
    GRADEBOOKS[sentence](course / "gradebook.db")
    before = (course / "gradebook.db").read_bytes()
    code, output = run(make_zip(tmp_path / "a.zip", CANVAS), course, capsys)
    assert (code, sentence in output, (course / "gradebook.db").read_bytes() == before) == (2, True, True), output
    assert laid_out(course) == {"lovelaceada_12": {4}}


def test_a_moodle_worksheet_of_any_language_is_a_class_list(tmp_path):
    (tmp_path / "list.csv").write_text(GERMAN)
    ada = class_list.read_class_list(tmp_path / "list.csv").people[0]
    assert (ada.id, ada.number, ada.email) == ("ada_12", "12", "a@uni")
    assert times.read_time(ada.submitted, times.zone("UTC")) == datetime(2026, 3, 1, 12)


def test_a_moodle_worksheet_gives_times_as_moodle_writes_them(tmp_path):
    (tmp_path / "list.csv").write_text(
        "Identifier,Full name,Last modified (submission)\n"
        'Participant 12,Ada Lovelace,"Wednesday, 10 June 2026, 2:14 PM"\nParticipant 13,Ben Bo,-\n'
    )
    ada, ben = class_list.read_class_list(tmp_path / "list.csv").people
    assert times.read_time(ada.submitted, times.zone("Europe/Berlin")) == datetime(2026, 6, 10, 12, 14)
    assert ben.submitted == ""


@pytest.mark.parametrize("folder", ["o'brien+lif_part_1+2026-03-01 12:00:00 UTC", "class/o'brien"])
def test_a_login_that_cannot_be_a_folder_s_name_is_found_in_the_list(folder, course, tmp_path, capsys):
    (tmp_path / "list.csv").write_text("id,last_name,submitted\no'brien,Smith,2026-02-01 10:00 UTC\n")
    archive = make_folder(tmp_path / "in", {f"{folder}/{name(4)}": notebook(4)})
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, "o_brien is used in its place" in output, "not in the class list" in output) == (1, True, False)
    assert students(course)["o_brien"][1] == "Smith"
    assert timestamps.stamped(course / "submitted" / "o_brien" / ASSIGNMENT) == datetime(2026, 2, 1, 10)
