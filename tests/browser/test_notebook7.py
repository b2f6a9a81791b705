"""The student notebooks in Notebook 7 and Chromium: no answer, a wrong and a right one, the sliders, the way on."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from grading.demo_class import changed
from grading.paths import NOTEBOOKS
from grading.submissions.course_notebooks import solved
from tests.support.lab import CHROMIUM, NotebookStudent, browser, served_notebook
from tests.support.lab_sliders import STEMS, Sliders, answer

pytestmark = [
    pytest.mark.slow,  # test_browser.py goes through the same in JupyterLab
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]


@pytest.fixture(scope="module")
def student(tmp_path_factory):
    """A student who has opened 04 and run the cells above its answer."""
    folder = tmp_path_factory.mktemp("notebook") / "files"
    shutil.copytree(NOTEBOOKS, folder)
    with served_notebook(folder) as (address, ending), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1200, "height": 1000})
        opened = NotebookStudent(page, address, f"{STEMS[4]}.ipynb", ending)
        opened.run_all_above("# Exercise 4")
        yield opened


def test_no_answer_a_wrong_one_and_a_right_one_are_told_apart(student):
    student.run("# Exercise 4")
    expect(student.run("check(4)")).to_contain_text("Exercise 4: still to do · 0 of 4 points")

    answer(student, 4, changed(STEMS[4], ("r * i)", "i)")))
    expect(student.run("check(4)")).to_contain_text("The current is added without the resistance")

    answer(student, 4, solved(STEMS[4]))
    expect(student.run("check(4)")).to_contain_text("Exercise 4: right · 4 of 4 points")


@pytest.mark.parametrize(("label", "steps"), [("tau (ms)", ("20", "21")), ("i_mean", ("25", "25.5"))])
def test_arrow_keys_move_a_slider_to_the_next_value_and_back(student, label, steps):
    answer(student, 4, solved(STEMS[4]))
    student.run("explore(4)")
    sliders = Sliders(student, 4)
    before = sliders.value(label)

    sliders.push(label)
    moved = sliders.value(label)
    sliders.row(label).get_by_role("slider").press("ArrowLeft")

    assert (before, moved) == steps
    assert sliders.value(label) == before
    expect(sliders.sentence).to_contain_text("tau = 20 ms, i_mean = 25 ×")


def test_next_leads_to_the_next_notebook(student):
    link = student.panel.get_by_role("link", name="Next: 05")
    link.scroll_into_view_if_needed()

    with student.page.expect_popup() as opened:
        link.click()

    expect(opened.value.locator(".jp-CodeCell").first).to_be_visible()
    assert opened.value.url.endswith(f"/notebooks/{STEMS[5]}.ipynb")
    opened.value.close()
