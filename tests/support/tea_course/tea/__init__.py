"""What the notebooks import: ``check(1)``, ``hint(1)``, ``explore(1)``, ``predict(1, "A")`` and ``hand_in()``."""

from slipcheck.notebook.functions import NotebookFunctions

from .course import COURSE

__all__ = ["check", "explore", "hand_in", "hint", "predict"]

functions = NotebookFunctions(COURSE)
check = functions.check
hint = functions.hint
explore = functions.explore
predict = functions.predict
hand_in = functions.hand_in
