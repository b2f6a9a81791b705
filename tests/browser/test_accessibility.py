"""What axe-core and a screen reader find in notebooks, in pages of feedback, in the report and in the documents.

JupyterLab's own frame is left out, and so is the picture of a student's figure: JupyterLab shows it without a text.
``check(..., describe=True)`` says what is in it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nbconvert.filters import markdown2html
from playwright.sync_api import expect

from grading.demo_class import changed
from grading.paths import ASSIGNMENT, NOTEBOOKS, ROOT
from grading.submissions.course_notebooks import solved
from tests.support.axe import OUR_OUTPUTS, violations
from tests.support.lab import ALL_CELLS, CHROMIUM, DARK, Student, browser, served
from tests.support.lab_sliders import STEMS, Sliders, answer
from tests.support.small import by_hand, small_course
from tests.support.student_pages import refreshed
from tests.unit.report.test_report import html

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
SPOKEN = [  # exercise, a slider's name, its value, and its value after one press of an arrow key
    (14, "tau (ms)", "20 ms", "21 ms"),
    (14, "i_mean (10⁻¹¹ A)", "25 × 10⁻¹¹ A", "25.5 × 10⁻¹¹ A"),
    (14, "n (realizations)", "50 realizations", "100 realizations"),
]
SCHEMES = ["light", "dark"]
LONG = pytest.param(ROOT / "docs" / "slips.md", marks=pytest.mark.slow)
DOCUMENTS = [
    ROOT / "README.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("instructors", "contributing", "architecture")),
    LONG,
]
PAGE = "<!doctype html><html lang='en'><head><title>{}</title></head><body><main>{}</main></body></html>"


@pytest.fixture(scope="module")
def chromium():
    with browser() as started:
        yield started


@pytest.fixture(scope="module", params=["light", pytest.param("dark", marks=pytest.mark.slow)])
def reader(request, tmp_path_factory, chromium):
    """A student with notebooks of which every cell is on the page, in a light or a dark theme."""
    folder = tmp_path_factory.mktemp("lab") / "files"
    shutil.copytree(NOTEBOOKS, folder)
    settings = {**ALL_CELLS, **(DARK if request.param == "dark" else {})}
    with served(folder, settings=settings) as address:
        yield Student(chromium.new_page(viewport={"width": 1200, "height": 1000}), address)


@pytest.fixture(scope="module")
def worked(reader):
    """A notebook with all that the course can show: verdicts, hints, a prediction, sliders, what is handed in."""
    reader.open(f"{STEMS[14]}.ipynb")
    reader.run_all_above("# Exercise 14")
    reader.run("predict(14")
    answer(reader, 14, changed(STEMS[14], ("r * i[", "i[")))
    expect(reader.run("check(14)")).to_contain_text("Exercise 14: partly right · 2 of 5 points")
    expect(reader.output("check(14)")).to_contain_text("The current is added without the resistance")
    expect(reader.run("hint(14)")).to_contain_text("Exercise 14: hint 1 of")
    reader.run('check(14, "numbers")')
    answer(reader, 14, solved(STEMS[14]))
    reader.type_answer("check(14)", "check(14, describe=True)")
    expect(reader.run("check(14, describe=True)")).to_contain_text("Exercise 14: right · 5 of 5 points")
    reader.run("explore(14)")
    reader.run("hand_in()")
    Sliders(reader, 14)
    return reader


@pytest.fixture(scope="module")
def page(chromium):
    """A page of the browser."""
    return chromium.new_page(viewport={"width": 1200, "height": 1000})


def test_a_notebook_with_panels_hints_and_sliders_has_no_grave_violation(worked):
    expect(worked.output("check(14, describe=True)")).to_contain_text("your figure in words")
    expect(worked.page.get_by_role("slider", name="tau (ms)")).to_be_visible()
    assert violations(worked.page, OUR_OUTPUTS) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 15))
def test_no_notebook_as_it_is_given_has_a_grave_violation(reader, number):
    reader.open(f"{STEMS[number]}.ipynb")
    assert violations(reader.page, OUR_OUTPUTS) == []


@pytest.mark.parametrize(("number", "name", "value", "moved"), SPOKEN)
def test_a_screen_reader_is_told_the_name_and_the_value_of_a_slider(worked, number, name, value, moved):
    handle = worked.page.get_by_role("slider", name=name, exact=True)
    expect(handle).to_have_attribute("aria-valuetext", value)

    handle.press("ArrowRight")

    expect(handle).to_have_attribute("aria-valuetext", moved)
    handle.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuetext", value)


def test_the_picture_of_the_sliders_follows_the_theme(worked):
    picture = worked.output("explore(14)").locator("img[width]")
    is_dark = worked.page.evaluate("document.body.dataset.jpThemeLight") == "false"
    shown = picture.evaluate("image => getComputedStyle(image).filter")
    assert shown == ("invert(1) hue-rotate(180deg)" if is_dark else "none")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("student", ["ada", "jon"])
def test_a_page_of_feedback_has_no_grave_violation(page, tmp_path, scheme, student):
    course = small_course(tmp_path / "course")
    by_hand(course, student, "ex04", comment="Well done.")
    refreshed(course)
    page.emulate_media(color_scheme=scheme)
    page.goto((course / "feedback" / student / f"{ASSIGNMENT}.html").as_uri())
    assert violations(page) == []


def test_a_page_of_feedback_fits_a_phone_and_paper(page, tmp_path):
    course = small_course(tmp_path / "course")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((course / "feedback" / "ada" / f"{ASSIGNMENT}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_report_has_no_grave_violation(page, tmp_path, scheme):
    course = small_course(tmp_path / "course")
    page.emulate_media(color_scheme=scheme)
    (tmp_path / "report.html").write_text(html(course), encoding="utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    assert violations(page) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_as_rendered_has_no_grave_violation(page, tmp_path, path: Path):
    text = markdown2html(path.read_text(encoding="utf-8").replace("](docs/", f"]({ROOT.as_uri()}/docs/"))
    (tmp_path / "page.html").write_text(PAGE.format(path.stem, text), encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())
    assert violations(page) == []


def test_axe_finds_what_is_wrong(page):
    page.set_content(
        PAGE.format("wrong", "<h1>One</h1><h3>Three</h3><img src='data:,'><p style='color:#bbb'>faint</p>")
    )
    assert {line.split(" ")[0] for line in violations(page)} == {"heading-order", "image-alt", "color-contrast"}
