"""What an answer may use from other cells: functions, classes and imports, never leftover data."""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import sys
import types
from collections.abc import Mapping, Sequence
from importlib import import_module
from time import monotonic, process_time
from typing import Any

import matplotlib.pyplot as plt
import numpy as np

from .ipython_syntax import OURS, notebook_names, without_magics
from .isolation import isolated
from .missing_modules import without_missing_imports
from .never_ending import Endless
from .time_limit import capped, within

FILENAME = "<cell>"
CELL_SECONDS = 1.5  # seconds of processor time that a file's other cells may take, all together
DEFINING = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.Import, ast.ImportFrom)
BLOCKS = (ast.If, ast.Try, ast.With, ast.ExceptHandler)
GIVEN = ("np", "plt")  # names that a notebook gives
LEAST = 0.001  # seconds: a timer set to 0 never rings
CACHED = type(functools.cache(lambda: None))
LAYERS = 5  # of functools around a function


def offered(namespace: Mapping[str, object], sources: Sequence[str]) -> dict[str, object]:
    """The functions and classes defined in ``namespace``, and what the import statements of ``sources`` bind."""
    names = {name: value for name, value in namespace.items() if not name.startswith("__") and is_own(value)}
    for source in sources:
        names.update(imported(source))
    if not is_own(names.get("display")):  # a notebook's: see notebook_names
        names.pop("display", None)
    return {name: value for name, value in names.items() if name not in OURS}


def imported(source: str) -> dict[str, object]:
    """What the import statements of a cell bind, as far as they work."""
    try:
        tree = ast.parse(without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    bound, _ = without_missing_imports(tree, GIVEN)
    body = tree.body
    for node in [*body, *_in_blocks(body)]:
        with contextlib.suppress(ImportError, AttributeError):
            if isinstance(node, ast.Import):
                bound |= _plain_import(node)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                bound |= _from_import(node)
    return bound


def _in_blocks(body: list[ast.stmt]) -> list[ast.AST]:
    """The imports in a cell's blocks, where one may be tried before another, as far as they were made."""
    inner: list[ast.AST] = [node for node in body if isinstance(node, BLOCKS)]
    for node in inner:
        parts = (getattr(node, part, []) for part in ("body", "handlers", "orelse", "finalbody"))
        inner += [
            statement
            for part in parts
            for statement in part
            if isinstance(statement, (*BLOCKS, ast.Import, ast.ImportFrom))
        ]
    return [node for node in inner if _modules(node) and all(name in sys.modules for name in _modules(node))]


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def _plain_import(node: ast.Import) -> dict[str, object]:
    bound: dict[str, object] = {}
    for alias in node.names:
        module = import_module(alias.name)
        first = alias.name.split(".")[0]
        bound[alias.asname or first] = module if alias.asname else import_module(first)
    return bound


def _from_import(node: ast.ImportFrom) -> dict[str, object]:
    module = import_module(node.module or "")
    named = [alias for alias in node.names if alias.name != "*"]
    bound: dict[str, object] = {alias.asname or alias.name: getattr(module, alias.name) for alias in named}
    if len(named) < len(node.names):
        public = getattr(module, "__all__", None) or [name for name in vars(module) if name[0] != "_"]
        bound |= {name: getattr(module, name) for name in public}
    return bound


def from_cells(
    sources: Sequence[str], values: Mapping[str, float], seconds: float
) -> tuple[dict[str, object], list[str]]:
    """Run the cells one after the other, as far as they work: what they offer, and a sentence on each that is stopped.

    All together may take ``seconds``, counted as in ``within``. A cell may take half of what is left; one that defines
    nothing, and so can only be needed for a value that a definition begins with, a small part of it.

    >>> offered, _ = from_cells(["def half(x):\\n    return x / 2", "1 / 0", "import math"], {"tau": 0.02}, 1.0)
    >>> sorted(offered), offered["half"](3)
    (['half', 'math'], 1.5)
    """
    namespace = {"__name__": "__main__", "np": np, "plt": plt, **notebook_names(), **values}
    notes: list[str] = []
    overwritten: list[str] = []
    cpu, clock = process_time(), monotonic()
    for source in sources:
        left = seconds - max(process_time() - cpu, (monotonic() - clock) / 3)
        try:
            tree = ast.parse(without_magics(source))
            absent, _ = without_missing_imports(tree, GIVEN)
            namespace.update(absent)
            defines = any(isinstance(node, DEFINING) for node in ast.walk(tree))
            _run(tree, namespace, overwritten, max(left * (1 / 2 if defines else 1 / 16), LEAST))
        except Endless:
            notes += ["A cell that you added takes too long; it was stopped."] * defines
        except BaseException:  # whatever it raises: the answer may well do without it
            continue
    notes += [f"A cell that you added gave {name} a new value. It was put back." for name in overwritten[:3]]
    return offered(namespace, sources), notes


def _run(tree: ast.Module, namespace: dict[str, Any], overwritten: list[Any], seconds: float) -> None:
    code = compile(tree, FILENAME, "exec")
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(capped(io.StringIO())))
        stack.enter_context(contextlib.redirect_stderr(capped(io.StringIO())))
        stack.enter_context(isolated(overwritten, [], lambda: plt.close("all")))
        stack.enter_context(within(seconds, FILENAME))
        exec(code, namespace)


def is_own(value: Any) -> bool:
    """Whether it is a function or class of the notebook's, or what ``cache`` or ``partial`` made of one."""
    for _ in range(LAYERS):
        if type(value) is CACHED:
            value = getattr(value, "__wrapped__", None)
        elif type(value) is functools.partial:
            value = value.func
        else:
            break
    kind = type(value) is types.FunctionType or isinstance(value, type)
    return kind and getattr(value, "__module__", "") == "__main__"


def rebound(value: Any, namespace: dict[str, Any]) -> Any:
    """A function of the notebook's with its globals in ``namespace``, and an empty cache; anything else as it is."""
    if not is_own(value):
        return value
    if type(value) is CACHED:
        return functools.lru_cache(**value.cache_parameters())(rebound(value.__wrapped__, namespace))
    if type(value) is functools.partial:
        return functools.partial(rebound(value.func, namespace), *value.args, **value.keywords)
    if isinstance(value, type):
        return value
    clone = types.FunctionType(value.__code__, namespace, value.__name__, value.__defaults__, value.__closure__)
    clone.__kwdefaults__ = value.__kwdefaults__
    return clone
