"""Sliders without a browser: by their traits."""

from __future__ import annotations

import gc
import io
import tracemalloc

import matplotlib.pyplot as plt
import numpy as np
import pytest
from PIL import Image

from helpers.views import SLIDERS
from tests.benchmarks.sliders import CASES, measure
from tests.support.sliders import sliders_over

WITH_SLIDERS = range(2, 15)


def text(explorer) -> str:
    return explorer.text.value.split(">", 1)[1].rsplit("<", 1)[0]


def picture(explorer) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(explorer.image.value)).convert("RGB")).astype(int)


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
    explorer = sliders_over(number, solved(number))
    before, p = explorer.image.value, explorer.parameters
    explorer.buttons[1].click()
    assert explorer.image.value != before
    assert explorer.parameters.but(seed=p.seed) == p


def test_the_student_s_own_answer_is_run_and_a_wrong_one_leaves_the_reference(solved):
    right = picture(sliders_over(4, solved(4)))
    wrong = picture(sliders_over(4, solved(4).replace("r * i)", "2 * r * i)")))
    assert (np.abs(right - wrong).max(axis=2) > 60).sum() > 200


def test_where_no_answer_was_run_the_reference_alone_is_shown(stub):
    for source in (None, stub(4)):
        explorer = sliders_over(4, source)
        assert "Run your answer first" in text(explorer)
        assert picture(explorer).min() < 100


def test_an_answer_that_fails_keeps_the_last_good_picture(solved):
    source = solved(4).replace("v = v + dt", "v = v + (0 if tau > 15e-3 else 1 / 0) + dt")
    explorer = sliders_over(4, source)
    before = explorer.image.value
    explorer.sliders["tau"].value = 5
    assert explorer.image.value == before
    assert "stands below the fraction line" in text(explorer)
    explorer.sliders["tau"].value = 30
    assert explorer.image.value != before


@pytest.mark.parametrize("name", ["tau", "i_mean", "n"])
@pytest.mark.parametrize("end", ["min", "max"])
def test_the_ends_of_every_slider_work(name, end, solved):
    explorer = sliders_over(14, solved(14))
    explorer.sliders[name].value = getattr(explorer.sliders[name], end)
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


@pytest.mark.parametrize("number", [8, 10, 13, 14])
@pytest.mark.parametrize("n", [3, 120])
def test_at_most_50_traces_are_drawn_and_statistics_use_all(number, n, solved):
    explorer = sliders_over(number, solved(number))
    explorer.sliders["n"].value = n
    assert len(explorer.scene.layers["answer"].get_segments()) == min(n, 50)
    assert f"your {n} realizations" in text(explorer)


@pytest.mark.parametrize("number", [4, 6, 7, 8, 11, 14])
def test_the_threshold_is_a_thin_labelled_line(number, solved):
    axes = sliders_over(number, solved(number)).scene.axes
    (line,) = axes.lines
    assert set(line.get_ydata()) == {-50.0}
    assert line.get_linewidth() < 1
    assert [note.get_text() for note in axes.texts] == ["$V_{th}$"]


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
def test_the_legend_names_what_is_drawn(number, names, solved):
    explorer = sliders_over(number, solved(number))
    drawn = [name for name, layer in explorer.scene.layers.items() if layer.get_segments()]
    assert [label.get_text() for label in explorer.scene.axes.get_legend().get_texts()] == names
    assert len(drawn) == len(names)


def test_each_slider_s_ends_lie_inside_the_axes(explorer):
    for slider in explorer.sliders.values():
        usual = slider.value
        for end in (slider.min, min(slider.max, 200)):
            slider.value = end
            assert "outside" not in text(explorer)
        slider.value = usual


def test_what_leaves_the_axes_is_told(solved):
    explorer = sliders_over(6, solved(6))
    explorer.sliders["tau"].value, explorer.sliders["i_mean"].value = 2, 50
    assert text(explorer).endswith("Part of it lies outside the picture.")


def test_an_answer_is_failed_by_the_same_plot_with_and_without_thinning(solved):
    source = solved(14).replace("np.mean(v_n, axis=0)", "np.mean(v_n, axis=1)")
    explorer = sliders_over(14, source)
    assert "do not fit together" in text(explorer)
    explorer.sliders["n"].value = 150  # as many realizations as steps: nothing fails, the mean is still wrong
    assert "your 150 realizations" in text(explorer)


@pytest.mark.slow
@pytest.mark.parametrize(("number", "n", "most", "least"), CASES)
def test_a_frame_is_made_at_the_speed_of_the_hand(number, n, most, least):
    ours, theirs = measure(number, n)
    assert 1e3 * ours <= most
    assert theirs / ours >= (least or 1)
