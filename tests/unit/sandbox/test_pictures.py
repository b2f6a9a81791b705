"""The picture of a figure that a feedback page shows."""

from __future__ import annotations

import pytest

from grading.sandbox.inside.drawing import rendered
from slipcheck.observe import Witness, observe

LOOKED_AT = {
    "not": "",
    "layout": "plt.tight_layout()",
    "limits": "print(plt.ylim(), plt.gca().get_xlim())",
    "saved": "import io; plt.savefig(io.BytesIO())",
}


class Limits(Witness):
    def drew(self, figure, panels):
        rendered(figure)
        self.limits = [*figure.axes[0].get_xlim(), *figure.axes[0].get_ylim()]


@pytest.mark.parametrize("look", LOOKED_AT.values(), ids=LOOKED_AT)
def test_axes_fit_their_points_whatever_looked_at_them_before(look):
    source, witness = "for k in range(11):\n    plt.plot(k, 2 * k, 'ko')\n    if k == 2: ", Limits()
    observe(f"{source}{look or 'pass'}\n{look}\nplt.show()", {}, witness=witness)
    assert witness.limits == pytest.approx([-0.5, 10.5, -1, 21])
