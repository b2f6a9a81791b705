"""Sliders without a browser: by their traits."""

from __future__ import annotations

import gc
import tracemalloc

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.views import SLIDERS
from slipcheck.notebook import run_cells
from tests.benchmarks.sliders import CASES, measure
from tests.support.sliders import alt, pixels, png, sliders_over
from tests.support.sliders import sentence as text

pytestmark = pytest.mark.sample(3)
WITH_SLIDERS = range(2, 15)


def ends(slider) -> tuple[float, float]:
    """The lowest and the highest value of a slider."""
    values = [value for _, value in getattr(slider, "options", ())]
    return (values[0], values[-1]) if values else (slider.min, slider.max)


@pytest.fixture(params=WITH_SLIDERS)
def explorer(request, solved):
    return sliders_over(request.param, solved(request.param))


def test_sliders_are_those_that_matter_with_units(explorer):
    number = explorer.exercise.number
    expected = ["i_mean"] if number in (2, 3, 5) else ["tau", "i_mean"]
    expected += ["n"] if number in (8, 9, 10, 13, 14) else []
    assert list(explorer.sliders) == expected
    for name, slider in explorer.sliders.items():
        assert "(" in slider.description
        low, high = ends(slider)
        assert high == SLIDERS[name].high
        assert low == (2 if name == "n" and number in (10, 14) else SLIDERS[name].low)


def test_each_slider_changes_picture_and_text(explorer):
    for slider in explorer.sliders.values():
        before, words = png(explorer), text(explorer)
        slider.value = slider.value * 0.6 if isinstance(slider.value, float) else 10
        assert png(explorer) != before
        assert text(explorer) != words


def test_reset_gives_the_first_picture_again(explorer):
    before = png(explorer)
    for slider in explorer.sliders.values():
        slider.value = ends(slider)[1]
    if explorer.random:
        explorer.buttons["New seed"].click()
    explorer.buttons["Fit range"].click()
    explorer.buttons["Reset"].click()
    assert png(explorer) == before


@pytest.mark.parametrize("number", [7, 8, 13])
def test_a_new_seed_gives_another_picture_of_the_same_parameters(number, solved):
    explorer = sliders_over(number, solved(number))
    before, p = png(explorer), explorer.parameters
    explorer.buttons["New seed"].click()
    assert png(explorer) != before
    assert explorer.parameters.but(seed=p.seed) == p


def test_the_student_s_own_answer_is_run_and_a_wrong_one_leaves_the_reference(solved):
    right = pixels(sliders_over(4, solved(4)))
    wrong = pixels(sliders_over(4, solved(4).replace("r * i)", "2 * r * i)")))
    assert (np.abs(right - wrong).max(axis=2) > 60).sum() > 200


def test_where_no_answer_was_run_the_reference_alone_is_shown(stub):
    for source in (None, stub(4)):
        explorer = sliders_over(4, source)
        assert "Run your answer first" in text(explorer)
        assert pixels(explorer).min() < 100


def test_an_answer_that_fails_keeps_the_last_good_pixels(solved):
    source = solved(4).replace("v = v + dt", "v = v + (0 if tau > 15e-3 else 1 / 0) + dt")
    explorer = sliders_over(4, source)
    before = png(explorer)
    explorer.sliders["tau"].value = 5
    assert png(explorer) == before
    assert "is below the fraction line" in text(explorer)
    explorer.sliders["tau"].value = 30
    assert png(explorer) != before


@pytest.mark.parametrize("name", ["tau", "i_mean", "n"])
@pytest.mark.parametrize("end", [0, 1])
def test_the_ends_of_every_slider_work(name, end, solved):
    explorer = sliders_over(14, solved(14))
    explorer.sliders[name].value = ends(explorer.sliders[name])[end]
    assert "mV" in text(explorer)
    assert "nan" not in text(explorer)


@pytest.mark.parametrize("number", [8, 9, 13])
def test_one_realization_alone_is_drawn(number, solved):
    explorer = sliders_over(number, solved(number))
    explorer.sliders["n"].value = 1
    assert "your V ends at" in text(explorer)


def test_the_text_compares_with_theory(solved):
    explorer = sliders_over(14, solved(14))
    explorer.sliders["n"].value = 2000
    words = text(explorer)
    assert "your 2000 realizations" in words
    assert "theory expects −35.01 mV and 2.83 mV" in words


@pytest.mark.parametrize("number", [8, 10, 13, 14])
def test_statistics_use_all_realizations(number, solved):
    explorer = sliders_over(number, solved(number))
    explorer.sliders["n"].value = 200
    assert "your 200 realizations" in text(explorer)


@pytest.mark.parametrize(
    ("number", "change", "words"),
    [
        (4, ("r * i)", "1e14 * r * i)"), "A: some of your values lie far outside the picture."),
        (4, ("v = el", "v = 1e9"), "A: your values lie far outside the picture."),
        (2, ("i_mean * (", "1e9 * i_mean * ("), "A: your values lie far outside the picture."),
        (11, ("r * i[", "float('nan') * r * i["), "A: some of your values are not numbers (nan)."),
        (14, ("r * i[", "1e14 * r * i["), "n = 50: some of your values lie far outside the picture."),
    ],
)
def test_values_that_tell_nothing_as_numbers_are_told_in_words(number, change, words, solved):
    assert change[0] in solved(number)
    explorer = sliders_over(number, solved(number).replace(*change))
    assert text(explorer).endswith(words)


def test_the_alternative_text_is_the_sentence_below(explorer):
    assert alt(explorer) == text(explorer)
    explorer.sliders["i_mean"].value = 30
    assert "i_mean = 30 ×" in alt(explorer)
    assert alt(explorer) == text(explorer)


def test_the_alternative_text_tells_of_the_picture_that_is_kept(solved):
    explorer = sliders_over(4, solved(4).replace("v = v + dt", "v = v + (0 if tau > 15e-3 else 1 / 0) + dt"))
    before = alt(explorer)
    explorer.sliders["tau"].value = 5
    explorer.buttons["Fit range"].click()
    assert alt(explorer) == before
    assert "is below the fraction line" in text(explorer)


def test_a_new_run_of_the_answer_is_followed(solved):
    explorer = sliders_over(4, solved(4))
    before = png(explorer)
    run_cells.RAN.append(run_cells.RunCell(solved(4).replace("r * i)", "2 * r * i)"), "ex04"))
    explorer.sliders["tau"].value = 21
    explorer.sliders["tau"].value = 20
    assert "your V ends at −41.7 mV" in text(explorer)
    assert png(explorer) != before


def memory_after(explorer, events: int) -> int:
    """Bytes in use, of those asked for since tracing began, after so many slider events."""
    slider = explorer.sliders["tau"]
    for k in range(events):
        slider.value = 10 + k % 80
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def leaks_nothing(explorer, events: int) -> None:
    plt.close("all")
    figure = plt.figure()
    tracemalloc.start(1)
    before = memory_after(explorer, 15)
    after = memory_after(explorer, events)
    tracemalloc.stop()
    assert after - before < 200_000  # caches and pictures of other sizes; 40 frames of exercise 14 hold 4 MB
    assert plt.get_fignums() == [figure.number]
    plt.close(figure)


def test_moving_sliders_leaks_nothing(solved):
    leaks_nothing(sliders_over(14, solved(14)), 40)


@pytest.mark.slow
def test_a_thousand_slider_events_leak_nothing(solved):
    leaks_nothing(sliders_over(4, solved(4)), 1000)


def test_an_answer_is_failed_by_the_same_plot_with_and_without_thinning(solved):
    source = solved(14).replace("np.mean(v_n, axis=0)", "np.mean(v_n, axis=1)")
    explorer = sliders_over(14, source)
    assert "do not fit together" in text(explorer)
    explorer.sliders["n"].value = 200
    assert "do not fit together" in text(explorer)


@pytest.mark.slow
@pytest.mark.parametrize(("number", "n", "most", "least"), CASES)
def test_a_frame_is_made_at_the_speed_of_the_hand(number, n, most, least):
    ours, theirs = measure(number, n)
    assert 1e3 * ours <= most
    assert theirs / ours >= (least or 1)


def test_an_answer_that_uses_its_figure_is_shown_as_any_other(solved):
    source = solved(14) + "\nassert len(plt.plot(t_range, v_mean)) == 1\nassert plt.gcf().axes"
    assert text(sliders_over(14, source)) == text(sliders_over(14, solved(14)))


def test_an_answer_whose_figure_is_not_shown_makes_none(solved, monkeypatch):
    def made(*_args, **_options):
        raise AssertionError("a figure was made")

    explorer = sliders_over(14, solved(14))
    monkeypatch.setattr("matplotlib.pyplot.figure", made)
    explorer.sliders["tau"].value = 30
    assert "tau = 30 ms" in text(explorer)
    assert not explorer.failure
