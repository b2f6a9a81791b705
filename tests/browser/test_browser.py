"""The student notebooks in JupyterLab and Chromium: what a student sees and clicks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from grading.demo_class import changed
from grading.submissions.course_notebooks import solved
from tests.support.lab import CHROMIUM, Student
from tests.support.lab_sliders import LOADED, STEMS, answer

pytestmark = [  # in make test, test_accessibility.py works through one notebook
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
SLIPS = [  # exercise, (what stands in the solution, what the student wrote), state, part of the message
    (1, ("el = -60e-3", "el = 60e-3"), "not right yet · 0 of 3", "Its sign is not the one of the text"),
    (4, ("r * i)", "i)"), "not right yet · 0 of 4", "The current is added without the resistance"),
    (8, ('"$V_m$ (V)"', '"$V_m$"'), "partly right · 3 of 4", "gives no unit"),
    (
        14,
        ("np.std(v_n, axis=0, ddof=1)", "np.var(v_n, axis=0, ddof=1)"),
        "partly right · 2 of 5",
        "is not the right function",
    ),
]
WITH_PICTURES = [5, 8, 14]
OVERHANG = """image => image.getBoundingClientRect().right
                 - image.closest(".jp-MarkdownOutput").getBoundingClientRect().right"""


@pytest.fixture
def narrowed(student):
    """Opens a notebook in a window too narrow for a figure of the usual size beside the list of files."""
    usual = student.page.viewport_size

    def narrow(number: int) -> Student:
        student.open(f"{STEMS[number]}.ipynb")
        student.page.set_viewport_size({"width": 800, "height": 1000})
        return student

    yield narrow
    student.page.set_viewport_size(usual)


def sample(student: Student):
    """The rendered text with the sample output."""
    return student.panel.locator(".jp-MarkdownOutput", has_text="Sample output")


def test_the_sample_text_is_there_before_anything_is_run(untouched):
    expect(sample(untouched)).to_contain_text("0.001 -5.8750e-02")
    expect(sample(untouched)).to_be_visible()


def test_the_sample_picture_is_there_before_anything_is_run(student):
    student.open(f"{STEMS[8]}.ipynb")
    picture = sample(student).locator("img")

    picture.scroll_into_view_if_needed()

    assert picture.evaluate(LOADED) > 0
    assert "50 realizations" in picture.get_attribute("alt")


def test_check_tells_an_answer_that_was_not_run_from_one_not_started(untouched):
    untouched.run_all_above("# Exercise 4")
    expect(untouched.run("check(4)")).to_contain_text("The answer cell of exercise 4 was not run yet.")

    untouched.run("# Exercise 4")

    expect(untouched.run("check(4)")).to_contain_text("Exercise 4: still to do · 0 of 4 points")


@pytest.mark.parametrize(("number", "change", "state", "message"), SLIPS)
def test_check_names_the_slip_of_a_wrong_answer(prepared, number, change, state, message):
    student = prepared(number)

    answer(student, number, changed(STEMS[number], change))
    verdict = student.run(f"check({number})")

    expect(verdict).to_contain_text(f"Exercise {number}: {state} points")
    expect(verdict).to_contain_text(message)


@pytest.mark.parametrize("number", [1, 4, 14])
def test_check_gives_all_points_to_the_right_answer(prepared, number):
    student = prepared(number)

    answer(student, number, solved(STEMS[number]))
    verdict = student.run(f"check({number})")

    expect(verdict).to_contain_text(re.compile(rf"Exercise {number}: right · (\d) of \1 points"))
    expect(verdict).not_to_contain_text("not yet")


def test_hints_come_one_at_a_time(untouched):
    untouched.run_all_above("# Exercise 4")

    expect(untouched.run("hint(4)")).to_contain_text("Exercise 4: hint 1 of 3")
    expect(untouched.run("hint(4)")).to_contain_text("Exercise 4: hint 2 of 3")


def test_next_leads_to_the_next_notebook(student):
    student.open(f"{STEMS[13]}.ipynb")
    link = student.panel.get_by_role("link", name="Next: 14")
    link.scroll_into_view_if_needed()

    link.click()

    student.wait_for(STEMS[14])


@pytest.mark.parametrize("number", WITH_PICTURES)
def test_no_picture_is_wider_than_the_text_in_a_narrow_window(narrowed, number):
    picture = sample(narrowed(number)).locator("img")

    picture.scroll_into_view_if_needed()

    assert picture.evaluate(LOADED) > 0
    assert picture.evaluate(OVERHANG) <= 0
