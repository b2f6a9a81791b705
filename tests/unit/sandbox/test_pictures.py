"""The picture of a figure that a feedback page shows."""

from __future__ import annotations

import contextlib

import pytest

from slipcheck.observe import Witness, drawing, observe, visibility
from slipcheck.observe.drawing import draw

LOOKED_AT = {
    "not": "",
    "layout": "plt.tight_layout()",
    "limits": "print(plt.ylim(), plt.gca().get_xlim())",
    "saved": "import io; plt.savefig(io.BytesIO())",
}


class Limits(Witness):
    def drew(self, figure, subplots):
        draw(figure, [], {})
        self.limits = [*figure.axes[0].get_xlim(), *figure.axes[0].get_ylim()]


@pytest.mark.parametrize("look", LOOKED_AT.values(), ids=LOOKED_AT)
def test_axes_fit_their_points_whatever_looked_at_them_before(look):
    source, witness = "for k in range(11):\n    plt.plot(k, 2 * k, 'ko')\n    if k == 2: ", Limits()
    observe(f"{source}{look or 'pass'}\n{look}\nplt.show()", {}, witness=witness)
    assert witness.limits == pytest.approx([-0.5, 10.5, -1, 21])


DRAWN = {
    "points of a loop": "for k in range(60):\n    plt.plot(k, k % 7, 'k.', alpha=0.5)\n",
    "two styles": "for k in range(20):\n    plt.plot(k, 0.1 * k, 'C7.')\n    plt.plot(k, 1, 'ro', markersize=9)\n",
    "mixed": "plt.plot([0, 9], [1, 5])\nplt.scatter([1], [3])\nfor k in range(9):\n    plt.plot(k, k, 'bs')\n",
    "one behind another": "plt.plot([1, 2], [1, 1], 'k.')\nplt.plot([1, 2], [1, 1], 'rs', markersize=30)\n",
    "invisible": "plt.plot([1, 2], [3, 4], 'k.', alpha=0)\nplt.plot([1, 2], [4, 3], 'k.', visible=False)\n",
}
TEXTS = "plt.title('$V_m$')\nplt.xlabel('time (s)')\nplt.ylabel('V')\nplt.show()"


class Picture(Witness):
    def drew(self, figure, subplots):
        self.png = draw(figure, subplots, {}).tobytes()
        self.subplots = [subplot.described() for subplot in subplots]


def pictured(source: str) -> tuple[bytes, list[dict]]:
    """The picture of a source, and what is said to be visible in it."""
    witness = Picture()
    observe(source, {}, witness=witness)
    return witness.png, witness.subplots


@contextlib.contextmanager
def plainly_without(artists):
    visible = [artist for artist in artists if artist.get_visible()]
    for artist in visible:
        artist.set_visible(False)
    yield
    for artist in visible:
        artist.set_visible(True)


@pytest.mark.parametrize("source", DRAWN.values(), ids=DRAWN)
def test_the_shortcuts_change_no_pixel_and_no_description(source, monkeypatch):
    fast = pictured(source + TEXTS)
    monkeypatch.setattr(drawing, "join_markers", lambda axes: None)
    monkeypatch.setattr(drawing, "keep_title", lambda axes: None)
    monkeypatch.setattr(visibility, "without", plainly_without)
    assert pictured(source + TEXTS) == fast
