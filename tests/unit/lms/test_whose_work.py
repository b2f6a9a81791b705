"""Whose work it is: no student's work is replaced by another's, or merged with it, whatever names they choose."""

from __future__ import annotations

import pytest

from grading.paths import ASSIGNMENT
from tests.support.downloads import (
    NEW,
    OLD,
    course_with_gradebook,
    earlier_versions,
    laid_out,
    make_folder,
    make_zip,
    name,
    notebook,
    run,
    submitted,
)

N, N5 = name(4), name(5)
T = "2026-03-01-12-00-00"
UTC = ("--zone", "UTC")
MOODLE = "assignsubmission_file_"
FORM = "04_membrane_potential - "
TWO_READINGS = {  # an honest entry, one that can be read as of another student, whose work is left, and what is said
    "moodle_file": (f"Ada_12_{MOODLE}{N}", f"Ben_13_{MOODLE}x_12_{MOODLE}{N}", "ada_12", "the participants 12 and 13"),
    "moodle_twice": (f"Ada_12_{MOODLE}{N}", f"Ben_12_{MOODLE}13_{MOODLE}{N}", "ada_12", "the participants 12 and 13"),
    "blackboard_file": (f"L_ada_attempt_{T}_{N}", f"L_ben_attempt_{T}_x_ada_attempt_{T}_{N}", "ada", "two attempts"),
    "canvas_numbers": (f"ada_99_70_{N}", f"99_888888_13_77_{N}", "ada_99", "of the students 99 and 13"),
    "canvas_number_at_end": (f"ada_99_70_{N}", f"x_99_13_77_{N}", "ada_99", "of the students 99 and 13"),
    "folder_within_another": (
        f"class/ada/{N}",
        f"class/ben/x/ada/{ASSIGNMENT}/{N}",
        "ada",
        f"in a folder {ASSIGNMENT} of ada within the folder of ben",
    ),
    "copy_of_a_folder": (f"class/ada/{N}", f"class/ada - Kopie/{N}", "ada", "looks like a copy of ada"),
    "form": (f"F/{FORM}Ada.ipynb", f"F/{FORM}Ben - Ada.ipynb", "Ada", "is not <file> - <student>"),
    "other_system": (f"ada_12_34_{N}", f"ben_13_35_x_12_{MOODLE}{N}", "ada_12", ""),
}
BESIDE = {"folder_within_another": f"class/ben/{N5}", "form": f"F/{FORM}Cleo.ipynb"}  # a third entry


@pytest.mark.parametrize("how", ["zip", "folder"])
@pytest.mark.parametrize("case", TWO_READINGS)
def test_what_can_be_read_as_of_two_students_is_never_taken_for_the_other(case, how, tmp_path, capsys):
    honest, odd, student, sentence = TWO_READINGS[case]
    entries = {honest: OLD, odd: NEW, BESIDE.get(case, odd): NEW}
    make = make_zip if how == "zip" else make_folder
    code, output = run(make(tmp_path / "download", entries), tmp_path / "course", capsys, *UTC)
    assert (submitted(tmp_path / "course", student, 4), earlier_versions(tmp_path / "course")) == (OLD, set()), output
    assert (code, sentence in output) == (int(bool(sentence)), True), output


ONE_READING = {  # honest entries that look odd, and whose they are
    "canvas_numbers_in_a_file": ([f"ada_12_3400_{N}", f"ben_13_3500_20_{N}"], {"ada_12", "ben_13"}),
    "canvas_number_of_ones_own": ([f"ada_12_340_{N}", f"ben_13_3500_4711_{N}"], {"ada_12", "ben_13"}),
    "canvas_numbers_of_all": ([f"ada_12_3400_4710_{N}", f"ben_13_3500_4711_{N}"], {"ada_12", "ben_13"}),
    "canvas_notebook_10": ([f"ada_12_34_{N}", f"ben_13_35_{name(10)}"], {"ada_12", "ben_13"}),
    "moodle_file_of_a_file": ([f"Ben_13_{MOODLE}Ben_13_{MOODLE}{N}"], {"ben_13"}),
    "form": ([f"F/{FORM}Ada Lo.ipynb", f"F/{FORM}Ben.ipynb"], {"ada_lo", "Ben"}),
    "blackboard": ([f"L_jane_doe_attempt_{T}_{N}", f"L_john_doe_attempt_{T}_{N}"], {"jane_doe", "john_doe"}),
    "blackboard_title": ([f"Lab_1_ada_attempt_{T}_{N}", f"Lab_1_ben_attempt_{T}_{N}"], {"ada", "ben"}),
    "two_titles": ([f"Lab 1_ada_attempt_{T}_{N}", f"Lab 2_ada_attempt_{T}_{N5}"], {"ada"}),
    "sections": ([f"c/A/ada/{ASSIGNMENT}/{N}", f"c/B/ben/{ASSIGNMENT}/{N}"], {"ada", "ben"}),
    "names_of_ones_own": ([f"ada/{FORM}new.ipynb", f"ada/{N5}", "ada/mine.ipynb"], {"ada"}),
    "copies_in_other_languages": ([f"a/{FORM}{word}.ipynb" for word in ("Kopie", "copia", "copie")], {"a"}),
}


@pytest.mark.parametrize("case", ONE_READING)
def test_odd_names_that_can_be_read_in_one_way_are_collected(case, tmp_path, capsys):
    entries, students = ONE_READING[case]
    contents = {entry: notebook(4, f"# {k}") for k, entry in enumerate(entries)}
    code, output = run(make_zip(tmp_path / "a.zip", contents), tmp_path / "course", capsys, *UTC)
    assert (code, set(laid_out(tmp_path / "course"))) == (0, students), output


SEVERAL = {  # entries of which two may be of two students of one name, and whether the instructor is told
    "form": ([f"F/{FORM}Ada.ipynb", f"F/{FORM}Ben.ipynb", f"F/{FORM}Ben (1).ipynb"], True),
    "flat": ([f"F/ada_{N}", f"F/ben_{N}", f"F/ben_{N.replace('.ipynb', ' (1).ipynb')}"], True),
    "folders": ([f"F/ada/{N}", f"F/ben/{N}", f"F/ben/{N.replace('.ipynb', ' (1).ipynb')}"], False),
}


@pytest.mark.parametrize("case", SEVERAL)
def test_two_files_of_one_name_are_told(case, tmp_path, capsys):
    entries, is_told = SEVERAL[case]
    contents = {entry: notebook(4, f"# {k}") for k, entry in enumerate(entries)}
    code, output = run(make_zip(tmp_path / "a.zip", contents), tmp_path / "course", capsys, *UTC)
    sentence = "2 different files hold 04_membrane_potential"
    assert (code, sentence in output, len(laid_out(tmp_path / "course"))) == (int(is_told), is_told, 2), output


def test_one_file_twice_is_nothing_to_tell(tmp_path, capsys):
    contents = dict.fromkeys([f"F/{FORM}Ada.ipynb", f"F/{FORM}Ben.ipynb", f"F/{FORM}Ben (1).ipynb"], notebook(4, "# 1"))
    assert run(make_zip(tmp_path / "a.zip", contents), tmp_path / "course", capsys, *UTC)[0] == 0


NOBODY_S = {  # entries that do not say whose they are, and what is said
    "names_of_students": (["class/Ada.ipynb", "class/Ben.ipynb"], "neither its folder nor its name"),
    "numbers_and_names": (["class/04_Ada.ipynb", "class/04_Ben.ipynb"], "neither its folder nor its name"),
    "zips_of_students": (["class/ada.zip", "class/ben.zip"], "neither its folder nor its name"),
    "one_user_with_a_line": ([f"L_jane_doe_attempt_{T}_{N}"], "give the class list with --roster"),
}


@pytest.mark.parametrize("case", NOBODY_S)
def test_what_does_not_say_whose_it_is_is_left_out(case, tmp_path, capsys):
    entries, sentence = NOBODY_S[case]
    output = run(make_zip(tmp_path / "a.zip", dict.fromkeys(entries, NEW)), tmp_path / "course", capsys, *UTC)[1]
    assert (laid_out(tmp_path / "course"), f"Left out ({len(entries)})" in output, sentence in output) == (
        {},
        True,
        True,
    )


NAMES = "id,first_name,last_name\nada,Ada,Lovelace\nben,Ben,Bell\n"
NUMBERS = "id,first_name,last_name,lms_user_id\n12,Ben,Bell,77\nx,Ada,Lovelace,12\n"
USERS = "id,first_name\ndoe,A\njane_doe,B\nada,C\n"
LISTED = {  # a class list, downloads that are collected one after the other, the folders, and what is said
    "two_of_one_name": (
        NAMES,
        [[f"lovelaceada_12_34_{N}", f"adalovelace_99_77_{N}"]],
        {"lovelaceada_12", "adalovelace_99"},
        "lovelaceada (canvas 12) is collected as lovelaceada_12, because ada can be adalovelace (canvas 99) too: ",
    ),
    "a_name_taken_later": (
        NAMES,
        [[f"lovelaceada_12_34_{N}"], [f"adalovelace_99_77_{N}"]],
        {"ada", "adalovelace_99"},
        "adalovelace (canvas 99) is collected as adalovelace_99, because ada can be lovelaceada (canvas 12) too: ",
    ),
    "a_folder_s_id": (NUMBERS, [[f"class/12/{N}", f"class/x/{N}"]], {"12", "x"}, ""),
    "a_number_that_is_an_id": (NUMBERS, [[f"a_12_34_{N}", f"b_77_35_{N}"]], {"12", "x"}, ""),
    "longest_id": (USERS, [[f"L_doe_attempt_{T}_{N}", f"L_jane_doe_attempt_{T}_{N}"]], {"doe", "jane_doe"}, ""),
    "a_user_who_is_not_listed": (
        USERS,
        [[f"L_{who}_attempt_{T}_{N}" for who in ("ada", "doe", "joe_doe")]],
        {"ada", "doe", "joe_doe"},
        "joe_doe is not in the class list",
    ),
    "an_id_like_a_name_with_number": (
        "id,lms_user_id\nada_12,77\n",
        [[f"ada_12_34_{N}", f"b_77_35_{N}"]],
        {"ada_12"},
        "it is from ada (canvas 12), but the folder ada_12 is that of b (canvas 77)",
    ),
    "two_systems_and_one_number": (
        "id,lms_user_id\nada,12\n",
        [[f"a_12_34_{N}"], [f"class/ada/{N}", f"class/ben/{N5}"]],
        {"ada", "ben"},
        "",
    ),
}


@pytest.mark.parametrize("case", LISTED)
def test_a_folder_of_the_class_list_is_one_student_s(case, tmp_path, capsys):
    text, downloads, folders, sentence = LISTED[case]
    course = course_with_gradebook(tmp_path / "course")
    (tmp_path / "list.csv").write_text(text)
    for entries in downloads:
        archive = make_zip(tmp_path / "a.zip", dict.fromkeys(entries, NEW))
        output = run(archive, course, capsys, *UTC, "--roster", str(tmp_path / "list.csv"))[1]
    assert (set(laid_out(course)), sentence in output) == (folders, True), output


@pytest.mark.parametrize(("names", "times"), [(["lovelaceada_12", "adalovelace_99"], 0), (["lovelaceada_12"], 1)])
def test_a_time_in_the_class_list_is_not_that_of_another_student_of_the_name(names, times, tmp_path, capsys):
    course = course_with_gradebook(tmp_path / "course")
    (tmp_path / "list.csv").write_text("id,first_name,last_name,submitted\nada,Ada,Lovelace,2026-03-01 12:00 UTC\n")
    archive = make_zip(tmp_path / "a.zip", {f"{who}_77_{N}": NEW for who in names})
    run(archive, course, capsys)
    run(archive, course, capsys, "--roster", str(tmp_path / "list.csv"))
    assert len(list(course.rglob("timestamp.txt"))) == times
