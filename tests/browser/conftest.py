"""A student with the notebooks in JupyterLab and Chromium, one for each file of tests."""

from __future__ import annotations

import shutil

import pytest

from grading.paths import NOTEBOOKS
from grading.submissions.course_notebooks import solved
from tests.support.lab import Student, browser, served
from tests.support.lab_sliders import STEMS, answer


@pytest.fixture(scope="module")
def student(tmp_path_factory):
    """A student with the notebooks, and with one more copy of 04."""
    folder = tmp_path_factory.mktemp("lab") / "files"
    shutil.copytree(NOTEBOOKS, folder)
    shutil.copy(NOTEBOOKS / f"{STEMS[4]}.ipynb", folder / "untouched.ipynb")
    with served(folder) as address, browser() as chromium:
        yield Student(chromium.new_page(viewport={"width": 1200, "height": 1000}), address)


@pytest.fixture
def untouched(student):
    """Notebook 04 as it is given."""
    student.open("untouched.ipynb")
    return student


@pytest.fixture(scope="module")
def prepared(student):
    """Opens a notebook; the first time, runs the cells above its answer."""
    ready = set()

    def prepare(number: int) -> Student:
        student.open(f"{STEMS[number]}.ipynb")
        if number not in ready:
            student.run_all_above(f"# Exercise {number}")
            ready.add(number)
        return student

    return prepare


@pytest.fixture(scope="module")
def explored(prepared):
    """Opens a notebook; the first time, runs the right answer and the sliders."""
    ready = set()

    def explore(number: int) -> Student:
        student = prepared(number)
        if number not in ready:
            answer(student, number, solved(STEMS[number]))
            student.run(f"explore({number})")
            ready.add(number)
        return student

    return explore
