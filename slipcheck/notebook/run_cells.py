"""The cells that were run in this kernel. Light, since it is loaded with the notebook's set-up."""

from __future__ import annotations

import sys
from typing import Any

RAN: list[tuple[str | None, str]] = []  # (cell id, source) of the cells run since the engine was imported


def watch() -> None:
    """From now on, keep the source and the id of each cell that is run."""
    ipython = shell()
    if ipython is not None and not getattr(ipython, "_slipcheck_watched", False):
        ipython._slipcheck_watched = True
        ipython.events.register("pre_run_cell", _remember)


def shell() -> Any:
    """IPython's shell, where there is one."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _remember(info: Any) -> None:
    RAN.append((getattr(info, "cell_id", None), info.raw_cell))


def cells() -> list[tuple[str | None, str]]:
    """(id, source) of all cells run in this kernel, oldest first; those before the import without an id."""
    ipython = shell()
    history = list(ipython.history_manager.input_hist_raw)[1:] if ipython else []
    before = len(history) - len(RAN)
    return [(None, source) for source in history[: max(before, 0)] if isinstance(source, str)] + RAN
