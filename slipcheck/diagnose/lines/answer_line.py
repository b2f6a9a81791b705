"""One assignment of an answer: what it computes, piece by piece, as the student wrote it."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from slipcheck.exercise import Exercise
from slipcheck.observe.rewrite import is_literal
from slipcheck.observe.tracer import corner

from ..as_typed import typed_text
from ..formulas.pieces import OPERATIONS, Piece, Values, joined, same
from ..replay import Execution, Replay, flat
from ..values import value_of
from .function_values import returned


class AnswerLine:
    """An assignment, with the values of its pieces; a name of the student's own is what its line says."""

    def __init__(self, exercise: Exercise, replay: Replay, statement: ast.stmt, target: ast.expr, value: ast.expr):
        self.exercise = exercise
        self.replay = replay
        self.statement = statement
        self.target = target
        self.value = value
        if isinstance(statement, ast.AugAssign):
            old = ast.copy_location(ast.parse(ast.unparse(target), mode="eval").body, target)
            self.value = ast.copy_location(ast.BinOp(old, statement.op, value), statement)

    @cached_property
    def depth(self) -> int:
        """In how many loops the line stands."""
        return len(self.replay.loops_around(self.statement))

    @cached_property
    def counters(self) -> tuple[str, ...]:
        """The names that count the rounds of the loops around the line, the outermost first."""
        names: list[str] = []
        for loop in reversed(self.replay.loops_around(self.statement)):
            counts = [
                node.id for node in ast.walk(loop) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            ]
            head = loop.target if isinstance(loop, ast.For) else loop.test
            names += [node.id for node in ast.walk(head) if isinstance(node, ast.Name) and node.id in counts][:1]
        return tuple(names)

    @property
    def is_in_a_function(self) -> bool:
        """Whether the line is one of a function of the answer: it runs where the function is called."""
        functions = (node for node in ast.walk(self.replay.tree) if isinstance(node, ast.FunctionDef))
        return any(self.statement in list(ast.walk(function)) for function in functions)

    def earlier_in_the_round(self) -> list[ast.stmt]:
        """The statements of the same block of a loop that come before the line."""
        block = self.replay.block_of(self.statement) if self.depth else []
        return block[: block.index(self.statement)] if self.statement in block else []

    def is_changed_before(self) -> bool:
        """Whether an earlier line of the same round has given the target a new value already."""
        earlier, name = self.earlier_in_the_round(), ast.unparse(self.target)
        targets = [target for statement, target, _ in self.replay.assignments() if statement in earlier]
        return any(ast.unparse(target) == name for target in targets)

    def is_for_the_next_round(self) -> bool:
        """Whether the line adds to a value that this round has used already, and that is no state of the exercise."""
        name, state = getattr(self.target, "id", ""), self.exercise.state
        is_used = any(name in names_in(statement) for statement in self.earlier_in_the_round())
        is_of_the_round = self.is_changed_before() or (state is not None and name in state.names)
        return isinstance(self.statement, ast.AugAssign) and is_used and not is_of_the_round

    def own_values(self) -> list[ast.expr]:
        """The right side of the line, and those of the answer's own names in it."""
        targets = {equation.target for equation in self.exercise.equations}
        used = names_in(self.value) - targets
        return [
            self.value,
            *(value for _, target, value in self.replay.assignments() if getattr(target, "id", "") in used),
        ]

    def student(self, node: ast.expr, executions: Sequence[Execution]) -> Piece:
        """A piece of the answer; a name of the student's own is what its line says."""
        inlined = self._own(node, executions)
        if inlined is not None:
            return self.student(*inlined)
        node_values = [self.at(node, execution) for execution in executions]
        text = typed_text(self.replay.source, node)
        values = {id(e): value for e, value in zip(executions, node_values, strict=True)}
        body = self._of_a_function(node, executions)
        is_element = isinstance(node, ast.Subscript) and not any(value is not None for value in node_values)
        if body is not None and (is_element or same(body.values, joined(node_values))):
            return replace(body, at=lambda e: values.get(id(e)))
        return Piece(
            node, text, joined(node_values), lambda n: self.student(n, executions), lambda e: values.get(id(e))
        )

    def _of_a_function(self, node: ast.expr, executions: Sequence[Execution]) -> Piece | None:
        """What a call of the answer's own function computes."""
        call = node.value if isinstance(node, ast.Subscript) else node
        if not isinstance(call, ast.Call) or not executions:
            return None
        arguments = [[_given(argument, execution) for argument in call.args] for execution in executions]
        names = [execution.names for execution in executions]
        return returned(self.replay.source, node, names, arguments, lambda argument: self.student(argument, executions))

    def at(self, node: ast.expr, execution: Execution) -> Values:
        if node is not self.value or not isinstance(self.statement, ast.AugAssign):
            values = execution.numbers(node)
            if values is not None:
                return values
        if isinstance(node, ast.BinOp) and node is self.value:  # of `v += change`
            left, right = self.at(node.left, execution), self.at(node.right, execution)
            if left is None or right is None or type(node.op) not in OPERATIONS:
                return None
            if left.size != right.size and 1 not in (left.size, right.size):
                return None
            with np.errstate(all="ignore"):
                return np.asarray(OPERATIONS[type(node.op)](left, right))
        if isinstance(node, (ast.Name, ast.Subscript)):
            return flattened(value_of(node, execution.names))
        return None

    def _own(self, node: ast.expr, executions: Sequence[Execution]) -> tuple[ast.expr, list[Execution]] | None:
        """What the student's own name stands for, with the executions that gave it the values that it has."""
        if not isinstance(node, ast.Name):
            return None
        if is_bound_inside(self.value, node.id):
            return None
        is_target = node.id in {equation.target for equation in self.exercise.equations}
        lines = [(s, value) for s, target, value in self.replay.assignments() if getattr(target, "id", None) == node.id]
        if is_target:  # the value that an earlier line of the same block began with
            block = self.replay.block_of(self.statement)
            before = block[: block.index(self.statement)] if self.statement in block else []
            lines = [(s, value) for s, value in lines if s in before and getattr(self.target, "id", None) == node.id]
            lines = lines[-1:]
        if len(lines) != 1 or isinstance(lines[0][0], ast.AugAssign) or lines[0][0] is self.statement:
            return None
        statement, value = lines[0]
        if is_literal(value):
            return None
        found: list[Execution] = []
        everything = self.replay.executions
        for execution in executions:
            earlier = everything[: everything.index(execution)]
            source = next((e for e in reversed(earlier) if e.statement is statement), None)
            if source is None or not same(source.numbers(value), self.at(node, execution)):
                return None
            found.append(source)
        return value, found


def _given(argument: ast.expr, execution: Execution) -> Any:
    """The value of an argument, as it was recorded or as its text says."""
    value = execution.value(argument)
    return value_of(argument, execution.names) if value is None else value


def is_bound_inside(node: ast.AST, name: str) -> bool:
    """Whether a comprehension in the line gives the name its values."""
    generators = [part for part in ast.walk(node) if isinstance(part, ast.comprehension)]
    return any(isinstance(part, ast.Name) and part.id == name for g in generators for part in ast.walk(g.target))


def names_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def flattened(value: Any) -> Values:
    if value is None or isinstance(value, (dict, str, bool, range, slice)):
        return None
    if isinstance(value, (np.floating, np.integer)):
        value = float(value)
    return flat(corner(value)) if isinstance(value, (int, float, list, tuple, np.ndarray)) else None
