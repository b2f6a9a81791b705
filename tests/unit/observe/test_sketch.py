"""What the stand-in for pyplot takes down is what matplotlib would draw."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest

from helpers.course import COURSE
from slipcheck.observe import observe
from slipcheck.runs import given_values

GIVEN = {"dt": 0.001}
SAME = ("x", "y", "label", "visible", "marker", "line", "alpha")


def both(source: str, values=GIVEN):
    return (observe(source, values, sketch=sketch).figures for sketch in (False, True))


def alike(figure: dict) -> dict:
    artists = [{name: artist[name] for name in SAME} for artist in figure["artists"]]
    return {**{name: figure[name] for name in ("title", "xlabel", "ylabel", "legend")}, "artists": artists}


@pytest.mark.parametrize("number", COURSE.numbers)
def test_a_right_answer_draws_the_same(number, solved):
    exercise = COURSE.exercise(number)
    drawn, sketched = both(solved(number), given_values(exercise, exercise.parameters, {}))
    assert [alike(figure) for figure in sketched] == [alike(figure) for figure in drawn]


@pytest.mark.parametrize(
    "source",
    [
        "plt.plot([1, 2, 3])",
        "plt.plot([1, 2], [3, 4], 'k.', [5, 6], [7, 8])",
        "plt.plot([1, 2], np.ones([2, 3]), 'o-', alpha=0.3)",
        "plt.plot(np.ones([2, 3]), [1, 2])",
        "plt.plot(1, 2)",
        "plt.plot(1, 2, marker='o')",
        "plt.plot([1, 2], [3, 4], linestyle='')",
        "plt.plot([1, 2], [3, 4], label='a')\nplt.legend()",
        "fig, ax = plt.subplots()\nax.plot([1, 2], [3, 4])\nax.set_xlabel('time (s)')",
        "plt.figure()\nplt.plot([1], [2], 'k.')\nplt.show()\nplt.plot([3], [4], 'k.')",
        "plt.grid(True)\nplt.scatter([1, 2], [3, 4])\nplt.xlim(0, 3)",
    ],
)
def test_a_plot_command_is_taken_as_pyplot_takes_it(source):
    drawn, sketched = both(source)
    assert [alike(figure) for figure in sketched] == [alike(figure) for figure in drawn]


REFUSED = [
    "plt.plot([1, 2], [3])",
    "plt.plot([1], [2], 'zz')",
    "plt.scatter([1], [2, 3])",
    "plt.plot([1, 2], np.ones([2, 3, 4]))",
    "plt.plot([1, 2], np.ones([3, 2]))",
    "plt.plot(np.ones([2, 2]), np.ones([2, 3]))",
]


@pytest.mark.parametrize("source", REFUSED)
def test_what_pyplot_refuses_stops_here_too(source):
    assert observe(source, GIVEN, sketch=True).failure["type"] == observe(source, GIVEN).failure["type"]


@pytest.mark.parametrize("name", ["plt", "plot_package"])
@pytest.mark.parametrize("place", ["import {0}", "from matplotlib import pyplot as {0}", "in another cell"])
def test_pyplot_is_sketched_wherever_it_is_imported(name, place, monkeypatch):
    monkeypatch.setattr(plt, "plot", None)
    first = place.replace("import {0}", "import matplotlib.pyplot as {0}").format(name) if "import" in place else ""
    surroundings = {} if first else {name: plt}
    seen = observe(f"{first}\n{name}.plot([1, 2], [3, 4], 'k.')", {}, surroundings=surroundings, sketch=True)
    assert seen.failure is None
    assert len(seen.figures) == 1
