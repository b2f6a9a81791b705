"""Imports that give a parameter's name another value."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from slipcheck.exercise import Exercise
from slipcheck.observe import Observation

from .number_patterns import Hit


def name_imported(tree: ast.Module, observation: Observation, exercise: Exercise) -> Hit:
    """An import that takes the name of a given parameter that the formulas need; its value is another in the end."""
    needed = {
        part.id
        for equation in exercise.equations
        for text in equation.texts
        for part in ast.walk(ast.parse(text))
        if isinstance(part, ast.Name) and part.id in exercise.given
    }
    for node in ast.walk(tree):
        for name, taken in _imported(node):
            if name not in needed or not _has_it(name, taken, observation, exercise):
                continue
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                observed = f"`import *` takes every name of `{node.module}`, also `{name}`."
                advice = "Import by name only what the calculation needs."
            else:
                observed = f"this import gives `{name}` another value."
                advice = "Import it under another name, and use that name wherever the import is meant."
            what = f"the number {taken:.4g} of" if isinstance(taken, float) else "what this line takes from"
            if isinstance(node, ast.Import):
                what = "the package"
            means = f"`{name}` is a given parameter. From this line on `{name}` is {what} `{_module(node)}`."
            return node, observed, means, advice
    return None


def _module(node: ast.AST) -> str:
    return str(node.module) if isinstance(node, ast.ImportFrom) else ast.unparse(node).split()[1]


def _imported(node: ast.AST) -> Iterator[tuple[str, object]]:
    """The names that an import makes, each with what it stands for, where that is known."""
    if isinstance(node, ast.Import):
        yield from ((alias.asname or alias.name.partition(".")[0], None) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        module = sys.modules.get(node.module or "")
        for alias in node.names:
            if alias.name != "*":
                yield alias.asname or alias.name, getattr(module, alias.name, None)
            elif module is not None:
                public = getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")])
                yield from ((name, getattr(module, name, None)) for name in public)


def _has_it(name: str, taken: object, observation: Observation, exercise: Exercise) -> bool:
    """Whether the name holds what was imported in the end, and no longer the given value."""
    value = observation.variables.get(name)
    if isinstance(value, float):
        return value == taken and value != getattr(exercise.parameters, name)
    return not isinstance(taken, float)
