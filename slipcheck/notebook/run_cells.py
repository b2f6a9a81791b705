"""The cells that were run in this kernel. Imports little, because the set-up cell loads it."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Any, NamedTuple

from . import browser_kernel


class RunCell(NamedTuple):
    """A cell as it was run: its text, its name in the notebook file, and when (seconds, as ``time.time``)."""

    source: str
    name: str = ""
    when: float = 0.0


RAN: list[RunCell] = []  # since the engine was imported
ENDS: deque[float] = deque(maxlen=1)  # when the last of them ended
AT_ONCE = 0.2  # seconds between two cells that no hand has started one by one


def watch() -> None:
    """From now on, keep the source and the id of each cell that is run, and show errors of a beginner's size.

    To be called at each import of the course's functions: a set-up cell that is run again has its own way with errors.
    """
    ipython = shell()
    if ipython is None:
        return
    if not getattr(ipython, "_slipcheck_watched", False):
        ipython._slipcheck_watched = True
        ipython.events.register("pre_run_cell", _remember)
        ipython.events.register("post_run_cell", lambda _result: ENDS.append(time.time()))
        if browser_kernel.shows_errors_as_text():
            browser_kernel.show_errors_as_text(ipython)
    if ipython.custom_exceptions in ((), (ImportError,)):  # nobody's, Colab's, or the set-up cell's
        ipython.set_custom_exc((Exception,), _show_error)


def after_each(call: Callable[[], None]) -> None:
    """From now on, call this after each cell that is run."""
    ipython = shell()
    if ipython is not None:
        ipython.events.register("post_run_cell", lambda _result: call())


def shell() -> Any:
    """IPython's shell, where there is one."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _remember(info: Any) -> None:
    RAN.append(RunCell(info.raw_cell, getattr(info, "cell_id", None) or "", time.time()))


def is_one_of_many() -> bool:
    """Whether the cell that runs now began as soon as another one had ended, as in *Run all*."""
    if len(RAN) < 2 or not ENDS or RAN[-1].source == RAN[-2].source:
        return False
    return RAN[-1].when - ENDS[-1] < AT_ONCE


def _show_error(
    shell: Any, kind: type[BaseException], error: BaseException, traceback: TracebackType | None, tb_offset: Any = None
) -> None:
    from .short_errors import show

    show(shell, kind, error, traceback)


def cells() -> list[RunCell]:
    """All cells run in this kernel, oldest first; those before the import without a name."""
    ipython = shell()
    history = list(ipython.history_manager.input_hist_raw)[1:] if ipython else []
    before = len(history) - len(RAN)
    return [RunCell(source) for source in history[: max(before, 0)] if isinstance(source, str)] + RAN
