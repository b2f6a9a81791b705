"""Changes of `while` loops that count."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from slipcheck.observe.nodes import nodes_of

from .edit import Edit


def starts_of_counters(tree: ast.Module) -> Iterator[tuple[ast.Assign, ast.While]]:
    """The lines that give a plain number to a name on which the condition of a later `while` of the block depends."""
    for block in (body for node in nodes_of(tree) for body in [getattr(node, "body", None)] if isinstance(body, list)):
        for k, start in enumerate(block):
            if not isinstance(start, ast.Assign) or not isinstance(start.value, ast.Constant):
                continue
            name = getattr(start.targets[0], "id", None)
            for loop in block[k + 1 :]:
                if isinstance(loop, ast.While) and any(getattr(node, "id", "") == name for node in ast.walk(loop.test)):
                    yield start, loop


def while_edits(tree: ast.Module) -> Iterator[Edit]:
    """A count from 1 to a number, as a count from 0 that ends before it."""
    for start, loop in starts_of_counters(tree):
        test = loop.test
        is_up_to = isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.LtE) and len(test.ops) == 1
        if is_up_to and isinstance(test, ast.Compare) and getattr(start.value, "value", None) == 1:
            words = (ast.unparse(start.targets[0]), str(loop.lineno))
            yield Edit(
                "counts from one", start.value, words, _from_zero(tree, start, test), (start.lineno, loop.lineno)
            )


def _from_zero(tree: ast.Module, start: ast.Assign, test: ast.Compare) -> Callable[[], str]:
    def make() -> str:
        value, operators = start.value, test.ops
        start.value, test.ops = ast.Constant(0), [ast.Lt()]
        source = ast.unparse(tree)
        start.value, test.ops = value, operators
        return source

    return make


def is_start_of_a_counter(tree: ast.Module, edit: Edit) -> bool:
    """Whether a change puts a name in the place of the number from which a loop counts: a small one fits by chance."""
    return edit.kind == "number for a name" and any(edit.node is start.value for start, _ in starts_of_counters(tree))
