"""The answer's syntax tree, with other values for the names that a run sets."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

from .ipython_syntax import display_last, without_magics
from .nodes import nodes_of

SEEDERS = {"seed", "default_rng", "RandomState"}
NOT_LITERAL = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Lambda, ast.JoinedStr)
ASSIGNING = (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.arguments)
OPERATORS: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: operator.pow, ast.USub: operator.neg, ast.UAdd: operator.pos,
}  # fmt: skip
Replace = Callable[[ast.expr], None]


def rewritten(source: str, values: Mapping[str, float], in_text: Mapping[str, float] | None = None) -> ast.Module:
    """Parse ``source``; where it gives the names in ``values`` a number (see ``given``), and seeds, it gives those.

    >>> ast.unparse(rewritten("n = 50\\nm = n\\nnp.random.seed(2020)", {"n": 4, "seed": 7}))
    'n = 4\\nm = n\\nnp.random.seed(7)'
    >>> ast.unparse(rewritten("mine = 2020\\nnp.random.seed(mine)", {"seed": 7}, {"seed": 2020}))
    'mine = 2020\\nnp.random.seed({2020: 7}.get(mine, mine))'

    Raises SyntaxError as Python would.
    """
    tree = ast.parse(without_magics(source))
    nodes = nodes_of(tree) if values else []
    for name, _, replace in given_numbers(tree, values, in_text or {}, nodes):
        replace(_constant(values[name]))
    if "seed" in values:
        _replace_seeds(nodes, values["seed"], (in_text or {}).get("seed"))
    if in_text and "import" in source:
        tree = _Imports(values, in_text).visit(tree)
    display_last(tree, source)
    return tree


def given_numbers(
    tree: ast.Module, names: Collection[str], in_text: Mapping[str, float], nodes: Sequence[ast.AST] | None = None
) -> list[tuple[str, ast.expr, Replace]]:
    """Where one of ``names`` gets a number: the name, the number's expression, and what puts another in its place.

    At top level that is any literal. Elsewhere, as in a function or for a name that is then given to one of ``names``,
    it is the number that the name has in the text, ``in_text``: another one may be meant for something else.
    ``nodes`` are those of the tree, where they are known already.
    """
    top = {id(node) for node in tree.body}
    assigning = (node for node in nodes or ast.walk(tree) if isinstance(node, ASSIGNING))
    assigned = [(id(node) in top, *pair) for node in assigning for pair in _assigned(node)]
    meant = {value.id: name for _, name, value, _ in assigned if isinstance(value, ast.Name) and name in names}
    places: list[tuple[str, ast.expr, Replace]] = []
    for at_top, name, value, replace in assigned:
        named = name if name in names else meant.get(name, "")
        if (at_top and name in names and is_literal(value)) or (named in in_text and _is(value, in_text[named])):
            places.append((named, value, replace))
    return places


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr, Replace]]:
    """The names that a node gives values: assignments, and the defaults of a function."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value, partial(setattr, node, "value")
            elif isinstance(target, (ast.Tuple, ast.List)) and isinstance(node.value, (ast.Tuple, ast.List)):
                yield from _paired(target.elts, node.value.elts)
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
        yield from _paired([node.target], [node.value], partial(setattr, node, "value"))
    elif isinstance(node, ast.arguments):
        positional = [*node.posonlyargs, *node.args]
        yield from _paired(positional[len(positional) - len(node.defaults) :], node.defaults)
        yield from _paired(node.kwonlyargs, node.kw_defaults)


def _paired(
    targets: list[Any], values: list[Any], replace: Replace | None = None
) -> Iterator[tuple[str, ast.expr, Replace]]:
    for k, (target, value) in enumerate(zip(targets, values, strict=False)):
        name = getattr(target, "id", None) or getattr(target, "arg", None)
        if name is not None and value is not None:
            yield name, value, replace or partial(values.__setitem__, k)


class _Imports(ast.NodeTransformer):
    """After an import of a name that gets a number, as of a parameter: another value, where it has that of the text."""

    def __init__(self, values: Mapping[str, float], in_text: Mapping[str, float]):
        self.values = values
        self.in_text = in_text

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        names = [alias.asname or alias.name for alias in node.names]
        return [node, *(self._other_value(name, node) for name in names if name in self.in_text)]

    def _other_value(self, name: str, node: ast.ImportFrom) -> ast.stmt:
        code = f"{name} = {self.values[name]!r} if {name} == {self.in_text[name]!r} else {name}"
        statement = ast.parse(code).body[0]
        for part in ast.walk(statement):
            ast.copy_location(part, node)
        return statement


def is_literal(node: ast.AST | None) -> bool:
    """Whether an expression is made of constants and operators alone, as ``150e-3`` or ``5 * 10``."""
    return node is not None and not any(isinstance(part, NOT_LITERAL) for part in ast.walk(node))


def _is(node: ast.expr, number: float) -> bool:
    """Whether an expression is this number, written with digits, arithmetic, ``int`` and ``float``."""
    try:
        return math.isclose(_number(node), number, rel_tol=1e-9)
    except (ArithmeticError, KeyError, TypeError, ValueError, RecursionError):
        return False


def _number(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(cast(float, node.value))  # so that no power takes long: it overflows
    if isinstance(node, ast.UnaryOp):
        return OPERATORS[type(node.op)](_number(node.operand))
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_number(node.left), _number(node.right))
    if isinstance(node, ast.Call) and _name(node.func) in ("int", "float") and len(node.args) == 1:
        return float(int(_number(node.args[0]))) if _name(node.func) == "int" else _number(node.args[0])
    raise ValueError("no number")


def _replace_seeds(nodes: Sequence[ast.AST], seed: float, in_text: float | None) -> None:
    """Another seed wherever one is given; under a name of the student's own, where it is the one of the text."""
    seeders = SEEDERS | {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute) and node.value.attr in SEEDERS
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in nodes:
        if isinstance(node, ast.Call) and _name(node.func) in seeders:
            if len(node.args) == 1:
                node.args[0] = _other_seed(node.args[0], seed, in_text)
            for keyword in node.keywords:
                if keyword.arg == "seed":
                    keyword.value = _other_seed(keyword.value, seed, in_text)


def _other_seed(value: ast.expr, seed: float, in_text: float | None) -> ast.expr:
    if is_literal(value):
        return _constant(seed)
    if in_text is None or not isinstance(value, ast.Name):
        return value
    return ast.parse(f"{{{in_text!r}: {seed!r}}}.get({value.id}, {value.id})", mode="eval").body


def _name(function: ast.expr) -> str | None:
    return getattr(function, "attr", None) or getattr(function, "id", None)


def _constant(value: float) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body  # so that -0.06 becomes the tree that Python would make
