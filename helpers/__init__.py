"""What the notebooks import: ``check(4)``, ``hint(4)``, ``explore(4)``, ``predict(4, "B")`` and ``hand_in()``.

They import numpy (``np``), pyplot in the course's style (``plt``) and the neuron's parameters from here too.
"""

from __future__ import annotations

from importlib import import_module

from slipcheck.notebook import run_cells

run_cells.watch()

__all__ = ["check", "explore", "hand_in", "hint", "predict"]


def __getattr__(name: str):
    """Each name when it is first asked for, so that ``import helpers.model`` loads no check and no plotting."""
    if name in __all__:
        from slipcheck.notebook.functions import NotebookFunctions

        from .course import COURSE

        return getattr(NotebookFunctions(COURSE), name)
    if name == "np":
        import numpy

        return numpy
    if name == "plt":
        from matplotlib import pyplot

        pyplot.style.use("helpers.lif")
        return pyplot
    parameters = vars(import_module(".parameters", __name__))
    if name.startswith("_") or name not in parameters:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return parameters[name]
