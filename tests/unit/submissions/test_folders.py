"""What lies in submitted/ beside notebooks: links, archives, folders without end, names that are formulas."""

from __future__ import annotations

import gzip
import os
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest

from grading.demo_class import submission, write_demo
from grading.paths import ASSIGNMENT
from grading.submissions import reading
from grading.submissions.course_notebooks import solved
from grading.submissions.folders import beside, notebooks_below, read_class_folders
from grading.submissions.reading import read_student
from tests.support.downloads import STEMS


@pytest.fixture
def ada(tmp_path) -> Path:
    """The assignment's folder of a student, with a right notebook in it."""
    folder = tmp_path / "ada" / ASSIGNMENT
    write_demo(folder, STEMS[4], submission(STEMS[4], solved(STEMS[4])))
    return folder


@pytest.fixture
def deep_folders(ada):
    """Fifteen hundred folders within each other, deeper than Python recurses."""
    here = os.open(ada, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    yield ada
    subprocess.run(["rm", "-rf", str(ada / "d")], check=True)


def test_folders_without_end_are_left_and_told(deep_folders):
    handed = read_student(deep_folders.parent)
    assert handed.notebooks[STEMS[4]].answers["ex04"] == solved(STEMS[4])
    assert handed.problems == ["There are more than 20 folders within each other; the rest was not read."]


def test_more_notebooks_than_anyone_has_are_not_all_read(ada):
    for k in range(600):
        (ada / f"{k}.ipynb").touch()
    files, problems = notebooks_below(ada)
    assert len(files) == 500
    assert "601 notebooks; the first 500 were read" in problems[0]


def test_a_folder_that_is_a_link_is_not_read_and_told(tmp_path, ada):
    (ada / "submission_secret.txt").write_text("hers", encoding="utf-8")
    (ada / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC", encoding="utf-8")
    mallory = tmp_path / "mallory"
    mallory.mkdir()
    (mallory / ASSIGNMENT).symlink_to(ada)
    handed = read_student(mallory)
    assert handed.notebooks == {}
    assert "Not read, because it is a link to another folder: lif_part_1." in handed.problems
    assert beside(mallory) == {}
    assert sorted(beside(ada.parent)) == ["submission_secret.txt", "timestamp.txt"]


def test_a_folder_that_became_a_link_after_the_look_is_not_read(tmp_path, ada, monkeypatch):
    mallory = tmp_path / "mallory"
    mallory.mkdir()
    (mallory / ASSIGNMENT).symlink_to(ada)
    monkeypatch.setattr(reading, "notebooks_below", lambda folder: ([folder / ASSIGNMENT / f"{STEMS[4]}.ipynb"], []))
    assert set(read_student(ada.parent).notebooks) == {STEMS[4]}
    assert read_student(mallory).problems == [f"{STEMS[4]}.ipynb is not a regular file."]


def test_a_student_that_is_a_link_has_nothing(tmp_path, ada):
    (tmp_path / "mallory").symlink_to(ada.parent)
    assert read_student(tmp_path / "mallory").problems == ["The folder is a link to another folder and was not read."]
    assert beside(tmp_path / "mallory") == {}


INSTEAD = {
    "abgabe.zip": "No notebook was handed in. There is abgabe.zip; unpack it.",
    "04.ipynb.txt": "No notebook was handed in. There is 04.ipynb.txt; it holds no notebook.",
    "answer.docx": "No notebook was handed in. There is answer.docx; it holds no notebook.",
    "timestamp.txt": "No notebook was handed in.",
}


@pytest.mark.parametrize("name", INSTEAD)
def test_what_lies_there_in_place_of_a_notebook_is_named(name, tmp_path):
    (tmp_path / "ada" / ASSIGNMENT).mkdir(parents=True)
    (tmp_path / "ada" / ASSIGNMENT / name).touch()
    assert read_student(tmp_path / "ada").problems == [INSTEAD[name]]


def test_a_file_named_as_a_notebook_that_holds_none_is_told_beside_others(ada):
    (ada / "05_plotting_current.ipynb.json").touch()
    (ada / "notes.json").touch()
    problems = read_student(ada.parent).problems
    assert problems == ["There is 05_plotting_current.ipynb.json; it holds no notebook."]


ENDINGS = [".ipynb.txt", ".json", ".ipynb.json", ".ipynb.download", ".ipynb (1)", "", ".txt", ".IPYNB"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_notebook_under_another_ending_is_read(ending, ada):
    (ada / f"{STEMS[4]}.ipynb").rename(ada / f"{STEMS[4]}{ending}")
    handed = read_student(ada.parent)
    assert handed.notebooks[STEMS[4]].answers["ex04"] == solved(STEMS[4])
    assert handed.problems == []


def test_a_notebook_packed_with_gzip_is_read(ada):
    path = ada / f"{STEMS[4]}.ipynb"
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert read_student(ada.parent).notebooks[STEMS[4]].answers["ex04"] == solved(STEMS[4])


def test_an_ending_in_capitals_is_one(ada):
    (ada / f"{STEMS[4]}.ipynb").rename(ada / f"{STEMS[4]}.IPYNB")
    handed = read_student(ada.parent)
    assert handed.notebooks[STEMS[4]].answers["ex04"] == solved(STEMS[4])
    assert handed.problems == []


NAMES = [
    *("O'Brien", "D’Angelo", "Doe, Jane", "Ming Wang (王小明)", "王小明（明）", "Smith; John & Co."),
    *("สมชาย ใจดี", "प्रिया शर्मा", "Nguyễn Thị", unicodedata.normalize("NFD", "Nguyễn"), "م\u200cی"),
]


def test_a_name_in_decomposed_letters_is_the_composed_one(tmp_path):
    folder = tmp_path / unicodedata.normalize("NFD", "José")
    folder.mkdir()
    assert read_student(folder).student == "José"
    assert read_class_folders(tmp_path, only="José")[0] == [folder]


@pytest.mark.parametrize("name", ["Copy of ada", "ada (1)", "ada - Copy", "ada copy 2", "ada - Kopie", "ada kopia"])
def test_a_copy_of_a_folder_is_no_second_student(name, tmp_path):
    for student in ("ada", name):
        (tmp_path / student).mkdir()
    found, problems = read_class_folders(tmp_path)
    assert found == [tmp_path / "ada"]
    assert problems == [f"The folder {name} was left out: it looks like a copy of ada. Put them together."]


def test_one_name_written_in_two_ways_is_left_to_the_instructor(tmp_path):
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "José")).mkdir()
    found, problems = read_class_folders(tmp_path)
    assert (found, len(problems)) == ([], 2)
    assert "with accents written in two ways" in problems[0]


@pytest.mark.parametrize("name", ["a*b", "a[1]", "a{b}", "50%", "a#b", "a\u202eb", "a\nb", "a\u0007", "x" * 101])
def test_a_name_that_means_something_else_in_paths_is_left_out(name, tmp_path):
    (tmp_path / name).mkdir()
    found, problems = read_class_folders(tmp_path)
    assert (found, len(problems)) == ([], 1)
    assert "was left out: a name may" in problems[0]


@pytest.mark.parametrize("name", ["-1+1", "+1+1", "@A1", "=1+1"])
def test_a_name_that_begins_a_formula_is_left_out(name, tmp_path):
    (tmp_path / name).mkdir()
    found, problems = read_class_folders(tmp_path)
    assert found == []
    assert f"The folder {name!r} was left out" in problems[0]


@pytest.mark.parametrize("name", ["ada+tag@uni-x.edu", "Jean-Luc", "_x", "7", "ada lovelace", "Émile", *NAMES])
def test_a_name_of_a_student_is_taken(name, tmp_path):
    (tmp_path / name).mkdir()
    assert read_class_folders(tmp_path) == ([tmp_path / name], [])


@pytest.mark.parametrize("name", ["~$class.xlsx", "Thumbs.db", "desktop.ini", ".~lock.class.csv#"])
def test_what_a_program_left_beside_the_students_is_passed_over(name, tmp_path, ada):
    (tmp_path / name).touch()
    (ada / name).touch()
    assert read_class_folders(tmp_path) == ([tmp_path / "ada"], [])
    assert notebooks_below(ada) == ([ada / f"{STEMS[4]}.ipynb"], [])


@pytest.mark.parametrize("endings", [("ipynb", "pdf"), ("zip", "pdf")])
def test_four_times_as_many_files_take_about_four_times_as_long(endings, tmp_path):
    few, many = (_seconds_for(count, endings, tmp_path / str(count)) for count in (500, 2000))
    assert many < 10 * few  # each file compared with each other would take 16 times as long


def _seconds_for(count: int, endings: tuple[str, ...], folder) -> float:
    folder.mkdir()
    for k in range(count):
        for ending in endings:
            (folder / f"{k}.{ending}").touch()
    taken = []
    for _ in range(3):
        start = time.process_time()
        notebooks_below(folder)
        taken.append(time.process_time() - start)
    return min(taken)


def test_an_archive_beside_the_students_is_told_what_reads_it(tmp_path):
    (tmp_path / "all.zip").touch()
    assert "python -m grading collect" in read_class_folders(tmp_path)[1][0]
