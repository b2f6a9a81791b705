"""The class list, when work came in, and the gradebook's table of students."""

from __future__ import annotations

import sqlite3
from datetime import datetime

import pytest
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from grading import times, timestamps
from grading.config import database_of
from grading.gradebook import connection
from grading.gradebook.late_record import LateRecord
from grading.lms import class_list
from grading.paths import ASSIGNMENT
from tests.support.downloads import course_with_gradebook, laid_out, make_folder, make_zip, name, notebook, run
from tests.unit.lms.test_exports import GERMAN

OURS = "id,first_name,last_name,email,lms_user_id\nadalo,Ada,Lovelace,ada@x.org,12\nben,Ben,Bo,,13\n"
LISTS = {  # the same class in three forms: (text, the folder of Canvas's number 12)
    "nbgrader": (OURS, "adalo"),
    "semicolons": (OURS.replace(",", ";"), "adalo"),
    "excel": ("\ufeff" + OURS.replace("\n", "\r\n"), "adalo"),
    "carriage_returns": (OURS.replace("\n", "\r"), "adalo"),
    "named_separator": ("sep=;\r\n" + OURS.replace(",", ";"), "adalo"),
    "empty_first_lines": ("\r\n,,,,\r\n" + OURS, "adalo"),
    "decimals": (OURS.replace(",12", ",12.0").replace(",13", ",13.0"), "adalo"),
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


CANVAS = {f"lovelaceada_12_34_{name(4)}": notebook(4)}


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
    (tmp_path / "list.csv").write_bytes(text.encode())
    archive = make_zip(tmp_path / "a.zip", CANVAS)
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, laid_out(course)) == (0, {folder: {4}}), output
    first, last, _, number = students(course)[folder]
    assert (first, last, number) == ("Ada", "Lovelace", "12")
    assert "nothing handed in (1): ben" in output


WRONG = {  # lines of a class list, and what is said
    "id_twice": ("id,lms_user_id\nada,12\nada,13\n", "The id ada appears 2 times"),
    "number_twice": ("id,lms_user_id\nada,12\nben,12\n", "The LMS number 12 appears 2 times"),
    "unknown": ("id,lms_user_id\nben,13\n", "lovelaceada (canvas 12) is not in the class list"),
    "no_id": ("id,name\n,Ada Lovelace\n", "Line 2 of the class list gives no id, so Ada Lovelace was left out."),
    "unsafe_id": ("id,lms_user_id\n../up,12\n", "The id '../up' cannot be a folder's name; up is used"),
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


DATES = {  # dates of two students' files, and whether they tell when these were handed in
    "download": ((2026, 3, 1, 12, 0, 0), (2026, 3, 1, 12, 20, 0), False),
    "handed_in": ((2026, 3, 1, 12, 0, 0), (2026, 3, 4, 12, 20, 0), True),
    "no_dates": ((1980, 1, 1, 0, 0, 0), (1980, 1, 1, 0, 0, 0), False),
    "future": ((2026, 3, 1, 12, 0, 0), (2090, 3, 1, 12, 0, 0), False),
}


@pytest.mark.parametrize("case", DATES)
def test_dates_in_an_archive_count_where_they_can_be_those_of_submissions(case, tmp_path, capsys):
    *dates, counts = DATES[case]
    entries = [f"a_12_34_{name(4)}", f"b_13_35_{name(4)}"]
    archive = make_zip(tmp_path / "a.zip", dict.fromkeys(entries, notebook(4)), dict(zip(entries, dates, strict=True)))
    run(archive, tmp_path / "course", capsys, "--zone", "Europe/Berlin")
    timestamp = CourseDirectory().get_existing_timestamp(str(tmp_path / "course" / "submitted" / "b_13" / ASSIGNMENT))
    assert timestamp == (datetime(2026, 3, 4, 11, 20) if counts else None)


LATE = {  # Canvas's word, the column submitted: the time that is written, in UTC
    "late_unknown_how_much": ("LATE_", "", datetime(2026, 3, 1, 11, 0, 1)),
    "late_known": ("LATE_", "2026-03-02 13:00", datetime(2026, 3, 2, 12)),
    "in_time": ("", "2026-02-27 13:00 UTC", datetime(2026, 2, 27, 13)),
    "extension": ("", "2026-03-02 13:00", datetime(2026, 3, 1, 11)),
    "nothing_known": ("", "", None),
}


@pytest.mark.parametrize("case", LATE)
def test_canvas_knows_who_is_late_and_the_class_list_how_much(case, course, tmp_path, capsys):
    word, submitted, expected = LATE[case]
    (tmp_path / "list.csv").write_text(f"id,lms_user_id,submitted\nada,12,{submitted}\n")
    archive = make_zip(tmp_path / "a.zip", {f"a_{word}12_34_{name(4)}": notebook(4)})
    options = ["--roster", str(tmp_path / "list.csv"), "--due", "2026-03-01 12:00", "--zone", "Europe/Berlin"]
    code, output = run(archive, course, capsys, *options)
    unknown = case == "late_unknown_how_much"
    assert (code, "which does not say by how much (1): ada" in output) == (int(unknown), unknown)
    assert LateRecord.of(course).late_by_unknown_time == ({"ada"} if unknown else set())
    assert timestamps.stamped(course / "submitted" / "ada" / ASSIGNMENT) == expected


def test_a_class_list_that_is_given_later_says_when_late_work_came(course, tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"a_LATE_12_34_{name(4)}": notebook(4)})
    due = ["--due", "2026-03-01 12:00", "--zone", "UTC"]
    assert run(archive, course, capsys, *due)[0] == 1
    assert LateRecord.of(course).late_by_unknown_time == {"a_12"}
    (tmp_path / "list.csv").write_text("id,lms_user_id,submitted\na_12,12,2026-03-03 12:00\n")
    assert run(archive, course, capsys, *due, "--roster", str(tmp_path / "list.csv"))[0] == 0
    assert timestamps.stamped(course / "submitted" / "a_12" / ASSIGNMENT) == datetime(2026, 3, 3, 12)
    assert LateRecord.of(course).late_by_unknown_time == set()


def test_the_exchange_s_and_a_folder_s_own_times_are_kept(tmp_path, capsys):
    make_folder(tmp_path / "in", {f"ada+{ASSIGNMENT}+2026-03-01 12:00:00.5 UTC/{name(4)}": notebook(4)})
    make_folder(tmp_path / "class", {f"b/{name(4)}": notebook(4), "b/timestamp.txt": b"2026-03-02 12:00:00 UTC"})
    for folder in ("in", "class"):
        assert run(tmp_path / folder, tmp_path / "course", capsys)[0] == 0
    found = [timestamps.stamped(tmp_path / "course" / "submitted" / student / ASSIGNMENT) for student in ("ada", "b")]
    assert found == [datetime(2026, 3, 1, 12), datetime(2026, 3, 2, 12)]


def test_a_time_that_makes_no_sense_is_named_and_the_rest_done(course, tmp_path, capsys):
    (tmp_path / "list.csv").write_text("id,lms_user_id,submitted\nada,12,soon\nroe,13,2026-03-01 12:00 UTC\n")
    archive = make_zip(tmp_path / "a.zip", CANVAS | {f"roe_13_35_{name(4)}": notebook(4)})
    code, output = run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert (code, set(laid_out(course))) == (1, {"ada", "roe"})
    assert "ada: when the work came is not known: 'soon' is not a time" in output


def test_a_student_cannot_hand_in_a_time(tmp_path, capsys):
    folder = "Jane_12_assignsubmission_file_"
    entries = {f"{folder}/{name(4)}": notebook(4), f"{folder}/timestamp.txt": b"2020-01-01 12:00:00 UTC"}
    run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys)
    assert timestamps.stamped(tmp_path / "course" / "submitted" / "jane_12" / ASSIGNMENT) is None


def test_a_time_that_somebody_set_by_hand_stays(tmp_path, capsys):
    archive = make_folder(tmp_path / "in", {f"ada+{ASSIGNMENT}+2026-03-01 12:00:00 UTC/{name(4)}": notebook(4)})
    run(archive, tmp_path / "course", capsys)
    folder = tmp_path / "course" / "submitted" / "ada" / ASSIGNMENT
    timestamps.stamp(folder, datetime(2026, 2, 1))
    run(archive, tmp_path / "course", capsys)
    assert timestamps.stamped(folder) == datetime(2026, 2, 1)


@pytest.mark.parametrize("options", [["--due", "soon"], ["--due", "2026-03-01", "--zone", "Moon"]])
def test_a_time_that_cannot_be_read_is_named(options, tmp_path, capsys):
    code, output = run(make_zip(tmp_path / "a.zip", CANVAS), tmp_path / "course", capsys, *options)
    assert (code, output.count("\n"), "read like" in output or "write it like" in output) == (2, 1, True)


LISTED = {  # a time in the class list, and options: exit code, and what is said of it
    "01.03.2026 12:00": (
        ["--zone", "Europe/Berlin"],
        0,
        "from Sunday 1 March 2026, 12:00 Europe/Berlin (11:00",
    ),
    "01/03/2026 12:00": (["--zone", "Europe/Berlin"], 2, "does not say which number is the day"),
    "2026-03-01 12:00": ([], 2, "has no time zone: add it, like 2026-03-01 12:00 Europe/Berlin, or give --zone."),
}


@pytest.mark.parametrize("text", LISTED)
def test_the_times_of_a_class_list_are_said_in_words_or_refused_before_anything_is_taken(text, tmp_path, capsys):
    options, expected, sentence = LISTED[text]
    (tmp_path / "list.csv").write_text(f"id,lms_user_id,submitted\nada,12,{text}\n")
    archive = make_zip(tmp_path / "a.zip", CANVAS)
    code, output = run(archive, tmp_path / "course", capsys, "--roster", str(tmp_path / "list.csv"), *options)
    assert (code, sentence in output, bool(laid_out(tmp_path / "course"))) == (expected, True, expected == 0), output


def test_dates_of_an_archive_in_this_computer_s_zone_are_named(tmp_path, capsys):
    entries = [f"a_12_34_{name(4)}", f"b_13_35_{name(4)}"]
    dates = dict(zip(entries, DATES["handed_in"][:2], strict=True))
    archive = make_zip(tmp_path / "a.zip", dict.fromkeys(entries, notebook(4)), dates)
    code, output = run(archive, tmp_path / "course", capsys)
    assert (code, "this computer's zone; if they are in another, give --zone" in output) == (1, True)


def test_a_moodle_worksheet_of_any_language_is_a_class_list(tmp_path):
    (tmp_path / "list.csv").write_text(GERMAN)
    ada = class_list.read(tmp_path / "list.csv").people[0]
    assert (ada.id, ada.number, ada.email) == ("ada_12", "12", "a@uni")
    assert times.read(ada.submitted, times.zone("UTC")) == datetime(2026, 3, 1, 12)


def test_a_moodle_worksheet_gives_times_as_moodle_writes_them(tmp_path):
    (tmp_path / "list.csv").write_text(
        "Identifier,Full name,Last modified (submission)\n"
        'Participant 12,Ada Lovelace,"Wednesday, 10 June 2026, 2:14 PM"\nParticipant 13,Ben Bo,-\n'
    )
    ada, ben = class_list.read(tmp_path / "list.csv").people
    assert times.read(ada.submitted, times.zone("Europe/Berlin")) == datetime(2026, 6, 10, 12, 14)
    assert ben.submitted == ""
