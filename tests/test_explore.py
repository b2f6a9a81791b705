"""Sliders without a browser: by their traits."""

from __future__ import annotations

import gc
import io
import tracemalloc

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

from helpers.exercises import exercise
from helpers.explore import SLIDERS, Explorer

WITH_SLIDERS = range(2, 15)


def text(explorer) -> str:
    return explorer.text.value.split(">", 1)[1].rsplit("<", 1)[0]


def picture(explorer) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(explorer.image.value)).convert("RGB")).astype(int)


@pytest.fixture(params=WITH_SLIDERS)
def explorer(request, solved):
    return Explorer(exercise(request.param), solved(request.param))


def test_sliders_are_those_that_matter_with_units(explorer):
    number = explorer.exercise.number
    expected = ["i_mean"] if number in (2, 3, 5) else ["tau", "i_mean"]
    expected += ["n"] if number in (8, 9, 10, 13, 14) else []
    assert list(explorer.sliders) == expected
    for name, slider in explorer.sliders.items():
        assert "(" in slider.description
        assert slider.max == SLIDERS[name].high
        assert slider.min == (2 if name == "n" and number in (10, 14) else SLIDERS[name].low)


def test_each_slider_changes_picture_and_text(explorer):
    for slider in explorer.sliders.values():
        before, words = explorer.image.value, text(explorer)
        slider.value = slider.value * 0.6 if isinstance(slider.value, float) else 20
        assert explorer.image.value != before
        assert text(explorer) != words


def test_the_size_and_the_axes_of_the_picture_never_change(explorer):
    before = picture(explorer)
    slider = explorer.sliders["i_mean"]
    slider.value = slider.max
    after = picture(explorer)
    assert after.shape == before.shape
    assert (after[:, :60] == before[:, :60]).all()  # tick labels on the left


def test_reset_gives_the_first_picture_again(explorer):
    before = explorer.image.value
    for slider in explorer.sliders.values():
        slider.value = slider.max / 2
    if explorer.random:
        explorer.buttons[1].click()
    explorer.buttons[0].click()
    assert explorer.image.value == before


@pytest.mark.parametrize("number", [7, 8, 13])
def test_a_new_seed_gives_another_picture_of_the_same_parameters(number, solved):
    explorer = Explorer(exercise(number), solved(number))
    before, p = explorer.image.value, explorer.parameters
    explorer.buttons[1].click()
    assert explorer.image.value != before
    assert explorer.parameters.but(seed=p.seed) == p


def test_the_student_s_own_answer_is_run_and_a_wrong_one_leaves_the_reference(solved):
    right = picture(Explorer(exercise(4), solved(4)))
    wrong = picture(Explorer(exercise(4), solved(4).replace("r * i)", "2 * r * i)")))
    assert (np.abs(right - wrong).max(axis=2) > 60).sum() > 200


def test_where_no_answer_was_run_the_reference_alone_is_shown(stub):
    for source in (None, stub(4)):
        explorer = Explorer(exercise(4), source)
        assert "Run your answer first" in text(explorer)
        assert picture(explorer).min() < 100


def test_an_answer_that_fails_keeps_the_last_good_picture(solved):
    source = solved(4).replace("v = v + dt", "v = v + (0 if tau > 15e-3 else 1 / 0) + dt")
    explorer = Explorer(exercise(4), source)
    before = explorer.image.value
    explorer.sliders["tau"].value = 5
    assert explorer.image.value == before
    assert "ZeroDivisionError" in text(explorer)
    explorer.sliders["tau"].value = 30
    assert explorer.image.value != before


@pytest.mark.parametrize("name", ["tau", "i_mean", "n"])
@pytest.mark.parametrize("end", ["min", "max"])
def test_the_ends_of_every_slider_work(name, end, solved):
    explorer = Explorer(exercise(14), solved(14))
    explorer.sliders[name].value = getattr(explorer.sliders[name], end)
    assert "mV" in text(explorer)
    assert "nan" not in text(explorer)


@pytest.mark.parametrize("number", [8, 9, 13])
def test_one_realization_alone_is_drawn(number, solved):
    explorer = Explorer(exercise(number), solved(number))
    explorer.sliders["n"].value = 1
    assert "your V ends at" in text(explorer)


def test_the_text_compares_with_theory(solved):
    explorer = Explorer(exercise(14), solved(14))
    explorer.sliders["n"].value = 2000
    words = text(explorer)
    assert "your 2000 realizations" in words
    assert "theory expects −35.01 mV and 2.83 mV" in words


def test_moving_sliders_leaks_nothing(solved):
    plt.close("all")
    explorer = Explorer(exercise(11), solved(11))
    slider = explorer.sliders["tau"]
    for k in range(20):
        slider.value = 10 + k
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for k in range(200):
        slider.value = 10 + k % 80
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000
    assert plt.get_fignums() == []
