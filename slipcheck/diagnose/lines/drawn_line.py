"""The random numbers that an assignment draws, beside those that it should draw."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from slipcheck.exercise import Equation

from ..as_typed import typed_text
from ..course_formulas import course_formula, evaluated
from ..formulas.pieces import Fault, called
from ..numbers.random_draws import EVEN_DRAWS, OTHER_DRAWS
from ..replay import Execution
from ..values import size_of
from .line_values import are_added, needed_text
from .right_line import RightLine
from .wrong_line import WrongLine

USUAL_LIMITS = ([-1, 1], [0, 1])
REPEATING = (ast.ListComp, ast.GeneratorExp)


class DrawnLine(RightLine):
    """An assignment that may draw."""

    def too_few_draws(self, equation: Equation, execution: Execution, bound: Mapping[str, Any]) -> Fault | None:
        """Where one draw serves several values of an array."""
        needed = evaluated(course_formula(equation.like), bound) if equation.like else None
        drawn = bound.get("XI")
        call = self.only_draw(execution)
        if needed is None or drawn is None or call is None or np.size(drawn) >= np.size(needed):
            return None
        text = typed_text(self.replay.source, call)
        return Fault("too few draws", call, (text, size_of(drawn), needed_text(needed)))

    def only_draw(self, execution: Execution) -> ast.Call | None:
        """The call that drew the numbers of the line, or of a line that it uses, unless it is repeated in brackets."""
        tree = self.replay.tree
        repeated = [node for part in ast.walk(tree) if isinstance(part, REPEATING) for node in ast.walk(part)]
        calls = [call for call, _ in self.draws(self.value, execution, set())]
        return next((call for call in calls if call not in repeated), None)

    def too_many_draws(self, equation: Equation, bound: Mapping[str, Any]) -> Fault | None:
        """Where a line that makes one number draws many."""
        drawn = bound.get("XI")
        needed = evaluated(course_formula(equation.like), bound) if equation.like else None
        calls = [node for node in ast.walk(self.value) if isinstance(node, ast.Call)]
        draws = [node for node in calls if called(node) in EVEN_DRAWS]
        repeating = [node for node in ast.walk(self.value) if isinstance(node, REPEATING)]
        of_one = [part for node in repeating for part in ast.walk(node) if isinstance(part, ast.Subscript)]
        is_of_one = isinstance(needed, float) or any(draws[0] in ast.walk(part.value) for part in of_one if draws)
        if not is_of_one or drawn is None or len(draws) != 1 or np.size(drawn) < 2 or equation.depth != self.depth:
            return None
        return Fault("too many draws", draws[0], (typed_text(self.replay.source, draws[0]), size_of(drawn)))

    def _other_limits(self, call: ast.Call) -> Fault | None:
        """Where a call names two limits that are not those of the text."""
        executions = self.replay.of(self.statement)
        if not executions or called(call) != "uniform":
            return None
        low, high = self.limits(call, executions[0])
        if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or [low, high] in USUAL_LIMITS:
            return None
        if low > high:
            return Fault("limits exchanged", call, (ast.unparse(call.func),))
        words = typed_text(self.replay.source, call), f"{low:g}", f"{high:g}"
        return Fault("other limits", call, words)

    def draws_otherwise(self, equation: Equation) -> Fault | None:
        """Where the line draws random numbers in another way than the equation."""
        if not any("U" in text or "XI" in text for text in equation.texts):
            return None
        calls = [node for value in self.own_values() for node in ast.walk(value) if isinstance(node, ast.Call)]
        other = next((node for node in calls if called(node) in OTHER_DRAWS), None)
        draws = [node for node in calls if called(node) in EVEN_DRAWS]
        if other is not None:
            return Fault("two draws", other) if draws else Fault("other draw", other, (called(other),))
        limits = next((fault for node in draws if (fault := self._other_limits(node)) is not None), None)
        if limits is not None and len(draws) == 1:
            return limits
        words = ("added",) if len(draws) > 1 and are_added(self.value, draws[0], draws[1]) else ()
        return Fault("two draws", draws[1], words) if len(draws) > 1 else None

    def drawn_otherwise(self, equations: Sequence[Equation]) -> WrongLine | None:
        """Where the line draws from another distribution: then there is nothing to compare it with."""
        executions = self.replay.of(self.statement)
        for equation in equations if executions else ():
            fault = self.draws_otherwise(equation)
            if fault is not None:
                piece = self.student(self.value, executions)
                return WrongLine(self.statement, equation, fault, executions[0], None, None, piece)
        return None
