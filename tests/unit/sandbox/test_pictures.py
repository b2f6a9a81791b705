"""The picture that a feedback page shows: drawn from the figure's record, as matplotlib draws the figure."""

from __future__ import annotations

import json

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.course import COURSE
from slipcheck.observe import displayed_figures, figure_record, observe
from slipcheck.observe.drawing import Drawing, draw
from slipcheck.observe.figure_from_record import redrawn, set_as

LOOKED_AT = {
    "not": "",
    "layout": "plt.tight_layout()",
    "limits": "print(plt.ylim(), plt.gca().get_xlim())",
    "saved": "import io; plt.savefig(io.BytesIO())",
}
DRAWN = {
    "points of a loop": "for k in range(60):\n    plt.plot(k, k % 7, 'k.', alpha=0.5)\n",
    "two styles": "for k in range(20):\n    plt.plot(k, 0.1 * k, 'C7.')\n    plt.plot(k, 1, 'ro', markersize=9)\n",
    "mixed": "plt.plot([0, 9], [1, 5])\nplt.scatter([1], [3])\nfor k in range(9):\n    plt.plot(k, k, 'bs')\n",
    "one behind another": "plt.plot([1, 2], [1, 1], 'k.')\nplt.plot([1, 2], [1, 1], 'rs', markersize=30)\n",
    "invisible": "plt.plot([1, 2], [3, 4], 'k.', alpha=0)\nplt.plot([1, 2], [4, 3], 'k.', visible=False)\n",
    "single points of lines": "for k in range(9):\n    plt.plot(k, k * k, 'C1-o', markevery=1)\n",
    "a legend": "plt.plot([0, 1], label='a')\nplt.plot([2, 3], 'r--', label='b')\nplt.legend(title='T', ncol=2)\n",
    "two axes": "f, a = plt.subplots(2, sharex=True)\na[0].plot([1, 2])\na[1].plot([5, 6], 'o')\nf.suptitle('S')\n",
    "a second scale": "plt.plot([1, 2], [3, 4])\nplt.twinx().plot([1, 2], [9, 3], 'r')\n",
    "areas": "plt.fill_between([1, 2], [1, 2], [2, 3], alpha=0.3, label='x')\nplt.axvspan(1.2, 1.4)\nplt.legend()\n",
    "scatter": "plt.scatter([1, 2, 3], [1, 2, 3], c=[1, 2, 3], s=[9, 40, 90], marker='^')\nplt.xticks([1, 2], 'ab')\n",
    "words": "plt.plot([1, 2])\nplt.text(0.5, 1.5, 'here', color='r')\nplt.axhline(1.5, ls=':')\n",
    "bars": "plt.bar([1, 2], [3, 4])\nplt.errorbar([1, 2], [1, 2], yerr=0.3, fmt='o', capsize=4)\n",
    "a logarithm": "plt.semilogy([1, 2, 3], [1, 10, 1000], 'k.-')\nplt.grid(True, which='both')\n",
    "an image": "plt.imshow([[0, 1], [1, 0]])\n",
    "steps": "plt.step([1, 2, 3], [1, 3, 2])\nplt.hlines([1.5], 1, 3)\nplt.tick_params(labelsize=6)\n",
    "a polar plot": "plt.polar([0, 1, 2], [1, 2, 3])\n",
    "a dark style": "plt.style.use('dark_background')\nplt.plot([1, 2])\n",
    "no axes": "plt.plot([1, 2])\nplt.axis('off')\n",
    "other spines": "plt.plot([1, 2])\nplt.gca().spines['top'].set_visible(True)\nplt.gca().set_facecolor('#eee')\n",
}
TEXTS = "plt.title('$V_m$')\nplt.xlabel('time (s)')\nplt.ylabel('V')\nplt.show()"


@pytest.fixture(autouse=True)
def style_of_the_course():
    with plt.style.context(COURSE.style):
        yield


def record_of(source: str) -> dict:
    """The record of the only figure of a source, as it comes out of a sandbox."""
    records: list[dict] = []
    observe(source, {}, draw=lambda record: records.append(record) or [])
    return json.loads(json.dumps(records.pop()))


@pytest.mark.parametrize("look", LOOKED_AT.values(), ids=LOOKED_AT)
def test_axes_fit_their_points_whatever_looked_at_them_before(look):
    source = "for k in range(11):\n    plt.plot(k, 2 * k, 'ko')\n    if k == 2: "
    axes = record_of(f"{source}{look or 'pass'}\n{look}\nplt.show()")["axes"][0]
    assert [*axes["x"]["limits"], *axes["y"]["limits"]] == pytest.approx([-0.5, 10.5, -1, 21])


@pytest.mark.sample(7)
@pytest.mark.parametrize("source", DRAWN.values(), ids=DRAWN)
def test_a_figure_drawn_from_its_record_is_the_figure_itself(source, monkeypatch):
    pictures = []

    def recorded(figure):
        record = figure_record.recorded(figure)
        pictures.append(draw(figure, [], {}))
        return record

    monkeypatch.setattr(displayed_figures, "recorded", recorded)
    record = record_of(source + TEXTS)
    set_as(record)
    again, _ = redrawn(record)
    assert np.abs(draw(again, [], {}).astype(int) - pictures[0]).max() <= 2  # colours are rounded to a byte


@pytest.mark.sample(7)
@pytest.mark.parametrize("source", DRAWN.values(), ids=DRAWN)
def test_a_figure_drawn_from_its_record_has_the_same_numbers(source):
    plain = observe(source + TEXTS, {}).figures
    drawn = observe(source + TEXTS, {}, draw=Drawing().described).figures
    assert [numbers(figure) for figure in drawn] == [numbers(figure) for figure in plain]


def numbers(figure: dict) -> list[tuple]:
    return [
        tuple(artist[name] for name in ("kind", "x", "y", "marker", "line", "label")) for artist in figure["artists"]
    ]


@pytest.mark.parametrize("record", [{}, {"axes": []}, {"size": "x"}, {"axes": [{"lines": [1], "collections": []}]}])
def test_what_is_no_record_shows_nothing(record):
    assert Drawing().look(record) == []
