"""Formulas of the course, worked out with the data of an answer. An answer's own text is never run here."""

from __future__ import annotations

import ast
import builtins
import copy
import operator
from collections.abc import Mapping
from types import CodeType
from typing import Any

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.observe.nodes import nodes_of

from .sizes import COUNT, call_result, item, operated
from .values import COMPARISONS, HARMLESS
from .values import OPERATORS as PLAIN_OPERATORS

OF_COURSE = "is_of_course"  # noted on each node of a formula of the course
HARMLESS_NODES = (  # in a piece that was made of others: they compute, and call nothing
    ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Name, ast.Constant, ast.Subscript, ast.Slice, ast.Tuple,
    ast.List, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context,
)  # fmt: skip
OPERATORS = {**PLAIN_OPERATORS, **COMPARISONS, ast.Pow: operator.pow, ast.MatMult: operator.matmul}
GUARDED = {f"_{kind.__name__}": lambda left, right, do=do: operated(do, left, right) for kind, do in OPERATORS.items()}
NAMES = {**GUARDED, "_item": item, "_called": call_result, "__builtins__": builtins, "np": np}
KEPT = 500  # formulas that are kept in their compiled form


def course_formula(text: str) -> ast.expr:
    """A formula of the course, which may be worked out; a node of any other text may not."""
    node = ast.parse(text, mode="eval").body
    for part in nodes_of(node):
        if isinstance(part, (ast.expr, ast.comprehension, ast.keyword)):
            setattr(part, OF_COURSE, True)
    return node


def defining(exercise: Exercise) -> dict[str, str]:
    """By name of a quantity, its formula, where the course gives it in one line, as a whole."""
    targets = [equation.target for equation in exercise.equations]
    return {
        equation.target: equation.texts[0]
        for equation in exercise.equations
        if targets.count(equation.target) == 1 and not equation.is_entry
    }


def evaluated(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """The value of a formula of the course of these names; None where it cannot be computed, or would be too large.

    Raises ValueError for a node that is not of a formula of the course.
    """
    used = {part.id for part in nodes_of(node) if isinstance(part, ast.Name)}
    data = {name: value for name, value in names.items() if name in used and not name.startswith("_")}
    if any(isinstance(value, int) and abs(value) > COUNT for value in data.values()):
        return None
    code = _compiled(node)
    try:
        with np.errstate(all="ignore"):
            return eval(code, {**NAMES, **data})
    except HARMLESS:
        return None
    except NameError:
        return None


_codes: dict[str, CodeType] = {}


def _compiled(node: ast.expr) -> CodeType:
    if not all(isinstance(part, HARMLESS_NODES) or hasattr(part, OF_COURSE) for part in nodes_of(node)):
        raise ValueError("only formulas of the course are worked out")
    text = ast.dump(node)
    if text not in _codes:
        if len(_codes) >= KEPT:
            _codes.clear()
        guarded = _Guarded().visit(copy.deepcopy(node))
        _codes[text] = compile(ast.fix_missing_locations(ast.Expression(guarded)), "<right>", "eval")
    return _codes[text]


class _Guarded(ast.NodeTransformer):
    """Makes each step that could build something large ask for its size first."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        return _call(f"_{type(node.op).__name__}", node.left, node.right) if type(node.op) in OPERATORS else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        is_one = len(node.ops) == 1 and type(node.ops[0]) in OPERATORS
        return _call(f"_{type(node.ops[0]).__name__}", node.left, node.comparators[0]) if is_one else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        return _call("_item", node.value, _index(node.slice))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        return ast.Call(ast.Name("_called", ast.Load()), [node.func, *node.args], node.keywords)


def _call(name: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _index(node: ast.expr) -> ast.expr:
    """An index as a value: a slice is one in brackets alone."""
    if isinstance(node, ast.Slice):
        limits = [part if part is not None else ast.Constant(None) for part in (node.lower, node.upper, node.step)]
        return _call("slice", *limits)
    if isinstance(node, ast.Tuple):
        return ast.Tuple([_index(part) for part in node.elts], ast.Load())
    return node
