"""The short-cuts around matplotlib change how fast figures are observed, and nothing of what is observed."""

from __future__ import annotations

import contextlib

import pytest

from slipcheck.observe import figures, isolation, observe
from slipcheck.observe.fast_matplotlib import Paint

CODES = {
    "many points": "for k in range(40):\n    plt.plot(k, k**2, 'ko')\nplt.xlabel('t (s)')",
    "two axes": "a, b = plt.subplots(2, 1, sharex=True)[1]\na.plot([0, 1], [2, 3])\nb.scatter([4, 5], [6, 7], c='w')",
    "limits asked for": "plt.plot([0, 5], [1, 2])\nprint(plt.axis())\nplt.plot([9], [9], 'w.')\nprint(plt.axis())",
    "colours": "for c in ('k', 'w', 'C0', (1, 1, 1, 0.5), '0.99', 'none'):\n    plt.plot([1], [2], 'o', color=c)",
    "clipped": "line, = plt.plot([0, 1], [0, 1])\nprint(line.get_clip_box().bounds)\nplt.fill_between([0, 1], [0, 1])",
}


def observed(code: str) -> tuple[str, list[dict]]:
    observation = observe(code, {})
    assert observation.failure is None
    return observation.printed, observation.figures


@pytest.mark.parametrize("case", CODES)
def test_limits_taken_late_and_shared_clip_boxes_show_in_nothing(case, monkeypatch):
    fast = observed(CODES[case])
    monkeypatch.setattr(isolation, "lazy", contextlib.nullcontext)
    assert observed(CODES[case]) == fast


class Forgetful(Paint):
    """Looks at each color anew."""

    def __call__(self, color) -> tuple[str, bool]:
        self.known.clear()
        return super().__call__(color)


@pytest.mark.parametrize("case", CODES)
def test_colors_looked_at_once_show_in_nothing(case, monkeypatch):
    fast = observed(CODES[case])
    monkeypatch.setattr(figures, "Paint", Forgetful)
    assert observed(CODES[case]) == fast
