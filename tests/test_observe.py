"""Running student code: what is reported, what is replaced, and that nothing leaks."""

from __future__ import annotations

import json
import random
import threading
import time

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from helpers.observe import Observation, observe
from helpers.observe.magics import without_magics
from helpers.observe.plain import as_array, to_plain
from helpers.observe.surroundings import from_cells

GIVEN = {"dt": 1e-3, "tau": 20e-3}


def test_an_observation_is_plain_json():
    seen = observe("x = np.arange(3.0)\ny = [1, 2.5]\nprint(x)\nplt.plot(x, x, 'ko')", GIVEN)
    again = Observation.from_json(seen.to_json())
    assert again == seen
    assert json.loads(seen.to_json())["variables"]["y"] == [1, 2.5]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("n = 50", 7),
        ("n: int = 50", 7),
        ("step_end, n = 150, 50", 7),
        ("n = 5 * 10", 7),
        ("n = int(50)", 50),
        ("for n in [50]:\n    pass", 50),
        ("if True:\n    n = 50", 50),
    ],
)
def test_top_level_literals_of_given_names_are_replaced(source, expected):
    assert observe(source, {**GIVEN, "n": 7}, replacing=["n"]).variables["n"] == expected


SHOWN_VALUE = {
    "in a block": "if True:\n    n = 50",
    "in a with": "with np.errstate():\n    n: int = 5 * 10",
    "in a function": "def size():\n    n = 50\n    return n\nn = size()",
    "in two names": "def size():\n    k, n = 1, 50\n    return n\nn = size()",
    "as a global name": "def main():\n    global n\n    n = 50\nmain()",
    "in a class": "class Network:\n    n = 50\nn = Network.n",
    "as a default": "def size(k, n=50):\n    return n\nn = size(1)",
    "as a default by name": "def size(*, k, n=50):\n    return n\nn = size(k=1)",
    "as a whole number": "n = int(50)",
    "as a float": "n = int(float(5e1))",
    "by another name": "N = 50\nn = N",
    "by another name as a default": "N = 50\ndef size(n=N):\n    return n\nn = size()",
    "in an expression": "x = [0] * (n := 50)",
}
OTHER_VALUE = {
    "another value": "def size():\n    n = 49\n    return n\nn = size()",
    "a counter": "def size(values):\n    n = 0\n    for _ in values:\n        n += 1\n    return n\nn = size('a' * 50)",
    "another name": "k = 50\nn = k + 0",
    "a call": "def size(n):\n    return n\nn = size(50)",
    "a call by name": "def size(n):\n    return n\nn = size(n=50)",
    "an attribute": "class P: pass\nP.n = 50\nn = P.n",
    "a power without end": "def f():\n    n = 9 ** 9 ** 9 ** 9\nn = len([0] * 50)",
}


@pytest.mark.parametrize("form", SHOWN_VALUE)
def test_a_number_given_to_a_name_is_replaced_anywhere_if_it_is_the_one_in_the_text(form):
    values = {**GIVEN, "n": 7}
    assert observe(SHOWN_VALUE[form], values, replacing={"n": 50}).variables["n"] == 7
    assert observe(SHOWN_VALUE[form], values).variables["n"] == 50


@pytest.mark.parametrize("form", OTHER_VALUE)
def test_what_is_given_to_a_name_and_is_not_the_number_in_the_text_stays(form):
    found = observe(OTHER_VALUE[form], {**GIVEN, "n": 7}, replacing={"n": 50}).variables["n"]
    assert found == (49 if form == "another value" else 50)


def test_a_negative_number_of_the_text_is_known_too():
    source = "def leak(el=-60e-3):\n    return el\nx = leak()"
    assert observe(source, {"el": -0.07}, replacing={"el": -0.06}).variables["x"] == -0.07


@pytest.mark.parametrize(
    "source",
    ["np.random.seed(2020)\nx = np.random.random()", "s = 1\nnp.random.seed(seed=2020)\nx = np.random.random()"],
)
def test_seed_arguments_are_replaced(source):
    np.random.seed(99)
    expected = np.random.random()
    assert observe(source, {**GIVEN, "seed": 99}, replacing=["seed"]).variables["x"] == expected


def test_nothing_is_replaced_in_the_run_as_written():
    assert observe("tau = 1\nx = tau", GIVEN).variables["x"] == 1


LEAKS = """
import random
np.random.seed(1); random.seed(1)
plt.rcParams["lines.linewidth"] = 9
plt.style.use("dark_background")
np.set_printoptions(precision=1)
np.seterr(all="raise")
plt.figure(); plt.plot([1], [2])
plt.show = plt.title = np.sin = max = "gone"
import builtins; builtins.sum = 3
leftover = 1
"""


def test_an_answer_that_seeds_nothing_is_judged_on_the_same_numbers_each_time():
    code = "import random\nx = [np.random.random(), random.random()]"
    assert observe(code, GIVEN).variables["x"] == observe(code, GIVEN).variables["x"]


def settings() -> tuple:
    state = (random.getstate(), np.random.get_state()[1].tolist())
    return (*state, dict(mpl.rcParams), np.get_printoptions(), np.geterr())


def test_a_run_leaves_no_trace():
    plt.close("all")
    mine = plt.figure()
    before = (
        random.getstate(),
        np.random.get_state()[1].tolist(),
        dict(mpl.rcParams),
        np.get_printoptions(),
        np.geterr(),
    )
    functions = (plt.show, plt.title, np.sin, sum)
    names = set(globals())
    seen = observe(LEAKS, GIVEN)
    after = (
        random.getstate(),
        np.random.get_state()[1].tolist(),
        dict(mpl.rcParams),
        np.get_printoptions(),
        np.geterr(),
    )
    assert seen.failure is None
    assert after == before
    assert (plt.show, plt.title, np.sin, sum) == functions
    assert plt.get_fignums() == [mine.number]
    assert set(globals()) == names
    assert {"plt.title", "np.sin", "sum"} <= set(seen.overwritten)
    plt.close("all")


ENDLESS = {
    "plain": "while True:\n    pass",
    "catching": "while True:\n    try:\n        pass\n    except:\n        pass",
    "sleeping": "import time\ntime.sleep(60)",  # ended by the clock
    "counting": "step = 0\nwhile step < 10:\n    step = step * 1",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_an_endless_loop_is_ended_and_told(kind):
    assert observe(ENDLESS[kind], GIVEN, seconds=0.3).failure["kind"] == "endless"


def test_an_endless_loop_is_ended_outside_the_main_thread_too():
    found = []
    thread = threading.Thread(target=lambda: found.append(observe(ENDLESS["catching"], GIVEN, seconds=0.3)))
    thread.start()
    thread.join(20)
    assert found[0].failure["kind"] == "endless"


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ("x = 1\ny = (", "syntax", 2),
        ("x = 1\nx = 1 / 0", "error", 2),
        ("def f():\n    return q\nf()", "error", 2),
        ("while True:\n    print('x' * 10000)", "output", 2),
        ("raise SystemExit", "error", 1),
        ("exit()", "error", 1),
    ],
)
def test_a_failure_names_its_kind_and_its_line(source, kind, line):
    failure = observe(source, GIVEN).failure
    assert (failure["kind"], failure["line"]) == (kind, line)


def test_what_was_printed_and_drawn_before_a_crash_is_kept():
    seen = observe("print(1)\nplt.plot([1], [2], 'ko')\nx = 5\n1 / 0", GIVEN)
    assert seen.printed == "1\n"
    assert len(seen.figures) == 1
    assert seen.variables["x"] == 5


def test_a_question_to_the_user_is_a_failure_not_a_prompt():
    assert observe("x = input('how many?')", GIVEN).failure["type"] == "EOFError"


def test_magics_and_shell_lines_do_nothing_and_keep_the_line_numbers():
    seen = observe("%%time\n%matplotlib inline\n!ls\nx = 1\n1 / 0", GIVEN)
    assert seen.variables["x"] == 1
    assert seen.failure["line"] == 5


PYTHON = {
    "a format on a line of its own": 'print("%d"\n      %7)',
    "not equal on a line of its own": "x = 7\nwhile (\n    x\n    != 7\n):\n    pass\nprint(x)",
    "after a backslash": "x = 15 \\\n%8\nprint(x)",
    "in a text": 'print(("""\\\n%d\n!ls\nwhat?""" % 7).split()[0])',
}
NOTEBOOK = {
    "a question before": "?print\nprint(7)",
    "a question after": "print(7)\nnp.sin??\nprint?",
    "what a magic gives": "cwd = %pwd\nprint(7)",
    "what a command gives": "files = !ls\nprint(7 + len(files))",
    "a command in two lines": "!pip install \\\n    numpy\nprint(7)",
    "the lines of a command in two lines": "files = !ls \\\n    -l\nprint(7)",
    "a command with half a text": "!echo it's (\n%matplotlib inline\nprint(7)",
    "magics beside a format": '%matplotlib inline\nprint("%d"\n      %7)\n!ls',
    "magics beside a text": '%matplotlib inline\nprint("""\\\n%d""" # "\n%7)\n%who',
    "a timed call": "def seven():\n    print(7)\n%time seven()",
    "a timed assignment": "if True:\n    %time x = 7\nprint(x)",
    "what a timed call gives": "x = %time int(7)\nprint(x)",
    "a magic alone in a block": "if True:\n    %who\nprint(7)",
    "the time of many runs": "%timeit 7 + 7\nprint(7)",
    "a cell magic after an empty line": "\n%%time\nprint(7)",
    "prompts": ">>> for x in [7]:\n...     print(x)\n...\n",
    "prompts of IPython": "In [1]: for x in [7]:\n   ...:     print(x)\n   ...:\n",
    "an indented cell": "\n    # a comment\n    for x in [7]:\n        print(x)\n",
}


@pytest.mark.parametrize("source", [*PYTHON.values(), *NOTEBOOK.values()], ids=[*PYTHON, *NOTEBOOK])
def test_what_a_notebook_runs_is_run(source):
    seen = observe(source, GIVEN)
    assert (seen.failure, seen.printed) == (None, "7\n")


@pytest.mark.parametrize("source", NOTEBOOK.values(), ids=NOTEBOOK)
def test_notebook_syntax_leaves_the_line_numbers(source):
    failure = observe(f"{source.rstrip()}\n{'    ' * source.startswith(chr(10) + ' ')}1 / 0", GIVEN).failure
    assert (failure["type"], failure["line"]) == ("ZeroDivisionError", source.rstrip().count("\n") + 2)


@pytest.mark.parametrize("piece", ["\n", " ", "a", "\\a", "'\\", "? ", '"""\\a'])
def test_lines_are_looked_at_in_a_time_that_grows_with_their_length(piece):
    began = time.perf_counter()
    without_magics(f"%who\nx{50_000 * piece}=\n{piece}{50_000 * piece[-2:]} ")
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("source", ["x = 1\n% 2", "x = (\n%who", "x = ((7)\n!= 8", "what ?", '"""\n%who', "x = 5 ?"])
def test_what_is_neither_python_nor_notebook_is_a_syntax_error(source):
    assert observe(source, GIVEN).failure["kind"] == "syntax"


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


def test_cells_that_display_and_magics_in_cells_do_not_lose_their_functions():
    offered, _ = from_cells(["display(1)\nget_ipython()\n?print\ndef half(x):\n    return x / 2\nhalf?"], {}, 1.0)
    assert offered["half"](3) == 1.5


def test_cached_partial_and_private_functions_of_cells_are_offered_data_is_not():
    cells = [
        "from functools import cache, partial\n_left, left, root = 1, [2], partial(np.sqrt, 2)\n__all__ = []",
        "@cache\ndef half(x):\n    return x / 2\ndef _third(x):\n    return x / 3\nsixth = partial(half, 1 / 3)",
    ]
    assert sorted(from_cells(cells, {}, 1.0)[0]) == ["_third", "cache", "half", "partial", "sixth"]


def test_a_display_of_the_student_s_own_is_offered_that_of_a_notebook_is_not():
    own = "def display(x):\n    return x"
    assert "display" in from_cells([own], {}, 1.0)[0]
    assert "display" not in from_cells(["from IPython.display import display"], {}, 1.0)[0]


def test_imports_that_are_tried_are_offered():
    cells = ["try:\n    from math import pi\n    import no_such_module\nexcept ImportError:\n    import cmath"]
    assert sorted(from_cells(cells, {}, 1.0)[0]) == ["cmath", "pi"]
    assert sorted(from_cells(["if False:\n    import this"], {}, 1.0)[0]) == []


class AlwaysEqual(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


@pytest.mark.parametrize(
    "value",
    [
        np.ma.masked_array([1.0], [True]),
        np.array([1, "a"], dtype=object),
        np.recarray((1,), dtype=[("x", float)]),
        AlwaysEqual(1),
        [AlwaysEqual(1)],
        np.array(["1.0"]),
        True,
        {"array": [1.0]},
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_only_looks_like_a_number_is_none(value):
    assert as_array(to_plain(value)) is None


def test_functions_of_other_cells_see_the_run_s_values():
    space = {"__name__": "__main__", "tau": 99}
    exec("def twice():\n    return 2 * tau", space)
    seen = observe("x = twice()", GIVEN, surroundings={"twice": space["twice"]})
    assert seen.variables["x"] == 0.04


def test_leftover_data_of_other_cells_is_not_available():
    failure = observe("x = leftover", GIVEN, surroundings={}).failure
    assert failure["type"] == "NameError"
    assert "leftover" in failure["message"]


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
