"""Packages that an answer imports and that are not installed, worked out from its text alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

from .observe.ipython_syntax import without_magics
from .observe.missing_modules import NOTEBOOKS_OWN, is_missing

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")  # of a package, as one can be installed


def missing_packages(source: str, given: Collection[str]) -> list[str]:
    """The packages of the top-level imports, as ``observe.missing_modules`` takes them out; none is imported for it.

    An import that would bind a name in ``given`` fails at once, so it is not among them. Raises SyntaxError.

    >>> missing_packages("import no_such_module.part, math", [])
    ['no_such_module']
    """
    if "import" not in source:
        return []
    modules = [module for node in ast.parse(without_magics(source)).body for module in _imported(node, given)]
    packages = dict.fromkeys(module.split(".")[0] for module in modules if not module.startswith(NOTEBOOKS_OWN))
    return [name for name in packages if is_package_name(name) and is_missing(name)]


def is_package_name(text: str) -> bool:
    """Whether it is one word, of no more than the letters that names of packages have."""
    return NAME.fullmatch(text) is not None


def _imported(node: ast.stmt, given: Collection[str]) -> Iterator[str]:
    """The modules of one statement."""
    if isinstance(node, ast.ImportFrom):
        names = {alias.asname or alias.name for alias in node.names}
        if not node.level and node.module and not names <= set(given):
            yield node.module
    if isinstance(node, ast.Import):
        for alias in node.names:
            if (alias.asname or alias.name.split(".")[0]) not in given:
                yield alias.name
