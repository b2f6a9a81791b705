"""Do something in the kernel's main thread, where cells run, as soon as the requests for it pause.

A request after a rest, such as a key press, is answered at once. While a slider is dragged its positions come faster
than pictures can be made: each then waits until none has come for a moment, so those that piled up behind a picture are
answered together, by one picture of the latest position.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

CALM = 0.008  # s without a request; a hand makes one every 8 to 30 ms, a queue of them one every ms or two
LONGEST = 0.1  # s that a request waits for calm
SHARE = 1 / 8  # of the last picture's time; a slow machine reads its queue slowly too, so calm and rest are as long
REST = 0.06  # s without a picture or a request, after which nothing has piled up


class Latest:
    """``ask()`` from any thread; ``action()`` follows, once for all requests that came meanwhile.

    Without a kernel (a plain shell, a test) there is nothing to wait for: the action follows at once.
    """

    def __init__(self, action: Callable[[], None]):
        self.action = action
        self.waiting = False
        self.first = self.last = 0.0  # when a waiting request came
        self.done = -REST  # when the last action ended
        self.took = 0.0  # s, the last action

    def ask(self) -> None:
        """Request the action."""
        loop = _loop()
        if loop is None:
            self.action()
            return
        self.last = time.monotonic()
        if not self.waiting:
            self.waiting = True
            self.first = self.last
            loop.add_callback(self._when_calm, loop)

    def _when_calm(self, loop: Any) -> None:
        now = time.monotonic()
        share = SHARE * self.took
        calm, rest, longest = max(CALM, share), max(REST, share), max(LONGEST, self.took)
        is_rested = self.first - self.done >= rest
        if not is_rested and now - self.last < calm and now - self.first < longest:
            loop.call_later(CALM, self._when_calm, loop)
            return
        self.waiting = False
        self.action()
        self.done = time.monotonic()
        self.took = self.done - now


def _loop() -> Any:
    """The event loop of the kernel, if there is one."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(getattr(shell, "kernel", None), "io_loop", None)
