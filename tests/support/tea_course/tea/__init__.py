"""What the notebooks import: ``check(1)``, ``hint(1)``, ``explore(1)``, ``predict(1, "A")`` and ``hand_in()``."""

from __future__ import annotations

from slipcheck.notebook import run_cells
from slipcheck.notebook.functions import NotebookFunctions

from .course import COURSE

__all__ = ["check", "explore", "hand_in", "hint", "predict"]

run_cells.watch()
functions = NotebookFunctions(COURSE)
check, hint, explore = functions.check, functions.hint, functions.explore
predict, hand_in = functions.predict, functions.hand_in
