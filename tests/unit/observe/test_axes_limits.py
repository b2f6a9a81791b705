"""Limits that an answer gives its axes, and whether its points are in view."""

from __future__ import annotations

import pytest

from slipcheck.observe import observe
from slipcheck.observe.drawing import Drawing

LINE = "plt.plot(range(20), range(20), 'k.-')\n"
POINTS = "for k in range(20):\n    plt.plot(k, k, 'ko')\n"
LIMITS = {
    "plt.xlim(-0.5, 17.5)": True,  # 18 of 20
    "plt.xlim(-0.5, 16.5)": False,
    "plt.ylim(2.5, None)": False,
    "plt.axis([0, 19, 0, 19])": True,
    "plt.xlim(19, 0)": True,
    "plt.xlim(-400, 400)": True,
    "plt.xlim(-4000, 4000)": False,
    "plt.ylim(-4000, 4000)": False,
    "": True,
}


@pytest.mark.parametrize("draw", [None, Drawing().described], ids=["as it is", "drawn anew"])
@pytest.mark.parametrize("data", [LINE, POINTS], ids=["a line", "points"])
@pytest.mark.parametrize("limits", LIMITS)
def test_nine_tenths_of_the_points_are_in_view_and_are_no_blot(limits, data, draw):
    artists = observe(data + limits, {}, draw=draw).figures[0]["artists"]
    assert {artist["visible"] for artist in artists} == {LIMITS[limits]}
    assert {artist["outside"] for artist in artists} == {not LIMITS[limits]}
