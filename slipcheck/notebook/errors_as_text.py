"""Errors of cells that may raise, as text: for a kernel that cancels all later cells after any error.

A cell says with the tag ``raises-exception`` that it may raise. Jupyter's front ends pass that on (``stop_on_error``);
JupyterLite's kernel ignores it, and *Run all* would end at the first answer that is not right yet. Whatever
starts such a kernel sets the variable below in its environment.
"""

from __future__ import annotations

import os
import sys
from typing import Any

VARIABLE = "SLIPCHECK_ERRORS"
AS_TEXT = "as-text"


def is_wanted() -> bool:
    """Whether the kernel's environment asks for it."""
    return os.environ.get(VARIABLE) == AS_TEXT


def watch(shell: Any) -> None:
    """From now on, an error of a cell that may raise is printed, and the kernel is told of none."""
    shell.events.register("post_run_cell", lambda _result: _pass_over(shell))


def _pass_over(shell: Any) -> None:
    error = shell._last_traceback
    if error is None or _stops(shell.kernel.get_parent()):
        return
    shell._last_traceback = None
    print("\n".join(error["traceback"]), file=sys.stderr)


def _stops(request: Any) -> bool:
    """Whether the request to run the cell says that an error ends all that is asked for after it."""
    content = request.get("content", {}) if isinstance(request, dict) else {}
    return bool(content.get("stop_on_error", True))
