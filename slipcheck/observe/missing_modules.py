"""Imports of modules that this Python lacks: they fail where a name is used, not where it is imported."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection
from importlib.util import find_spec
from typing import Any

NOTEBOOKS_OWN = ("google.colab",)  # they serve the notebook and compute nothing: elsewhere they do nothing


class Quiet:
    """A thing of the notebook's, such as its shell, where there is none: whatever it is asked for, it does nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_arguments: object, **_options: object) -> Any:
        return self

    def __repr__(self) -> str:
        return "nothing"


class MissingModule:
    """A module that is not there, or what was to come from it. Raises ModuleNotFoundError when it is used."""

    def __init__(self, name: str) -> None:
        self.__name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise self.__error()

    def __call__(self, *_arguments: object, **_options: object) -> Any:
        raise self.__error()

    def __error(self) -> ModuleNotFoundError:
        return ModuleNotFoundError(f"No module named {self.__name!r}", name=self.__name)


def without_missing_imports(tree: ast.Module, given: Collection[str]) -> tuple[dict[str, object], list[str]]:
    """Take the top-level imports of missing modules out of ``tree``.

    Returns what stands for the names that they bind, and the names of the modules. An import that would bind a name
    in ``given`` stays: a misspelt ``numpy`` must fail at once.

    >>> tree = ast.parse("import no_such_module as m, math")
    >>> bound, missing = without_missing_imports(tree, ["np"])
    >>> ast.unparse(tree), list(bound), missing
    ('import math', ['m'], ['no_such_module'])
    """
    bound: dict[str, object] = {}
    missing: dict[str, None] = {}
    for k, node in enumerate(tree.body):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and not getattr(node, "level", 0):
            kept = [alias for alias in node.names if not _is_out(node, alias, given, bound, missing)]
            tree.body[k] = _with(node, kept)
    return bound, list(missing)


def _is_out(
    node: ast.Import | ast.ImportFrom,
    alias: ast.alias,
    given: Collection[str],
    bound: dict[str, object],
    missing: dict[str, None],
) -> bool:
    """Whether an imported name is taken out; then what stands for it is noted."""
    module = alias.name if isinstance(node, ast.Import) else node.module or ""
    name = alias.asname or alias.name.split(".")[0]
    if name in given or not is_missing(module):
        return False
    is_own = module.startswith(NOTEBOOKS_OWN)
    if name != "*":
        bound[name] = Quiet() if is_own else MissingModule(module)
    if not is_own:
        missing[module] = None
    return True


def _with(node: ast.Import | ast.ImportFrom, names: list[ast.alias]) -> ast.stmt:
    if not names:
        return ast.copy_location(ast.Pass(), node)
    node.names = names
    return node


def is_missing(module: str) -> bool:
    """Whether there is no module of this name, such as ``google.colab``."""
    try:
        return module not in sys.modules and find_spec(module) is None
    except (ImportError, AttributeError, ValueError):  # of a package that should hold it
        return True
