"""What is right in the place of an assignment: its equation, in the answer's own state."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from ..formulas.pieces import Piece, called, joined
from ..numbers.random_arrays import UNIFORM, drawn_array
from ..replay import Execution
from ..values import evaluated, value_of
from .answer_line import AnswerLine, flattened


class RightLine(AnswerLine):
    """An assignment beside what is right in its place."""

    def bound(self, equation: Equation, execution: Execution) -> list[Mapping[str, Any]]:
        names = {**execution.names, **self.drawn(execution)}
        for other in self.exercise.equations:  # what the answer has under no name, by its own equation
            if other.target not in names and not other.is_entry and other.target != equation.target:
                value = evaluated(ast.parse(other.texts[0], mode="eval").body, names)
                if value is not None:
                    names[other.target] = value
        index = value_of(self.target.slice, execution.names) if isinstance(self.target, ast.Subscript) else None
        if equation.bind is None:
            return [names]
        try:
            return [{**names, **more} for more in equation.bind(names, index)]
        except (IndexError, KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
            return []

    def drawn(self, execution: Execution) -> dict[str, Any]:
        """The random numbers that the line, or a line whose result it uses, drew."""
        for node in ast.walk(self.value):
            if not isinstance(node, ast.Call):
                continue
            numbers = drawn_array(execution.value(node))
            if numbers is not None and called(node) in UNIFORM:
                return {"U": numbers, "XI": 2 * numbers - 1}
            if numbers is not None and called(node) == "uniform":
                limits = [value_of(argument, execution.names) for argument in node.args[:2]]
                if limits == [-1, 1]:
                    return {"XI": numbers}
                if limits in ([], [0], [0, 1]):
                    return {"U": numbers, "XI": 2 * numbers - 1}
                return _from_other_limits(numbers, limits)
        return {}

    def right_piece(self, node: ast.expr, executions: Sequence[Execution], bound: Sequence[Mapping[str, Any]]) -> Piece:
        return self.right_part(node, executions, [[names] for names in bound])

    def right_part(
        self, node: ast.expr, executions: Sequence[Execution], bound: Sequence[Sequence[Mapping[str, Any]]]
    ) -> Piece:
        """A piece of the right formula; in a comprehension it has a value for each element."""
        node_values = [joined([flattened(evaluated(node, names)) for names in each]) for each in bound]
        values = {id(e): value for e, value in zip(executions, node_values, strict=True)}

        def part(inner: ast.expr) -> Piece:
            if isinstance(node, ast.ListComp) and inner is node.elt:
                return self.right_part(inner, executions, [elements(node, names) for names in bound])
            return self.right_part(inner, executions, bound)

        return Piece(node, ast.unparse(node), joined(node_values), part, lambda execution: values.get(id(execution)))


def _from_other_limits(numbers: np.ndarray, limits: Sequence[Any]) -> dict[str, Any]:
    """What the same draws are from 0 to 1, and from -1 to 1; nan where the limits are no two numbers."""
    is_known = len(limits) == 2 and all(isinstance(limit, (int, float)) for limit in limits)
    if not is_known or limits[0] == limits[1]:
        return {"XI": np.full(np.shape(numbers), np.nan)}
    low, high = limits
    return {"XI": 2 * (numbers - low) / (high - low) - 1}


def elements(node: ast.ListComp, bound: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The names in each round of a comprehension."""
    generator = node.generators[0]
    values = evaluated(generator.iter, bound[0])
    name = generator.target.id if isinstance(generator.target, ast.Name) else ""
    return [{**bound[0], name: value} for value in (values if values is not None else ())]
