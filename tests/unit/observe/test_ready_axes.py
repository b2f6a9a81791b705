"""A figure that was made before it is needed is drawn as a new one is, to the pixel."""

from __future__ import annotations

import json

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.observe import observe, ready_axes
from slipcheck.observe.drawing import Drawing
from slipcheck.runs import given_values


@pytest.fixture(autouse=True)
def none_is_left():
    with plt.style.context(COURSE.style_name):
        yield
    ready_axes._ready.clear()


class Kept(Drawing):
    def keep(self, picture):
        self.picture = picture


def record_of(source: str, values=None) -> dict:
    records: list[dict] = []
    observe(source, values or {}, draw=lambda record: records.append(json.loads(json.dumps(record))) or [])
    return records[0]


def looked_at(record: dict):
    drawing = Kept()
    described = drawing.look(record)
    return drawing.picture, described


def both(record: dict):
    """Picture and description of a new figure, then of the one that is ready; and whether that one was taken."""
    new = looked_at(record)
    ready_axes.make_ready()
    return new, looked_at(record), not ready_axes._ready


@pytest.mark.parametrize("number", [5, 10, 14])
def test_a_right_answer_looks_the_same(number, solved):
    exercise = COURSE.exercise(number)
    new, ready, is_taken = both(record_of(solved(number), given_values(exercise, exercise.parameters, {})))
    assert is_taken
    assert np.array_equal(new[0], ready[0])
    assert new[1] == ready[1]


USUAL = [
    "plt.plot([1, 2], [3, 4])\nplt.xlim(0, 9)",
    "plt.figure(figsize=(3, 2), dpi=50, facecolor='k')\nplt.plot([1, 2], [3, 4])",
    "plt.plot([1, 2], [3, 4])\nplt.gca().set_facecolor('y')\nplt.gca().spines['left'].set_color('r')",
    "plt.semilogy([1, 2], [3, 400])\nplt.title('a', loc='left')",
    "plt.plot([1, 2], [3, 4])\nplt.xticks([1, 2], ['one', 'two'])",
    "plt.plot([1, 2], [3, 4])\nplt.axis('off')",
]


@pytest.mark.parametrize("source", USUAL)
def test_one_axes_with_usual_ticks_looks_the_same(source):
    new, ready, _ = both(record_of(source))
    assert np.array_equal(new[0], ready[0])
    assert new[1] == ready[1]


UNUSUAL = [
    "plt.plot([1, 2], [3, 4])\nplt.grid(False)",
    "plt.plot([1, 2], [3, 4])\nplt.tick_params(length=9)",
    "plt.subplot(1, 2, 1)\nplt.plot([1, 2], [3, 4])",
    "plt.axes([0.5, 0.5, 0.4, 0.4])\nplt.plot([1, 2], [3, 4])",
    "plt.polar([1, 2], [3, 4])",
    "plt.rcParams['font.size'] = 20\nplt.plot([1, 2], [3, 4])",
]


@pytest.mark.parametrize("source", UNUSUAL)
def test_another_axes_is_made_anew(source):
    new, ready, is_taken = both(record_of(source))
    assert not is_taken
    assert np.array_equal(new[0], ready[0])
