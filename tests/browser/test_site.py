"""The course in a browser without a server that runs code, and without any request outside this machine."""

from __future__ import annotations

import hashlib
import re

import pytest
from playwright.sync_api import expect

from grading.config import database_of
from grading.demo_class import changed
from grading.gradebook.reader import read_marks
from grading.paths import ASSIGNMENT, stems
from grading.submissions.course_notebooks import solved
from helpers.course import COURSE
from tests.support.axe import ALL, OUR_OUTPUTS, violations
from tests.support.downloads import course_with_gradebook, laid_out, make_zip, run
from tests.support.lab import CHROMIUM, FLAGS, browser
from tests.support.lab_sliders import STEMS, Sliders, answer
from tests.support.site import PATIENCE, READY, SiteStudent, address_of, built, serving
from tests.support.small import grade, release

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
WRONG = ("r * i)", "i)")  # in the solution of exercise 4, and what the student wrote
IN_CANVAS = "doejane_12_34_lif_part_1.zip"  # as Canvas names it
TABS = 4  # at most, from the menu to the buttons
BUTTONS = 10  # at most
OTHERS = [  # exercise, (what stands in the solution, what the student wrote), part of the message
    (8, ('"$V_m$ (V)"', '"$V_m$"'), "gives no unit"),
    (14, ("np.std(v_n, axis=0, ddof=1)", "np.var(v_n, axis=0, ddof=1)"), "is not the right function"),
]
PHONE = {"width": 390, "height": 800}


def reached_by_keys(page, command: str) -> bool:
    """Whether Tab, from the menu on, enters the row of buttons, and the arrow keys in it reach the one of a command."""
    page.locator(".lm-MenuBar-item").first.focus()
    for key in (*["Tab"] * TABS, *["ArrowLeft"] * BUTTONS, *["ArrowRight"] * BUTTONS):
        is_inside = page.evaluate("document.activeElement.closest('jp-toolbar') !== null")
        if page.evaluate("document.activeElement.dataset.command") == command:
            return True
        if is_inside != (key == "Tab"):
            page.keyboard.press(key)
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return built(tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="module")
def address(folder):
    with serving(folder) as server:
        yield address_of(server)


@pytest.fixture(scope="module")
def chromium():
    with browser() as chromium:
        yield chromium


@pytest.fixture(scope="module")
def student(address, chromium):
    """A student with notebook 04 open, all of whose cells were run with a wrong answer in it."""
    student = SiteStudent(chromium.new_page(viewport={"width": 1200, "height": 1000}), address)
    student.open(f"{STEMS[4]}.ipynb")
    student.type_answer("# Exercise 4", changed(STEMS[4], WRONG))
    student.run_all()
    return student


@pytest.fixture
def start(address, chromium):
    """The start page."""
    page = chromium.new_page(viewport=PHONE)
    page.goto(address)
    yield page
    page.close()


def test_the_start_page_leads_to_every_notebook(start, address):
    links = start.locator(".index a")

    assert links.count() == len(stems())
    for link, stem in zip(links.all(), stems(), strict=True):
        assert link.get_attribute("href") == f"notebooks/index.html?path={stem}.ipynb"
        assert start.request.get(f"{address}/files/{stem}.ipynb").ok
    expect(start.locator("#unsupported")).to_be_hidden()


def test_the_start_page_is_accessible_and_fits_a_phone(start):
    assert violations(start, impacts=ALL) == []
    assert start.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_start_page_says_what_an_old_browser_lacks(address, chromium):
    page = chromium.new_page()
    page.add_init_script("delete window.WebAssembly")
    page.goto(address)

    expect(page.locator("#unsupported")).to_contain_text("This browser cannot run Python")
    page.close()


SENTENCES = {  # page: what is on it where the browser is offline
    "": "You are offline. Notebooks that you opened before may still work.",
    f"notebooks/index.html?path={STEMS[4]}.ipynb": "You are offline, so Python may not load. Connect, then reload",
}


@pytest.mark.parametrize("path", SENTENCES)
def test_a_browser_that_is_offline_gets_a_sentence(path, address, chromium):
    page = chromium.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'onLine', { get: () => false })")
    page.goto(f"{address}/{path}")

    expect(page.get_by_text(SENTENCES[path])).to_be_visible()
    page.close()


def contents(folder) -> dict[str, str]:
    """A hash of each file by its path."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_site_is_the_same_bytes_each_time_and_holds_no_source_map(folder, tmp_path):
    again = contents(built(tmp_path / "again"))
    assert {path for path, digest in contents(folder).items() if again.pop(path, "") != digest} == set()
    assert not again
    assert not list(folder.rglob("*.map"))


def test_a_first_visit_takes_at_most_50_megabytes_and_a_second_one_little(folder, chromium, tmp_path):
    with serving(folder) as server:  # a student's own browser keeps large files, a window without a profile does not
        context = chromium.browser_type.launch_persistent_context(tmp_path, executable_path=CHROMIUM, args=FLAGS)
        taken = []
        for _ in range(2):
            student = SiteStudent(context.new_page(), address_of(server))
            student.open(f"{STEMS[4]}.ipynb")
            student.run_all_above("# Exercise 4")
            taken.append(server.sent - sum(taken))
            student.page.close()
        context.close()
    assert taken[0] <= 50_000_000
    assert taken[1] <= taken[0] / 10


def test_restart_and_run_all_goes_through_a_solved_notebook(address, chromium):
    student = SiteStudent(chromium.new_page(), address)
    student.open(f"{STEMS[4]}.ipynb")
    student.type_answer("# Exercise 4", solved(STEMS[4]))
    student.restart_and_run_all()

    expect(student.output("check(4)")).to_contain_text("Exercise 4: right · 4 of 4 points")
    expect(student.output("w = w + 1")).to_contain_text("NameError: name 'w' is not defined")
    student.page.close()


def test_run_all_goes_past_the_error_on_purpose_and_a_wrong_answer(student):
    expect(student.output("w = w + 1")).to_contain_text("NameError: name 'w' is not defined")
    expect(student.output("check(4)")).to_contain_text("The current is added without the resistance")
    expect(student.output('check(4, "parameters")')).to_contain_text("0 of 2 points")
    expect(student.cell("explore(4)").locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"))


def test_hints_and_predictions_answer(student):
    expect(student.output("hint(4)")).to_contain_text("Exercise 4: hint 1 of 3")

    student.type_answer("predict(4", 'predict(4, "B", why="a twentieth")')
    expect(student.run("predict(4")).to_contain_text("B")


def test_what_the_course_shows_in_a_notebook_has_no_grave_violation(student):
    expect(student.output("check(4)")).to_contain_text("The current is added without the resistance")
    expect(student.page.get_by_role("slider", name="tau (ms)")).to_be_visible()

    assert violations(student.page, OUR_OUTPUTS) == []


def test_a_right_answer_earns_all_points(student):
    answer(student, 4, solved(STEMS[4]))

    expect(student.run("check(4)")).to_contain_text("Exercise 4: right · 4 of 4 points")


@pytest.mark.parametrize("move", [Sliders.push, Sliders.drag], ids=["keyboard", "mouse"])
def test_a_slider_changes_the_picture(student, move):
    sliders = Sliders(student, 4)
    before, value = sliders.picture(), sliders.value("tau (ms)")

    move(sliders, "tau (ms)")

    expect(sliders.sentence).not_to_contain_text(f"tau = {value} ms")
    expect(sliders.sentence).to_contain_text(f"tau = {sliders.value('tau (ms)')} ms")
    assert sliders.picture() != before


def test_what_is_handed_in_is_collected_and_graded(student, tmp_path, capsys):
    answer(student, 4, solved(STEMS[4]))
    student.save()
    student.type_answer("hint(4)", "from helpers import hand_in\nhand_in()")
    output = student.run("from helpers import hand_in")
    expect(output).to_contain_text("04_membrane_potential.ipynb: 4 of 4 points")
    with student.page.expect_download() as download:
        output.get_by_role("link", name=f"Download {ASSIGNMENT}.zip").click()

    course = course_with_gradebook(tmp_path / "course")
    release(course)
    archive = make_zip(tmp_path / "canvas.zip", {IN_CANVAS: download.value.path().read_bytes()})
    code, said = run(archive, course, capsys)
    assert code == 0, said
    grade(course)

    (marks,) = (each for each in read_marks(database_of(course)).students if each.points)
    assert len(laid_out(course)[marks.id]) == len(stems())
    assert (marks.points[STEMS[4]], marks.points[STEMS[5]]) == (4, 0)


def test_the_work_is_still_there_after_a_reload(student):
    answer(student, 4, "# Exercise 4\nkept = 4")
    student.save()

    student.page.reload()
    student.panel.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE)

    expect(student.cell("# Exercise 4")).to_contain_text("kept = 4")


@pytest.mark.parametrize(("number", "change", "message"), OTHERS)
def test_another_notebook_from_its_first_cell_to_what_is_handed_in(address, chromium, number, change, message):
    student = SiteStudent(chromium.new_page(), address)
    student.open(f"{STEMS[number]}.ipynb")
    student.run_all_above(f"# Exercise {number}")

    answer(student, number, changed(STEMS[number], change))
    expect(student.run(f"check({number})")).to_contain_text(message)
    expect(student.run(f"hint({number})")).to_contain_text(f"Exercise {number}: hint 1 of")
    student.type_answer(f"predict({number}", f'predict({number}, "A")')
    expect(student.run(f"predict({number}")).to_contain_text("A")
    answer(student, number, solved(STEMS[number]))
    expect(student.run(f"check({number})")).to_contain_text(f"Exercise {number}: right")
    student.run(f"explore({number})")
    sliders = Sliders(student, number)
    for move in (sliders.push, sliders.drag):
        before = sliders.picture()
        move("tau (ms)")
        expect(sliders.sentence).to_contain_text(f"tau = {sliders.value('tau (ms)')} ms")
        assert sliders.picture() != before
    student.save()
    student.type_answer(f"hint({number})", "from helpers import hand_in\nhand_in()")
    points = sum(part.points for part in COURSE.exercise(number).parts)
    student.run("from helpers import hand_in", patience=PATIENCE)
    expect(student.output("from helpers import hand_in")).to_contain_text(
        f"{STEMS[number]}.ipynb: {points} of {points} points"
    )

    assert student.elsewhere == []
    student.page.close()


def test_python_starts_again_when_a_cell_never_ends(student):
    student.type_answer("x = 5.0", "while True:\n    pass")
    student.page.keyboard.press("Control+Enter")
    expect(student.cell("while True:").locator(".jp-InputPrompt")).to_have_text("[*]:")

    student.page.get_by_role("button", name="Restart the kernel", exact=True).click()
    student.page.locator(".jp-Dialog .jp-mod-accept").click()
    student.page.wait_for_function(READY, timeout=PATIENCE)
    expect(student.run("# Exercise 4")).to_be_attached()


def test_the_run_button_is_reached_on_a_phone_and_with_the_keyboard(student):
    usual = student.page.viewport_size
    student.page.set_viewport_size(PHONE)
    try:
        button = student.page.get_by_role("button", name="Run this cell and advance")
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert reached_by_keys(student.page, "notebook:run-cell-and-select-next")
    finally:
        student.page.set_viewport_size(usual)


def test_nothing_outside_this_machine_is_asked_for(student):
    assert student.elsewhere == []
    assert student.complaints == []
