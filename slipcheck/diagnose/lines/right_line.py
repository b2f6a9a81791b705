"""What is right in the place of an assignment: its equation, in the answer's own state."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from ..course_formulas import course_formula, defining, evaluated
from ..formulas.pieces import Piece, called, joined
from ..numbers.random_draws import UNIFORM, drawn_array
from ..replay import Execution
from ..values import value_of
from .answer_line import AnswerLine, flattened


class RightLine(AnswerLine):
    """An assignment beside what is right in its place."""

    def bound(self, equation: Equation, execution: Execution) -> list[Mapping[str, Any]]:
        names = {**execution.names, **self.drawn(execution)}
        for target, formula in defining(self.exercise).items():  # what the answer has under no name
            value = evaluated(course_formula(formula), names) if target not in {*names, equation.target} else None
            if value is not None:
                names[target] = value
        index = value_of(self.target.slice, execution.names) if isinstance(self.target, ast.Subscript) else None
        if equation.bind is None:
            return [names]
        try:
            return [{**names, **more} for more in equation.bind(names, index)]
        except (IndexError, KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
            return []

    def drawn(self, execution: Execution) -> dict[str, Any]:
        """The random numbers that the line, or a line whose result it uses, drew."""
        return next((drawn for _, drawn in self.draws(self.value, execution, set())), {})

    def draws(
        self, value: ast.expr, execution: Execution, followed: set[str]
    ) -> Iterator[tuple[ast.Call, dict[str, Any]]]:
        """The calls that drew random numbers for a value, with what they drew; no name is followed twice."""
        for node in ast.walk(value):
            if isinstance(node, ast.Call) and (drawn := self._drawn_by(node, execution)):
                yield node, drawn
            elif isinstance(node, ast.Name) and node.id not in followed:
                followed.add(node.id)
                own = self._own(node, [execution])
                if own is not None:
                    yield from self.draws(own[0], own[1][0], followed)

    def _drawn_by(self, call: ast.Call, execution: Execution) -> dict[str, Any]:
        numbers = drawn_array(execution.value(call))
        if numbers is not None and called(call) in UNIFORM:
            return {"U": numbers, "XI": 2 * numbers - 1}
        if numbers is None or called(call) != "uniform":
            return {}
        limits = self.limits(call, execution)
        if limits == [-1, 1]:
            return {"XI": numbers}
        unit = _between_0_and_1(numbers, limits)
        return {"U": unit, "XI": 2 * unit - 1}

    def limits(self, call: ast.Call, execution: Execution) -> list[Any]:
        """The limits between which a call draws: its first two arguments, or those with their names."""
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        places = [*call.args[:2], *[None] * (2 - len(call.args[:2]))]
        given = [place or named.get(name) for place, name in zip(places, ("low", "high"), strict=True)]
        return [
            default if node is None else value_of(node, execution.names)
            for node, default in zip(given, (0, 1), strict=True)
        ]

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

        return Piece(
            node,
            ast.unparse(node),
            joined(node_values),
            part,
            lambda execution: values.get(id(execution)),
            self._meaning(node, executions),
        )

    def _meaning(self, node: ast.expr, executions: Sequence[Execution]) -> ast.expr | None:
        """The formula of a quantity to which the answer gives no name."""
        name = node.id if isinstance(node, ast.Name) else ""
        is_held = any(name in execution.names for execution in executions)
        formula = None if is_held else defining(self.exercise).get(name)
        return None if formula is None else course_formula(formula)


def _between_0_and_1(numbers: Any, limits: Sequence[Any]) -> Any:
    """The numbers of the sequence, before they were stretched to the limits; nan where these are no two numbers."""
    low, high = (limit if isinstance(limit, (int, float)) else np.nan for limit in limits)
    return (numbers - low) / (high - low) if high != low else np.full(np.shape(numbers), np.nan)


def elements(node: ast.ListComp, bound: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The names in each round of a comprehension."""
    generator = node.generators[0]
    values = evaluated(generator.iter, bound[0])
    name = generator.target.id if isinstance(generator.target, ast.Name) else ""
    return [{**bound[0], name: value} for value in (values if values is not None else ())]
