"""The sliders in JupyterLab and Chromium: by mouse and keyboard, over slow and wrong answers, on a narrow page."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from grading.demo_class import changed
from tests.support.lab import CHROMIUM
from tests.support.lab_sliders import LOADED, STEMS, Sliders, answer

pytestmark = [
    pytest.mark.slow,  # test_accessibility.py moves sliders by their keys, test_site.py too
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: sudo apt-get install chromium"),
]
MOVED = [  # exercise, slider, how the sentence below the picture tells its value
    (4, "tau (ms)", "tau = {} ms"),
    (8, "n (realizations)", "n = {}:"),
    (14, "tau (ms)", "tau = {} ms"),
    (14, "i_mean", "i_mean = {} ×"),
    (14, "n (realizations)", "n = {}:"),
]
LEAVES = ("r * i[", "1.5 * r * i[")  # an answer to exercise 14 with too strong a current


def test_sliders_before_the_answer_say_so_and_show_the_reference(untouched):
    untouched.run_all_above("# Exercise 4")

    untouched.run("explore(4)")
    sliders = Sliders(untouched, 4)

    expect(sliders.sentence).to_contain_text("Run your answer first")
    assert sliders.image.evaluate(LOADED) > 0


@pytest.mark.parametrize("move", [Sliders.push, Sliders.drag], ids=["keyboard", "mouse"])
@pytest.mark.parametrize(("number", "label", "words"), MOVED)
def test_a_slider_changes_the_picture_and_the_sentence(explored, number, label, words, move):
    student = explored(number)
    sliders = Sliders(student, number)
    before, value, height = sliders.picture(), sliders.value(label), sliders.height()

    move(sliders, label)

    expect(sliders.sentence).not_to_contain_text(words.format(value))
    expect(sliders.sentence).to_contain_text(words.format(sliders.value(label)))
    assert sliders.picture() != before
    assert sliders.height() == height
    assert student.complaints == []


def test_a_wrong_answer_leaves_the_reference_wherever_the_sliders_are(explored):
    student = explored(14)
    right = Sliders(student, 14)
    right.area.get_by_role("button", name="Reset").click()
    expect(right.sentence).to_contain_text("tau = 20 ms, i_mean = 25 × 10⁻¹¹ A, n = 50:")
    before, height = right.pixels("0, 99, 166"), right.height()  # of the answer's own blue curves

    answer(student, 14, changed(STEMS[14], LEAVES))
    student.run("explore(14)")
    wrong = Sliders(student, 14)

    expect(wrong.sentence).to_contain_text("have mean −23.")
    expect(wrong.sentence).to_contain_text("theory expects −35.01 mV")
    for label in ("tau (ms)", "i_mean", "n (realizations)"):
        for move in (Sliders.push, Sliders.drag):
            shown = wrong.sentence.inner_text()
            move(wrong, label)
            expect(wrong.sentence).not_to_have_text(shown)
            assert wrong.pixels("0, 99, 166") > 1.5 * before  # the reference's dashes no longer cover them
            assert wrong.height() == height
    assert student.complaints == []


def test_a_failing_answer_is_told_in_words_below_the_last_good_picture(explored):
    student = explored(4)
    source = changed(STEMS[4], ("v = v + dt", "v = v + (1 / 0 if tau > 0.05 else dt)"))
    answer(student, 4, source)
    student.run("explore(4)")
    sliders = Sliders(student, 4)
    before, height = sliders.picture(), sliders.height()

    sliders.row("tau (ms)").get_by_role("slider").press("End")

    expect(sliders.sentence).to_contain_text("is below the fraction line")
    assert sliders.picture() == before
    assert sliders.height() == height


def test_a_fast_drag_over_a_slow_answer_ends_where_the_hand_does(explored):
    student = explored(4)
    answer(student, 4, changed(STEMS[4], ("v = el", "import time\ntime.sleep(0.3)\nv = el")))
    student.run("explore(4)")
    sliders = Sliders(student, 4)
    sliders.count_pictures()

    began = time.monotonic()
    sliders.drag("tau (ms)", by=200, steps=40)
    seconds = time.monotonic() - began

    expect(sliders.sentence).to_contain_text(f"tau = {sliders.value('tau (ms)')} ms")
    assert int(sliders.value("tau (ms)")) > 40
    assert 1 <= sliders.pictures() <= seconds / 0.3 + 3  # one for each run that has ended, not one for each step


def test_the_picture_is_never_blank_while_a_slider_moves(explored):
    sliders = Sliders(explored(14), 14)
    sliders.count_pictures()

    sliders.drag("i_mean", by=150, steps=60)

    expect(sliders.sentence).to_contain_text(f"i_mean = {sliders.value('i_mean')} ×")
    assert sliders.pictures() >= 3
    assert sliders.blank_moments() == 0


@pytest.mark.parametrize("label", ["tau (ms)", "i_mean", "n (realizations)"])
def test_arrow_keys_move_a_slider_to_the_next_value_and_back(explored, label):
    sliders = Sliders(explored(14), 14)
    sliders.area.get_by_role("button", name="Reset").click()
    expect(sliders.sentence).to_contain_text("tau = 20 ms")  # the kernel has reset them
    expect(sliders.sentence).to_contain_text("i_mean = 25 ×")
    before = sliders.value(label)

    sliders.push(label)
    moved = sliders.value(label)
    sliders.row(label).get_by_role("slider").press("ArrowLeft")

    assert (before, moved) in {("20", "21"), ("25", "25.5"), ("50", "100")}
    assert sliders.value(label) == before


def test_the_picture_is_told_to_those_who_do_not_see_it(explored):
    sliders = Sliders(explored(14), 14)
    sliders.push("tau (ms)")

    expect(sliders.sentence).to_contain_text(f"tau = {sliders.value('tau (ms)')} ms")  # no frame is on its way then
    expect(sliders.image).to_have_attribute("alt", sliders.sentence.inner_text())


def test_the_picture_of_the_sliders_fits_a_narrow_window(explored):
    student = explored(14)
    usual = student.page.viewport_size
    student.page.set_viewport_size({"width": 390, "height": 800})
    try:
        area = Sliders(student, 14).area.bounding_box()
        picture = Sliders(student, 14).image.bounding_box()
        assert picture["x"] + picture["width"] <= area["x"] + area["width"] + 1
        assert picture["height"] == pytest.approx(picture["width"] * 420 / 640, abs=1)
        for name in ("tau (ms)", "i_mean", "n (realizations)"):
            track = Sliders(student, 14).row(name).locator(".slider-container").bounding_box()
            assert track["width"] > 0.45 * area["width"]  # a quarter, where the name is beside it
    finally:
        student.page.set_viewport_size(usual)


def test_the_sentence_is_announced_to_screen_readers(explored):
    student = explored(14)
    sentence = Sliders(student, 14).sentence

    assert sentence.get_attribute("aria-live") == "polite"
    tree = student.page.context.new_cdp_session(student.page).send("Accessibility.getFullAXTree")
    assert "status" in [node.get("role", {}).get("value") for node in tree["nodes"]]


def test_a_cell_run_while_a_slider_works_keeps_its_output(explored):
    student = explored(8)
    sliders = Sliders(student, 8)
    sliders.push("n (realizations)")
    expect(sliders.sentence).to_contain_text(f"n = {sliders.value('n (realizations)')}:")

    sliders.row("n (realizations)").get_by_role("slider").press("End")
    output = student.run("for step in range(2):")

    expect(output).to_contain_text("step 1 is done")
    expect(sliders.sentence).to_contain_text("n = 2000:")


def test_reset_goes_back_to_the_values_of_the_notebook(explored):
    sliders = Sliders(explored(8), 8)
    sliders.push("i_mean")

    sliders.area.get_by_role("button", name="Reset").click()

    expect(sliders.sentence).to_contain_text("tau = 20 ms, i_mean = 25 × 10⁻¹¹ A, n = 50:")
