"""The index that an enumerate counts, shown where a time belongs."""

from __future__ import annotations

import ast

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from ..formulas.pieces import called
from ..numbers.number_patterns import Hit
from .finished_loops import SHOWING


def index_for_a_time(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """An enumerate that gives its index the name of the time, and a command in its loop that shows this name."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        name = _index_of(loop)
        if name is None or name.id not in exercise.times or _is_given_again(loop, name.id):
            continue
        for command in (node for node in ast.walk(loop) if isinstance(node, ast.Call) and called(node) in SHOWING):
            if any(getattr(piece, "id", "") == name.id for piece in _pieces(command)):
                observed = f"`enumerate` gives `{name.id}` the whole numbers 0, 1, 2, ..."
                means = f"They count the steps. Line {command.lineno} shows them instead of the time."
                return name, observed, means, "How is the time of a step computed from its number?"
    return None


def _index_of(loop: ast.For) -> ast.Name | None:
    """The name of the index in a loop over an enumerate."""
    is_counted = isinstance(loop.iter, ast.Call) and called(loop.iter) == "enumerate"
    first = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) and loop.target.elts else None
    return first if is_counted and isinstance(first, ast.Name) else None


def _is_given_again(loop: ast.For, name: str) -> bool:
    nodes = [node for line in loop.body for node in ast.walk(line) if isinstance(node, ast.Name)]
    return any(node.id == name and isinstance(node.ctx, ast.Store) for node in nodes)


def _pieces(command: ast.Call) -> list[ast.expr]:
    """What a command shows: its arguments, and the values in its texts."""
    texts = [node.value for node in ast.walk(command) if isinstance(node, ast.FormattedValue)]
    return [*command.args, *texts]
