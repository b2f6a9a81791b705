"""The random numbers that an assignment draws, beside those that it should draw."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import Fault, called
from ..numbers.random_arrays import OTHER_DRAWS, UNIFORM
from ..replay import Execution
from ..values import size_of
from .line_values import are_added, needed_text
from .right_line import RightLine

REPEATING = (ast.ListComp, ast.GeneratorExp)


class DrawnLine(RightLine):
    """An assignment that may draw."""

    def too_few_draws(self, equation: Equation, execution: Execution, bound: Mapping[str, Any]) -> Fault | None:
        """Where one draw serves several values of an array."""
        needed = evaluated(course_formula(equation.like), bound) if equation.like else None
        drawn = bound.get("XI")
        repeated = [node for part in ast.walk(self.value) if isinstance(part, REPEATING) for node in ast.walk(part)]
        calls = [
            node
            for node in ast.walk(self.value)
            if isinstance(node, ast.Call) and called(node) in (*UNIFORM, "uniform") and node not in repeated
        ]
        if needed is None or drawn is None or not calls or np.size(drawn) >= np.size(needed):
            return None
        text = ast.get_source_segment(self.replay.source, calls[0]) or ast.unparse(calls[0])
        return Fault("too few draws", calls[0], (" ".join(text.split()), size_of(drawn), needed_text(needed)))

    def draws_otherwise(self, equation: Equation) -> Fault | None:
        """Where the line draws random numbers in another way than the equation."""
        if not any("U" in text or "XI" in text for text in equation.texts):
            return None
        calls = [node for value in self.own_values() for node in ast.walk(value) if isinstance(node, ast.Call)]
        other = next((node for node in calls if called(node) in OTHER_DRAWS), None)
        draws = [node for node in calls if called(node) in (*UNIFORM, "uniform")]
        if other is not None:
            return Fault("two draws", other) if draws else Fault("other draw", other, (called(other),))
        if len(draws) == 1 and self._limits_are_exchanged(draws[0]):
            return Fault("limits exchanged", draws[0], (ast.unparse(draws[0].func),))
        words = ("added",) if len(draws) > 1 and are_added(self.value, draws[0], draws[1]) else ()
        return Fault("two draws", draws[1], words) if len(draws) > 1 else None

    def _limits_are_exchanged(self, call: ast.Call) -> bool:
        """Whether a call draws from an upper limit down to a lower one."""
        executions = self.replay.of(self.statement)
        if called(call) != "uniform" or not executions:
            return False
        low, high = self.limits(call, executions[0])
        return isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high

    def draws_between_other_limits(self, equation: Equation, fault: Fault) -> Fault | None:
        """Where the piece at fault is a call that takes its limits, and the equation has a draw of that kind."""
        call = fault.node
        if not isinstance(call, ast.Call) or called(call) != "uniform" or len(call.args) < 2:
            return None
        if not any("XI" in text for text in equation.texts):
            return None
        return Fault("other limits", call, (ast.unparse(call.func),))
