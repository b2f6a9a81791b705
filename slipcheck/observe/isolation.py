"""Keep what student code does away from the notebook it is checked in."""

from __future__ import annotations

import builtins
import contextlib
import math
import operator
import random
import types
import warnings
from collections.abc import Callable, Iterator, Set
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from matplotlib._pylab_helpers import Gcf
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection, LineCollection, PathCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from .fast_matplotlib import lazy

SHARED = {"builtins": builtins, "math": math, "np": np, "np.random": np.random, "plt": plt, "random": random}
# What a kernel and its plotting backend replace themselves.
NOTEBOOK = {"input", "display", "exit", "quit", "open", "help", "get_ipython", "draw_if_interactive"}
UNSEEDED = 90210  # where the answer seeds nothing: two checks of one answer must not differ
KEPT = (types.FunctionType, types.BuiltinFunctionType, types.BuiltinMethodType, type, np.ufunc, float, int)


IN_USE: list[bool] = []  # is not empty while student code runs for a check


def _code(value: Any) -> Any:
    return getattr(value, "__code__", None)


def _tells(name: str) -> bool:
    """Whether a name of matplotlib's classes tells what is drawn."""
    return name.startswith("get_") or name in ("axes", "lines", "collections", "__getattribute__", "__getattr__")


def _public(module: Any) -> dict[str, Any]:
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and (isinstance(value, KEPT) or callable(value))
        if name not in NOTEBOOK
    }


PRISTINE = {label: _public(module) for label, module in SHARED.items()}
DRAWN = (Artist, Line2D, Collection, LineCollection, PathCollection, PolyCollection, Axes, Figure, Text)
CLASSES: dict[type, dict[str, tuple[Any, Any]]] = {
    kind: {name: (value, _code(value)) for name, value in vars(kind).items() if _tells(name)} for kind in DRAWN
}


def put_back(names: Set[str] | None = None) -> list[str]:
    """Restore public names of the shared modules to what they were at import; return the names that had changed.

    With ``names`` it looks at these alone: in a fork, each object that is looked at costs a copied page.

    >>> plt.title = "x"
    >>> put_back(), callable(plt.title)
    (['plt.title'], True)
    """
    changed = []
    for label, module in SHARED.items():
        now = vars(module)
        usual = PRISTINE[label]
        if names is None and all(map(operator.is_, map(now.get, usual), usual.values())):
            continue  # as most often; the look itself is the longest part of a short run
        looked_at = usual if names is None else {name: usual[name] for name in usual.keys() & names}
        for name in [name for name, value in looked_at.items() if now.get(name) is not value]:
            changed.append(name if label == "builtins" else f"{label}.{name}")
            setattr(module, name, usual[name])
    return changed


def put_back_classes() -> list[str]:
    """The same for what describes a figure in matplotlib's classes; names that were added to them go."""
    changed = []
    for kind, before in CLASSES.items():
        for name in [name for name in vars(kind) if _tells(name) and name not in before]:
            changed.append(f"{kind.__name__}.{name}")
            delattr(kind, name)
        for name, (value, code) in before.items():
            if vars(kind).get(name) is not value:
                changed.append(f"{kind.__name__}.{name}")
                setattr(kind, name, value)
            elif code is not None and _code(value) is not code:
                changed.append(f"{kind.__name__}.{name}")
                function: Any = value
                function.__code__ = code
    return changed


@contextlib.contextmanager
def isolated(
    overwritten: list[Any], warned: list[Any], show: Callable[[], None], mentioned: Set[str] | None = None
) -> Iterator[None]:
    """Run the body with no open figures, default settings and ``plt.show`` replaced; then have all as it was.

    Names found overwritten, before and after, are added to ``overwritten``; warnings to ``warned``. In a process of
    its own, for which ``mentioned`` has the names in the source, settings need no guard and other names no look.
    """
    alone = mentioned is not None
    overwritten += [] if alone else put_back()
    figures = Gcf.figs
    Gcf.figs = type(Gcf.figs)()
    randoms = random.getstate()
    npstate = np.random.get_state()
    random.seed(UNSEEDED)
    np.random.seed(UNSEEDED)
    with contextlib.ExitStack() as stack:
        IN_USE.append(True)
        stack.callback(IN_USE.pop)
        caught = stack.enter_context(warnings.catch_warnings(record=True))
        warnings.simplefilter("always")
        stack.enter_context(contextlib.nullcontext() if alone else _settings())
        stack.enter_context(np.errstate())
        stack.enter_context(np.printoptions())
        stack.callback(lambda: warned.extend(_texts(caught)))
        stack.callback(random.setstate, randoms)
        stack.callback(np.random.set_state, npstate)
        stack.callback(setattr, Gcf, "figs", figures)
        stack.enter_context(lazy())
        if mpl.is_interactive():
            plt.ioff()
        usual = plt.show
        plt.show = stand_in = lambda *_args, **_kwargs: show()  # a function: pyplot sets attributes on it
        try:
            yield
        finally:
            if plt.show is stand_in:
                plt.show = usual
            overwritten += [name for name in put_back(mentioned) if name not in overwritten]
            plt.close("all")


@contextlib.contextmanager
def _settings() -> Iterator[None]:
    """What ``mpl.rc_context`` does, which reads each setting through its checks: most of the time of a short run."""
    settings = dict(dict.items(mpl.rcParams))
    del settings["backend"]
    try:
        yield
    finally:
        dict.update(mpl.rcParams, settings)


def _texts(caught: Any) -> list[str]:
    return list(dict.fromkeys(f"{warning.category.__name__}: {warning.message}"[:300] for warning in caught))[:10]
