"""Drawing fewer lines of a table that nobody sees changes how fast a frame comes, and nothing in it."""

from __future__ import annotations

import contextlib

import pytest

from slipcheck.notebook import explore
from tests.support.sliders import png, sentence, sliders_over


def frame(number: int, source: str) -> tuple[bytes, str]:
    explorer = sliders_over(number, source)
    explorer.sliders["n"].value = 200
    return png(explorer), sentence(explorer)


@pytest.mark.parametrize("number", [13, 14])
def test_a_frame_is_the_same_where_the_answer_s_own_figure_has_all_its_lines(number, solved, monkeypatch):
    fast = frame(number, solved(number))
    monkeypatch.setattr(explore, "thinned", lambda most: contextlib.nullcontext())
    assert frame(number, solved(number)) == fast
