"""The widgets by their traits: steps, names, readable values."""

from __future__ import annotations

import re

import pytest

from helpers.views import NUMBERS
from slipcheck.notebook.slider_widgets import image, status_sentence
from tests.support.sliders import sliders_over


@pytest.mark.parametrize(("number", "lowest"), [(8, 1), (9, 1), (10, 2), (13, 1), (14, 2)])
def test_n_goes_in_steps_that_a_hand_can_choose(number, lowest, solved):
    slider = sliders_over(number, solved(number)).sliders["n"]
    assert [value for _, value in slider.options] == [n for n in NUMBERS if n >= lowest]
    assert all(label == str(value) for label, value in slider.options)
    assert slider.value == 50


@pytest.mark.sample(3)
@pytest.mark.parametrize("number", range(2, 15))
def test_each_slider_has_a_name_and_shows_its_value(number, solved):
    for slider in sliders_over(number, solved(number)).sliders.values():
        assert re.fullmatch(r"\S+ \(.+\)", slider.description)
        assert slider.readout
        assert isinstance(slider.value, float) == (slider.description.startswith("i_mean"))  # a float may be 20.0…04


def test_one_step_of_a_slider_is_one_press_of_an_arrow(solved):
    sliders = sliders_over(14, solved(14)).sliders
    assert (sliders["tau"].step, sliders["i_mean"].step) == (1, 0.5)
    sliders["n"].index += 1
    assert sliders["n"].value == 100


def test_words_cannot_break_out_of_the_markup():
    words = "a ' quote, <b> and & \" more"
    assert image(b"", words).count("<") == 1
    assert "alt='a &#x27; quote, &lt;b&gt; and &amp; &quot; more'" in image(b"", words)
    assert "&lt;b&gt;" in status_sentence(words)


def test_the_picture_fits_any_width_on_a_ground_of_its_own():
    markup = image(b"", "")
    for rule in ("max-width:100%", "height:auto", "background:#fff", "border:1px solid"):
        assert rule in markup
