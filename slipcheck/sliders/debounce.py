"""Do something in the kernel's main thread, where cells run, as soon as the requests for it pause.

While a slider is dragged its positions come faster than pictures can be made. Each request waits until none has come
for a moment, so those that piled up behind a picture are answered together, by one picture of the latest position.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

CALM = 0.008  # s without a request; a hand makes one every 8 to 30 ms, a queue of them one every ms or two
LONGEST = 0.1  # s that a request waits for calm


class Latest:
    """``ask()`` from any thread; ``action()`` follows, once for all requests that came meanwhile.

    Without a kernel (a plain shell, a test) there is nothing to wait for: the action follows at once.
    """

    def __init__(self, action: Callable[[], None]):
        self.action = action
        self.waiting = False
        self.first = self.last = 0.0  # when a waiting request came

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
        if now - self.last < CALM and now - self.first < LONGEST:
            loop.call_later(CALM, self._when_calm, loop)
            return
        self.waiting = False
        self.action()


def _loop() -> Any:
    """The event loop of the kernel, if there is one."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(getattr(shell, "kernel", None), "io_loop", None)
