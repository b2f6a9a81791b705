"""The picture: its vertical range, its legend, its letters, its level."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pytest

from slipcheck.sliders.scene import HEIGHT, LEFT
from slipcheck.sliders.vertical_range import holds
from tests.support.sliders import alt, pixels, png, sentence, sliders_over

pytestmark = pytest.mark.sample(3)
WITH_SLIDERS = range(2, 15)
VOLTAGES = (4, *range(6, 15))


@pytest.fixture(params=WITH_SLIDERS)
def explorer(request, solved):
    return sliders_over(request.param, solved(request.param))


def outermost(slider) -> list:
    """The two ends of a slider."""
    options = [value for _, value in getattr(slider, "options", ())]
    return [options[0], options[-1]] if options else [slider.min, slider.max]


def named(explorer) -> list[str]:
    """What the legend names."""
    return [text.get_text() for text in explorer.scene.axes.get_legend().get_texts() if text.get_visible()]


@pytest.mark.parametrize("number", VOLTAGES)
def test_3_mV_are_seen_clearly_in_the_first_picture(number, solved):
    scene = sliders_over(number, solved(number)).scene
    low, high = scene.limits
    assert 3 * scene.grid.height / (high - low) >= 20  # pixels


def test_the_first_picture_holds_all_of_a_right_answer(explorer):
    assert "outside" not in sentence(explorer)


def test_the_size_and_the_axes_of_the_picture_stay_while_a_slider_moves(explorer):
    before = pixels(explorer)
    for slider in explorer.sliders.values():
        for end in outermost(slider):
            slider.value = end
            after = pixels(explorer)
            assert after.shape == before.shape
            assert (after[:, : LEFT - 6] == before[:, : LEFT - 6]).all()  # the numbers on the left


def test_fit_range_shows_what_is_drawn_now_and_whole_range_leads_back(explorer):
    explorer.sliders["i_mean"].value = 15
    explorer.buttons["Fit range"].click()
    low, high = explorer.scene.limits
    values = [explorer.axis.scale * each for each in explorer.picture.values()]
    spread = max(map(np.max, values)) - min(map(np.min, values))
    assert holds((low, high), explorer.picture.values(), explorer.axis)
    assert spread > 0.75 * (high - low)
    explorer.buttons["Whole range"].click()
    assert explorer.scene.limits == explorer.axis.limits


def test_a_button_changes_the_picture_without_another_run_of_the_answer(solved, monkeypatch):
    explorer = sliders_over(14, solved(14))
    before = png(explorer)
    monkeypatch.setattr(explorer, "update", None)
    for button in ("Fit range", "Whole range"):
        explorer.buttons[button].click()
        assert png(explorer) != before


def test_each_slider_s_ends_lie_inside_the_whole_range(explorer):
    explorer.buttons["Whole range"].click()
    for slider in explorer.sliders.values():
        usual = slider.value
        for end in outermost(slider):
            slider.value = min(end, 200)
            assert "outside" not in sentence(explorer)
        slider.value = usual


def test_what_leaves_the_axes_is_told_until_it_is_fitted(solved):
    explorer = sliders_over(14, solved(14))
    explorer.sliders["i_mean"].value = 50
    assert sentence(explorer).endswith("Part of it lies outside the picture: press Fit range.")
    explorer.buttons["Fit range"].click()
    assert "outside" not in sentence(explorer) + alt(explorer)


def test_fit_range_does_not_follow_values_that_are_far_outside(solved):
    explorer = sliders_over(14, solved(14).replace("r * i[", "1e14 * r * i["))
    explorer.buttons["Fit range"].click()
    low, high = explorer.scene.limits
    assert high - low < 1000
    assert "press" not in sentence(explorer)


@pytest.mark.parametrize(
    ("number", "names"),
    [
        (5, ["your answer", "reference"]),
        (6, ["your answer", "reference", "theory, constant current"]),
        (8, ["your answer", "reference", "theory"]),
        (9, ["your answer", "your mean", "reference", "theory"]),
        (14, ["your answer", "your mean ± std", "reference", "theory"]),
    ],
)
def test_the_legend_names_what_is_drawn(number, names, solved, stub):
    assert named(sliders_over(number, solved(number))) == names
    assert named(sliders_over(number, stub(number))) == [name for name in names if "your" not in name]


@pytest.mark.parametrize(
    ("number", "change", "names"),
    [
        (14, ("plt.show()", "plt.show()\ndel v_mean"), ["your answer", "reference", "theory"]),
        (4, ("v = el", "v = 1.0"), ["reference", "theory, constant current"]),
    ],
)
def test_the_legend_does_not_name_what_is_not_drawn(number, change, names, solved):
    explorer = sliders_over(number, solved(number).replace(*change))
    assert named(explorer) == names


def test_an_entry_of_the_legend_keeps_its_place_when_another_goes(solved):
    right = pixels(sliders_over(4, solved(4)))
    gone = pixels(sliders_over(4, None))
    assert (right[:30, 300:] == gone[:30, 300:]).all()
    assert (right[:30, :200] != gone[:30, :200]).any()


@pytest.mark.parametrize("number", [4, 6, 7, 8, 11, 14])
def test_the_threshold_is_a_thin_labelled_line(number, solved):
    axes = sliders_over(number, solved(number)).scene.axes
    (line,) = axes.lines
    assert set(line.get_ydata()) == {-50.0}
    assert line.get_linewidth() < 1
    assert [note.get_text() for note in axes.texts] == ["$V_{th}$"]


def test_a_threshold_outside_the_range_is_not_named(solved):
    scene = sliders_over(14, solved(14)).scene
    scene.limits = (-45, -20)
    assert not scene.axes.texts[0].get_visible()
    scene.limits = (-64, -18)
    assert scene.axes.texts[0].get_visible()


def test_letters_are_large_enough_for_a_narrow_window(explorer):
    axes = explorer.scene.axes
    texts = [*axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label, *axes.get_legend().get_texts()]
    pixels_high = [text.get_fontsize() * 100 / 72 for text in texts]
    assert min(pixels_high) * 340 / 640 >= 8.5  # pixels, in the 340 that a window of 390 leaves to the picture


def test_all_letters_lie_inside_the_picture(explorer):
    for button in ("Fit range", "Whole range"):
        explorer.buttons[button].click()
        edge = np.concatenate([pixels(explorer)[:, [0, -1]].ravel(), pixels(explorer)[[0, -1]].ravel()])
        assert edge.min() == 255


def test_a_student_s_own_style_does_not_change_the_picture(solved):
    usual = png(sliders_over(14, solved(14)))
    with plt.style.context("dark_background"), plt.rc_context({"font.size": 30, "axes.unicode_minus": False}):
        assert png(sliders_over(14, solved(14))) == usual


def test_the_density_lies_where_the_curves_would(solved):
    explorer = sliders_over(13, solved(13))
    explorer.sliders["n"].value = 200
    shown, place = pixels(explorer).mean(axis=2), explorer.scene.axes.transData.transform
    band, below, above = (shown[HEIGHT - int(place((140, value))[1])][LEFT + 200 : -80] for value in (-33.5, -47, -22))
    assert band.mean() < 160
    assert min(below.mean(), above.mean()) > 240
