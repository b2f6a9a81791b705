"""Of positions that come faster than pictures can be made, the latest is shown."""

from __future__ import annotations

import threading

import pytest

from slipcheck.sliders import debounce
from tests.support.sliders import sliders_over


class Loop:
    """Stands in for a kernel's event loop: what is to be called later, and the time."""

    def __init__(self):
        self.now, self.calls = 0.0, []

    def add_callback(self, call, *arguments):
        self.call_later(0, call, *arguments)

    def call_later(self, delay, call, *arguments):
        self.calls.append((self.now + delay, call, arguments))

    def run(self, until: float):
        while self.calls and min(call[0] for call in self.calls) <= until:
            self.now, call, arguments = self.calls.pop(self.calls.index(min(self.calls, key=lambda entry: entry[0])))
            call(*arguments)
        self.now = until


@pytest.fixture
def loop(monkeypatch):
    made = Loop()
    monkeypatch.setattr(debounce, "_loop", lambda: made)
    monkeypatch.setattr(debounce.time, "monotonic", lambda: made.now)
    return made


def test_only_the_latest_of_many_positions_is_shown(solved, loop):
    explorer = sliders_over(4, solved(4))
    frames = []
    explorer.image.observe(frames.append, "value")
    threads = [threading.Thread(target=setattr, args=(explorer.sliders["tau"], "value", 30 + k)) for k in range(9)]
    for thread in threads:
        thread.start()
        thread.join()
    assert frames == []
    loop.run(until=1)
    assert len(frames) == 1
    assert "tau = 38 ms" in explorer.text.value


def test_positions_without_a_pause_are_shown_too(loop):
    shown = []
    frames = debounce.Latest(lambda: shown.append(loop.now))
    for k in range(200):
        loop.run(until=0.005 * k)
        frames.ask()
    assert len(shown) >= 5


def test_a_slow_machine_that_also_reads_its_queue_slowly_shows_the_latest(loop):
    shown = []

    def action():
        shown.append(loop.now)
        loop.now += 1
        for k in range(20 if len(shown) == 1 else 0):
            loop.call_later(0.03 * k, frames.ask)

    frames = debounce.Latest(action)
    frames.ask()
    loop.run(until=9)
    assert len(shown) == 2


def test_a_position_that_comes_while_a_picture_is_made_is_shown_next(loop):
    shown = []

    def action():
        shown.append(loop.now)
        if len(shown) == 1:
            frames.ask()

    frames = debounce.Latest(action)
    frames.ask()
    loop.run(until=1)
    assert len(shown) == 2


def test_a_key_press_after_a_rest_is_answered_at_once_and_the_next_ones_together(loop):
    shown = []
    frames = debounce.Latest(lambda: shown.append(loop.now))
    for moment in (1, 1.002, 1.004, 1.006):
        loop.run(until=moment)
        frames.ask()
        loop.run(until=moment)
    assert shown == [1]

    loop.run(until=2)
    assert len(shown) == 2
    assert shown[1] < 1.03
