"""When work came in: as a class list, an archive or a folder says it."""

from __future__ import annotations

from datetime import datetime

import pytest
from nbgrader.coursedir import CourseDirectory

from grading import timestamps
from grading.gradebook.late_record import LateRecord
from grading.lms import archive
from grading.lms.arrival import plausible
from grading.paths import ASSIGNMENT
from tests.support.downloads import (
    CANVAS,
    course_with_gradebook,
    laid_out,
    make_folder,
    make_zip,
    name,
    notebook,
    run,
)


@pytest.fixture
def course(tmp_path):
    return course_with_gradebook(tmp_path / "course")


DATES = {  # dates of two students' files, and whether they tell when these were handed in
    "download": ((2026, 3, 1, 12, 0, 0), (2026, 3, 1, 12, 20, 0), False),
    "handed_in": ((2026, 3, 1, 12, 0, 0), (2026, 3, 4, 12, 20, 0), True),
    "no_dates": ((1980, 1, 1, 0, 0, 0), (1980, 1, 1, 0, 0, 0), False),
    "future": ((2026, 3, 1, 12, 0, 0), (2090, 3, 1, 12, 0, 0), False),
}


TOUCHED = {  # dates of the files of one student each: the days that count
    "an_old_file": ([(2026, 3, 1, 12), (2026, 3, 1, 12), (1985, 1, 1, 1)], set()),
    "an_old_file_among_submissions": ([(2026, 3, 1, 12), (2026, 3, 2, 12), (1985, 1, 1, 1)], {1, 2}),
    "a_clock_that_is_wrong": ([(2026, 3, 1, 12), (2026, 3, 2, 12), (2026, 3, 3, 12), (2090, 1, 1, 1)], {1, 2, 3}),
    "a_file_touched_after_the_download": ([(2026, 3, 1, 12)] * 9 + [(2026, 3, 4, 12)], set()),
}


def test_the_due_time_that_was_given_is_said_in_words(course, tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {f"a_12_34_{name(4)}": notebook(4)})
    _, told = run(archive, course, capsys, "--due", "1.3.2026 12:00", "--zone", "UTC")
    assert "Due: Sunday 1 March 2026, 12:00 UTC." in told


def test_it_is_said_that_the_dates_of_a_download_do_not_count_though_one_is_older(tmp_path, capsys):
    entries = {f"{who}_1{k}_3{k}_{name(4)}": notebook(4) for k, who in enumerate("abc")}
    archive = make_zip(tmp_path / "a.zip", entries, {f"c_12_32_{name(4)}": (1985, 1, 1, 1, 0, 0)})
    code, output = run(archive, tmp_path / "course", capsys, "--zone", "UTC")
    assert (code, "so none was taken for the time of handing in." in output) == (1, True)
    assert not list((tmp_path / "course").rglob(timestamps.FILE))


@pytest.mark.parametrize("case", TOUCHED)
def test_a_date_far_from_the_others_neither_counts_nor_makes_these_count(case):
    dates, days = TOUCHED[case]
    assert {date.day for date in plausible(datetime(*date) for date in dates)} == days


def test_an_impossible_date_among_possible_ones_is_named_and_late_work_stays_late(tmp_path, capsys):
    entries = {f"{who}_1{k}_3{k}_{name(4)}": notebook(4) for k, who in enumerate(("a", "b", "c_LATE"))}
    dates = dict(zip(entries, [(2026, 3, 1, 12, 0, 0), (2026, 3, 3, 12, 0, 0), (1985, 1, 1, 1, 0, 0)], strict=True))
    archive = make_zip(tmp_path / "a.zip", entries, dates)
    code, output = run(archive, tmp_path / "course", capsys, "--due", "2026-03-05 12:00 UTC", "--zone", "UTC")
    found = [timestamps.stamped(tmp_path / "course" / "submitted" / who / ASSIGNMENT) for who in ("a_10", "c_12")]
    assert (code, found) == (1, [datetime(2026, 3, 1, 12), datetime(2026, 3, 5, 12, 0, 1)])
    assert "c_12: the time of arrival is unknown: 1985-01-01 in the archive is too far from the other dates." in output


LOCAL = {  # of systems whose times have no zone: the name of an entry
    "Blackboard": f"Lab 1_jane_attempt_2026-03-01-12-05-00_{name(4)}",
    "Brightspace": f"1-10 - Jane - Mar 1, 2026 1205 PM/{name(4)}",
}


@pytest.mark.parametrize("system", LOCAL)
def test_the_zone_of_a_download_s_times_is_asked_for(system, course, tmp_path, capsys):
    archive = make_zip(tmp_path / "a.zip", {LOCAL[system]: notebook(4)})
    code, output = run(archive, course, capsys, "--due", "2026-03-01 12:30 Europe/Berlin")
    assert (code, laid_out(course)) == (2, {})
    assert f"the times in {system}'s download have no time zone. Give it, like --zone Europe/Berlin." in output
    assert run(archive, course, capsys, "--due", "2026-03-01 12:30", "--zone", "Europe/Berlin")[0] == 0
    (folder,) = (course / "submitted").iterdir()
    assert timestamps.stamped(folder / ASSIGNMENT) == datetime(2026, 3, 1, 11, 5)


def test_no_zone_is_asked_for_where_the_class_list_says_when_all_work_came(course, tmp_path, capsys):
    (tmp_path / "list.csv").write_text("id,submitted\njane,2026-03-01 12:00 UTC\n")
    archive = make_zip(tmp_path / "a.zip", {LOCAL["Blackboard"]: notebook(4)})
    assert run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))[0] == 0
    assert timestamps.stamped(course / "submitted" / "jane" / ASSIGNMENT) == datetime(2026, 3, 1, 12)


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
    assert "ada: the time of arrival is unknown: 'soon' is not a time" in output


NO_TIMES = ["9999-12-31 23:59:59 -12:00", "0001-01-01 00:00 +12:00", "2026-03-01 12:00 +99:00", "x" * 1_000_000]


@pytest.mark.parametrize("text", NO_TIMES, ids=["last", "first", "zone", "long"])
def test_a_time_that_no_clock_shows_is_named_and_the_rest_done(text, tmp_path, capsys):
    files = {f"{who}/{name(4)}": notebook(4) for who in ("ada", "ben")}
    make_folder(tmp_path / "class", files | {"ada/timestamp.txt": text.encode()})
    code, output = run(tmp_path / "class", tmp_path / "course", capsys)
    assert (code, set(laid_out(tmp_path / "course"))) == (1, {"ada", "ben"})
    assert "ada: the time of arrival is unknown: " in output
    assert len(output) < 1000
    (tmp_path / "course" / "submitted" / "ada" / ASSIGNMENT / "timestamp.txt").write_text(text[:99])
    assert timestamps.stamped(tmp_path / "course" / "submitted" / "ada" / ASSIGNMENT) is None


@pytest.mark.parametrize("time", ["9999-99-99-99-99-99", "9999-12-31-23-59-59"])
def test_an_attempt_whose_name_holds_no_time_is_taken_without_one(time, tmp_path, capsys):
    entries = {f"L_ada_attempt_{time}_{name(4)}": notebook(4), f"L_ben_attempt_2026-03-01-12-00-00_{name(4)}": b"{"}
    run(make_zip(tmp_path / "a.zip", entries), tmp_path / "course", capsys, "--zone", "UTC")
    assert laid_out(tmp_path / "course") == {"ada": {4}, "ben": {4}}
    assert timestamps.stamped(tmp_path / "course" / "submitted" / "ada" / ASSIGNMENT) is None


@pytest.mark.parametrize("seconds", [4e11, 4e18, 1e11])
def test_a_file_s_date_that_no_calendar_holds_is_none(seconds):
    assert archive._date_on_disk(seconds) is None


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


OPTIONS = [
    ["--due", "soon"],
    ["--due", "2026-03-01", "--zone", "Moon"],
    ["--due", "9999-12-31 23:59 UTC", "--zone", "+14:00"],
    ["--due", "2026-03-01 12:00", "--zone", "+99:00"],
]


@pytest.mark.parametrize("options", OPTIONS)
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
