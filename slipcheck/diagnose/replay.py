"""A recorded run as it went: which statement, with which names before it, and what each piece of it gave."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from slipcheck.judge.parse import parsed
from slipcheck.observe.nodes import nodes_of
from slipcheck.observe.plain import as_array
from slipcheck.observe.tracer import Place, place_of


@dataclass
class Execution:
    """One execution of a statement."""

    statement: ast.stmt
    number: int  # how often the statement had been executed before
    names: dict[str, Any]  # the data under each name before it: numbers, texts, lists, arrays
    values: dict[Place, list[Any]] = field(default_factory=dict)  # plain data, each time that the piece was evaluated

    def value(self, node: ast.AST) -> Any:
        """What a piece gave at last, as plain data; None where that was not recorded."""
        return self.values.get(place_of(node), [None])[-1]

    def numbers(self, node: ast.AST) -> np.ndarray | None:
        """All that a piece gave, in one row."""
        rows = [flat(plain) for plain in self.values.get(place_of(node), [])]
        known = [row for row in rows if row is not None]
        return np.concatenate(known) if known and len(known) == len(rows) else None


class Replay:
    """The executions of an answer's statements that were recorded, in their order."""

    def __init__(
        self,
        source: str,
        recording: Mapping[str, Any] | None,
        given: Mapping[str, float],
        renamed: Mapping[str, str] | None = None,
    ):
        self.source = source
        self.renamed = renamed or {}
        self.tree = parsed(source) or ast.Module([], [])
        self.executions: list[Execution] = []
        if recording:
            self._read(recording, dict(given))

    def _read(self, recording: Mapping[str, Any], names: dict[str, Any]) -> None:
        statements = {place_of(node): node for node in ast.walk(self.tree) if isinstance(node, ast.stmt)}
        for step in recording["steps"]:
            for name, plain in step["names"].items():
                names[name] = restored(plain)
                if name in self.renamed:
                    names[self.renamed[name]] = names[name]
            statement = statements.get(_place(step["place"]))
            if statement is not None:
                values: dict[Place, list[Any]] = {}
                for place, plain in step["values"]:
                    values.setdefault(_place(place), []).append(plain)
                self.executions.append(Execution(statement, step["execution"], dict(names), values))

    def of(self, statement: ast.stmt) -> list[Execution]:
        """The recorded executions of one statement."""
        return [execution for execution in self.executions if execution.statement is statement]

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        """The node that each node is part of."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def loops_around(self, node: ast.AST) -> list[ast.For | ast.While]:
        """The loops that a node stands in, the innermost first."""
        around: list[ast.For | ast.While] = []
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, (ast.For, ast.While)):
                around.append(node)
        return around

    def block_of(self, statement: ast.stmt) -> list[ast.stmt]:
        """The statements among which one stands."""
        around = self.parents.get(statement)
        for _, value in ast.iter_fields(around) if around is not None else ():
            if isinstance(value, list) and statement in value:
                return value
        return []

    @cached_property
    def targets(self) -> set[str]:
        """The names that the answer gives a value, and the exercise's names for them."""
        stored = {n.id for n in nodes_of(self.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        return stored | {self.renamed[name] for name in stored & self.renamed.keys()}

    def assignments(self) -> Iterator[tuple[ast.stmt, ast.expr, ast.expr]]:
        """Each statement that gives one thing a value, in the order of the text: statement, target, value."""
        for node in nodes_of(self.tree):
            if isinstance(node, ast.Assign) and len(node.targets) == 1:
                yield from ((node, target, value) for target, value in _pairs(node.targets[0], node.value))
            elif isinstance(node, (ast.AnnAssign, ast.AugAssign)) and isinstance(node.value, ast.expr):
                yield node, node.target, node.value


def _pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """What gets a value, and the value: of `a, b = x, y` both pairs, of `a, b = f(x)` each name with `f(x)[k]`."""
    targets = target.elts if isinstance(target, ast.Tuple) else []
    if not targets or any(isinstance(each, ast.Starred) for each in targets):
        return [(target, value)]
    if isinstance(value, ast.Tuple) and len(value.elts) == len(targets):
        return list(zip(targets, value.elts, strict=True))
    if not isinstance(value, ast.Call) or not isinstance(value.func, ast.Name):
        return [(target, value)]
    return [(each, _element(value, k)) for k, each in enumerate(targets)]


def _element(call: ast.Call, k: int) -> ast.expr:
    """What a call gives at one place."""
    return ast.copy_location(ast.Subscript(call, ast.copy_location(ast.Constant(k), call), ast.Load()), call)


def restored(plain: Any) -> Any:
    """Plain data as the answer had it: an array as an array, else as it is."""
    if isinstance(plain, dict):
        array = as_array(plain)
        return plain if array is None or plain.get("type") == "ndarray" else array
    return plain


def flat(plain: Any) -> np.ndarray | None:
    """All numbers of plain data in one row; None where it is not made of numbers."""
    if isinstance(plain, np.ndarray):
        return plain.ravel().astype(float) if plain.dtype.kind in "fiub" else None
    if isinstance(plain, bool):
        return None
    array = as_array(plain)
    return None if array is None else array.ravel()


def _place(numbers: Any) -> Place:
    line, column, end_line, end_column = numbers
    return (line, column, end_line, end_column)
