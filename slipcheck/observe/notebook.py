"""Names that a notebook has, and what it shows without being told to."""

from __future__ import annotations

import ast
from collections.abc import Callable

LAST = "__display_last__"  # is called with the value of the last line


def nothing(*_arguments, **_options) -> None:
    """What a notebook's names do when an answer is run for a check."""


def no_input(*_arguments, **_options) -> str:
    """Raises EOFError: nobody is there to type something in."""
    raise EOFError("nobody is there to type something in")


def names(display: Callable[..., None] = nothing) -> dict[str, Callable]:
    """The names that every cell of a notebook finds."""
    quiet = dict.fromkeys(("check", "hint", "explore", "get_ipython"), nothing)
    return {**quiet, "input": no_input, "display": display, LAST: display}


def display_last(tree: ast.Module, source: str) -> None:
    """Have the last line's value displayed, as a notebook does, and ``display`` stay ours where it is imported."""
    for k, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module == "IPython.display":
            node.names = [alias for alias in node.names if (alias.name, alias.asname) != ("display", None)]
            tree.body[k] = node if node.names else ast.copy_location(ast.Pass(), node)
    last = tree.body[-1] if tree.body else None
    if isinstance(last, ast.Expr) and isinstance(last.value, (ast.Name, ast.Attribute)) and source.rstrip()[-1:] != ";":
        last.value = ast.Call(ast.Name(LAST, ast.Load()), [last.value], [])
