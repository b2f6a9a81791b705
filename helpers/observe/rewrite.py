"""The answer's syntax tree, with other values for the names that a run sets."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from .magics import without_magics

SEEDERS = {"seed", "default_rng", "RandomState"}
NOT_LITERAL = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Lambda, ast.JoinedStr)


def rewritten(source: str, values: Mapping[str, float]) -> ast.Module:
    """Parse ``source``; give top-level literal assignments to the names in ``values``, and seeds, those values.

    >>> ast.unparse(rewritten("n = 50\\nm = n\\nnp.random.seed(2020)", {"n": 4, "seed": 7}))
    'n = 4\\nm = n\\nnp.random.seed(7)'

    Raises SyntaxError as Python would.
    """
    tree = ast.parse(without_magics(source))
    for statement in tree.body:
        _replace_assigned(statement, values)
    if "seed" in values:
        _replace_seeds(tree, values["seed"])
    return ast.fix_missing_locations(tree)


def is_literal(node: ast.AST | None) -> bool:
    """Whether an expression is made of constants and operators alone, as ``150e-3`` or ``5 * 10``."""
    return node is not None and not any(isinstance(part, NOT_LITERAL) for part in ast.walk(node))


def _replace_assigned(statement: ast.stmt, values: Mapping[str, float]) -> None:
    if isinstance(statement, ast.AnnAssign):
        name = getattr(statement.target, "id", None)
        if name in values and is_literal(statement.value):
            statement.value = _constant(values[name])
    if not isinstance(statement, ast.Assign):
        return
    for target in statement.targets:
        if isinstance(target, ast.Name) and target.id in values and is_literal(statement.value):
            statement.value = _constant(values[target.id])
        elif isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
            for k, (name, value) in enumerate(zip(target.elts, statement.value.elts, strict=False)):
                if isinstance(name, ast.Name) and name.id in values and is_literal(value):
                    statement.value.elts[k] = _constant(values[name.id])


def _replace_seeds(tree: ast.Module, seed: int) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SEEDERS:
            if len(node.args) == 1 and is_literal(node.args[0]):
                node.args[0] = _constant(seed)
            for keyword in node.keywords:
                if keyword.arg == "seed" and is_literal(keyword.value):
                    keyword.value = _constant(seed)


def _name(function: ast.expr) -> str | None:
    return getattr(function, "attr", None) or getattr(function, "id", None)


def _constant(value: float) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body  # so that -0.06 becomes the tree that Python would make
