"""Figures as plain data: what is read of them, and that their axes are as matplotlib makes them."""

from __future__ import annotations

import matplotlib.pyplot as plt
import pytest
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from slipcheck.observe import observe

GIVEN = {"dt": 1e-3, "tau": 20e-3}


@pytest.mark.parametrize(
    ("format_string", "visible"),
    [("ko", True), ("k.", True), ("k", False), ("C7", False), ("wo", False), ("C7.", True)],
)
def test_a_single_point_is_visible_only_with_a_marker(format_string, visible):
    seen = observe(f"plt.plot(1, 2, {format_string!r})", GIVEN)
    assert seen.figures[0]["artists"][0]["visible"] is visible


@pytest.mark.parametrize(
    "code", ["plt.scatter([0, 1], [2, 3])", "plt.plot([0, 1], [2, 3])", "plt.plot(0, 2, 'ko'); plt.plot(1, 3, 'ko')"]
)
def test_points_are_read_however_they_are_drawn(code):
    artists = observe(code, GIVEN).figures[0]["artists"]
    points = [point for artist in artists for point in zip(artist["x"], artist["y"], strict=True)]
    assert points == [(0, 2), (1, 3)]
    assert all(artist["visible"] for artist in artists)


def test_show_ends_a_figure_as_in_a_notebook():
    seen = observe("plt.plot(1, 1, 'ko')\nplt.show()\nplt.plot(2, 2, 'ko')\nplt.show()", GIVEN)
    assert [figure["artists"][0]["x"] for figure in seen.figures] == [[1], [2]]


DRAW = "fig, ax = plt.subplots()\nax.plot([1], [2], 'ko')\n"
DISPLAYED = {
    "displayed and closed": f"{DRAW}display(fig)\nplt.close(fig)",
    "closed and displayed": f"{DRAW}plt.close()\ndisplay(fig)",
    "displayed and left open": f"{DRAW}display(fig)",
    "displayed and shown": f"{DRAW}display(fig)\nplt.show()",
    "shown and displayed": f"{DRAW}plt.show()\ndisplay(fig)",
    "displayed twice, filled in between": "fig = plt.figure()\ndisplay(fig)\nplt.plot([1], [2], 'ko')\ndisplay(fig)",
    "displayed and cleared": f"{DRAW}display(fig)\nplt.clf()",
    "the last value": f"{DRAW}plt.close()\nfig",
    "an attribute as the last value": f"{DRAW}plt.close()\nax.figure",
    "not of pyplot": "from matplotlib.figure import Figure\nfig = Figure()\nfig.subplots().plot([1], [2], 'ko')\nfig",
    "display imported": f"from IPython.display import HTML, display\n{DRAW}display(fig, HTML('x'))\nplt.close()",
    "display alone imported": f"from IPython.display import display\n{DRAW}display(fig)\nplt.close()",
    "shown by itself": f"{DRAW}fig.show()",
}


@pytest.mark.parametrize("code", DISPLAYED.values(), ids=DISPLAYED)
def test_a_displayed_figure_is_seen_once(code):
    seen = observe(code, GIVEN)
    assert (seen.failure, seen.printed) == (None, "")
    assert [figure["artists"][0]["x"] for figure in seen.figures] == [[1]]


@pytest.mark.parametrize("end", ["plt.close()", "plt.close()\nfig;", "plt.close()\nax", "display(ax)\nplt.close()"])
def test_a_closed_figure_that_was_not_displayed_is_not_seen(end):
    assert observe(DRAW + end, GIVEN).figures == []


@pytest.mark.parametrize("projection", [None, "polar"])
def test_lines_are_clipped_to_their_axes_as_matplotlib_does_it(projection):
    source = f"""axes = plt.subplot(projection={projection!r})
lines = [axes.plot([0, 1], [0, k])[0] for k in range(3)]
boxes = [line.get_clip_box() for line in lines]
paths = [line.get_clip_path() for line in lines]
print([box is not None and list(box.bounds) == list(axes.bbox.bounds) for box in boxes], [bool(p) for p in paths])"""
    box, path = projection is None, projection is not None
    assert observe(source, {}).printed == f"{[box] * 3} {[path] * 3}\n"
    assert Line2D.set_clip_path is Artist.set_clip_path


LIMITS = {
    "asked for": "plt.plot(3, 4, 'ko')\nprint(plt.xlim(), plt.ylim())\nplt.plot(5, 9, 'ko')",
    "of one side": "plt.plot([3, 4], [5, 6])\nplt.ylim(bottom=0)\nplt.plot([8], [9], '.')",
    "shared": "a, b = plt.subplots(2, sharex=True)[1]\na.plot([3, 4], [5, 6])\nb.plot([9], [1], 'ko')",
    "beside a collection": "plt.plot([3, 4], [5, 6])\nplt.scatter([0], [0])\nplt.plot([8], [9], '.')",
    "computed anew": "line, = plt.plot([3, 4], [5, 6])\nline.set_data([0, 1], [2, 3])\nplt.gca().relim()",
    "after a layout": "plt.plot([3, 4], [5, 6])\nplt.tight_layout()\nplt.plot([8], [9], '.')",
}


@pytest.mark.parametrize("name", LIMITS)
def test_axes_have_the_limits_that_matplotlib_gives_them(name, capsys):
    source = f"{LIMITS[name]}\nprint([(axes.get_xlim(), axes.get_ylim()) for axes in plt.gcf().axes])\nplt.close('all')"
    plt.close("all")  # another test may have left a figure, or a style with a layout of its own
    with plt.style.context("default"):
        exec(source, {"plt": plt})
        assert observe(source, {}).printed == capsys.readouterr().out


MARKERS = {
    "plt.plot(1, 2, 'o', mec='k', mfc='white')": True,
    "plt.plot(1, 2, 'ko', mfc='w')": True,
    "plt.plot(1, 2, 'ko', mfc='none', mew=0)": False,
    "plt.plot(1, 2, 'wo', mec=('k', 0.5))": True,
    "plt.plot(1, 2, 'o', color='#fefefe')": False,
    "plt.plot(1, 2, 'o', color=(0, 0, 0, 0.001))": False,
    "plt.plot(1, 2, 'o', color='0.9')": True,
    "plt.gca().set_facecolor('none'); plt.plot(1, 2, 'wo')": False,
    "plt.gca().set_facecolor('k'); plt.plot(1, 2, 'wo')": True,
    "plt.scatter(1, 2, facecolors='white', edgecolors='k')": True,
    "plt.scatter(1, 2, facecolors='none', edgecolors='k')": True,
    "plt.scatter(1, 2, facecolors='white', edgecolors='k', linewidths=0)": False,
}


@pytest.mark.parametrize("source", MARKERS)
def test_a_marker_is_seen_by_its_face_or_its_edge(source):
    assert observe(source, GIVEN).figures[0]["artists"][0]["visible"] is MARKERS[source]


WRITTEN = {
    "plt.title('a', loc='left')": ("title", "a"),
    "plt.title('a', loc='right')": ("title", "a"),
    "plt.gcf().suptitle('a')": ("title", "a"),
    "plt.gcf().supxlabel('a')": ("xlabel", "a"),
    "plt.gcf().supylabel('a')": ("ylabel", "a"),
    "plt.gcf().legend()": ("legend", ["b"]),
    "plt.figlegend(['c'])": ("legend", ["c"]),
    "plt.legend()": ("legend", ["b"]),
}


@pytest.mark.parametrize("source", WRITTEN)
def test_a_text_is_read_wherever_it_stands(source):
    role, expected = WRITTEN[source]
    assert observe(f"plt.plot([0, 1], [2, 3], label='b')\n{source}", GIVEN).figures[0][role] == expected


def test_each_axes_has_its_own_labels_or_those_of_its_neighbour():
    source = """a, b = plt.subplots(2, sharex=True)[1]
for axes, name in ((a, "I (A)"), (b, "V (V)")):
    axes.plot([0, 1], [2, 3])
    axes.set_ylabel(name)
b.set_xlabel("t (s)")"""
    figures = observe(source, GIVEN).figures
    assert [(figure["xlabel"], figure["ylabel"]) for figure in figures] == [("t (s)", "I (A)"), ("t (s)", "V (V)")]


LABELLED = [  # artists that matplotlib puts into a legend, each with colors of its own kind
    "plt.errorbar([0, 1], [2, 3], 0.1, label='a')",
    "plt.errorbar([0, 1], [2, 3], 0.1, fmt='none', capsize=3, label='a')",
    "plt.scatter([0, 1], [2, 3], facecolors='none', edgecolors='k', label='a')",
    "plt.scatter([0, 1], [2, 3], c=[0, 1], label='a')",
    "plt.vlines([0, 1], 0, 1, label='a')",
    "plt.fill_between([0, 1], [2, 3], facecolor='none', edgecolor='k', label='a')",
    "plt.stem([0, 1], [2, 3], label='a')",
    "plt.bar([0, 1], [2, 3], yerr=0.1, label='a')",
    "plt.quiver([0, 1], [2, 3], [1, 1], [1, 1], label='a')",
    "plt.eventplot([0, 1], label='a')",
    "plt.axvspan(0, 1, label='a')",
    "plt.plot([0, 1], [2, 3], marker='$a$', mfc='none', label='a')",
]


@pytest.mark.parametrize("source", LABELLED)
def test_an_entry_of_a_legend_hides_nothing(source):
    figure = observe(f"plt.plot([0, 1], [0, 3], 'ko')\n{source}\nplt.legend()", GIVEN).figures[0]
    assert figure["legend"] == ["a"]
    assert figure["artists"][0]["visible"]


@pytest.mark.parametrize("command", ["errorbar([0, 1], [2, 3], 0.1, fmt='none')", "vlines([0, 1], 2, 3)"])
def test_upright_lines_are_bars_and_no_curves(command):
    assert [artist["kind"] for artist in observe(f"plt.{command}", GIVEN).figures[0]["artists"]] == ["bars"]


def test_lines_that_are_not_upright_are_no_bars():
    assert observe("plt.hlines([0, 1], 2, 3)", GIVEN).figures[0]["artists"][0]["kind"] == "segments"
