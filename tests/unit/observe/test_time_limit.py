"""Student code that does not end by itself: how it is ended, on each platform."""

from __future__ import annotations

import contextlib
import signal
import sys
import textwrap
import threading
import time

import pytest

from slipcheck.observe import observe, time_limit
from slipcheck.observe.never_ending import Endless

GIVEN = {"dt": 1e-3, "tau": 20e-3}
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


@pytest.fixture
def without_threads(monkeypatch):
    """A platform such as a browser's, with neither timer signals nor threads."""

    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.delattr(signal, "setitimer")
    monkeypatch.setattr(threading.Thread, "start", refuse)
    time_limit.has_threads.cache_clear()
    yield
    time_limit.has_threads.cache_clear()


SLOW = "from time import {0} as now\nend = now() + {1}\nfor k in range(10**9):\n    if now() > end:\n        break"
NEVER = [
    "while True:\n    for k in range(10**6):\n        pass",
    "import itertools\nfor k in itertools.count():\n    pass",
    "v = [k for k in iter(int, 1)]",
    "def f():\n    for k in range(10**9):\n        pass\nwhile True:\n    f()",
]


def test_a_slow_loop_that_ends_by_itself_has_more_time(monkeypatch):
    monkeypatch.setattr(time_limit, "OF_THE_CLOCK", 1000)  # on a busy machine too, processor time alone counts
    assert observe(SLOW.format("process_time", 0.45), GIVEN, seconds=0.3).failure["kind"] == "endless"
    assert observe(SLOW.format("process_time", 0.45), GIVEN, seconds=0.3, patient=True).failure is None
    assert observe(SLOW.format("monotonic", 60), GIVEN, seconds=0.3, patient=True).failure["kind"] == "endless"


def test_a_slow_loop_has_more_time_outside_the_main_thread_too():
    found = []

    def look():
        found.append(observe(SLOW.format("monotonic", 1.2), GIVEN, seconds=1.0, patient=True).failure)
        found.append(observe(SLOW.format("monotonic", 60), GIVEN, seconds=0.3, patient=True).failure["kind"])

    thread = threading.Thread(target=look)
    thread.start()
    thread.join(20)
    assert found == [None, "endless"]


def test_a_slow_loop_has_the_most_time_in_a_browser(without_threads):
    assert observe(SLOW.format("monotonic", 1.2), GIVEN, seconds=0.3, patient=True).failure is None
    assert observe(SLOW.format("monotonic", 60), GIVEN, seconds=0.3, patient=True).failure["kind"] == "endless"


@pytest.mark.parametrize("source", NEVER)
def test_a_loop_that_may_never_end_has_no_more_time(source):
    began = time.process_time()
    assert observe(source, GIVEN, seconds=1.0, patient=True).failure["kind"] == "endless"
    assert time.process_time() - began < 1.9  # twice as long is given to what ends by itself


ENDLESS_LINES = {
    "plain": ENDLESS["plain"],
    "catching": ENDLESS["catching"],
    "catching in a function": f"def f():\n{textwrap.indent(ENDLESS['catching'], '    ')}\nf()",
    "counting": ENDLESS["counting"],
    "comprehension": "from itertools import count\nv = [step for step in count() if step < 0]",
    "in another cell's function": "wait()",
}


@pytest.mark.parametrize("kind", ENDLESS_LINES)
def test_an_endless_loop_is_ended_where_there_are_neither_timers_nor_threads(kind, without_threads):
    names: dict[str, object] = {"__name__": "__main__"}
    exec(compile("def wait():\n    while True:\n        pass", "<cell>", "exec"), names)

    seen = observe(ENDLESS_LINES[kind], GIVEN, seconds=0.3, surroundings={"wait": names["wait"]})

    assert (seen.failure["kind"], seen.failure["type"]) == ("endless", "Endless")


def busy(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.process_time()


def outlived(outer: float, inner: float) -> bool:
    """Whether code went on after the outer of two limits, within which the inner one was begun and ended."""
    try:
        with time_limit.within(outer, __file__):
            with contextlib.suppress(Endless), time_limit.within(inner, __file__):
                busy(0.05)
            busy(60)
    except Endless:
        return False
    return True


@pytest.mark.parametrize("inner", [0.01, 100])
def test_a_limit_within_another_leaves_it_in_force(inner):
    assert not outlived(0.3, inner)


def test_a_limit_within_another_leaves_it_in_force_outside_the_main_thread_too():
    found = []
    thread = threading.Thread(target=lambda: found.append(outlived(0.3, 0.01)))
    thread.start()
    thread.join(50)
    assert found == [False]


def test_a_limit_within_another_leaves_it_in_force_in_a_browser(without_threads):
    assert not outlived(0.3, 0.01)


def test_the_outer_limit_ends_what_the_inner_one_would_let_run(without_threads):
    with pytest.raises(Endless), time_limit.within(0.2, __file__), time_limit.within(100, __file__):
        busy(60)


def test_a_timer_of_somebody_else_has_what_was_left_of_it():
    former = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        signal.setitimer(signal.ITIMER_REAL, 100)
        with time_limit.within(50, __file__):
            pass
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 100
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def test_nothing_is_watched_after_an_answer_that_ended_in_time(without_threads):
    before = sys.gettrace()

    assert observe("try:\n    v = [k for k in range(9000)]\nfinally:\n    pass", GIVEN, seconds=5).failure is None
    assert sys.gettrace() is before


def test_a_limit_that_rings_while_an_object_dies_is_not_told_to_the_screen():
    dies = "class Slow:\n    def __del__(self):\n        while True:\n            pass\nv = Slow()\ndel v\n"
    source = f"{dies}while True:\n    pass"
    lost = []
    usual, sys.unraisablehook = sys.unraisablehook, lost.append
    try:
        assert observe(source, {}, seconds=0.2).failure["kind"] == "endless"
    finally:
        sys.unraisablehook = usual
    assert lost == []


def test_an_error_that_was_not_made_to_its_end_goes_without_a_word(capsys):
    unfinished = Endless.__new__(Endless)
    unfinished.__del__()
    assert capsys.readouterr().err == ""
