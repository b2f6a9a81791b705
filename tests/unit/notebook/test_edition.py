"""A copy of a notebook that is older than the course says so, and keeps what is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from grading.demo_class import submission, write_demo
from grading.paths import stems
from grading.submissions.course_notebooks import released, solved
from helpers.course import COURSE
from slipcheck.edition import KEY, OLDER, edition_of, is_older_file
from slipcheck.notebook import check
from slipcheck.notebook.file_report import file_report_of
from slipcheck.notebook.hand_in_panel import item_of

STEM = stems()[3]
SAID = " ".join(OLDER.split()[:9])


def older(answer: str):
    notebook = submission(STEM, answer)
    notebook.metadata[KEY] = edition_of(["another text"])
    return notebook


def without_edition(answer: str):
    notebook = submission(STEM, answer)
    del notebook.metadata[KEY]
    return notebook


@pytest.mark.parametrize("number", COURSE.numbers)
def test_a_released_notebook_has_the_edition_that_the_course_knows(number):
    notebook = released(COURSE.stem(number))
    assert notebook.metadata[KEY] == COURSE.given.editions[number] == edition_of(c.source for c in notebook.cells)


@pytest.mark.parametrize(
    ("made", "is_older"), [(older, True), (without_edition, False), (lambda answer: submission(STEM, answer), False)]
)
def test_a_copy_is_older_where_it_has_another_edition_whatever_the_student_wrote(made, is_older, folder):
    write_demo(folder, STEM, made("# Exercise 4\nv = 0"))
    assert is_older_file(COURSE, 4, folder) is is_older


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"metadata": {"edition": 3}}', b'{"metadata": []}'])
def test_a_file_without_a_readable_edition_is_not_called_older(content, folder):
    (folder / f"{STEM}.ipynb").write_bytes(content)
    assert not is_older_file(COURSE, 4, folder)


def test_hand_in_says_it_and_packs_the_copy_with_its_points(folder):
    write_demo(folder, STEM, older(solved(STEM)))
    report = file_report_of(COURSE, 4, folder, ())
    assert report.points == report.total
    assert report.data == (folder / f"{STEM}.ipynb").read_bytes()
    assert SAID in "\n".join(item_of(report).as_text())


def test_check_says_it_once(notebook, folder: Path, monkeypatch):
    monkeypatch.setattr(check, "LAST", {})
    write_demo(folder, STEM, older(solved(STEM)))
    notebook.run(solved(STEM), cell_id="ex04")
    assert SAID in notebook.run("from helpers import check\ncheck(4)")
    assert SAID not in notebook.run("check(4)")
