"""Running student code: what is reported, what is replaced, and that nothing leaks."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest

from slipcheck.observe import Observation, observe
from slipcheck.observe.plain import as_array, to_plain

GIVEN = {"dt": 1e-3, "tau": 20e-3}


def test_an_observation_is_plain_json():
    seen = observe("x = np.arange(3.0)\ny = [1, 2.5]\nprint(x)\nplt.plot(x, x, 'ko')", GIVEN)
    text = json.dumps(asdict(seen))
    assert Observation(**json.loads(text)) == seen
    assert json.loads(text)["variables"]["y"] == [1, 2.5]


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


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ("x = 1\ny = (", "syntax", 2),
        ("x = 1\nx = 1 / 0", "error", 2),
        ("def f():\n    return q\nf()", "error", 2),
        ("raise SystemExit", "error", 1),
        ("exit()", "error", 1),
    ],
)
def test_a_failure_names_its_kind_and_its_line(source, kind, line):
    failure = observe(source, GIVEN).failure
    assert (failure["kind"], failure["line"]) == (kind, line)


def test_what_is_printed_too_much_is_dropped_and_the_run_goes_on():
    seen = observe("print('a' * 199_999)\nfor k in range(9000):\n    print('b' * 100)\nx = 5", GIVEN)
    assert (len(seen.printed), seen.failure, seen.variables["x"]) == (200_000, None, 5)
    assert seen.is_cut
    assert not observe("print('a' * 1000)", GIVEN).is_cut


def test_a_loop_that_prints_without_end_is_endless():
    failure = observe("while True:\n    print('x' * 10000)", GIVEN, seconds=0.3).failure
    assert failure["kind"] == "endless"
    assert failure["line"] in (1, 2)  # wherever the time is over


def test_what_was_printed_and_drawn_before_a_crash_is_kept():
    seen = observe("print(1)\nplt.plot([1], [2], 'ko')\nx = 5\n1 / 0", GIVEN)
    assert seen.printed == "1\n"
    assert len(seen.figures) == 1
    assert seen.variables["x"] == 5


def test_a_question_to_the_user_is_a_failure_not_a_prompt():
    assert observe("x = input('how many?')", GIVEN).failure["type"] == "EOFError"


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
